create sequence clock_seq;

-- One line per clock that ever ran: what its entries add up to, and what is sought by. The limit is copied, so that a
-- later change of the table explains nothing away.
create table clock (
  id              bigint                   not null primary key,
  subject         varchar(64)              not null,
  code            varchar(40)              not null,
  part            bigint                   not null,
  -- subject, code and part while it is open: one open clock of each
  open_key        varchar(130),
  place           varchar(80),
  -- opened by a procedure, and stopped with it
  by_process      boolean                  not null,
  task_id         varchar(64),
  model_key       varchar(120),
  element_id      varchar(120),
  limit_place     varchar(64)              not null,
  limit_amount    integer                  not null,
  limit_unit      varchar(10)              not null,
  limit_counting  varchar(20)              not null,
  limit_rungs     varchar(200)             not null,
  limit_extension integer                  not null,
  limit_source    varchar(400)             not null,
  started         timestamp with time zone not null,
  -- 9999-12-31 while it is paused, so that nothing finds it due
  due             timestamp with time zone not null,
  paused_since    timestamp with time zone,
  extra           integer                  not null,
  asked           integer,
  asked_by        bigint,
  state           varchar(10)              not null,
  ended           timestamp with time zone,
  -- counted share of the budget that was used when it stopped, in thousandths
  used_permille   integer,
  next_rung       integer,
  next_rung_at    timestamp with time zone,
  edition         integer                  not null,
  constraint clock_open unique (open_key)
);

create index clock_subject on clock (subject, state);
create index clock_task on clock (task_id);
create index clock_next_rung on clock (next_rung_at, id);
create index clock_element on clock (model_key, element_id, ended);
create index clock_code on clock (code, ended);

create sequence clock_entry_seq;

-- What happened to each clock, added to and never changed.
create table clock_entry (
  id          bigint                   not null primary key,
  clock_id    bigint                   not null references clock (id),
  kind        varchar(20)              not null,
  at          timestamp with time zone not null,
  effective   timestamp with time zone not null,
  amount      integer,
  by_person   bigint,
  approved_by bigint,
  reason      varchar(40),
  words       varchar(500),
  evidence    varchar(200),
  due_before  timestamp with time zone,
  due_after   timestamp with time zone
);

create index clock_entry_clock on clock_entry (clock_id, id);
