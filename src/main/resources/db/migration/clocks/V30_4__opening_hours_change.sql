-- Days of the week on which a place that keeps hours is closed.
create table opening_closed (
  place      varchar(80)              not null,
  weekday    integer                  not null,
  primary key (place, weekday)
);

-- Of a change of opening hours the place; null for a change of days.
alter table calendar_change add column place varchar(80);

-- What the place is to keep, as it is written; a day that is not here keeps the hours of the first open one.
create table calendar_change_hours (
  change_id  bigint                   not null references calendar_change (id),
  weekday    integer                  not null,
  hours      varchar(200)             not null,
  primary key (change_id, weekday)
);
