-- A known word, sealed with the key of the vault: a node with another key finds that it does not open.
create table vault_check (
  id     integer not null primary key,
  sealed ${blob} not null
);
