create sequence design_scenario_seq;

-- A walk as it was played, as JSON: start, steps, and how things stood after each. Dropped ones stay for the record.
create table design_scenario (
	id bigint primary key,
	bundle varchar(40) not null,
	name varchar(100) not null,
	recording varchar(1000000) not null,
	author bigint not null,
	created timestamp with time zone not null,
	dropped timestamp with time zone
);

create index design_scenario_by_bundle on design_scenario (bundle, id);

-- What a scenario came to on one saving of a draft; reason: why a difference is wanted.
create table design_replay (
	scenario bigint not null references design_scenario,
	draft bigint not null references design_draft,
	revision integer not null,
	passed boolean not null,
	words varchar(2000) not null,
	walked varchar(1000000) not null,
	millis bigint not null,
	reason varchar(1000),
	at timestamp with time zone not null,
	primary key (scenario, draft, revision)
);
