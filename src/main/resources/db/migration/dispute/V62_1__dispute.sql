-- How far each dispute has come on the 37℃ method.
create table dispute (
  matter_id        bigint      not null primary key,
  convenor         varchar(10) not null,
  dissatisfied     integer     not null,
  follow_up_person bigint,
  constraint dispute_matter foreign key (matter_id) references matter (id),
  constraint dispute_follow_up foreign key (follow_up_person) references person (id)
);
