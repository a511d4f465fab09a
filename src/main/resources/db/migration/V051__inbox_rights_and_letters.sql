-- Whoever fills in somebody else's address could have the office write them by the name that they gave: the receipt greets without it now, also
-- where an editor wrote its words.

update mail_template set subject = replace(subject, '[[ho-ten]]', 'ông/bà'), body = replace(body, '[[ho-ten]]', 'ông/bà')
    where letter_kind = 'inbox.received' and language = 'vi';
update mail_template set subject = replace(subject, '[[ho-ten]]', 'citizen'), body = replace(body, '[[ho-ten]]', 'citizen')
    where letter_kind = 'inbox.received' and language = 'en';
