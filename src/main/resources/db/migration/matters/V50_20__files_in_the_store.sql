-- A file lies in its row or under this name in the store. The version before writes content and no name, which stays right.
alter table matter_attachment add column object_name varchar(120);
alter table matter_attachment alter column content drop not null;
alter table matter_attachment add constraint matter_attachment_lies_once check ((content is null) <> (object_name is null));
create unique index matter_attachment_object on matter_attachment (object_name);
