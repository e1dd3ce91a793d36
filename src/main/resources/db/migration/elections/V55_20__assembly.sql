-- What form the assembly takes and where it meets, as its notice says; null for a recall, whose vote is announced on its own.
alter table poll add column assembly varchar(200);
