-- 公示: what is shown to everybody for a time, with what people said against it. A new version is a row of its own.
create sequence notice_seq start with 1 increment by 1;

create table notice (
  id               bigint                   not null primary key,
  subject          varchar(80)              not null,
  kind             varchar(40)              not null,
  place            varchar(80)              not null,
  title            varchar(100)             not null,
  body             varchar(8000)            not null,
  basis            varchar(500)             not null,
  shown_at         varchar(200)             not null,
  begins           timestamp with time zone not null,
  ends             timestamp with time zone not null,
  objectable       boolean                  not null,
  version          integer                  not null,
  replaces         bigint,
  state            varchar(20)              not null,
  reason           varchar(500),
  published_by     bigint,
  ended            timestamp with time zone
);

create index notice_subject on notice (subject);
create index notice_place on notice (place, begins);
-- few are open at a time
create index notice_open on notice (state, ends);

create sequence notice_objection_seq start with 1 increment by 1;

create table notice_objection (
  id          bigint                   not null primary key,
  notice_id   bigint                   not null references notice (id),
  -- who objects, sealed: name, unit, contact
  who         ${blob}                  not null,
  words       varchar(2000)            not null,
  received    timestamp with time zone not null,
  state       varchar(20)              not null,
  answer      varchar(2000),
  decided     timestamp with time zone,
  decided_by  bigint
);

create index notice_objection_notice on notice_objection (notice_id);
