-- A life event begins with the procedures that most people need, in the order in which they need them.
alter table life_event add first_codes varchar(5000) default '' not null;
