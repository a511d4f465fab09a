-- What lies sealed opens in its own row only. A submission and each of its steps have an identity for that, which is random, known when they are made and
-- never given again; those from before keep their number for it, which no random one is like.
alter table inbox_submission add column seal_id varchar(22) default '' not null;
update inbox_submission set seal_id = cast(id as varchar(22));
alter table inbox_submission alter column seal_id drop default;

alter table inbox_event add column seal_id varchar(22) default '' not null;
update inbox_event set seal_id = cast(id as varchar(22));
alter table inbox_event alter column seal_id drop default;
