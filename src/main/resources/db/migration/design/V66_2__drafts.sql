-- Which of the versions that the program brought along is contained: what a later one is compared with.
alter table design_version add column contains integer default 0 not null;
alter table design_draft add column contains integer default 0 not null;

-- The draft from which a version was published.
alter table design_version add column draft bigint references design_draft;

-- Four eyes, whatever a program does: who drew it or touched it last approves nothing.
alter table design_draft add constraint design_draft_four_eyes check (state not in ('APPROVED', 'PUBLISHED')
	or (approver is not null and approver <> author and approver <> changed_by));
alter table design_version add constraint design_version_four_eyes check (origin = 'SHIPPED'
	or (author is not null and approver is not null and author <> approver));

-- What was done with a draft, by whom and in which words; lines are only ever added.
create table design_act (
	draft bigint not null references design_draft,
	line integer not null,
	act varchar(12) not null,
	person bigint not null,
	at timestamp with time zone not null,
	revision integer not null,
	words varchar(2000) not null,
	primary key (draft, line)
);

-- One row: who holds it publishes, all others wait. What was judged is then still the house when it is deployed.
create table design_turn (
	id integer primary key
);

insert into design_turn (id) values (1);
