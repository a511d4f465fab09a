-- Where public articles lead outside of the portal, and whether something answers there.

create sequence article_link_seq start with 50 increment by 50;
create table article_link (
    id         bigint        not null primary key,
    article_id bigint        not null,
    address    varchar(2000) not null,
    -- What the server said; 0 for nothing.
    status     integer       not null,
    -- Why it could not be asked; empty if it answered.
    trouble    varchar(30)   not null,
    -- How often in a row something was wrong.
    failures   integer       not null,
    broken     boolean       not null,
    since      timestamp(6),
    checked_at timestamp(6)
);
create index article_link_of on article_link (article_id);
create index article_link_due on article_link (checked_at);
create index article_link_broken on article_link (broken, since);
