-- The tags of a public article, one a line, so that the articles of a tag can be listed. Filled by migration 024.1.
alter table article add column tags varchar(8000) default '' not null;
