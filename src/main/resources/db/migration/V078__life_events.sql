-- Life events as editors keep them. Until now only the sample had any; a portal without it begins with those that every province knows, which
-- gather procedures by the fields of the national database, and which editors change as they like.

alter table life_event add column id bigint default 0 not null;
update life_event set id = (select count(*) from life_event other where other.slug <= life_event.slug);
alter table life_event alter column id drop default;
alter table life_event add constraint life_event_number unique (id);
alter table life_event add column version bigint default 1 not null;
alter table life_event add column updated_at timestamp(6) default timestamp '2026-12-01 00:00:00' not null;
alter table life_event add column updated_by varchar(60) default 'minhbach' not null;
create sequence life_event_seq start with 1000 increment by 50;

insert into life_event (id, slug, name, icon, description, english_name, english_description, fields, title_words, position)
select v.id, v.slug, v.name, v.icon, v.description, v.english_name, v.english_description, v.fields, v.title_words, v.id
from (values
    (1, 'sinh-con', 'Sinh con, nuôi con', 'baby', 'Khai sinh, nhận cha, mẹ, con, nhận con nuôi, giám hộ.',
     'Having and raising a child', 'Birth registration, recognition of a child, adoption, guardianship.',
     'Hộ tịch
Nuôi con nuôi',
     'khai sinh
nuôi con nuôi
con nuôi
nhận cha
nhận con
giám hộ'),
    (2, 'di-hoc', 'Đi học', 'school', 'Nhập học, chuyển trường, thi, tuyển sinh, văn bằng, chứng chỉ.',
     'Going to school', 'Enrolment, change of school, examinations, diplomas and certificates.',
     'Giáo dục Mầm non
Giáo dục Tiểu học
Giáo dục Trung học
Giáo dục thường xuyên
Giáo dục nghề nghiệp
Quy chế thi, tuyển sinh
Hệ thống văn bằng, chứng chỉ',
     ''),
    (3, 'ket-hon-gia-dinh', 'Kết hôn, gia đình', 'rings', 'Đăng ký kết hôn, xác nhận tình trạng hôn nhân, ghi chú kết hôn, ly hôn.',
     'Marriage and family', 'Registering a marriage, certificates of marital status, foreign marriages and divorces put on record.',
     'Hộ tịch
Gia đình',
     'kết hôn
hôn nhân
ly hôn
gia đình'),
    (4, 'can-cuoc-cu-tru', 'Căn cước, cư trú', 'id', 'Căn cước, định danh điện tử, thường trú, tạm trú, hộ chiếu.',
     'Identity and residence', 'Identity cards, electronic identification, permanent and temporary residence, passports.',
     'Cấp, quản lý căn cước
Đăng ký, quản lý cư trú
Định danh và xác thực điện tử
Quản lý xuất nhập cảnh',
     ''),
    (5, 'nha-dat', 'Nhà ở, đất đai', 'house', 'Đất đai, nhà ở, xây dựng.',
     'House and land', 'Land, housing, construction.',
     'Đất đai
Nhà ở và công sở
Hoạt động xây dựng
Kinh doanh bất động sản',
     ''),
    (6, 'viec-lam-bao-hiem', 'Việc làm, bảo hiểm', 'work', 'Việc làm, lao động, bảo hiểm xã hội, bảo hiểm y tế.',
     'Work and insurance', 'Employment, labour, social and health insurance.',
     'Việc làm
Lao động
Thực hiện chính sách BHXH
Chi trả các chế độ BHXH
Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN
Cấp sổ BHXH, thẻ BHYT',
     ''),
    (7, 'khoi-su-kinh-doanh', 'Khởi sự kinh doanh', 'business', 'Thành lập hộ kinh doanh, doanh nghiệp, hợp tác xã; hỗ trợ doanh nghiệp.',
     'Starting a business', 'Household businesses, enterprises, cooperatives; help for enterprises.',
     'Thành lập và hoạt động của doanh nghiệp
Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)
Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã
Hỗ trợ doanh nghiệp nhỏ và vừa',
     ''),
    (8, 'xe-di-lai', 'Phương tiện, đi lại', 'car', 'Giấy phép lái xe, đăng ký xe, đăng kiểm.',
     'Vehicles and travel', 'Driving licences, vehicle registration and inspection.',
     'Sát hạch, cấp giấy phép lái xe
Đăng ký, quản lý phương tiện giao thông cơ giới, xe máy chuyên dùng
Đăng kiểm
Bảo đảm trật tự, an toàn giao thông đường bộ',
     ''),
    (9, 'suc-khoe', 'Sức khỏe, y tế', 'health', 'Khám bệnh, chữa bệnh, thẻ bảo hiểm y tế, dược, an toàn thực phẩm.',
     'Health', 'Examination and treatment, health insurance cards, pharmacy, food safety.',
     'Khám bệnh, chữa bệnh
Thực hiện chính sách BHYT
Dược phẩm
An toàn thực phẩm và Dinh dưỡng
Y tế Dự phòng',
     ''),
    (10, 'van-hoa-the-thao-du-lich', 'Văn hóa, thể thao, du lịch', 'culture', 'Biểu diễn, lễ hội, triển lãm, di sản, thư viện, thể thao, du lịch.',
     'Culture, sport and tourism', 'Performances, festivals, exhibitions, heritage, libraries, sport, tourism.',
     'Văn hóa
Di sản văn hóa
Nghệ thuật biểu diễn
Mỹ thuật, nhiếp ảnh, triển lãm
Điện ảnh
Thư viện
Quảng cáo
Thể dục thể thao
Du lịch',
     ''),
    (11, 'nghi-huu-tuoi-gia', 'Nghỉ hưu, tuổi già', 'elder', 'Lương hưu, trợ cấp xã hội, chúc thọ, chăm sóc người cao tuổi.',
     'Retirement and old age', 'Pensions, social allowances, care for the elderly.',
     'Thực hiện chính sách BHXH
Chi trả các chế độ BHXH
Bảo trợ xã hội',
     'hưu
người cao tuổi'),
    (12, 'nguoi-than-qua-doi', 'Người thân qua đời', 'flower', 'Khai tử, chế độ tử tuất, hỗ trợ mai táng.',
     'Death of a relative', 'Registering a death, survivors'' benefits, help with funeral costs.',
     'Hộ tịch
Thực hiện chính sách BHXH
Chi trả các chế độ BHXH
Người có công
Bảo trợ xã hội',
     'khai tử
tử tuất
mai táng')
) as v (id, slug, name, icon, description, english_name, english_description, fields, title_words)
where not exists (select 1 from life_event);
