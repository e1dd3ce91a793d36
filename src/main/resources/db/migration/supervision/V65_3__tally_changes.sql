-- What changed in the sums of a day, as rows of the place where it happened; a round counts them into the sums of the places
-- above, so that an act at a building does not write a row for each of its seven levels.
create sequence watch_tally_change_seq;

create table watch_tally_change (
  id     bigint      not null primary key,
  place  varchar(80) not null,
  due_on date        not null,
  delta  integer     not null
);
