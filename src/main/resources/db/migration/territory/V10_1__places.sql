create table place (
  code varchar(60) not null primary key,
  parent varchar(60) references place (code),
  level varchar(12) not null,
  name_zh varchar(100) not null,
  name_en varchar(100) not null,
  path varchar(600) not null,
  households int,
  buildings int,
  residents int,
  built int,
  note varchar(1000),
  source varchar(100)
);
create index place_by_parent on place (parent);

-- Raised by every import, so that each node notices that its copy of the tree is old.
create table place_edition (
  one int not null primary key check (one = 1),
  edition bigint not null
);
insert into place_edition (one, edition) values (1, 0);

-- A file between its preview and its application.
create table place_upload (
  id varchar(36) not null primary key,
  content ${blob} not null,
  fingerprint varchar(64) not null,
  uploaded_at timestamp with time zone not null
);
