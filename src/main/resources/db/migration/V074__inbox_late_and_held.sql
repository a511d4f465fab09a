-- Whoever waits for an answer that is late is told where it stands, of whatever kind it is. Where the law says nothing of that it is the office's own rule, and
-- changed like any other; where the office has made one for itself, that one stays.
insert into legal_time_rule (id, version, rule_kind, step, amount, time_unit, basis, certainty, applied, valid_from, note, updated_at, updated_by)
    select 47, 1, 'error-report', 'STATUS', 7, 'CALENDAR', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Thông báo cho người gửi khi đã quá hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'
    where not exists (select 1 from legal_time_rule r where r.rule_kind = 'error-report' and r.step = 'STATUS');
insert into legal_time_rule (id, version, rule_kind, step, amount, time_unit, basis, certainty, applied, valid_from, note, updated_at, updated_by)
    select 48, 1, 'information-request', 'STATUS', 7, 'CALENDAR', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Thông báo cho người gửi khi đã quá hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'
    where not exists (select 1 from legal_time_rule r where r.rule_kind = 'information-request' and r.step = 'STATUS');
insert into legal_time_rule (id, version, rule_kind, step, amount, time_unit, basis, certainty, applied, valid_from, note, updated_at, updated_by)
    select 49, 1, 'personal-data-request', 'STATUS', 7, 'CALENDAR', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Thông báo cho người gửi khi đã quá hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'
    where not exists (select 1 from legal_time_rule r where r.rule_kind = 'personal-data-request' and r.step = 'STATUS');

-- What looked as if a program had sent it, and was handled by somebody all the same, is a person's.
update inbox_submission set suspect = false
    where suspect and state in ('ASKED', 'IN_WORK', 'DRAFTED', 'APPROVED', 'ANSWERED', 'PUBLISHED', 'KEPT_PRIVATE');
