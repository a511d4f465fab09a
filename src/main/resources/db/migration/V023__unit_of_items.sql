-- The unit of the department that answers for an item, as its newest version says; empty for none.
alter table item add column unit varchar(120) default '' not null;
create index item_unit on item (kind, unit, published_at);

-- How many articles on reform a unit is to send in each month; null if nobody has said.
alter table unit add column target integer;
