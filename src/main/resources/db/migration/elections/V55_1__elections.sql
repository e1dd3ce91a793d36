create sequence election_seq start with 1;

create table election (
  id           bigint                   not null primary key,
  place        varchar(80)              not null,
  title        varchar(200)             not null,
  -- first, re-election, by-election
  kind         varchar(20)              not null,
  -- statutory or fast31
  schedule     varchar(20)              not null,
  state        varchar(20)              not null,
  seats        integer                  not null,
  alternates   integer                  not null,
  roll_id      bigint,
  -- the committee whose seats are filled again; null for a first one
  committee_id bigint,
  begun        timestamp with time zone not null,
  begun_by     bigint                   not null,
  ended        timestamp with time zone
);
create index election_by_place on election (place, id);
create index election_by_roll on election (roll_id);

-- which step a task is, and for which candidate or review: the work list knows neither
create table election_task (
  task_id  varchar(64)              not null primary key,
  subject  varchar(64)              not null,
  element  varchar(120)             not null,
  name     varchar(200)             not null,
  name_en  varchar(200)             not null,
  part     bigint                   not null,
  basis    varchar(20)              not null,
  article  varchar(400)             not null,
  opened   timestamp with time zone not null,
  closed   timestamp with time zone
);
create index election_task_open on election_task (subject, closed);

-- what happened; words that people wrote are sealed
create table election_line (
  id           bigint                   not null primary key,
  subject      varchar(64)              not null,
  at           timestamp with time zone not null,
  person       bigint,
  event        varchar(60)              not null,
  detail       varchar(400)             not null,
  words_sealed ${blob}
);
create index election_line_by_subject on election_line (subject, id);

create table group_member (
  id          bigint      not null primary key,
  election_id bigint      not null references election,
  role        varchar(20) not null,
  leader      boolean     not null,
  name_sealed ${blob}     not null
);
create index group_member_by_election on group_member (election_id, id);

create table candidate (
  id               bigint                   not null primary key,
  election_id      bigint                   not null references election,
  -- in order of nomination; also the number on the ballot
  no               integer                  not null,
  channel          varchar(20)              not null,
  -- how many owners put him forward together
  proposers        integer                  not null,
  unit             varchar(100)             not null,
  head_id          bigint,
  -- number on the ballot of the last vote, null before there is one
  ballot           integer,
  name_sealed      ${blob}                  not null,
  statement_sealed ${blob},
  photo            ${blob},
  party_member     boolean                  not null,
  -- agreed that his name, his statement and that he is a Party member stand on the public page
  publish          boolean                  not null,
  state            varchar(20)              not null,
  nominated        timestamp with time zone not null,
  unique (election_id, no)
);

create table candidate_review (
  id             bigint                   not null primary key,
  candidate_id   bigint                   not null references candidate,
  stage          varchar(12)              not null,
  department     varchar(40)              not null,
  post           varchar(40)              not null,
  -- passed, refused, supplement; null while it is asked
  result         varchar(12),
  conditions     varchar(200),
  reasons_sealed ${blob},
  asked          timestamp with time zone not null,
  decided        timestamp with time zone,
  decided_by     bigint
);
create index candidate_review_by_candidate on candidate_review (candidate_id, id);

create table election_notice (
  notice_id   bigint      not null primary key,
  election_id bigint      not null references election,
  about       varchar(20) not null,
  ended       boolean     not null
);
create index election_notice_by_election on election_notice (election_id, notice_id);

-- a vote as the procedure sees it; the box, the ballots and the count are the votes' own
create table poll (
  id           bigint                   not null primary key,
  subject      varchar(64)              not null,
  election_id  bigint,
  committee_id bigint,
  roll_id      bigint                   not null,
  vote_id      bigint,
  opens        timestamp with time zone not null,
  closes       timestamp with time zone not null,
  -- where the notice announced it: until when the window is extended if too few took part
  extends_to   timestamp with time zone,
  extended     boolean                  not null,
  -- looked at before the end, to see whether it has to be extended
  weighed      boolean                  not null,
  secret       boolean                  not null,
  proxy_cap    integer                  not null,
  outcome      varchar(20)
);
create index poll_by_subject on poll (subject, id);
create index poll_by_vote on poll (vote_id);

create table election_milestone (
  election_id bigint      not null references election,
  code        varchar(30) not null,
  planned     date        not null,
  reached     date,
  primary key (election_id, code)
);

create table committee (
  id          bigint      not null primary key,
  place       varchar(80) not null,
  election_id bigint      not null references election,
  seats       integer     not null,
  term_from   date        not null,
  term_to     date        not null,
  state       varchar(12) not null,
  -- the election that follows it, once called
  successor   bigint
);
create index committee_by_place on committee (place, id);

create table committee_member (
  id           bigint      not null primary key,
  committee_id bigint      not null references committee,
  candidate_id bigint      not null references candidate,
  -- order of votes; alternates follow the members
  rank_no      integer     not null,
  duty         varchar(12) not null,
  state        varchar(12) not null,
  since        date        not null,
  until_day    date,
  cause        varchar(30)
);
create index committee_member_by_committee on committee_member (committee_id, rank_no);

create table recall_motion (
  id           bigint                   not null primary key,
  committee_id bigint                   not null references committee,
  member_id    bigint                   not null references committee_member,
  -- of members who propose it, or of owners: heads and area in 0.01 square metres
  members      integer                  not null,
  heads        integer                  not null,
  area         bigint                   not null,
  poll_id      bigint,
  proposed     timestamp with time zone not null,
  state        varchar(12)              not null
);
create index recall_motion_by_committee on recall_motion (committee_id, id);

create table filing (
  election_id bigint       not null primary key references election,
  submitted   date         not null,
  papers      varchar(200) not null,
  answered    date,
  receipt     varchar(100)
);
