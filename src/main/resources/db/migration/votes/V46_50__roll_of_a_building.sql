-- A roll of one building only, for the consent of Civil Code 279; null: the whole compound.
alter table roll add column building varchar(40);
