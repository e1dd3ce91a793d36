-- Open clocks as supervisors list them: written in the transaction of the ledger, read without joining anything.
create table watched (
  clock_id    bigint                   not null primary key,
  subject     varchar(80)              not null,
  matter_id   bigint                   not null,
  number      varchar(40)              not null,
  title       varchar(250)             not null,
  kind        varchar(80)              not null,
  tier        varchar(40)              not null,
  code        varchar(40)              not null,
  place       varchar(80)              not null,
  prefecture  varchar(80),
  city        varchar(80),
  township    varchar(80),
  community   varchar(80),
  compound    varchar(80),
  building    varchar(80),
  unit        varchar(80),
  task_id     varchar(64),
  step        varchar(200),
  step_en     varchar(200),
  group_key   varchar(180),
  assignee    bigint,
  -- 9999-12-31 while it is paused
  due         timestamp with time zone not null,
  asked       boolean                  not null,
  urged       integer                  not null,
  urged_at    timestamp with time zone,
  -- 挂牌督办
  listed      boolean                  not null
);

create index watched_prefecture on watched (prefecture, due, clock_id);
create index watched_city       on watched (city, due, clock_id);
create index watched_township   on watched (township, due, clock_id);
create index watched_community  on watched (community, due, clock_id);
create index watched_compound   on watched (compound, due, clock_id);
create index watched_building   on watched (building, due, clock_id);
create index watched_unit       on watched (unit, due, clock_id);
create index watched_subject    on watched (subject);
create index watched_task       on watched (task_id);
create index watched_assignee   on watched (assignee, due, clock_id);

-- How many clocks are due on a day in a place, as changes that add up: nobody waits for a counter's row, and the round
-- that folds them keeps the sums short.
create sequence watch_tally_seq;

create table watch_tally (
  id     bigint      not null primary key,
  place  varchar(80) not null,
  due_on date        not null,
  delta  integer     not null
);

create index watch_tally_place on watch_tally (place, due_on);

-- Where something changed, for browsers that look at it; kept for minutes.
create sequence watch_change_seq;

create table watch_change (
  id    bigint                   not null primary key,
  at    timestamp with time zone not null,
  path  varchar(400)             not null
);
