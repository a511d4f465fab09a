-- How something came in, who took it down, and how its sender agreed; when it was written down, which is not always when it came.
alter table inbox_submission add column channel varchar(20) default 'WEB' not null;
alter table inbox_submission add column consent_given varchar(20) default 'FORM' not null;
alter table inbox_submission add column taken_by varchar(60) default '' not null;
alter table inbox_submission add column recorded_at timestamp(6);
update inbox_submission set recorded_at = received_at;
alter table inbox_submission alter column recorded_at set not null;
-- A blind word of the text, by which the same text sent twice is found.
alter table inbox_submission add column text_key varchar(100) default '' not null;
-- Until when something is promised; null for nothing.
alter table inbox_submission add column promise_day date;
-- The submission that it was joined to; 0 for none.
alter table inbox_submission add column merged_into bigint default 0 not null;
create index inbox_submission_text on inbox_submission (text_key);
create index inbox_submission_promise on inbox_submission (promise_day);
create index inbox_submission_merged on inbox_submission (merged_into);

-- Texts that answers begin with.
create sequence inbox_template_seq start with 100 increment by 50;
create table inbox_template (
    id         bigint        not null primary key,
    version    bigint        not null,
    name       varchar(120)  not null,
    -- A kind's key; empty for all kinds.
    kind_key   varchar(60)   not null,
    -- ANSWER, PUBLIC_ANSWER: which text it is for.
    used_for   varchar(20)   not null,
    template   varchar(8000) not null,
    updated_at timestamp(6)  not null,
    updated_by varchar(60)   not null
);

-- What a version of an answer rests on: something public, known as the change log knows it.
create sequence inbox_basis_seq start with 50 increment by 50;
create table inbox_basis (
    id            bigint       not null primary key,
    submission_id bigint       not null references inbox_submission (id),
    version_number integer     not null,
    content_kind  varchar(40)  not null,
    content_id    varchar(160) not null,
    path          varchar(300) not null,
    title         varchar(500) not null,
    -- When somebody of the office last said that the answer agrees with it.
    confirmed_at  timestamp(6) not null,
    unique (submission_id, version_number, path)
);
create index inbox_basis_of on inbox_basis (content_kind, content_id);

-- Who was named in an internal note, until they have seen it.
create sequence inbox_mention_seq start with 50 increment by 50;
create table inbox_mention (
    id            bigint       not null primary key,
    submission_id bigint       not null references inbox_submission (id),
    account       varchar(60)  not null,
    named_by      varchar(60)  not null,
    named_at      timestamp(6) not null,
    -- Null until they have said that they have seen it.
    seen_at       timestamp(6)
);
create index inbox_mention_of on inbox_mention (account, submission_id);

insert into inbox_template (id, version, name, kind_key, used_for, template, updated_at, updated_by) values
    (1, 1, 'Mở đầu, kết thúc chung', '', 'ANSWER', 'Kính gửi Ông/Bà,

{đơn vị} đã nhận được nội dung Ông/Bà gửi ngày {ngày nhận} (mã {mã}). Về nội dung này, {đơn vị} trả lời như sau:

1. 

Nếu còn điều chưa rõ, Ông/Bà gửi thêm tại trang tra cứu bằng mã trên. Trân trọng cảm ơn Ông/Bà.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (2, 1, 'Hướng dẫn làm thủ tục', 'question', 'ANSWER', 'Kính gửi Ông/Bà,

Về thủ tục “{tên thủ tục}”, {đơn vị} hướng dẫn như sau:

- Thành phần hồ sơ, cách nộp, thời hạn, phí và lệ phí: xem tại {liên kết thủ tục}.
- Nộp hồ sơ trực tuyến, qua bưu chính công ích hoặc trực tiếp tại bộ phận một cửa; không phải nộp thêm giấy tờ nào ngoài danh mục.

Mã tra cứu của Ông/Bà: {mã}.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (3, 1, 'Hướng dẫn làm thủ tục (công khai)', 'question', 'PUBLIC_ANSWER', 'Thủ tục “{tên thủ tục}” được hướng dẫn đầy đủ về thành phần hồ sơ, cách nộp, thời hạn, phí và lệ phí tại {liên kết thủ tục}.

Tổ chức, cá nhân không phải nộp thêm giấy tờ nào ngoài danh mục ở trang này.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (4, 1, 'Xin lỗi vì cách phục vụ, đã chấn chỉnh', 'conduct-feedback', 'ANSWER', 'Kính gửi Ông/Bà,

{đơn vị} xin lỗi Ông/Bà về sự việc nêu trong phản ánh ngày {ngày nhận}. Kết quả kiểm tra: 

Biện pháp đã làm: 

Người chịu trách nhiệm và ngày hoàn thành: ', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (5, 1, 'Đã sửa nội dung trên Cổng', 'error-report', 'ANSWER', 'Cảm ơn Ông/Bà đã báo. {đơn vị} đã kiểm tra và sửa nội dung trên ngày {hôm nay}. Nếu còn thấy sai sót, mong Ông/Bà báo tiếp.', timestamp '2026-01-01 00:00:00', 'minhbach');
