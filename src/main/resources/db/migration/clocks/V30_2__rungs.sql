-- Each rung of a clock that was told, or that a later one told for. The key is what makes it once.
create table clock_rung (
  clock_id bigint                   not null references clock (id),
  rung     varchar(8)               not null,
  at       timestamp with time zone not null,
  rung_at  timestamp with time zone not null,
  covered  boolean                  not null,
  primary key (clock_id, rung)
);
