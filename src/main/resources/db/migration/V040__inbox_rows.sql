-- Kinds of submissions and wrong doors become rows that the office keeps; what somebody agreed to is kept by version; and how long
-- what a citizen sent is kept with their name.

alter table inbox_kind add column id bigint;
alter table inbox_kind add column version bigint default 1 not null;
alter table inbox_kind add column updated_at timestamp(6) default timestamp '2026-01-01 00:00:00' not null;
alter table inbox_kind add column updated_by varchar(60) default 'minhbach' not null;
update inbox_kind set id = position;
alter table inbox_kind alter column id set not null;
alter table inbox_kind add constraint inbox_kind_id unique (id);
create sequence inbox_kind_seq start with 100 increment by 50;

alter table inbox_wrong_door add column id bigint;
alter table inbox_wrong_door add column version bigint default 1 not null;
alter table inbox_wrong_door add column updated_at timestamp(6) default timestamp '2026-01-01 00:00:00' not null;
alter table inbox_wrong_door add column updated_by varchar(60) default 'minhbach' not null;
update inbox_wrong_door set id = position;
alter table inbox_wrong_door alter column id set not null;
alter table inbox_wrong_door add constraint inbox_wrong_door_id unique (id);
create sequence inbox_wrong_door_seq start with 100 increment by 50;

-- What people agreed to: a text that changes gets another version, and none is ever altered or removed.
create sequence inbox_consent_seq start with 100 increment by 50;
create table inbox_consent (
    id             bigint        not null primary key,
    kind_key       varchar(60)   not null,
    version_name   varchar(20)   not null,
    text_vi        varchar(1000) not null,
    text_en        varchar(1000) not null,
    since          timestamp(6)  not null,
    unique (kind_key, version_name)
);
insert into inbox_consent (id, kind_key, version_name, text_vi, text_en, since)
    select position, kind_key, consent_version, consent_vi, consent_en, timestamp '2026-01-01 00:00:00' from inbox_kind;

-- For how many months after the last thing that was done. Then name, address, ways to be reached and all that was written go; the steps
-- with their days and the public answer stay.
create sequence inbox_retention_seq start with 100 increment by 50;
create table inbox_retention (
    id         bigint       not null primary key,
    version    bigint       not null,
    kind_key   varchar(60)  not null,
    months     integer      not null,
    -- Whether it may go earlier when the sender asks for it.
    on_request boolean      not null,
    basis      varchar(300) not null,
    certainty  varchar(20)  not null,
    applied    boolean      not null,
    valid_from date         not null,
    note       varchar(500) not null,
    updated_at timestamp(6) not null,
    updated_by varchar(60)  not null
);
create index inbox_retention_of on inbox_retention (kind_key, valid_from);
-- No text that sets a number of months for these was read: the law says as long as the purpose needs. So they are long, and the
-- office is to set its own.
insert into inbox_retention (id, version, kind_key, months, on_request, basis, certainty, applied, valid_from, note, updated_at, updated_by)
    select position, 1, kind_key,
        case kind_key when 'error-report' then 24 else 60 end,
        case kind_key when 'conduct-feedback' then false else true end,
        'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: không lưu lâu hơn mức cần cho mục đích xử lý; số tháng do cơ quan quyết định',
        'UNVERIFIED', true, date '2026-01-01',
        'Chưa đối chiếu với quy định về thời hạn bảo quản hồ sơ, tài liệu. Cơ quan rà soát và đặt số tháng của mình.',
        timestamp '2026-01-01 00:00:00', 'minhbach'
    from inbox_kind;

insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'KEEP_INBOX_RULES', 'ALL'),
    ('MODERATOR', 'KEEP_INBOX_RULES', 'ALL'),
    ('MODERATOR', 'SERVE_PERSONS', 'ASSIGNED');
