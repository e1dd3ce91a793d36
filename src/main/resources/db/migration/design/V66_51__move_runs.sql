create sequence design_move_seq;

-- One run that moves open matters to a version; active names the bundle while it is not over: one run at a time.
create table design_move (
	id bigint primary key,
	bundle varchar(40) not null,
	version integer not null,
	deployment varchar(64) not null,
	active varchar(40),
	state varchar(10) not null,
	total bigint not null,
	-- the matter it dealt with last; whoever goes on begins after it
	last_subject varchar(80) not null,
	started_by bigint not null,
	started timestamp with time zone not null,
	ended timestamp with time zone,
	-- the node that works on it, and until when the others believe so
	node varchar(40),
	node_until timestamp with time zone,
	constraint design_move_active unique (active)
);

create index design_move_by_bundle on design_move (bundle, id);

-- What became of each matter, once; added in the transaction that moved it.
create table design_move_result (
	move bigint not null references design_move,
	subject varchar(80) not null,
	outcome varchar(10) not null,
	from_version integer,
	-- last part of a message's name, and what its place is filled with
	why varchar(40) not null,
	detail varchar(1000) not null,
	at timestamp with time zone not null,
	primary key (move, subject)
);
