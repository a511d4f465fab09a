-- People: where mail for them goes, when they signed in last, and the links by which they choose a password.

alter table portal_user add column email varchar(254) default '' not null;
alter table portal_user add column signed_in_at timestamp(6);

create table account_ticket (
    -- SHA-256 of the secret in the link, which is nowhere kept.
    digest  varchar(64)  not null primary key,
    user_id bigint       not null references portal_user (id) on delete cascade,
    -- INVITATION, RESET
    purpose varchar(20)  not null,
    made_at timestamp(6) not null,
    ends_at timestamp(6) not null
);
create index account_ticket_user on account_ticket (user_id);
