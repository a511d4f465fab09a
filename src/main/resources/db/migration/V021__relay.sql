-- News that is relayed from other people's feeds.

create sequence relay_source_seq start with 50 increment by 50;
create table relay_source (
    id             bigint        not null primary key,
    version        bigint        not null,
    name           varchar(200)  not null,
    address        varchar(1000) not null unique,
    section_slug   varchar(160)  not null,
    -- The account's name of whoever looks after it; may be empty.
    responsible    varchar(60)   not null,
    -- Minutes from one look to the next, as long as it answers.
    every_minutes  integer       not null,
    active         boolean       not null,
    sought         varchar(1500) not null,
    -- What the source said, so that it need not send the same again.
    etag           varchar(300)  not null,
    last_modified  varchar(100)  not null,
    next_look      timestamp(6)  not null,
    looked_at      timestamp(6),
    result         varchar(20)   not null,
    trouble        varchar(30),
    status         integer       not null,
    failures       integer       not null,
    last_new       integer       not null,
    -- The last trouble with it, kept after it went well again.
    failed_at      timestamp(6),
    failed_result  varchar(20),
    failed_trouble varchar(30),
    failed_status  integer       not null,
    updated_at     timestamp(6)  not null,
    updated_by     varchar(60)   not null
);
create index relay_source_due on relay_source (active, next_look);

create sequence relay_item_seq start with 50 increment by 50;
create table relay_item (
    id           bigint        not null primary key,
    source_id    bigint        not null,
    source_name  varchar(200)  not null,
    entry_id     varchar(500)  not null,
    link         varchar(1000) not null,
    -- Without what only counts clicks, for comparison.
    link_key     varchar(64)   not null,
    title        varchar(300)  not null,
    title_key    varchar(300)  not null,
    digest       varchar(64)   not null,
    published_at timestamp(6),
    found_at     timestamp(6)  not null,
    -- DRAFTED, DUPLICATE, PASSED_OVER, WANTED, LOST
    state        varchar(12)   not null,
    -- The item of the article; none if there is no article of it.
    item_id      bigint,
    -- Of what it is a duplicate: of something else that was found, or of an article of the portal.
    original_id  bigint,
    own_id       bigint,
    -- What the source did since.
    changed_at   timestamp(6),
    vanished_at  timestamp(6),
    link_checked timestamp(6),
    misses       integer       not null,
    absences     integer       not null,
    unique (source_id, entry_id)
);
create index relay_item_link on relay_item (link_key);
create index relay_item_found on relay_item (found_at, id);
create index relay_item_check on relay_item (state, found_at);
create index relay_item_item on relay_item (item_id);

-- The least digests of the groups of words of a text, by which the same news is known.
create table relay_shingle (
    digest  bigint not null,
    item_id bigint not null references relay_item (id) on delete cascade,
    primary key (digest, item_id)
);
create index relay_shingle_item on relay_shingle (item_id);

-- The same of the portal's own public articles.
create table relay_own (
    article_id bigint      not null primary key,
    version    integer     not null,
    -- Of the address from where it was taken over by hand; empty if from nowhere.
    link_key   varchar(64) not null
);
create index relay_own_link on relay_own (link_key);
create table relay_own_shingle (
    digest     bigint not null,
    article_id bigint not null references relay_own (article_id) on delete cascade,
    primary key (digest, article_id)
);
create index relay_own_shingle_article on relay_own_shingle (article_id);

-- What the place from where an item was relayed did since: NONE, CHANGED, VANISHED.
alter table item add column source_mark varchar(10) default 'NONE' not null;
create index item_source_mark on item (source_mark);

insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'KEEP_SOURCES', 'ALL'),
    ('PUBLISHER', 'KEEP_SOURCES', 'ALL');
