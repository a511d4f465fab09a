-- What a telephone's app shares with the portal lies sealed where there is a key, bound to its account; in clear only where there is none.

alter table account_totp add column secret_sealed varchar(300) default '' not null;
