-- Who brought the bytes that a file has now, and whether the virus scanner has refused them since: then whoever brought them is told.

alter table attachment add column brought_by varchar(60) default '' not null;
update attachment set brought_by = updated_by;
alter table attachment add column refused boolean default false not null;
create index attachment_brought_by on attachment (brought_by, refused);
