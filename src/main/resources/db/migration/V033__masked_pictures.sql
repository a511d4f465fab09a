-- What the public sees of a citizen's files: pictures painted anew, with everything masked that an approver marked. Sealed as the files are, until
-- the answer is public; then handed out to everybody, and no longer when it is taken back.

create sequence inbox_masked_picture_seq start with 50 increment by 50;
create table inbox_masked_picture (
    id            bigint        not null primary key,
    enclosure_id  bigint        not null references inbox_enclosure (id),
    submission_id bigint        not null references inbox_submission (id),
    -- Of a document, from 1; 1 for a picture.
    page          integer       not null,
    place         varchar(40)   not null unique,
    key_sealed    varchar(300)  not null,
    -- As everybody may read it.
    file_name     varchar(200)  not null,
    description   varchar(300)  not null,
    -- Left, top, width and height in percent, one box after the other.
    boxes         varchar(4000) not null,
    media_type    varchar(60)   not null,
    size_bytes    bigint        not null,
    width         integer       not null,
    height        integer       not null,
    made_by       varchar(60)   not null,
    made_at       timestamp(6)  not null,
    unique (enclosure_id, page)
);
create index inbox_masked_picture_of on inbox_masked_picture (submission_id);
