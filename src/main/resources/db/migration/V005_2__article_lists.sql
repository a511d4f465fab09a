-- After V005.1 has made items of all articles, the table keeps of each public one what lists need, and nothing else.

update best_bet set content_id =
    (select cast(article.id as varchar(20)) from article where article.slug = best_bet.content_id)
    where content_kind = 'article' and exists (select 1 from article where article.slug = best_bet.content_id);

delete from article where status <> 'PUBLISHED';

drop index article_newest;
drop index article_of_section;
alter table article drop column status;
alter table article drop column version;
alter table article drop column created_at;
alter table article drop column body;
alter table article drop column source_url;
alter table article drop column tags;
alter table article drop column procedures;
alter table article alter column version_number drop default;
alter table article add foreign key (id) references item (id);
drop sequence article_seq;

-- In the order in which lists are read: both databases then stop after a page instead of sorting everything.
create index article_newest on article (published_at desc, id desc);
create index article_of_section on article (section_id);
