-- Which of the lists of words that come with the portal were taught already: a list of a new version is taught once, so that words
-- that editors took out stay out. The first list came with the first start.

create table word_list (
    name      varchar(40)  not null primary key,
    taught_at timestamp(6) not null
);
insert into word_list (name, taught_at) select 'synonyms', current_timestamp where exists (select 1 from search_word);
