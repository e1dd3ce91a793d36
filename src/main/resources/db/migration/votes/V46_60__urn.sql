-- The papers of a secret vote as officers read them when the urn was opened. Nothing here knows a head or a serial: the
-- number was written on the paper when all of them had been mixed. What was read is gone once two readings agree.
create table urn_reading (
  id           bigint   not null primary key,
  vote_id      bigint   not null references vote (id),
  paper_no     integer  not null,
  reading      integer  not null,
  words_sealed ${blob},
  officer      bigint   not null,
  at           timestamp with time zone not null,
  settled      boolean  not null,
  constraint urn_reading_once unique (vote_id, paper_no, reading)
);
