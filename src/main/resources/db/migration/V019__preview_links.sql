-- Secret links by which readers without an account see the draft of an item.

create sequence item_preview_link_seq start with 50 increment by 50;
create table item_preview_link (
    id      bigint       not null primary key,
    item_id bigint       not null references item (id),
    -- SHA-256 of the secret in the link, which is nowhere kept.
    digest  varchar(64)  not null unique,
    made_by varchar(60)  not null,
    made_at timestamp(6) not null,
    ends_at timestamp(6) not null
);
create index item_preview_link_of on item_preview_link (item_id, ends_at);
