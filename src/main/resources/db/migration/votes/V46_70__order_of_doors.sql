-- The code with its numbers made equally wide, so that lists show 1幢101 before 1幢1001 (DoorOrder).
alter table roll_unit add column door_order varchar(400) default '' not null;
create index roll_unit_by_door on roll_unit (roll_id, door_order, code);
