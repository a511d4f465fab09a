-- What editors teach the search, and what the search learns from its readers without knowing them.

create sequence search_word_seq start with 50 increment by 50;
create table search_word (
    id         bigint        not null primary key,
    version    bigint        not null,
    kind       varchar(20)   not null,
    term       varchar(200)  not null,
    term_key   varchar(200)  not null unique,
    expansions varchar(2000) not null,
    updated_at timestamp(6)  not null,
    updated_by varchar(60)   not null
);

create sequence best_bet_seq start with 50 increment by 50;
create table best_bet (
    id           bigint       not null primary key,
    version      bigint       not null,
    query        varchar(300) not null,
    query_key    varchar(300) not null,
    content_kind varchar(30)  not null,
    content_id   varchar(200) not null,
    position     integer      not null,
    updated_at   timestamp(6) not null,
    updated_by   varchar(60)  not null,
    unique (query_key, content_kind, content_id)
);

create sequence denied_suggestion_seq start with 50 increment by 50;
create table denied_suggestion (
    id         bigint       not null primary key,
    version    bigint       not null,
    phrase     varchar(300) not null,
    phrase_key varchar(300) not null unique,
    updated_at timestamp(6) not null,
    updated_by varchar(60)  not null
);

-- One row per query and day, written only once three different readers have asked it. Nothing here tells who.
create table query_count (
    query_key varchar(300) not null,
    counted_on date        not null,
    query     varchar(300) not null,
    searches  bigint       not null,
    nothing   bigint       not null,
    clicks    bigint       not null,
    primary key (query_key, counted_on)
);
create index query_count_of_day on query_count (counted_on);

-- How often a page was opened on a day.
create table view_count (
    path       varchar(300) not null,
    counted_on date         not null,
    views      bigint       not null,
    primary key (path, counted_on)
);
create index view_count_of_day on view_count (counted_on);
