create sequence inbox_seq;

create table inbox (
  id        bigint                   not null primary key,
  person_id bigint                   not null,
  event     varchar(160)             not null,
  kind      varchar(24)              not null,
  about     varchar(130)             not null,
  link      varchar(130)             not null,
  task_id   varchar(64),
  at        timestamp with time zone not null,
  is_read   boolean                  not null,
  constraint inbox_once unique (person_id, event)
);

create index inbox_newest on inbox (person_id, id);
create index inbox_unread on inbox (person_id, is_read, id);
create index inbox_task on inbox (task_id);

create table mail_address (
  person_id bigint       not null primary key,
  address   varchar(120) not null
);

create sequence mail_seq;

-- One mail per person and event. The address is not kept here.
create table mail (
  id        bigint                   not null primary key,
  person_id bigint                   not null,
  event     varchar(160)             not null,
  kind      varchar(24)              not null,
  about     varchar(130)             not null,
  link      varchar(130)             not null,
  state     varchar(8)               not null,
  attempts  integer                  not null,
  next_at   timestamp with time zone not null,
  constraint mail_once unique (person_id, event)
);

create index mail_due on mail (state, next_at, id);
