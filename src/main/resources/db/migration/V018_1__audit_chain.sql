-- From where a deed was done; and the chain that shows whether the audit is as it was written.

alter table audit_entry add column address varchar(45) default '' not null;
-- The place in the chain and the digest of the entry with all before it; none for a moment after the deed.
alter table audit_entry add column chain_position bigint;
alter table audit_entry add column digest varchar(64);
create unique index audit_entry_chain on audit_entry (chain_position);
create index audit_entry_actor on audit_entry (actor, at);
create index audit_entry_deed on audit_entry (deed, at);

-- One row: who seals holds it.
create table audit_head (
    id             bigint       not null primary key,
    chain_position bigint       not null,
    digest         varchar(64)  not null,
    -- What the last check found.
    checked_at     timestamp(6),
    faults         varchar(2000) not null
);
insert into audit_head (id, chain_position, digest, faults)
    values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', '');

-- What was taken out because it had been kept long enough: the last entry of that, so that the rest still hangs on something.
create table audit_anchor (
    chain_position bigint      not null primary key,
    digest         varchar(64) not null,
    removed_at     timestamp(6) not null
);
