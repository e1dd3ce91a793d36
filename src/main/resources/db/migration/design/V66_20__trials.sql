-- Did this saving of a draft run by itself in a throw-away process? The latest answer only.
create table design_trial (
	draft bigint not null references design_draft,
	revision integer not null,
	passed boolean not null,
	words varchar(2000) not null,
	millis bigint not null,
	at timestamp with time zone not null,
	primary key (draft, revision)
);
