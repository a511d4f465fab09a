-- Files that citizens send to the inbox. The bytes lie in the data folder, below enclosures/, each sealed by a key of its own, which lies sealed here:
-- a file whose row is gone can be read by nobody.

create sequence inbox_enclosure_seq start with 50 increment by 50;
create table inbox_enclosure (
    id            bigint        not null primary key,
    version       bigint        not null,
    -- A random name: of the sealed file, and by which a form knows what waits for it.
    place         varchar(40)   not null unique,
    -- A digest of the token of the form that it came with.
    form_key      varchar(100)  not null,
    -- A digest of token and content: the same file of the same form is kept once.
    content_key   varchar(100)  not null,
    -- Null while the form was not sent.
    submission_id bigint references inbox_submission (id),
    -- The message that it came with; null for the submission itself.
    event_id      bigint references inbox_event (id),
    name_sealed   varchar(1500) not null,
    key_sealed    varchar(300)  not null,
    media_type    varchar(60)   not null,
    size_bytes    bigint        not null,
    width         integer       not null,
    height        integer       not null,
    -- A blind word for the network it came from, as long as it waits.
    client_key    varchar(100)  not null,
    received_at   timestamp(6)  not null
);
create index inbox_enclosure_form on inbox_enclosure (form_key);
create index inbox_enclosure_of on inbox_enclosure (submission_id);
create index inbox_enclosure_waiting on inbox_enclosure (client_key, received_at);
create index inbox_enclosure_event on inbox_enclosure (event_id);
