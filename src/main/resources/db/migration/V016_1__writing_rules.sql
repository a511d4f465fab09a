-- What is looked for in a text while somebody writes it. Editors keep these; the first come with the portal.

create sequence writing_rule_seq start with 150 increment by 50;
create table writing_rule (
    id         bigint        not null primary key,
    version    bigint        not null,
    -- TERM, MERGED_UNIT, ABBREVIATION, SENTENCE
    kind       varchar(20)   not null,
    term       varchar(200)  not null,
    term_key   varchar(200)  not null unique,
    instead    varchar(300)  not null,
    why        varchar(500)  not null,
    sought     varchar(2000) not null,
    updated_at timestamp(6)  not null,
    updated_by varchar(60)   not null
);

insert into writing_rule (id, version, kind, term, term_key, instead, why, sought, updated_at, updated_by) values
    (1, 1, 'TERM', 'mức độ 3, 4', 'mức độ 3, 4', 'một phần, toàn trình', 'Nghị định 42/2022/NĐ-CP bỏ bốn mức độ.', 'muc do 3, 4
mot phan, toan trinh
nghi dinh 42/2022/nd-cp bo bon muc do.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (2, 1, 'TERM', 'mức độ 3 và 4', 'mức độ 3 và 4', 'một phần và toàn trình', 'Nghị định 42/2022/NĐ-CP bỏ bốn mức độ.', 'muc do 3 va 4
mot phan va toan trinh
nghi dinh 42/2022/nd-cp bo bon muc do.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (3, 1, 'TERM', 'mức độ 3', 'mức độ 3', 'một phần', 'Nghị định 42/2022/NĐ-CP bỏ bốn mức độ.', 'muc do 3
mot phan
nghi dinh 42/2022/nd-cp bo bon muc do.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (4, 1, 'TERM', 'mức độ 4', 'mức độ 4', 'toàn trình', 'Nghị định 42/2022/NĐ-CP bỏ bốn mức độ.', 'muc do 4
toan trinh
nghi dinh 42/2022/nd-cp bo bon muc do.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (5, 1, 'TERM', 'cấp huyện', 'cấp huyện', 'cấp xã hoặc cấp tỉnh', 'Không còn cấp huyện từ ngày 01/7/2025.', 'cap huyen
cap xa hoac cap tinh
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (6, 1, 'TERM', 'Ủy ban nhân dân huyện', 'ủy ban nhân dân huyện', 'Ủy ban nhân dân xã, phường', 'Không còn cấp huyện từ ngày 01/7/2025.', 'uy ban nhan dan huyen
uy ban nhan dan xa, phuong
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (7, 1, 'TERM', 'UBND huyện', 'ubnd huyện', 'UBND xã, phường', 'Không còn cấp huyện từ ngày 01/7/2025.', 'ubnd huyen
ubnd xa, phuong
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (8, 1, 'TERM', 'Ủy ban nhân dân quận', 'ủy ban nhân dân quận', 'Ủy ban nhân dân phường', 'Không còn cấp huyện từ ngày 01/7/2025.', 'uy ban nhan dan quan
uy ban nhan dan phuong
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (9, 1, 'TERM', 'UBND quận', 'ubnd quận', 'UBND phường', 'Không còn cấp huyện từ ngày 01/7/2025.', 'ubnd quan
ubnd phuong
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (10, 1, 'TERM', 'quận, huyện', 'quận, huyện', 'xã, phường', 'Không còn cấp huyện từ ngày 01/7/2025.', 'quan, huyen
xa, phuong
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (11, 1, 'TERM', 'Phòng Văn hóa và Thông tin huyện', 'phòng văn hóa và thông tin huyện', 'Phòng Văn hóa - Xã hội xã, phường', 'Không còn cấp huyện từ ngày 01/7/2025.', 'phong van hoa va thong tin huyen
phong van hoa - xa hoi xa, phuong
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (12, 1, 'TERM', 'chứng minh nhân dân', 'chứng minh nhân dân', 'thẻ căn cước', 'Chứng minh nhân dân hết giá trị từ ngày 01/01/2025.', 'chung minh nhan dan
the can cuoc
chung minh nhan dan het gia tri tu ngay 01/01/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (13, 1, 'TERM', 'căn cước công dân', 'căn cước công dân', 'căn cước', 'Luật Căn cước năm 2023.', 'can cuoc cong dan
can cuoc
luat can cuoc nam 2023.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (14, 1, 'TERM', 'sổ hộ khẩu', 'sổ hộ khẩu', 'thông tin về cư trú', 'Sổ hộ khẩu giấy hết giá trị từ ngày 01/01/2023.', 'so ho khau
thong tin ve cu tru
so ho khau giay het gia tri tu ngay 01/01/2023.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (15, 1, 'TERM', 'bộ phận một cửa cấp huyện', 'bộ phận một cửa cấp huyện', 'Trung tâm Phục vụ hành chính công cấp xã', 'Không còn cấp huyện từ ngày 01/7/2025.', 'bo phan mot cua cap huyen
trung tam phuc vu hanh chinh cong cap xa
khong con cap huyen tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (16, 1, 'MERGED_UNIT', 'tỉnh Hà Giang', 'tỉnh hà giang', 'tỉnh Tuyên Quang', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh ha giang
tinh tuyen quang
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (17, 1, 'MERGED_UNIT', 'tỉnh Yên Bái', 'tỉnh yên bái', 'tỉnh Lào Cai', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh yen bai
tinh lao cai
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (18, 1, 'MERGED_UNIT', 'tỉnh Bắc Kạn', 'tỉnh bắc kạn', 'tỉnh Thái Nguyên', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh bac kan
tinh thai nguyen
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (19, 1, 'MERGED_UNIT', 'tỉnh Hòa Bình', 'tỉnh hòa bình', 'tỉnh Phú Thọ', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh hoa binh
tinh phu tho
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (20, 1, 'MERGED_UNIT', 'tỉnh Vĩnh Phúc', 'tỉnh vĩnh phúc', 'tỉnh Phú Thọ', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh vinh phuc
tinh phu tho
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (21, 1, 'MERGED_UNIT', 'tỉnh Bắc Giang', 'tỉnh bắc giang', 'tỉnh Bắc Ninh', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh bac giang
tinh bac ninh
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (22, 1, 'MERGED_UNIT', 'tỉnh Thái Bình', 'tỉnh thái bình', 'tỉnh Hưng Yên', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh thai binh
tinh hung yen
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (23, 1, 'MERGED_UNIT', 'tỉnh Hà Nam', 'tỉnh hà nam', 'tỉnh Ninh Bình', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh ha nam
tinh ninh binh
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (24, 1, 'MERGED_UNIT', 'tỉnh Nam Định', 'tỉnh nam định', 'tỉnh Ninh Bình', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh nam dinh
tinh ninh binh
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (25, 1, 'MERGED_UNIT', 'tỉnh Quảng Bình', 'tỉnh quảng bình', 'tỉnh Quảng Trị', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh quang binh
tinh quang tri
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (26, 1, 'MERGED_UNIT', 'tỉnh Kon Tum', 'tỉnh kon tum', 'tỉnh Quảng Ngãi', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh kon tum
tinh quang ngai
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (27, 1, 'MERGED_UNIT', 'tỉnh Bình Định', 'tỉnh bình định', 'tỉnh Gia Lai', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh binh dinh
tinh gia lai
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (28, 1, 'MERGED_UNIT', 'tỉnh Ninh Thuận', 'tỉnh ninh thuận', 'tỉnh Khánh Hòa', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh ninh thuan
tinh khanh hoa
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (29, 1, 'MERGED_UNIT', 'tỉnh Đắk Nông', 'tỉnh đắk nông', 'tỉnh Lâm Đồng', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh dak nong
tinh lam dong
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (30, 1, 'MERGED_UNIT', 'tỉnh Bình Thuận', 'tỉnh bình thuận', 'tỉnh Lâm Đồng', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh binh thuan
tinh lam dong
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (31, 1, 'MERGED_UNIT', 'tỉnh Phú Yên', 'tỉnh phú yên', 'tỉnh Đắk Lắk', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh phu yen
tinh dak lak
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (32, 1, 'MERGED_UNIT', 'tỉnh Bình Phước', 'tỉnh bình phước', 'tỉnh Đồng Nai', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh binh phuoc
tinh dong nai
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (33, 1, 'MERGED_UNIT', 'tỉnh Long An', 'tỉnh long an', 'tỉnh Tây Ninh', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh long an
tinh tay ninh
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (34, 1, 'MERGED_UNIT', 'tỉnh Bến Tre', 'tỉnh bến tre', 'tỉnh Vĩnh Long', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh ben tre
tinh vinh long
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (35, 1, 'MERGED_UNIT', 'tỉnh Trà Vinh', 'tỉnh trà vinh', 'tỉnh Vĩnh Long', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh tra vinh
tinh vinh long
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (36, 1, 'MERGED_UNIT', 'tỉnh Tiền Giang', 'tỉnh tiền giang', 'tỉnh Đồng Tháp', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh tien giang
tinh dong thap
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (37, 1, 'MERGED_UNIT', 'tỉnh Bạc Liêu', 'tỉnh bạc liêu', 'tỉnh Cà Mau', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh bac lieu
tinh ca mau
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (38, 1, 'MERGED_UNIT', 'tỉnh Kiên Giang', 'tỉnh kiên giang', 'tỉnh An Giang', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh kien giang
tinh an giang
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (39, 1, 'MERGED_UNIT', 'tỉnh Hải Dương', 'tỉnh hải dương', 'thành phố Hải Phòng', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh hai duong
thanh pho hai phong
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (40, 1, 'MERGED_UNIT', 'tỉnh Quảng Nam', 'tỉnh quảng nam', 'thành phố Đà Nẵng', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh quang nam
thanh pho da nang
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (41, 1, 'MERGED_UNIT', 'tỉnh Bình Dương', 'tỉnh bình dương', 'Thành phố Hồ Chí Minh', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh binh duong
thanh pho ho chi minh
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (42, 1, 'MERGED_UNIT', 'tỉnh Bà Rịa - Vũng Tàu', 'tỉnh bà rịa - vũng tàu', 'Thành phố Hồ Chí Minh', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh ba ria - vung tau
thanh pho ho chi minh
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (43, 1, 'MERGED_UNIT', 'tỉnh Sóc Trăng', 'tỉnh sóc trăng', 'thành phố Cần Thơ', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh soc trang
thanh pho can tho
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (44, 1, 'MERGED_UNIT', 'tỉnh Hậu Giang', 'tỉnh hậu giang', 'thành phố Cần Thơ', 'Nghị quyết 202/2025/QH15, từ ngày 01/7/2025.', 'tinh hau giang
thanh pho can tho
nghi quyet 202/2025/qh15, tu ngay 01/7/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (45, 1, 'MERGED_UNIT', 'Bộ Kế hoạch và Đầu tư', 'bộ kế hoạch và đầu tư', 'Bộ Tài chính', 'Nghị quyết 176/2025/QH15, từ ngày 01/3/2025.', 'bo ke hoach va dau tu
bo tai chinh
nghi quyet 176/2025/qh15, tu ngay 01/3/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (46, 1, 'MERGED_UNIT', 'Bộ Thông tin và Truyền thông', 'bộ thông tin và truyền thông', 'Bộ Khoa học và Công nghệ', 'Nghị quyết 176/2025/QH15, từ ngày 01/3/2025.', 'bo thong tin va truyen thong
bo khoa hoc va cong nghe
nghi quyet 176/2025/qh15, tu ngay 01/3/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (47, 1, 'MERGED_UNIT', 'Bộ Lao động - Thương binh và Xã hội', 'bộ lao động - thương binh và xã hội', 'Bộ Nội vụ', 'Nghị quyết 176/2025/QH15, từ ngày 01/3/2025.', 'bo lao dong - thuong binh va xa hoi
bo noi vu
nghi quyet 176/2025/qh15, tu ngay 01/3/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (48, 1, 'MERGED_UNIT', 'Bộ Giao thông vận tải', 'bộ giao thông vận tải', 'Bộ Xây dựng', 'Nghị quyết 176/2025/QH15, từ ngày 01/3/2025.', 'bo giao thong van tai
bo xay dung
nghi quyet 176/2025/qh15, tu ngay 01/3/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (49, 1, 'MERGED_UNIT', 'Bộ Tài nguyên và Môi trường', 'bộ tài nguyên và môi trường', 'Bộ Nông nghiệp và Môi trường', 'Nghị quyết 176/2025/QH15, từ ngày 01/3/2025.', 'bo tai nguyen va moi truong
bo nong nghiep va moi truong
nghi quyet 176/2025/qh15, tu ngay 01/3/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (50, 1, 'MERGED_UNIT', 'Bộ Nông nghiệp và Phát triển nông thôn', 'bộ nông nghiệp và phát triển nông thôn', 'Bộ Nông nghiệp và Môi trường', 'Nghị quyết 176/2025/QH15, từ ngày 01/3/2025.', 'bo nong nghiep va phat trien nong thon
bo nong nghiep va moi truong
nghi quyet 176/2025/qh15, tu ngay 01/3/2025.', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (51, 1, 'MERGED_UNIT', 'Sở Kế hoạch và Đầu tư', 'sở kế hoạch và đầu tư', 'Sở Tài chính', '', 'so ke hoach va dau tu
so tai chinh
', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (52, 1, 'MERGED_UNIT', 'Sở Thông tin và Truyền thông', 'sở thông tin và truyền thông', 'Sở Khoa học và Công nghệ', '', 'so thong tin va truyen thong
so khoa hoc va cong nghe
', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (53, 1, 'MERGED_UNIT', 'Sở Lao động - Thương binh và Xã hội', 'sở lao động - thương binh và xã hội', 'Sở Nội vụ', '', 'so lao dong - thuong binh va xa hoi
so noi vu
', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (54, 1, 'MERGED_UNIT', 'Sở Giao thông vận tải', 'sở giao thông vận tải', 'Sở Xây dựng', '', 'so giao thong van tai
so xay dung
', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (55, 1, 'MERGED_UNIT', 'Sở Tài nguyên và Môi trường', 'sở tài nguyên và môi trường', 'Sở Nông nghiệp và Môi trường', '', 'so tai nguyen va moi truong
so nong nghiep va moi truong
', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (56, 1, 'MERGED_UNIT', 'Sở Nông nghiệp và Phát triển nông thôn', 'sở nông nghiệp và phát triển nông thôn', 'Sở Nông nghiệp và Môi trường', '', 'so nong nghiep va phat trien nong thon
so nong nghiep va moi truong
', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (57, 1, 'ABBREVIATION', 'UBND', 'UBND', '', '', 'ubnd', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (58, 1, 'ABBREVIATION', 'HĐND', 'HĐND', '', '', 'hdnd', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (59, 1, 'ABBREVIATION', 'TTHC', 'TTHC', '', '', 'tthc', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (60, 1, 'ABBREVIATION', 'CCHC', 'CCHC', '', '', 'cchc', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (61, 1, 'ABBREVIATION', 'BHXH', 'BHXH', '', '', 'bhxh', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (62, 1, 'ABBREVIATION', 'BHYT', 'BHYT', '', '', 'bhyt', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (63, 1, 'ABBREVIATION', 'CNTT', 'CNTT', '', '', 'cntt', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (64, 1, 'ABBREVIATION', 'TP', 'TP', '', '', 'tp', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (65, 1, 'ABBREVIATION', 'CP', 'CP', '', '', 'cp', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (66, 1, 'ABBREVIATION', 'QH', 'QH', '', '', 'qh', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (67, 1, 'ABBREVIATION', 'VN', 'VN', '', '', 'vn', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (68, 1, 'ABBREVIATION', 'ASEAN', 'ASEAN', '', '', 'asean', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (69, 1, 'ABBREVIATION', 'UNESCO', 'UNESCO', '', '', 'unesco', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (70, 1, 'ABBREVIATION', 'PDF', 'PDF', '', '', 'pdf', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (71, 1, 'ABBREVIATION', 'SMS', 'SMS', '', '', 'sms', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (72, 1, 'ABBREVIATION', 'OTP', 'OTP', '', '', 'otp', timestamp '2026-01-01 00:00:00', 'minhbach'),
    (73, 1, 'SENTENCE', 'độ dài câu', 'độ dài câu', '45', '', 'do dai cau', timestamp '2026-01-01 00:00:00', 'minhbach');
