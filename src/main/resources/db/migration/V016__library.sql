-- The library of pictures and files: what is said of each, who may be given it, and by what it is found.

alter table attachment add column caption varchar(1000) default '' not null;
alter table attachment add column focus varchar(20) default 'center' not null;
-- Smaller sizes of a picture that lie beside it in the store, by their width: 480,960.
alter table attachment add column widths varchar(100) default '' not null;
-- Given only to those who may see something that uses it. What was there before is everybody's, as it was.
alter table attachment add column guarded boolean default false not null;
-- Waits for the virus scanner.
alter table attachment add column quarantined boolean default false not null;
alter table attachment add column remarks varchar(200) default '' not null;
-- Name, description, caption and credit without marks and capitals.
alter table attachment add column sought varchar(4000) default '' not null;
alter table attachment add column updated_at timestamp(6) default timestamp '1970-01-01 00:00:00' not null;
alter table attachment add column updated_by varchar(60) default '' not null;
update attachment set updated_at = created_at, sought = lower(file_name);
create index attachment_updated on attachment (updated_at, id);
