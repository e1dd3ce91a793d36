-- The engine's name for what was deployed; null for what came with the program.
alter table design_version add column deployment varchar(64);
