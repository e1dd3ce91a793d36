-- What a token opens: the interface for programs, or that of the drawing tool on a designer's own computer.
alter table api_token add column door varchar(10) default 'API' not null;
