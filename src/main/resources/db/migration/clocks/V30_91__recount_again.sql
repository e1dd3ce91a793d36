-- Clocks that another node opened before it knew the new calendar are found by a second pass, when every node knows it.
alter table clock_recount add column settled timestamp with time zone;
update clock_recount set settled = finished;
