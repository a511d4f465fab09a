-- Letters that the portal owes somebody, and what editors have them say.

create sequence mail_letter_seq start with 50 increment by 50;
create table mail_letter (
    id           bigint         not null primary key,
    version      bigint         not null,
    -- Made when the letter is written, the same at each attempt.
    message_id   varchar(320)   not null unique,
    letter_kind  varchar(60)    not null,
    address      varchar(254)   not null,
    recipient    varchar(120)   not null,
    language     varchar(2)     not null,
    subject      varchar(200)   not null,
    -- Empty once a letter with a secret was sent.
    body         varchar(20000) not null,
    secret       boolean        not null,
    sought       varchar(600)   not null,
    -- WAITING, SENT, GIVEN_UP
    state        varchar(10)    not null,
    attempts     integer        not null,
    turn         integer        not null,
    created_at   timestamp(6)   not null,
    useful_until timestamp(6)   not null,
    next_attempt timestamp(6)   not null,
    sent_at      timestamp(6),
    problem      varchar(20)    not null,
    answer       varchar(300)   not null
);
create index mail_letter_due on mail_letter (state, next_attempt);
create index mail_letter_day on mail_letter (created_at);
create index mail_letter_sent on mail_letter (sent_at);
create index mail_letter_address on mail_letter (address, letter_kind, created_at);

create sequence mail_template_seq start with 50 increment by 50;
create table mail_template (
    id          bigint        not null primary key,
    version     bigint        not null,
    letter_kind varchar(60)   not null,
    language    varchar(2)    not null,
    subject     varchar(200)  not null,
    body        varchar(6000) not null,
    updated_at  timestamp(6)  not null,
    updated_by  varchar(60)   not null,
    unique (letter_kind, language)
);

insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'KEEP_MAIL', 'ALL'),
    ('PUBLISHER', 'KEEP_MAIL', 'ALL');
