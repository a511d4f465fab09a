-- What was published before anybody else had seen it is approved afterwards by somebody who had no hand in it: neither wrote it, nor handed it in, nor
-- published it, the first time or again. The names stand one a line.
alter table item add column urgent_hands varchar(4000) default '' not null;
update item set urgent_hands = case urgent_author when '' then urgent_by when urgent_by then urgent_by else urgent_by || '
' || urgent_author end where urgent_by <> '';
alter table item drop column urgent_author;
