-- What somebody takes down of what was said, and has not filed yet: of each person and kind one, sealed as what is filed will be.
create sequence inbox_slip_seq start with 50 increment by 50;
create table inbox_slip (
    id           bigint          not null primary key,
    account      varchar(60)     not null,
    kind_key     varchar(60)     not null,
    -- A digest of the token of its form, by which its files are found, and of the last that was filed.
    form_key     varchar(100)    not null,
    -- Both empty once it was filed or given up.
    token_sealed varchar(300)    not null,
    typed_sealed varchar(250000) not null,
    kept_at      timestamp(6)    not null,
    version      bigint          not null,
    unique (account, kind_key)
);
create index inbox_slip_form on inbox_slip (form_key);
create index inbox_slip_kept on inbox_slip (kept_at);
