-- The moderated inbox. What a citizen wrote and who they are lies sealed (…_sealed); by what they are found again are blind words (…_key).

create table inbox_kind (
    kind_key        varchar(60)   not null primary key,
    slug            varchar(60)   not null unique,
    -- QUESTION, FEEDBACK: by which form it comes in.
    form            varchar(20)   not null,
    position        integer       not null,
    name_vi         varchar(120)  not null,
    name_en         varchar(120)  not null,
    lead_vi         varchar(500)  not null,
    lead_en         varchar(500)  not null,
    -- In the order of the form; ! behind what is needed.
    fields          varchar(300)  not null,
    second_person   boolean       not null,
    publishable     boolean       not null,
    consent_version varchar(20)   not null,
    consent_vi      varchar(1000) not null,
    consent_en      varchar(1000) not null,
    taken           boolean       not null
);
insert into inbox_kind (kind_key, slug, form, position, name_vi, name_en, lead_vi, lead_en, fields, second_person, publishable, consent_version, consent_vi, consent_en, taken) values
    ('question', 'cau-hoi', 'QUESTION', 1, 'Câu hỏi', 'Question', 'Hỏi về thủ tục, chính sách, thông tin thuộc lĩnh vực của cơ quan. Câu trả lời có ích cho nhiều người được công khai, không kèm tên người hỏi.', 'Ask about procedures, policies and matters of this office. Answers that help many are published without the name of who asked.', 'SUBJECT! TEXT! NAME! ADDRESS! PHONE EMAIL', true, true, '2026-01', 'Tôi đồng ý để cơ quan dùng họ tên, địa chỉ, số điện thoại, thư điện tử và nội dung tôi gửi để xử lý và trả lời việc này. Thông tin của tôi không được công khai.', 'I agree that the office uses my name, address, telephone number, e-mail and what I write to handle and answer this matter. My details are not made public.', true),
    ('rule-feedback', 'quy-dinh', 'FEEDBACK', 2, 'Phản ánh, kiến nghị về quy định', 'Feedback on rules', 'Quy định, chính sách, thủ tục không phù hợp, chồng chéo, gây khó khăn; hoặc sáng kiến, giải pháp của bạn.', 'Rules, policies or procedures that do not fit, contradict each other or cause trouble; or your own proposals.', 'SUBJECT! TEXT! CONCERNED NAME! ADDRESS! PHONE EMAIL', true, true, '2026-01', 'Tôi đồng ý để cơ quan dùng họ tên, địa chỉ, số điện thoại, thư điện tử và nội dung tôi gửi để xử lý và trả lời việc này. Thông tin của tôi không được công khai.', 'I agree that the office uses my name, address, telephone number, e-mail and what I write to handle and answer this matter. My details are not made public.', true),
    ('conduct-feedback', 'hanh-vi', 'FEEDBACK', 3, 'Phản ánh về hành vi của cán bộ, công chức', 'Feedback on the conduct of officials', 'Chậm trễ, gây phiền hà, không thực hiện hoặc thực hiện không đúng quy định.', 'Delay, harassment, not doing or wrongly doing what the rules say.', 'SUBJECT! TEXT! PLACE HAPPENED CONCERNED NAME! ADDRESS! PHONE EMAIL', true, true, '2026-01', 'Tôi đồng ý để cơ quan dùng họ tên, địa chỉ, số điện thoại, thư điện tử và nội dung tôi gửi để xử lý và trả lời việc này. Thông tin của tôi không được công khai.', 'I agree that the office uses my name, address, telephone number, e-mail and what I write to handle and answer this matter. My details are not made public.', true),
    ('error-report', 'bao-loi', 'FEEDBACK', 4, 'Báo lỗi nội dung trên Cổng', 'Report an error on the portal', 'Thông tin sai, thiếu, cũ, hoặc đường dẫn hỏng trên một trang của Cổng.', 'Something wrong, missing or outdated, or a broken link on a page of the portal.', 'TEXT! NAME! PHONE EMAIL', false, false, '2026-01', 'Tôi đồng ý để cơ quan dùng họ tên, địa chỉ, số điện thoại, thư điện tử và nội dung tôi gửi để xử lý và trả lời việc này. Thông tin của tôi không được công khai.', 'I agree that the office uses my name, address, telephone number, e-mail and what I write to handle and answer this matter. My details are not made public.', true),
    ('information-request', 'yeu-cau-thong-tin', 'FEEDBACK', 5, 'Yêu cầu cung cấp thông tin', 'Access-to-information request', 'Yêu cầu theo Luật Tiếp cận thông tin. Nêu rõ thông tin cần cung cấp và cách bạn muốn nhận.', 'A request under the Law on Access to Information. Please say what you need, and how you want to get it.', 'DOCUMENT! TEXT! NAME! ADDRESS! PHONE EMAIL', true, false, '2026-01', 'Tôi đồng ý để cơ quan dùng họ tên, địa chỉ, số điện thoại, thư điện tử và nội dung tôi gửi để xử lý và trả lời việc này. Thông tin của tôi không được công khai.', 'I agree that the office uses my name, address, telephone number, e-mail and what I write to handle and answer this matter. My details are not made public.', true),
    ('personal-data-request', 'du-lieu-ca-nhan', 'FEEDBACK', 6, 'Yêu cầu về dữ liệu cá nhân', 'Personal-data request', 'Xem, sửa, xóa, hạn chế xử lý dữ liệu cá nhân của bạn mà cơ quan đang giữ.', 'See, correct, erase or limit the use of your personal data that the office holds.', 'TEXT! NAME! ADDRESS! PHONE EMAIL', true, false, '2026-01', 'Tôi đồng ý để cơ quan dùng họ tên, địa chỉ, số điện thoại, thư điện tử và nội dung tôi gửi để xử lý và trả lời việc này. Thông tin của tôi không được công khai.', 'I agree that the office uses my name, address, telephone number, e-mail and what I write to handle and answer this matter. My details are not made public.', true);

-- Matters that the inbox is not for, and by which words they are recognised: without marks, a phrase a line.
create table inbox_wrong_door (
    door_key varchar(60)   not null primary key,
    position integer       not null,
    phrases  varchar(2000) not null,
    title_vi varchar(120)  not null,
    title_en varchar(120)  not null,
    text_vi  varchar(600)  not null,
    text_en  varchar(600)  not null,
    url      varchar(300)  not null
);
insert into inbox_wrong_door (door_key, position, phrases, title_vi, title_en, text_vi, text_en, url) values
    ('khan-cap', 1, 'chay nha
dang chay
cap cuu
danh nhau
tai nan
duoi nuoc
de doa tinh mang
bao luc', 'Việc khẩn cấp', 'An emergency', 'Gọi ngay: Công an 113, Cứu hỏa 114, Cấp cứu 115. Bảo vệ trẻ em: 111. Đừng chờ trả lời ở đây.', 'Call at once: police 113, fire 114, ambulance 115; child protection 111. Do not wait for an answer here.', 'tel:112'),
    ('khieu-nai', 2, 'khieu nai
don khieu nai
khong dong y voi quyet dinh
huy quyet dinh
quyet dinh hanh chinh', 'Khiếu nại', 'A complaint', 'Khiếu nại quyết định hành chính, hành vi hành chính được giải quyết theo Luật Khiếu nại, không theo mục này (Nghị định 20/2008/NĐ-CP). Gửi đơn tới Ban Tiếp công dân hoặc cơ quan đã ra quyết định.', 'A complaint against an administrative decision or act is settled under the Law on Complaints, not here. Please send it to the citizens’ reception office or to the body that decided.', 'https://dichvucong.gov.vn'),
    ('to-cao', 3, 'to cao
don to cao
tham nhung
nhan hoi lo
doi tien
voi vinh
dua hoi lo', 'Tố cáo', 'A denunciation', 'Tố cáo hành vi vi phạm pháp luật được giải quyết theo Luật Tố cáo; danh tính của bạn được giữ bí mật theo luật đó. Gửi tới Thanh tra hoặc người đứng đầu cơ quan có thẩm quyền.', 'A denunciation is settled under the Law on Denunciations, which protects your identity. Please send it to the Inspectorate or the head of the competent body.', ''),
    ('tra-cuu-ho-so', 4, 'ho so cua toi
ma ho so
nop ho so roi
da nop ho so
bao gio co ket qua
chua co ket qua
tinh trang ho so
tra ket qua', 'Tình trạng hồ sơ', 'The state of a dossier', 'Hồ sơ đã nộp được tra cứu trên Cổng Dịch vụ công quốc gia bằng mã hồ sơ ghi trên giấy tiếp nhận.', 'A dossier that was handed in is looked up in the National Public Service Portal by the number on its receipt.', 'https://dichvucong.gov.vn/p/home/dvc-tra-cuu-ho-so.html'),
    ('co-quan-khac', 5, 'so do
giay chung nhan quyen su dung dat
bao hiem xa hoi
bao hiem y te
can cuoc
ho chieu
giay phep lai xe
thue thu nhap
ket hon
khai sinh
tam tru
thuong tru', 'Có thể thuộc cơ quan khác', 'Perhaps another body’s matter', 'Đất đai, bảo hiểm, căn cước, giấy phép lái xe, thuế, hộ tịch thuộc cơ quan khác. Cổng Dịch vụ công quốc gia có địa chỉ của từng cơ quan. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.', 'Land, insurance, identity cards, driving licences, taxes and civil status belong to other bodies; the National Public Service Portal has their addresses. If you send it here, it is passed on within 5 working days.', 'https://dichvucong.gov.vn'),
    ('du-thao', 6, 'du thao
gop y du thao
du thao luat
du thao nghi dinh
du thao thong tu
lay y kien', 'Góp ý dự thảo văn bản', 'Comments on a draft law', 'Dự thảo văn bản quy phạm pháp luật được lấy ý kiến tại trang của cơ quan soạn thảo và Cổng Thông tin điện tử Chính phủ.', 'Drafts are commented on at the site of the body that drafts them, and in the Government’s portal.', 'https://chinhphu.vn/du-thao-vbqppl'),
    ('phan-anh-quoc-gia', 7, 'van ban quy pham phap luat
thong tu trai luat
nghi dinh trai luat
van ban trai luat
quy dinh chong cheo', 'Phản ánh về văn bản quy phạm pháp luật', 'Feedback on legal documents', 'Kiến nghị về văn bản quy phạm pháp luật còn được tiếp nhận trên Hệ thống thông tin quốc gia theo Công điện 89/CĐ-TTg. Bạn có thể gửi ở đó, hoặc gửi tiếp ở đây.', 'Feedback on legal documents is also taken by the national system. You may send it there, or go on here.', 'https://dichvucong.gov.vn/p/phananhkiennghi');

create sequence inbox_submission_seq start with 50 increment by 50;
create table inbox_submission (
    id              bigint         not null primary key,
    version         bigint         not null,
    kind_key        varchar(60)    not null references inbox_kind (kind_key),
    state           varchar(20)    not null,
    code_sealed     varchar(300)   not null,
    code_key        varchar(100)   not null unique,
    form_key        varchar(100)   not null unique,
    language        varchar(2)     not null,
    name_sealed     varchar(1000)  not null,
    address_sealed  varchar(2000)  not null,
    phone_sealed    varchar(300)   not null,
    email_sealed    varchar(1500)  not null,
    phone_key       varchar(100)   not null,
    email_key       varchar(100)   not null,
    subject_sealed  varchar(2000)  not null,
    text_sealed     varchar(60000) not null,
    details_sealed  varchar(10000) not null,
    page            varchar(500)   not null,
    procedure_code  varchar(40)    not null,
    keep_private    boolean        not null,
    suspect         boolean        not null,
    consent_version varchar(20)    not null,
    unit_slug       varchar(160)   not null,
    handler         varchar(60)    not null,
    received_at     timestamp(6)   not null,
    clock_from      date           not null,
    extension       integer        not null,
    due_step        varchar(20),
    -- 9999-12-31 where nothing is due.
    due_day         date           not null,
    objected        boolean        not null,
    rating          varchar(20),
    newest_answer   integer        not null,
    sent_answer     integer        not null,
    drafted_by      varchar(60)    not null,
    approved_by     varchar(60)    not null,
    answered_at     timestamp(6),
    updated_at      timestamp(6)   not null
);
create index inbox_submission_due on inbox_submission (state, due_day, id);
create index inbox_submission_received on inbox_submission (received_at);
create index inbox_submission_handler on inbox_submission (handler, state);
create index inbox_submission_unit on inbox_submission (unit_slug, state, due_day);
create index inbox_submission_phone on inbox_submission (phone_key);
create index inbox_submission_email on inbox_submission (email_key);

create sequence inbox_event_seq start with 50 increment by 50;
create table inbox_event (
    id            bigint         not null primary key,
    submission_id bigint         not null references inbox_submission (id),
    done_at       timestamp(6)   not null,
    -- Empty for the sender.
    actor         varchar(60)    not null,
    deed          varchar(20)    not null,
    to_state      varchar(20)    not null,
    text_sealed   varchar(24000) not null,
    target        varchar(300)   not null,
    form_key      varchar(100)   unique
);
create index inbox_event_of on inbox_event (submission_id, id);

create sequence inbox_answer_seq start with 50 increment by 50;
create table inbox_answer (
    id                     bigint          not null primary key,
    submission_id          bigint          not null references inbox_submission (id),
    version_number         integer         not null,
    author                 varchar(60)     not null,
    written_at             timestamp(6)    not null,
    full_sealed            varchar(120000) not null,
    public_title_sealed    varchar(2000)   not null,
    public_question_sealed varchar(120000) not null,
    public_answer_sealed   varchar(120000) not null,
    unique (submission_id, version_number)
);

-- What everybody may read.
create table inbox_publication (
    submission_id  bigint         not null primary key references inbox_submission (id),
    slug           varchar(160)   not null unique,
    kind_key       varchar(60)    not null,
    title          varchar(200)   not null,
    question       varchar(20000) not null,
    answer         varchar(20000) not null,
    unit_slug      varchar(160)   not null,
    procedure_code varchar(40)    not null,
    received_at    timestamp(6)   not null,
    answered_at    timestamp(6)   not null,
    published_at   timestamp(6)   not null
);
create index inbox_publication_answered on inbox_publication (answered_at);

insert into role_permission (role, permission, reach) values
    ('MODERATOR', 'READ_INBOX', 'ASSIGNED'),
    ('MODERATOR', 'MODERATE_INBOX', 'ASSIGNED'),
    ('MODERATOR', 'ANSWER_INBOX', 'ASSIGNED'),
    ('MODERATOR', 'SEE_SENDERS', 'ASSIGNED'),
    ('RESPONDER', 'READ_INBOX', 'ASSIGNED'),
    ('RESPONDER', 'ANSWER_INBOX', 'ASSIGNED'),
    ('RESPONDER', 'SEE_SENDERS', 'ASSIGNED'),
    ('APPROVER', 'READ_INBOX', 'ASSIGNED'),
    ('APPROVER', 'APPROVE_ANSWERS', 'ASSIGNED');
