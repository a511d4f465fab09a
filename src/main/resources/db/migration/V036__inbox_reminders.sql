-- Reminders before and at a due day, and notices to senders while their answer is late: what was sent of them, each once.

create sequence inbox_reminder_seq start with 50 increment by 50;
create table inbox_reminder (
    id            bigint       not null primary key,
    submission_id bigint       not null references inbox_submission (id),
    -- BEFORE, DUE: to whoever has it; LATE: to the sender.
    occasion      varchar(10)  not null,
    -- The due day of which is reminded, or the day on which the notice was to be given.
    on_day        date         not null,
    sent_at       timestamp(6) not null,
    unique (submission_id, occasion, on_day)
);

-- So long before the due day whoever has the matter is reminded. It is the office's own rule and changed like any other.
insert into legal_time_rule (id, version, rule_kind, step, amount, time_unit, basis, certainty, applied, valid_from, note, updated_at, updated_by) values
    (41, 1, 'question', 'REMIND', 3, 'WORKING', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Nhắc người xử lý trước hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (42, 1, 'rule-feedback', 'REMIND', 3, 'WORKING', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Nhắc người xử lý trước hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (43, 1, 'conduct-feedback', 'REMIND', 3, 'WORKING', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Nhắc người xử lý trước hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (44, 1, 'error-report', 'REMIND', 3, 'WORKING', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Nhắc người xử lý trước hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (45, 1, 'information-request', 'REMIND', 2, 'WORKING', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Nhắc người xử lý trước hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (46, 1, 'personal-data-request', 'REMIND', 1, 'WORKING', 'Quy định nội bộ của cơ quan', 'UNVERIFIED', true, date '2020-01-01', 'Nhắc người xử lý trước hạn; không phải thời hạn của pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach');

-- Which kinds index 766 (figures 5.1 to 5.3) counts as feedback, and to which of its two families each belongs: RULES, CONDUCT.
create table inbox_index_family (
    kind_key varchar(60) not null primary key references inbox_kind (kind_key),
    family   varchar(10) not null
);
insert into inbox_index_family (kind_key, family) values
    ('rule-feedback', 'RULES'),
    ('conduct-feedback', 'CONDUCT');
