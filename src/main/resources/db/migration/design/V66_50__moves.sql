-- Where the matters that wait at a step are to go when the draft is published: a step of the draft, or nowhere (null:
-- they finish on their old version). What is not said here goes where the same id is.
create table design_placement (
	draft bigint not null references design_draft,
	model varchar(120) not null,
	element varchar(120) not null,
	target varchar(120),
	person bigint not null,
	at timestamp with time zone not null,
	primary key (draft, model, element)
);
