-- Few clocks bear these marks; without an index a page of them reads the whole territory.
create index watched_listed on watched (listed, due, clock_id);
create index watched_asked  on watched (asked, due, clock_id);

-- Matters under special supervision: the mark outlasts the clocks, which come and go with the steps.
create table watch_listed (
  subject varchar(80) not null primary key
);
