-- Whether the office, and not the sender, decided that the answer stays between the two: what the office decided it may decide anew.
alter table inbox_submission add column private_by_office boolean default false not null;
-- Only what nobody had asked to be kept private could be marked so.
update inbox_submission set private_by_office = true
    where keep_private = true
    and id in (select submission_id from inbox_event where deed = 'MARK_PRIVATE');
