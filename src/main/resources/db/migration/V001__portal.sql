-- The first house of the portal. One script for H2 and PostgreSQL; long texts are varchar, since a CLOB behaves
-- differently on the two.

-- What changed for the public -------------------------------------------------------------------------------------

create table content_change_head (
    position bigint not null
);
insert into content_change_head (position) values (0);

create table content_change (
    position   bigint       not null primary key,
    kind       varchar(30)  not null,
    content_id varchar(200) not null,
    action     varchar(12)  not null,
    changed_at timestamp(6) not null
);
create index content_change_of on content_change (kind, content_id, position);

-- Accounts of staff -----------------------------------------------------------------------------------------------

create sequence portal_user_seq start with 50 increment by 50;
create table portal_user (
    id            bigint       not null primary key,
    version       bigint       not null,
    name          varchar(60)  not null unique,
    full_name     varchar(120) not null,
    password_hash varchar(400) not null,
    active        boolean      not null,
    created_at    timestamp(6) not null
);
create table portal_user_role (
    user_id bigint      not null references portal_user (id) on delete cascade,
    role    varchar(30) not null,
    primary key (user_id, role)
);

-- Files -----------------------------------------------------------------------------------------------------------

create sequence attachment_seq start with 50 increment by 50;
create table attachment (
    id         bigint        not null primary key,
    version    bigint        not null,
    sha256     char(64)      not null,
    file_name  varchar(200)  not null,
    media_type varchar(100)  not null,
    size_bytes bigint        not null,
    width      integer       not null,
    height     integer       not null,
    alt        varchar(1000) not null,
    credit     varchar(300)  not null,
    created_at timestamp(6)  not null
);

-- Articles --------------------------------------------------------------------------------------------------------

create sequence section_seq start with 50 increment by 50;
create table section (
    id          bigint        not null primary key,
    version     bigint        not null,
    slug        varchar(120)  not null unique,
    name        varchar(200)  not null,
    description varchar(1000) not null,
    kind        varchar(20)   not null,
    position    integer       not null
);

create sequence article_seq start with 50 increment by 50;
create table article (
    id           bigint          not null primary key,
    version      bigint          not null,
    slug         varchar(160)    not null unique,
    title        varchar(300)    not null,
    status       varchar(20)     not null,
    published_at timestamp(6),
    created_at   timestamp(6)    not null,
    updated_at   timestamp(6)    not null,
    section_id   bigint          not null references section (id),
    lead         varchar(2000)   not null,
    body         varchar(1000000) not null,
    image_id     bigint references attachment (id),
    author       varchar(200)    not null,
    source_name  varchar(200)    not null,
    source_url   varchar(1000)   not null,
    tags         varchar(1000)   not null,
    procedures   varchar(2000)   not null
);
-- In the order in which lists are read: both databases then stop after a page instead of sorting everything.
create index article_newest on article (status, published_at desc, id desc);
create index article_of_section on article (section_id, status, published_at desc, id desc);

-- Procedures ------------------------------------------------------------------------------------------------------

create sequence procedure_seq start with 50 increment by 50;
create table procedure_record (
    id            bigint           not null primary key,
    version       bigint           not null,
    code          varchar(40)      not null unique,
    title         varchar(3000)    not null,
    org           varchar(500)     not null,
    decision      varchar(300)     not null,
    kind          varchar(300)     not null,
    field         varchar(300)     not null,
    levels        varchar(200)     not null,
    service_level varchar(20)      not null,
    status        varchar(20)      not null,
    valid_from    date,
    valid_to      date,
    checked_on    date,
    national_url  varchar(1000)    not null,
    frequent      boolean          not null,
    life_events   varchar(1000)    not null,
    content       varchar(1000000) not null,
    fingerprint   char(64)         not null,
    updated_at    timestamp(6)     not null
);

create sequence import_run_seq start with 50 increment by 50;
create table import_run (
    id          bigint          not null primary key,
    file_name   varchar(300)    not null,
    started_at  timestamp(6)    not null,
    finished_at timestamp(6),
    lines_read  integer         not null,
    added       integer         not null,
    changed     integer         not null,
    unchanged   integer         not null,
    refused     integer         not null,
    report      varchar(100000) not null
);

-- Units and the frame of the site ---------------------------------------------------------------------------------

create sequence unit_seq start with 50 increment by 50;
create table unit (
    id           bigint         not null primary key,
    version      bigint         not null,
    slug         varchar(120)   not null unique,
    name         varchar(300)   not null,
    short_name   varchar(120)   not null,
    kind         varchar(20)    not null,
    summary      varchar(2000)  not null,
    body         varchar(200000) not null,
    head         varchar(120)   not null,
    head_post    varchar(200)   not null,
    address      varchar(300)   not null,
    phone        varchar(60)    not null,
    email        varchar(254)   not null,
    hours        varchar(500)   not null,
    former_names varchar(2000)  not null,
    position     integer        not null
);

create table site_block (
    name       varchar(60)     not null primary key,
    version    bigint          not null,
    content    varchar(200000) not null,
    updated_at timestamp(6)    not null
);

create table life_event (
    slug        varchar(60)    not null primary key,
    name        varchar(120)   not null,
    icon        varchar(40)    not null,
    description varchar(500)   not null,
    fields      varchar(10000) not null,
    title_words varchar(5000)  not null,
    position    integer        not null
);
