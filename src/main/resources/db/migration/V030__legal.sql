-- How long the law gives, and which days the office works. The office keeps both; the first come with the portal, each with its basis and
-- how sure it is: VERIFIED (read in the text), SECONDARY (read in a secondary source), UNVERIFIED (known by practice or reckoned).

create sequence legal_calendar_day_seq start with 100 increment by 50;
create table legal_calendar_day (
    id         bigint       not null primary key,
    version    bigint       not null,
    on_day     date         not null unique,
    -- OFF: a free weekday. WORKED: a worked weekend.
    day_kind   varchar(10)  not null,
    title      varchar(120) not null,
    basis      varchar(300) not null,
    certainty  varchar(20)  not null,
    -- Whether deadlines take it into account.
    counted    boolean      not null,
    updated_at timestamp(6) not null,
    updated_by varchar(60)  not null
);

create sequence legal_time_rule_seq start with 100 increment by 50;
create table legal_time_rule (
    id          bigint       not null primary key,
    version     bigint       not null,
    rule_kind   varchar(60)  not null,
    -- REFUSE, ASK_MORE, TRANSFER, TELL, ANSWER, STATUS, PUBLISH, EXTEND
    step        varchar(20)  not null,
    amount      integer      not null,
    -- WORKING, CALENDAR
    time_unit   varchar(10)  not null,
    basis       varchar(300) not null,
    certainty   varchar(20)  not null,
    -- A rule of which it is not settled whether it governs is kept and not applied.
    applied     boolean      not null,
    valid_from  date         not null,
    valid_until date,
    note        varchar(500) not null,
    updated_at  timestamp(6) not null,
    updated_by  varchar(60)  not null
);
create index legal_time_rule_of on legal_time_rule (rule_kind, step, valid_from);

insert into legal_calendar_day (id, version, on_day, day_kind, title, basis, certainty, counted, updated_at, updated_by) values
    (1, 1, date '2026-01-01', 'OFF', 'Tết Dương lịch', 'Khoản 1 Điều 112 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (2, 1, date '2026-02-16', 'OFF', 'Tết Nguyên đán', 'Phương án nghỉ Tết Nguyên đán 2026 (từ 14/02 đến 22/02/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (3, 1, date '2026-02-17', 'OFF', 'Tết Nguyên đán', 'Phương án nghỉ Tết Nguyên đán 2026 (từ 14/02 đến 22/02/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (4, 1, date '2026-02-18', 'OFF', 'Tết Nguyên đán', 'Phương án nghỉ Tết Nguyên đán 2026 (từ 14/02 đến 22/02/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (5, 1, date '2026-02-19', 'OFF', 'Tết Nguyên đán', 'Phương án nghỉ Tết Nguyên đán 2026 (từ 14/02 đến 22/02/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (6, 1, date '2026-02-20', 'OFF', 'Tết Nguyên đán', 'Phương án nghỉ Tết Nguyên đán 2026 (từ 14/02 đến 22/02/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (7, 1, date '2026-04-27', 'OFF', 'nghỉ bù Giỗ Tổ Hùng Vương', 'Khoản 3 Điều 111 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (8, 1, date '2026-04-30', 'OFF', 'Ngày Chiến thắng', 'Khoản 1 Điều 112 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (9, 1, date '2026-05-01', 'OFF', 'Ngày Quốc tế Lao động', 'Khoản 1 Điều 112 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (10, 1, date '2026-08-22', 'WORKED', 'làm bù cho ngày 31/08/2026', 'Phương án nghỉ lễ Quốc khánh 2026 (từ 29/08 đến 02/09/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (11, 1, date '2026-08-31', 'OFF', 'hoán đổi với ngày 22/08/2026', 'Phương án nghỉ lễ Quốc khánh 2026 (từ 29/08 đến 02/09/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (12, 1, date '2026-09-01', 'OFF', 'Quốc khánh', 'Phương án nghỉ lễ Quốc khánh 2026 (từ 29/08 đến 02/09/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (13, 1, date '2026-09-02', 'OFF', 'Quốc khánh', 'Phương án nghỉ lễ Quốc khánh 2026 (từ 29/08 đến 02/09/2026)', 'SECONDARY', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (14, 1, date '2026-11-24', 'OFF', 'Ngày Văn hóa Việt Nam', 'Chưa thấy văn bản chính thức; chỉ có trong lịch nghỉ của một doanh nghiệp', 'UNVERIFIED', false, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (15, 1, date '2027-01-01', 'OFF', 'Tết Dương lịch', 'Khoản 1 Điều 112 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (16, 1, date '2027-02-05', 'OFF', 'Tết Nguyên đán', 'Chưa có phương án nghỉ Tết Nguyên đán 2027; ngày nghỉ theo mọi phương án thường dùng', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (17, 1, date '2027-02-08', 'OFF', 'Tết Nguyên đán', 'Chưa có phương án nghỉ Tết Nguyên đán 2027; mùng 3 Tết', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (18, 1, date '2027-02-09', 'OFF', 'Tết Nguyên đán (chưa chắc chắn)', 'Chưa có phương án nghỉ Tết Nguyên đán 2027', 'UNVERIFIED', false, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (19, 1, date '2027-02-10', 'OFF', 'Tết Nguyên đán (chưa chắc chắn)', 'Chưa có phương án nghỉ Tết Nguyên đán 2027', 'UNVERIFIED', false, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (20, 1, date '2027-02-11', 'OFF', 'Tết Nguyên đán (chưa chắc chắn)', 'Chưa có phương án nghỉ Tết Nguyên đán 2027', 'UNVERIFIED', false, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (21, 1, date '2027-04-16', 'OFF', 'Giỗ Tổ Hùng Vương', 'Khoản 1 Điều 112 Bộ luật Lao động 2019; mùng 10 tháng 3 âm lịch', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (22, 1, date '2027-04-30', 'OFF', 'Ngày Chiến thắng', 'Khoản 1 Điều 112 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (23, 1, date '2027-05-03', 'OFF', 'nghỉ bù Ngày Quốc tế Lao động', 'Khoản 3 Điều 111 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (24, 1, date '2027-09-02', 'OFF', 'Quốc khánh', 'Khoản 1 Điều 112 Bộ luật Lao động 2019', 'UNVERIFIED', true, timestamp '2026-01-01 00:00:00', 'minhbach'),
    (25, 1, date '2027-09-03', 'OFF', 'Quốc khánh, ngày liền kề (chưa chắc chắn)', 'Khoản 1 Điều 112 Bộ luật Lao động 2019; ngày trước hay ngày sau do Thủ tướng quyết định hằng năm', 'UNVERIFIED', false, timestamp '2026-01-01 00:00:00', 'minhbach');

insert into legal_time_rule (id, version, rule_kind, step, amount, time_unit, basis, certainty, applied, valid_from, note, updated_at, updated_by) values
    (1, 1, 'question', 'ANSWER', 15, 'WORKING', 'Nghị định 43/2011/NĐ-CP, Điều 17', 'VERIFIED', true, date '2020-01-01', 'Văn bản trước; văn bản thay thế chưa đối chiếu.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (2, 1, 'question', 'REFUSE', 2, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'UNVERIFIED', true, date '2020-01-01', 'Áp dụng tương tự phản ánh, kiến nghị.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (3, 1, 'question', 'ASK_MORE', 5, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'UNVERIFIED', true, date '2020-01-01', 'Áp dụng tương tự phản ánh, kiến nghị.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (4, 1, 'question', 'TRANSFER', 5, 'WORKING', 'Nghị định 20/2008/NĐ-CP, Điều 9', 'UNVERIFIED', true, date '2020-01-01', 'Áp dụng tương tự phản ánh, kiến nghị.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (5, 1, 'question', 'PUBLISH', 2, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'UNVERIFIED', true, date '2020-01-01', 'Áp dụng tương tự phản ánh, kiến nghị.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (6, 1, 'question', 'STATUS', 7, 'CALENDAR', 'Thông tư 02/2017/TT-VPCP', 'UNVERIFIED', true, date '2020-01-01', 'Áp dụng tương tự phản ánh, kiến nghị.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (7, 1, 'rule-feedback', 'REFUSE', 2, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg, mục 5.2', 'SECONDARY', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (8, 1, 'rule-feedback', 'ASK_MORE', 5, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'SECONDARY', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (9, 1, 'rule-feedback', 'TRANSFER', 5, 'WORKING', 'Nghị định 20/2008/NĐ-CP, Điều 9', 'VERIFIED', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (10, 1, 'rule-feedback', 'ANSWER', 15, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'SECONDARY', true, date '2020-01-01', 'Chưa xác định thời hạn 15 ngày làm việc hay 20 ngày đang có hiệu lực.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (11, 1, 'rule-feedback', 'ANSWER', 20, 'CALENDAR', 'Thông tư 02/2017/TT-VPCP', 'SECONDARY', false, date '2020-01-01', 'Chưa xác định thời hạn 15 ngày làm việc hay 20 ngày đang có hiệu lực.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (12, 1, 'rule-feedback', 'STATUS', 7, 'CALENDAR', 'Thông tư 02/2017/TT-VPCP', 'SECONDARY', true, date '2020-01-01', 'Khi đã quá hạn.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (13, 1, 'rule-feedback', 'PUBLISH', 2, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'SECONDARY', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (14, 1, 'conduct-feedback', 'REFUSE', 2, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg, mục 5.2', 'SECONDARY', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (15, 1, 'conduct-feedback', 'ASK_MORE', 5, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'SECONDARY', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (16, 1, 'conduct-feedback', 'TRANSFER', 5, 'WORKING', 'Nghị định 20/2008/NĐ-CP, Điều 9', 'VERIFIED', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (17, 1, 'conduct-feedback', 'ANSWER', 15, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'SECONDARY', true, date '2020-01-01', 'Chưa xác định thời hạn 15 ngày làm việc hay 20 ngày đang có hiệu lực.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (18, 1, 'conduct-feedback', 'ANSWER', 20, 'CALENDAR', 'Thông tư 02/2017/TT-VPCP', 'SECONDARY', false, date '2020-01-01', 'Chưa xác định thời hạn 15 ngày làm việc hay 20 ngày đang có hiệu lực.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (19, 1, 'conduct-feedback', 'STATUS', 7, 'CALENDAR', 'Thông tư 02/2017/TT-VPCP', 'SECONDARY', true, date '2020-01-01', 'Khi đã quá hạn.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (20, 1, 'conduct-feedback', 'PUBLISH', 2, 'WORKING', 'Công thức chỉ số theo Quyết định 766/QĐ-TTg', 'SECONDARY', true, date '2020-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (21, 1, 'rule-feedback', 'TRANSFER', 2, 'WORKING', 'Công điện 89/CĐ-TTg', 'SECONDARY', false, date '2025-06-20', 'Chỉ áp dụng cho phản ánh, kiến nghị về văn bản quy phạm pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (22, 1, 'rule-feedback', 'ANSWER', 15, 'CALENDAR', 'Công điện 89/CĐ-TTg', 'SECONDARY', false, date '2025-06-20', 'Chỉ áp dụng cho phản ánh, kiến nghị về văn bản quy phạm pháp luật.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (23, 1, 'error-report', 'ANSWER', 15, 'CALENDAR', 'Luật Tiếp cận thông tin 2016, Điều 22', 'VERIFIED', true, date '2018-07-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (24, 1, 'information-request', 'TELL', 3, 'WORKING', 'Luật Tiếp cận thông tin 2016, Điều 30', 'VERIFIED', true, date '2018-07-01', 'Cung cấp ngay, hoặc báo thời hạn nếu phức tạp.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (25, 1, 'information-request', 'ANSWER', 15, 'WORKING', 'Luật Tiếp cận thông tin 2016, Điều 30', 'VERIFIED', true, date '2018-07-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (26, 1, 'information-request', 'EXTEND', 15, 'WORKING', 'Luật Tiếp cận thông tin 2016, Điều 30', 'VERIFIED', true, date '2018-07-01', 'Một lần, có báo cho người yêu cầu.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (27, 1, 'personal-data-request', 'TELL', 2, 'WORKING', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP', 'SECONDARY', true, date '2026-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (28, 1, 'personal-data-request', 'ANSWER', 15, 'CALENDAR', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP', 'SECONDARY', true, date '2026-01-01', '', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (29, 1, 'personal-data-request', 'ANSWER', 20, 'CALENDAR', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP', 'SECONDARY', false, date '2026-01-01', 'Khi có bên thứ ba.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (30, 1, 'personal-data-request', 'EXTEND', 15, 'CALENDAR', 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP', 'SECONDARY', true, date '2026-01-01', 'Một lần.', timestamp '2026-01-01 00:00:00', 'minhbach');

insert into role_permission (role, permission, reach) values
    ('ADMINISTRATOR', 'KEEP_LEGAL_RULES', 'ALL'),
    ('APPROVER', 'KEEP_LEGAL_RULES', 'ALL');
