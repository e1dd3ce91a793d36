-- The secret address of a person's calendar: its SHA-256 only.
create table calendar_link (
  person_id   bigint                   not null primary key,
  secret_hash varchar(64)              not null unique,
  made_at     timestamp with time zone not null
);
