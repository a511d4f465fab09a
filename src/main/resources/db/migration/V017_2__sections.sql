-- Sections as editors arrange them: under another one, with a picture, a target a month, closed or merged into another.

alter table section add column parent_id bigint;
alter table section add column picture varchar(400) default '' not null;
alter table section add column picture_alt varchar(500) default '' not null;
alter table section add column target integer;
alter table section add column closed boolean default false not null;
alter table section add column successor_id bigint;
alter table section add column updated_at timestamp(6) default timestamp '2026-11-29 00:00:00' not null;
alter table section add column updated_by varchar(60) default 'minhbach' not null;
