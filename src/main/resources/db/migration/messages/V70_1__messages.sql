create sequence inbox_seq;

-- digest: null where the person wants none, 0 while the line waits for the next one, then the number of that mail
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
  digest    bigint,
  constraint inbox_once unique (person_id, event)
);

create index inbox_newest on inbox (person_id, id);
create index inbox_unread on inbox (person_id, is_read, id);
create index inbox_task on inbox (task_id);
create index inbox_digest on inbox (digest, person_id);

-- What a person wants by mail. Who is not here wants none. Equal times: no quiet hours.
create table mail_wish (
  person_id   bigint      not null primary key,
  address     varchar(120),
  pace        varchar(8)  not null,
  language    varchar(4)  not null,
  quiet_from  time        not null,
  quiet_until time        not null
);

create sequence mail_seq;

-- One mail per addressee ('person:17', or 'matter:42' for who reported it) and event. The address is not kept here.
create table mail (
  id         bigint                   not null primary key,
  addressee  varchar(32)              not null,
  event      varchar(160)             not null,
  kind       varchar(24)              not null,
  about      varchar(130)             not null,
  link       varchar(130)             not null,
  state      varchar(8)               not null,
  attempts   integer                  not null,
  next_at    timestamp with time zone not null,
  reason     varchar(16),
  error      varchar(80),
  ended      timestamp with time zone,
  handled_by bigint,
  constraint mail_once unique (addressee, event)
);

create index mail_due on mail (state, next_at, id);
create index mail_state on mail (state, id);
