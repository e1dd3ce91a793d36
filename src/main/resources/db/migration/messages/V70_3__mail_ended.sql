-- What came to an end long ago is swept away by this.
create index mail_ended on mail (state, ended);
