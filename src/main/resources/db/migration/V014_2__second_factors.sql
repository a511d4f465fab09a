-- What people show beside a password: codes of a telephone's app, passkeys, and codes for the day when both are lost.

create table account_totp (
    user_id   bigint       not null primary key references portal_user (id) on delete cascade,
    -- Base32, as the app was given it: without it no code can be checked.
    secret    varchar(64)  not null,
    -- The last step of time whose code was used; none is taken twice.
    last_step bigint       not null,
    made_at   timestamp(6) not null
);

create table account_recovery (
    -- SHA-256; the codes themselves are shown once and kept nowhere.
    digest  varchar(64) not null primary key,
    user_id bigint      not null references portal_user (id) on delete cascade
);
create index account_recovery_user on account_recovery (user_id);

create sequence account_passkey_seq start with 50 increment by 50;
create table account_passkey (
    id            bigint        not null primary key,
    user_id       bigint        not null references portal_user (id) on delete cascade,
    -- As the device calls it, base64url; at most 1023 bytes.
    credential_id varchar(1400) not null unique,
    -- Public key and kind of device, base64url.
    public_key    varchar(8000) not null,
    sign_count    bigint        not null,
    backup_able   boolean       not null,
    backed_up     boolean       not null,
    -- How its owner calls it.
    name          varchar(60)   not null,
    made_at       timestamp(6)  not null,
    used_at       timestamp(6)
);
create index account_passkey_user on account_passkey (user_id);

-- What a device must sign, once, soon after it was asked.
create table account_challenge (
    digest  varchar(64)  not null primary key,
    ends_at timestamp(6) not null
);
create index account_challenge_ends on account_challenge (ends_at);
