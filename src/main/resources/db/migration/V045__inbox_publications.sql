-- An answer of a kind that is not published, or of somebody who asked for that, waits for no publication, so it is not late with it either.
update inbox_submission set due_step = null, due_day = date '9999-12-31'
where state = 'ANSWERED' and (keep_private or kind_key in (select k.kind_key from inbox_kind k where not k.publishable));

-- Which version of the answer everybody reads: what it rests on is told of that one, while another one is sent and not public yet. It is the
-- newest that was written when the answer was sent that was published.
alter table inbox_publication add column answer_number integer default 0 not null;
update inbox_publication set answer_number = coalesce((select max(a.version_number) from inbox_answer a
    where a.submission_id = inbox_publication.submission_id and a.written_at <= inbox_publication.answered_at), 0);
