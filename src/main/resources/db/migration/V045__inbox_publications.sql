-- An answer of a kind that is not published, or of somebody who asked for that, waits for no publication, so it is not late with it either.
update inbox_submission set due_step = null, due_day = date '9999-12-31'
where state = 'ANSWERED' and (keep_private or kind_key in (select k.kind_key from inbox_kind k where not k.publishable));
