-- What was loaded or edited, above what the library knows.
create table calendar_day (
  on_day     date                     not null primary key,
  worked     boolean                  not null,
  name       varchar(60)              not null
);

-- Years whose official notice was loaded from a file.
create table calendar_year (
  of_year    integer                  not null primary key,
  source     varchar(200)             not null
);

-- One row, which goes up with every change: other nodes look here.
create table calendar_edition (
  edition    bigint                   not null
);

insert into calendar_edition (edition) values (0);

-- A change somebody looks at before it holds, and the record of it afterwards.
create sequence calendar_change_seq;

create table calendar_change (
  id         bigint                   not null primary key,
  -- null for single days
  of_year    integer,
  source     varchar(200)             not null,
  reason     varchar(500)             not null,
  by_person  bigint                   not null,
  drafted    timestamp with time zone not null,
  applied    timestamp with time zone,
  -- the calendar it was shown against: what changed meanwhile is shown again
  edition    bigint                   not null
);

create table calendar_change_day (
  change_id  bigint                   not null references calendar_change (id),
  on_day     date                     not null,
  worked     boolean                  not null,
  name       varchar(60)              not null,
  primary key (change_id, on_day)
);

-- The clocks are counted anew in the background; whoever dies on the way is continued from the last clock.
create table clock_recount (
  change_id  bigint                   not null primary key references calendar_change (id),
  total      bigint                   not null,
  last_clock bigint                   not null,
  seen       bigint                   not null,
  moved      bigint                   not null,
  finished   timestamp with time zone
);

-- When business is open, for places that keep hours; who is not here lives by whole days.
create table opening_hours (
  place      varchar(80)              not null,
  -- 1 Monday to 7 Sunday
  weekday    integer                  not null,
  opens      time                     not null,
  closes     time                     not null,
  primary key (place, weekday, opens)
);
