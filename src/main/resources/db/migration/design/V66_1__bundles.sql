-- What was published, whole: version 1 of a bundle is what the program ships, and stays comparable.
create table design_version (
	bundle varchar(40) not null,
	version integer not null,
	origin varchar(10) not null,
	title varchar(200) not null,
	reason varchar(2000) not null,
	author bigint,
	approver bigint,
	published timestamp with time zone not null,
	digest varchar(64) not null,
	primary key (bundle, version)
);

-- The same bytes lie here once, however many versions and drafts hold them.
create table design_content (
	digest varchar(64) primary key,
	content ${blob} not null
);

create table design_version_file (
	bundle varchar(40) not null,
	version integer not null,
	path varchar(200) not null,
	digest varchar(64) not null references design_content,
	primary key (bundle, version, path),
	foreign key (bundle, version) references design_version
);

create sequence design_draft_seq;

-- limits_base: the version of the time limits that were current when the draft began; they are shared by all bundles.
create table design_draft (
	id bigint primary key,
	bundle varchar(40) not null,
	base integer not null,
	limits_base integer not null,
	title varchar(200) not null,
	state varchar(12) not null,
	author bigint not null,
	created timestamp with time zone not null,
	changed timestamp with time zone not null,
	changed_by bigint not null,
	revision integer not null,
	reason varchar(2000),
	submitted timestamp with time zone,
	approver bigint,
	decided timestamp with time zone,
	decision varchar(2000)
);

create index design_draft_by_bundle on design_draft (bundle, state);

-- Every saving is a revision and none is ever overwritten; without a digest the file was taken out.
create table design_draft_file (
	draft bigint not null references design_draft,
	path varchar(200) not null,
	revision integer not null,
	digest varchar(64) references design_content,
	changed timestamp with time zone not null,
	changed_by bigint not null,
	primary key (draft, path, revision)
);

-- Who has a draft open: seen within the last minute.
create table design_presence (
	draft bigint not null references design_draft,
	person bigint not null,
	seen timestamp with time zone not null,
	primary key (draft, person)
);
