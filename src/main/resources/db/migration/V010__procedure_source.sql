-- What an import file said of a procedure, word by word.
create table procedure_source (
    code     varchar(40)      not null primary key,
    text     varchar(1000000) not null,
    taken_at timestamp(6)     not null
);

-- Imported procedures, of which no source knows since when they are in force, were said to be partly online or not at all online by
-- guess. What is known is whether there is a way online.
update procedure_record set service_level = 'ONLINE' where service_level = 'PARTIAL' and valid_from is null;
update procedure_record set service_level = 'UNSTATED' where service_level = 'IN_PERSON' and valid_from is null;

-- What is wrong with a procedure's page when its source is laid beside it, and what editors accept of that.
create sequence quality_finding_seq start with 50 increment by 50;
create table quality_finding (
    id       bigint        not null primary key,
    code     varchar(40)   not null,
    title    varchar(3000) not null,
    fault    varchar(30)   not null,
    source   varchar(1100) not null,
    shown    varchar(1100) not null,
    -- By which the same finding is known again.
    mark     char(64)      not null,
    found_at timestamp(6)  not null,
    unique (code, mark)
);

create sequence quality_acceptance_seq start with 50 increment by 50;
create table quality_acceptance (
    id          bigint        not null primary key,
    code        varchar(40)   not null,
    title       varchar(300)  not null,
    fault       varchar(30)   not null,
    mark        char(64)      not null,
    reason      varchar(1000) not null,
    accepted_at timestamp(6)  not null,
    accepted_by varchar(60)   not null,
    unique (code, mark)
);

-- Which page was checked when, by which edition of the checks.
create table quality_checked (
    code       varchar(40)  not null primary key,
    edition    integer      not null,
    checked_at timestamp(6) not null
);

insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'KEEP_QUALITY', 'ALL'),
    ('EDITOR', 'KEEP_QUALITY', 'ALL');
