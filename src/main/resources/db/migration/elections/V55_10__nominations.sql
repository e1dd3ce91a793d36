-- One person may be put forward in several ways and stands once: each way is a row of its own.
create table nomination (
  candidate_id bigint                   not null references candidate,
  channel      varchar(20)              not null,
  -- how many owners put him forward together
  proposers    integer                  not null,
  nominated    timestamp with time zone not null,
  primary key (candidate_id, channel)
);
insert into nomination (candidate_id, channel, proposers, nominated) select id, channel, proposers, nominated from candidate;
alter table candidate drop column channel;
alter table candidate drop column proposers;
