-- Who is signed in at this moment, from where; what is not here is over, whatever a server still remembers.

create sequence account_session_seq start with 50 increment by 50;
create table account_session (
    id       bigint       not null primary key,
    user_id  bigint       not null references portal_user (id) on delete cascade,
    -- SHA-256 of a secret that the server's session holds and nobody is told.
    digest   varchar(64)  not null unique,
    -- The account's stamp at sign-in; with another one it is over.
    stamp    bigint       not null,
    began_at timestamp(6) not null,
    seen_at  timestamp(6) not null,
    address  varchar(60)  not null,
    -- "Firefox", "Windows"
    browser  varchar(30)  not null,
    system   varchar(30)  not null,
    -- Whether more than a password was shown.
    proved   boolean      not null
);
create index account_session_user on account_session (user_id);
