-- Items and their versions. What an item is known by is its id; where it is found may change. Which version is public is a
-- pointer. One script for H2 and PostgreSQL.

create sequence item_seq start with 50 increment by 50;
create table item (
    id                bigint       not null primary key,
    revision          bigint       not null,
    kind              varchar(30)  not null,
    slug              varchar(160) not null,
    state             varchar(20)  not null,
    published_version integer,
    newest_version    integer      not null,
    -- Of the first time.
    published_at      timestamp(6),
    created_at        timestamp(6) not null,
    updated_at        timestamp(6) not null,
    unique (kind, slug)
);

create table item_version (
    item_id    bigint           not null references item (id),
    number     integer          not null,
    author     varchar(60)      not null,
    written_at timestamp(6)     not null,
    note       varchar(1000)    not null,
    -- JSON, as the kind's record has it.
    content    varchar(1000000) not null,
    primary key (item_id, number)
);

-- Where items could once be found.
create table item_former_slug (
    kind    varchar(30)  not null,
    slug    varchar(160) not null,
    item_id bigint       not null references item (id),
    primary key (kind, slug)
);

create sequence item_step_seq start with 50 increment by 50;
create table item_step (
    id      bigint       not null primary key,
    item_id bigint       not null references item (id),
    done_at timestamp(6) not null,
    actor   varchar(60)  not null,
    deed    varchar(20)  not null,
    version integer      not null
);
create index item_step_of on item_step (item_id, id);

alter table article add column version_number integer default 1 not null;
