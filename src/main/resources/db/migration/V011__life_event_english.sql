-- What the pages in English call an event of life; empty where nobody has said it yet.
alter table life_event add column english_name varchar(200) default '' not null;
alter table life_event add column english_description varchar(1000) default '' not null;
