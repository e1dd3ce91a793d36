create sequence vote_seq;

-- A vote of the owners. seq and head_hash are the end of its chain (box_entry): the row is locked while a line is added.
create table vote (
  id                   bigint        not null primary key,
  roll_id              bigint        not null references roll (id),
  place                varchar(60)   not null,
  title                varchar(100)  not null,
  -- what it is held for: 'election:5', or 'vote'
  origin               varchar(64)   not null,
  openness             varchar(9)    not null check (openness in ('REAL_NAME', 'SECRET')),
  replacing            boolean       not null,
  invalid_participates boolean       not null,
  receipt              varchar(10)   not null check (receipt in ('INCLUSION', 'SHOWS_VOTE')),
  -- so many heads one holder may vote for
  proxy_cap            integer       not null,
  tie                  varchar(4)    not null check (tie in ('AREA', 'LOT')),
  opens                timestamp with time zone not null,
  closes               timestamp with time zone not null,
  extendable           boolean       not null,
  extended_to          timestamp with time zone,
  state                varchar(9)    not null,
  announced            timestamp with time zone,
  opened               timestamp with time zone,
  closed               timestamp with time zone,
  -- null: by the clock
  closed_by            bigint,
  -- rules, questions and candidates as they stood when the box was opened; its hash is the first line of the chain
  sheet                varchar(200000),
  annulled_words       varchar(500),
  -- raised with every candidate who withdraws
  edition              integer       not null,
  -- the last day on which those who had not voted were written to
  reminded             date,
  seq                  bigint        not null,
  head_hash            varchar(64)   not null,
  created              timestamp with time zone not null,
  created_by           bigint        not null
);

create index vote_place on vote (place, id);
create index vote_origin on vote (origin, id);
create index vote_state on vote (state);

create table vote_question (
  id         bigint        not null primary key,
  vote_id    bigint        not null references vote (id),
  no         integer       not null,
  kind       varchar(6)    not null check (kind in ('MOTION', 'SEATS')),
  -- 1 to 9 of Civil Code 278(1), or 279
  item       integer       not null,
  gate       varchar(16)   not null,
  words      varchar(500)  not null,
  seats      integer       not null,
  alternates integer       not null,
  most       integer       not null,
  constraint vote_question_no unique (vote_id, no)
);

create table vote_candidate (
  id          bigint      not null primary key,
  question_id bigint      not null references vote_question (id),
  no          integer     not null,
  name        varchar(60) not null,
  withdrawn   boolean     not null,
  constraint vote_candidate_no unique (question_id, no)
);

-- One sheet with a code for each head; the code itself is nowhere kept.
create table vote_code (
  id         bigint      not null primary key,
  vote_id    bigint      not null references vote (id),
  head_id    bigint      not null references roll_head (id),
  -- printed for everybody to see: K-000123, and K-000123-2 for the second sheet of the same head
  serial     varchar(16) not null,
  code_hash  varchar(64) not null,
  state      varchar(8)  not null check (state in ('ISSUED', 'CAST', 'SPOILED', 'REVOKED')),
  -- vote and head while it is good or was used: one such sheet of each
  live_key   varchar(44),
  issued     timestamp with time zone not null,
  issued_by  bigint      not null,
  printed    integer     not null,
  printed_at timestamp with time zone,
  printed_by bigint,
  mailed_at  timestamp with time zone,
  -- why it was spoiled or revoked
  reason     varchar(200),
  ended      timestamp with time zone,
  ended_by   bigint,
  constraint vote_code_serial unique (vote_id, serial),
  constraint vote_code_hash unique (code_hash),
  constraint vote_code_live unique (live_key)
);

create index vote_code_head on vote_code (head_id);

-- A written authority to vote for a head. The holder's name is sealed; his key is the same for the same person.
create table vote_proxy (
  id            bigint       not null primary key,
  vote_id       bigint       not null references vote (id),
  head_id       bigint       not null references roll_head (id),
  holder_key    varchar(64)  not null,
  holder_sealed ${blob}      not null,
  -- where the signed paper is kept
  document      varchar(120) not null,
  signed_on     date         not null,
  state         varchar(7)   not null check (state in ('GIVEN', 'USED', 'REVOKED')),
  -- vote and head while it is good: one authority of each
  live_key      varchar(44),
  registered    timestamp with time zone not null,
  registered_by bigint       not null,
  reason        varchar(200),
  constraint vote_proxy_live unique (live_key)
);

create index vote_proxy_holder on vote_proxy (vote_id, holder_key);

-- A paper ballot as one officer read it. Sealed; in a secret vote the reading is gone once the ballot is cast.
create table paper_entry (
  id             bigint      not null primary key,
  vote_id        bigint      not null references vote (id),
  head_id        bigint      not null references roll_head (id),
  -- counts the papers of a head, where a later one replaces an earlier one
  paper_no       integer     not null,
  reading        integer     not null,
  channel        varchar(6)  not null,
  serial         varchar(16) not null,
  proxy_id       bigint      references vote_proxy (id),
  choices_sealed ${blob},
  officer        bigint      not null,
  at             timestamp with time zone not null,
  settled        boolean     not null,
  constraint paper_entry_reading unique (vote_id, head_id, paper_no, reading)
);

create index paper_entry_open on paper_entry (vote_id, settled);

-- The four tables below refer to vote and roll_head by number only: a foreign key would make every ballot lock the row of
-- its vote twice, in two orders, and two ballots at once would wait for each other for ever.

-- One vote per head, whatever the channel: this key is what enforces it.
create table cast_mark (
  vote_id bigint      not null,
  head_id bigint      not null,
  channel varchar(6)  not null check (channel in ('ONLINE', 'PAPER', 'PROXY', 'HOME')),
  seq     bigint      not null,
  at      timestamp with time zone not null,
  primary key (vote_id, head_id)
);

-- The chain. Added to, never changed. Either the payload is there or it is sealed.
create table box_entry (
  vote_id        bigint      not null,
  seq            bigint      not null,
  at             timestamp with time zone not null,
  kind           varchar(9)  not null check (kind in ('OPENED', 'RECEIVED', 'CAST', 'REPLACED', 'WITHDRAWN', 'EXTENDED', 'CLOSED')),
  head_no        integer,
  channel        varchar(6),
  payload        varchar(2000),
  payload_sealed ${blob},
  hash           varchar(64) not null,
  primary key (vote_id, seq)
);

-- Ballots of a secret vote: no key, no time and no order in common with who voted.
create table box_paper (
  vote_id        bigint      not null,
  paper          varchar(32) not null,
  area           bigint      not null,
  choices_sealed ${blob}     not null,
  primary key (vote_id, paper)
);

-- Ends of the chain that were made public.
create table box_anchor (
  vote_id bigint      not null,
  seq     bigint      not null,
  hash    varchar(64) not null,
  at      timestamp with time zone not null,
  primary key (vote_id, seq)
);
