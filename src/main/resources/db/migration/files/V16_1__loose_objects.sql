-- Names under which something may lie in the store of files that no row names: put and not yet claimed, or no longer needed.
create table loose_object (
  name  varchar(120) not null primary key,
  since timestamp with time zone not null
);
create index loose_object_since on loose_object (since);
