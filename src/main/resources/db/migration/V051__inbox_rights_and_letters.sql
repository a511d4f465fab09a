-- Rules by which the whole office works are kept by whoever has the role for the whole office. WHOLE is a third reach: everywhere, and only for them.
-- Until now somebody who receives what is sent to one unit could shorten for how long everybody's is kept.

update role_permission set reach = 'WHOLE' where role = 'MODERATOR' and permission = 'KEEP_INBOX_RULES';
update role_permission set reach = 'WHOLE' where role = 'APPROVER' and permission = 'KEEP_LEGAL_RULES';

-- Whoever fills in somebody else's address could have the office write them by the name that they gave: the receipt greets without it now, also
-- where an editor wrote its words.

update mail_template set subject = replace(subject, '[[ho-ten]]', 'ông/bà'), body = replace(body, '[[ho-ten]]', 'ông/bà')
    where letter_kind = 'inbox.received' and language = 'vi';
update mail_template set subject = replace(subject, '[[ho-ten]]', 'citizen'), body = replace(body, '[[ho-ten]]', 'citizen')
    where letter_kind = 'inbox.received' and language = 'en';
