-- What a citizen is owed is written in any case; where it would be too much at once, its first attempt comes later.
alter table mail_letter add column first_attempt timestamp(6) default timestamp '2026-01-01 00:00:00' not null;
update mail_letter set first_attempt = created_at;
-- Those to citizens and those to the staff are counted apart.
create index mail_letter_waiting on mail_letter (state, citizen);
-- Whether the receipt was put into the outbox: what its page says must not hang on whether there is a mail server now.
alter table inbox_submission add column receipt_mailed boolean default false not null;
