-- Who may do what, as data; and what was done.

create table role_permission (
    role       varchar(30) not null,
    permission varchar(30) not null,
    -- ALL: everywhere. ASSIGNED: at the place for which the role was given.
    reach      varchar(10) not null,
    primary key (role, permission)
);
insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'ENTER_OFFICE', 'ALL'),
    ('ADMINISTRATOR', 'EXPLAIN_SEARCH', 'ALL'),
    ('ADMINISTRATOR', 'TEACH_SEARCH', 'ALL'),
    ('ADMINISTRATOR', 'REBUILD_INDEX', 'ALL'),
    ('ADMINISTRATOR', 'KEEP_PROCEDURES', 'ALL'),
    ('ADMINISTRATOR', 'KEEP_SITE', 'ALL'),
    ('ADMINISTRATOR', 'KEEP_UNITS', 'ALL'),
    ('ADMINISTRATOR', 'MANAGE_PEOPLE', 'ALL'),
    ('EDITOR', 'ENTER_OFFICE', 'ALL'),
    ('EDITOR', 'EXPLAIN_SEARCH', 'ALL'),
    ('EDITOR', 'TEACH_SEARCH', 'ALL'),
    ('EDITOR', 'REBUILD_INDEX', 'ALL'),
    ('EDITOR', 'WRITE_ARTICLES', 'ASSIGNED'),
    ('EDITOR', 'PUBLISH_ARTICLES', 'ASSIGNED'),
    ('EDITOR', 'KEEP_FILES', 'ALL');

-- Who has which role, and for which section or unit (empty: everywhere).
create table portal_assignment (
    user_id bigint       not null references portal_user (id) on delete cascade,
    role    varchar(30)  not null,
    place   varchar(160) not null,
    primary key (user_id, role, place)
);
insert into portal_assignment (user_id, role, place) select user_id, role, '' from portal_user_role;
drop table portal_user_role;

-- Grows whenever everything that a person has open must end: a new password, a closed account, other roles.
alter table portal_user add column stamp bigint default 0 not null;

create sequence audit_entry_seq start with 50 increment by 50;
create table audit_entry (
    id         bigint       not null primary key,
    at         timestamp(6) not null,
    actor      varchar(60)  not null,
    -- A permission, or SIGN_IN, SIGN_OUT.
    deed       varchar(30)  not null,
    method     varchar(120) not null,
    subject    varchar(300) not null,
    outcome    varchar(10)  not null,
    request_id varchar(12)  not null
);
create index audit_entry_at on audit_entry (at);
