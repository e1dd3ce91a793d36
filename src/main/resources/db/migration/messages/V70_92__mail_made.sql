-- How old what waits is. A node of the version before, still running beside a new one, writes no such column.
alter table mail add column made_at timestamp with time zone default current_timestamp not null;
