-- Who sent something can be let go of; what is written can be found by its words; and letters to citizens lie sealed until they are sent.

alter table inbox_submission add column anonymised_at timestamp(6);
create index inbox_submission_kept on inbox_submission (kind_key, updated_at);

-- The words of a submission, its messages and answers, folded, each once, sealed together: what lies here tells no word and no count of
-- words. The portal opens them into its memory and looks there.
create table inbox_words (
    submission_id bigint         not null primary key references inbox_submission (id),
    words_sealed  varchar(60000) not null,
    changed_at    timestamp(6)   not null
);
create index inbox_words_changed on inbox_words (changed_at);

-- A letter to a citizen names nobody in the open. What is needed to send it lies sealed until it was sent; afterwards there is only the
-- blind mark of the address, for an hour's limit.
alter table mail_letter add column citizen boolean default false not null;
alter table mail_letter add column address_sealed varchar(1500) default '' not null;
alter table mail_letter add column text_sealed varchar(100000) default '' not null;
alter table mail_letter add column address_key varchar(100) default '' not null;
create index mail_letter_key on mail_letter (address_key);
update mail_letter set citizen = true where letter_kind like 'inbox.%';
update mail_letter set address = '', recipient = '', sought = '', subject = ''
    where letter_kind like 'inbox.%' and state <> 'WAITING';
