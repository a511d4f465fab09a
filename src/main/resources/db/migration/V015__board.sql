-- The editorial board at work. What the public sees of an item and what the board does with its newest version are two things.

alter table item add column review varchar(20) default 'SETTLED' not null;
alter table item add column title varchar(300) default '' not null;
alter table item add column title_key varchar(300) default '' not null;
alter table item add column place varchar(160) default '' not null;
alter table item add column created_by varchar(60) default '' not null;
alter table item add column changed_by varchar(60) default '' not null;
alter table item add column submitted_by varchar(60) default '' not null;
alter table item add column scheduled_for timestamp(6);
alter table item add column scheduled_notice varchar(2000) default '' not null;
alter table item add column set_name varchar(120) default '' not null;
alter table item add column expires_at timestamp(6);
alter table item add column review_on date;
alter table item add column reminded boolean default false not null;
alter table item add column urgent_by varchar(60) default '' not null;
alter table item add column urgent_author varchar(60) default '' not null;
alter table item add column notice varchar(2000) default '' not null;
alter table item add column redirect_to varchar(500) default '' not null;

create index item_changed on item (kind, updated_at desc, id desc);
create index item_in_review on item (kind, review, place);
create index item_of_author on item (kind, created_by);

-- Whoever has written on what is public is still writing; what was withdrawn is settled.
update item set review = 'WRITING' where published_version is null and state = 'DRAFT'
    or published_version is not null and newest_version > published_version;
update item set changed_by = coalesce((select v.author from item_version v
    where v.item_id = item.id and v.number = item.newest_version), '');
update item set created_by = coalesce((select v.author from item_version v
    where v.item_id = item.id and v.number = 1), '');

alter table item_step add column note varchar(2600) default '' not null;
alter table item_step add column notice varchar(2000) default '' not null;

-- Which files a version shows or offers.
create table item_file (
    item_id       bigint  not null references item (id),
    version       integer not null,
    attachment_id bigint  not null,
    primary key (item_id, version, attachment_id)
);
create index item_file_of on item_file (attachment_id);

-- What members of the board are told: one person, or all who have a right at a place.
create sequence item_notice_seq start with 50 increment by 50;
create table item_notice (
    id        bigint        not null primary key,
    told_at   timestamp(6)  not null,
    item_id   bigint        not null,
    kind      varchar(30)   not null,
    title     varchar(300)  not null,
    event     varchar(20)   not null,
    deed      varchar(20)   not null,
    actor     varchar(60)   not null,
    note      varchar(2000) not null,
    person    varchar(60)   not null,
    for_right varchar(10),
    place     varchar(160)  not null
);
create index item_notice_of on item_notice (person, id);
create index item_notice_for on item_notice (for_right, id);
create table item_notice_seen (
    person varchar(60) not null primary key,
    seen   bigint      not null
);

-- What somebody has typed and not saved.
create table item_working_copy (
    person       varchar(60)      not null,
    kind         varchar(30)      not null,
    copy_key     varchar(40)      not null,
    base_version integer          not null,
    title        varchar(300)     not null,
    content      varchar(1000000) not null,
    kept_at      timestamp(6)     not null,
    primary key (person, kind, copy_key)
);

-- What the public was told of corrections, as JSON: read with the row of the article.
alter table article add column corrections varchar(20000) default '' not null;
