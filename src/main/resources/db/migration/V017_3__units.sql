-- Units as editors keep them, and the people who can be reached there.

alter table unit add column updated_at timestamp(6) default timestamp '2026-11-29 00:00:00' not null;
alter table unit add column updated_by varchar(60) default 'minhbach' not null;

create sequence unit_person_seq start with 50 increment by 50;
create table unit_person (
    id         bigint       not null primary key,
    version    bigint       not null,
    unit_id    bigint       not null references unit (id),
    position   integer      not null,
    name       varchar(120) not null,
    post       varchar(200) not null,
    duties     varchar(500) not null,
    phone      varchar(60)  not null,
    email      varchar(254) not null,
    -- The address of a picture that the portal keeps; empty for none.
    picture    varchar(400) not null,
    updated_at timestamp(6) not null,
    updated_by varchar(60)  not null
);
create index unit_person_unit on unit_person (unit_id, position, id);
