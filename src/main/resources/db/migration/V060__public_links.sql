-- Where public content of all kinds leads, within the portal and elsewhere; until now it was that of articles, and elsewhere only.

create sequence public_link_seq start with 50 increment by 50;
create table public_link (
    id         bigint        not null primary key,
    -- Of which content: its kind, by which number that knows it, and where it stands as far as rights depend on that.
    kind       varchar(40)   not null,
    content_id bigint        not null,
    place      varchar(160)  not null,
    title      varchar(300)  not null,
    page       varchar(300)  not null,
    edit       varchar(300)  not null,
    -- A path of the portal, or an address elsewhere, of this host; of the portal's own it is empty.
    address    varchar(2000) not null,
    host       varchar(255)  not null,
    -- What was answered; 0 for nothing.
    status     integer       not null,
    -- Why it could not be asked; empty if it answered.
    trouble    varchar(30)   not null,
    -- How often in a row something was wrong.
    failures   integer       not null,
    broken     boolean       not null,
    since      timestamp(6),
    -- 1970 for never.
    checked_at timestamp(6)  not null
);
create index public_link_of on public_link (kind, content_id);
create index public_link_host on public_link (host, checked_at);
create index public_link_broken on public_link (broken, since);

-- What is known of links of articles. Numbers below zero meet none that the sequence gives; the host is taken over with the rest in the first night.
insert into public_link
select -l.id, 'article', l.article_id, s.slug, a.title, '/bai-viet/' || a.slug, '/quan-tri/bai-viet/soan?ma=' || cast(a.id as varchar(20)),
    l.address, 'unknown', l.status, l.trouble, l.failures, l.broken, l.since, coalesce(l.checked_at, timestamp '1970-01-01 00:00:00')
from article_link l join article a on a.id = l.article_id join section s on s.id = a.section_id;

drop table article_link;
drop sequence article_link_seq;
