-- How far somebody has read what they were told is a moment, and single notices after it. A number was no mark: nodes take numbers in blocks, so
-- that what is told later may have a smaller one, and was never shown.
alter table item_notice_seen add column read_before timestamp(6) default timestamp '1970-01-01 00:00:00' not null;
update item_notice_seen set read_before = coalesce(
    (select min(n.told_at) from item_notice n where n.id > item_notice_seen.seen),
    (select max(n.told_at) from item_notice n), read_before);
create table item_notice_read (
    person    varchar(60)  not null,
    notice_id bigint       not null references item_notice (id),
    told_at   timestamp(6) not null,
    primary key (person, notice_id)
);
insert into item_notice_read (person, notice_id, told_at) select s.person, n.id, n.told_at
    from item_notice_seen s join item_notice n on n.told_at >= s.read_before and n.id <= s.seen;
alter table item_notice_seen drop column seen;

drop index item_notice_of;
drop index item_notice_for;
create index item_notice_of on item_notice (person, told_at);
create index item_notice_for on item_notice (for_right, told_at);
