-- Which of its two families index 766 counts a kind in is a column of the kind, which the office sets; null: the index does not count it.
alter table inbox_kind add column index_family varchar(10);
update inbox_kind set index_family =
    (select f.family from inbox_index_family f where f.kind_key = inbox_kind.kind_key);
drop table inbox_index_family;
