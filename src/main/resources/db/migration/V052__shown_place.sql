-- Where the public version of an item stands and which unit sent it in: what is counted of a month is what the public sees, and the newest
-- version may be a draft that stands elsewhere.
alter table item add column shown_place varchar(160) default '' not null;
alter table item add column shown_unit varchar(120) default '' not null;
update item set shown_place = place, shown_unit = unit where published_version is not null;
-- Of an article whose newest version is another, the section is that of the row by which lists show it.
update item set shown_place = (select s.slug from article a join section s on s.id = a.section_id where a.id = item.id)
    where published_version <> newest_version and id in (select a.id from article a);
