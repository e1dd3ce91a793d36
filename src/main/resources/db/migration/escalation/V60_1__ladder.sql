-- How far each matter has climbed.
create table climb (
  matter_id bigint      not null primary key,
  talk      varchar(10) not null,
  tier      varchar(10) not null,
  constraint climb_matter foreign key (matter_id) references matter (id)
);

create sequence assignment_seq;

-- What the linked leader gave departments to do; open_key is null once it ended.
create table assignment (
  id          bigint                   not null primary key,
  matter_id   bigint                   not null,
  department  varchar(60)              not null,
  open_key    varchar(90),
  state       varchar(10)              not null,
  result      varchar(20),
  assigned_at timestamp with time zone not null,
  ended_at    timestamp with time zone,
  constraint assignment_matter foreign key (matter_id) references matter (id),
  constraint assignment_open unique (open_key)
);

create index assignment_of_matter on assignment (matter_id, id);
