-- The objection to a public notice from which this one came; null for one that was handed in at the desk.
alter table roll_objection add column notice_objection bigint;
create unique index roll_objection_by_notice on roll_objection (notice_objection);
