-- Deeds that were done to many submissions at once, with where each stood before, so that they can be taken back.
create sequence inbox_bulk_seq start with 50 increment by 50;
create table inbox_bulk (
    id        bigint       not null primary key,
    deed      varchar(20)  not null,
    done_by   varchar(60)  not null,
    done_at   timestamp(6) not null,
    taken_back boolean     not null
);
create sequence inbox_bulk_item_seq start with 50 increment by 50;
create table inbox_bulk_item (
    id            bigint       not null primary key,
    bulk_id       bigint       not null references inbox_bulk (id),
    submission_id bigint       not null references inbox_submission (id),
    -- The version that the deed left: if there is another by now, somebody has gone on.
    left_version  bigint       not null,
    state         varchar(20)  not null,
    unit_slug     varchar(160) not null,
    handler       varchar(60)  not null,
    keep_private  boolean      not null,
    suspect       boolean      not null
);
create index inbox_bulk_item_of on inbox_bulk_item (bulk_id);
