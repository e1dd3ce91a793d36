create sequence clock_seq;

-- One line per clock that ever ran. The limit is copied, so that a later change of the table explains nothing away.
create table clock (
  id             bigint                   not null primary key,
  subject        varchar(64)              not null,
  code           varchar(40)              not null,
  part           bigint                   not null,
  open_key       varchar(130),
  task_id        varchar(64),
  limit_place    varchar(64)              not null,
  limit_amount   integer                  not null,
  limit_unit     varchar(10)              not null,
  limit_counting varchar(10)              not null,
  limit_source   varchar(400)             not null,
  started        timestamp with time zone not null,
  due            timestamp with time zone not null,
  state          varchar(10)              not null,
  ended          timestamp with time zone,
  constraint clock_open unique (open_key)
);

create index clock_subject on clock (subject, state);
create index clock_task on clock (task_id);
