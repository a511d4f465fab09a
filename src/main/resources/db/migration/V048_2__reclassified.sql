-- What is put under another kind keeps what its sender agreed to: the kind to whose text that was; empty if it is still of that kind.
alter table inbox_submission add column consent_kind varchar(60) default '' not null;
