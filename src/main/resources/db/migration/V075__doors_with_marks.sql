-- Phrases by which a matter for elsewhere is recognised bear their marks: without, "đang chạy chương trình" was a fire and "sơ đồ" a land
-- certificate. What a department of culture and sports says every day ("phòng, chống đuối nước", "bộ phận tiếp nhận và trả kết quả") is no phrase any more; each
-- neighbouring body has a row of its own. Only rows that nobody has changed.

update inbox_wrong_door set phrases = 'cháy nhà
đang cháy
bị cháy
gọi cấp cứu
cần cấp cứu
đang cấp cứu
đánh nhau
vừa bị tai nạn
đang bị tai nạn
xảy ra tai nạn
gặp tai nạn
có người đuối nước
có người bị đuối nước
đang bị đuối nước
vừa bị đuối nước
người chết đuối
đe dọa tính mạng
dọa giết
bị bạo lực
bị bạo hành
bị xâm hại
muốn tự tử',
    text_vi = 'Gọi ngay Công an 113. Cháy, nổ, cứu nạn, cứu hộ: gọi 114; cấp cứu y tế: 115; bảo vệ trẻ em: 111. Đừng chờ trả lời ở đây.',
    text_en = 'Call the police at once: 113. Fire and rescue: 114; ambulance: 115; child protection: 111. Do not wait for an answer here.',
    url = 'tel:113'
where door_key = 'khan-cap' and updated_by = 'minhbach';

update inbox_wrong_door set phrases = 'khiếu nại
không đồng ý với quyết định
hủy quyết định
quyết định hành chính'
where door_key = 'khieu-nai' and updated_by = 'minhbach';

update inbox_wrong_door set phrases = 'tố cáo
tham nhũng
nhận hối lộ
đưa hối lộ
đòi hối lộ
đòi tiền
vòi tiền
vòi vĩnh'
where door_key = 'to-cao' and updated_by = 'minhbach';

update inbox_wrong_door set phrases = 'hồ sơ của tôi
mã hồ sơ
nộp hồ sơ rồi
đã nộp hồ sơ
bao giờ có kết quả
chưa có kết quả
tình trạng hồ sơ
chưa trả kết quả
hẹn trả kết quả'
where door_key = 'tra-cuu-ho-so' and updated_by = 'minhbach';

update inbox_wrong_door set phrases = 'bảo hiểm xã hội
bảo hiểm y tế
bảo hiểm thất nghiệp
thuế thu nhập
quyết toán thuế
nợ thuế',
    title_vi = 'Có thể thuộc cơ quan thuế, cơ quan bảo hiểm xã hội',
    title_en = 'Perhaps a matter of the tax office or the social insurance',
    text_vi = 'Thuế do cơ quan thuế giải quyết; bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp do cơ quan bảo hiểm xã hội giải quyết. Cổng Dịch vụ công quốc gia có thủ tục và nơi nộp. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.',
    text_en = 'Taxes are settled by the tax office, social, health and unemployment insurance by the social insurance office. The National Public Service Portal has the procedures. If you send it here, it is passed on within 5 working days.'
where door_key = 'co-quan-khac' and updated_by = 'minhbach';

update inbox_wrong_door set phrases = 'dự thảo
lấy ý kiến nhân dân'
where door_key = 'du-thao' and updated_by = 'minhbach';

update inbox_wrong_door set phrases = 'văn bản quy phạm pháp luật
thông tư trái luật
nghị định trái luật
văn bản trái luật
quy định chồng chéo'
where door_key = 'phan-anh-quoc-gia' and updated_by = 'minhbach';

insert into inbox_wrong_door (id, door_key, position, phrases, title_vi, title_en, text_vi, text_en, url) values
    (8, 'dat-dai', 8, 'sổ đỏ
sổ hồng
giấy chứng nhận quyền sử dụng đất
lấn chiếm đất
lấn đất
tranh chấp đất
tranh chấp đất đai
tranh chấp ranh giới
ranh giới đất
ranh giới thửa đất
chuyển mục đích sử dụng đất
đền bù đất
bồi thường đất
thu hồi đất', 'Có thể là việc đất đai', 'Perhaps a matter of land', 'Tranh chấp, lấn chiếm đất do Ủy ban nhân dân cấp xã nơi có đất tiếp nhận; cấp giấy chứng nhận quyền sử dụng đất do cơ quan quản lý đất đai giải quyết. Cổng Dịch vụ công quốc gia có thủ tục và nơi nộp. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.', 'Disputes about land are taken by the People’s Committee of the commune where it lies; certificates are issued by the land authority. The National Public Service Portal has the procedures. If you send it here, it is passed on within 5 working days.', 'https://dichvucong.gov.vn'),
    (9, 'ha-tang', 9, 'đèn đường
đèn chiếu sáng công cộng
đèn chiếu sáng đường
ổ gà
hố ga
cống thoát nước
nắp cống
đổ rác trộm
thu gom rác
bãi rác', 'Có thể là việc hạ tầng, vệ sinh công cộng', 'Perhaps a matter of roads, lights or waste', 'Đèn đường, đường sá, thoát nước, rác thải do Ủy ban nhân dân cấp xã quản lý địa bàn; công trình của tỉnh do Sở Xây dựng quản lý. Bạn có thể gửi phản ánh trên Cổng Dịch vụ công quốc gia. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.', 'Street lamps, roads, drains and waste belong to the People’s Committee of the commune; works of the province to the Department of Construction. You may report them in the National Public Service Portal. If you send it here, it is passed on within 5 working days.', 'https://dichvucong.gov.vn/p/phananhkiennghi'),
    (10, 'an-sinh', 10, 'chế độ hộ nghèo
sổ hộ nghèo
xét hộ nghèo
cắt hộ nghèo
vào hộ nghèo
diện hộ nghèo
công nhận hộ nghèo
chế độ hộ cận nghèo
xét hộ cận nghèo
cắt hộ cận nghèo
trợ cấp xã hội
bảo trợ xã hội
trợ cấp thất nghiệp
người có công với cách mạng', 'Có thể là việc giảm nghèo, trợ cấp', 'Perhaps a matter of poverty relief or allowances', 'Xét, công nhận hộ nghèo, hộ cận nghèo và trợ cấp xã hội do Ủy ban nhân dân cấp xã nơi cư trú thực hiện. Cổng Dịch vụ công quốc gia có thủ tục và nơi nộp. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.', 'Whether a household counts as poor, and social allowances, are decided by the People’s Committee of the commune where it lives. The National Public Service Portal has the procedures. If you send it here, it is passed on within 5 working days.', 'https://dichvucong.gov.vn'),
    (11, 'cong-an', 11, 'làm căn cước
cấp căn cước
cấp lại căn cước
đổi căn cước
mất căn cước
sửa căn cước
căn cước công dân hết hạn
làm hộ chiếu
cấp hộ chiếu
cấp lại hộ chiếu
đổi hộ chiếu
gia hạn hộ chiếu
mất hộ chiếu
hộ chiếu sai
hộ chiếu bị sai
hộ chiếu hết hạn
giấy phép lái xe
bằng lái xe
đăng ký xe
đăng ký tạm trú
đăng ký thường trú
xác nhận cư trú', 'Có thể thuộc cơ quan Công an', 'Perhaps a matter of the police', 'Căn cước, hộ chiếu, cư trú, đăng ký xe, giấy phép lái xe do cơ quan Công an giải quyết. Cổng Dịch vụ công quốc gia có thủ tục và nơi nộp. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.', 'Identity cards, passports, residence, vehicles and driving licences are matters of the police. The National Public Service Portal has the procedures. If you send it here, it is passed on within 5 working days.', 'https://dichvucong.gov.vn'),
    (12, 'ho-tich', 12, 'đăng ký kết hôn
giấy kết hôn
giấy chứng nhận kết hôn
đăng ký khai sinh
làm khai sinh
làm giấy khai sinh
cấp giấy khai sinh
cấp lại giấy khai sinh
khai tử
xác nhận tình trạng hôn nhân
xác nhận độc thân', 'Có thể là việc hộ tịch', 'Perhaps a matter of civil status', 'Đăng ký khai sinh, kết hôn, khai tử và giấy tờ hộ tịch do Ủy ban nhân dân cấp xã giải quyết. Cổng Dịch vụ công quốc gia có thủ tục và nơi nộp. Nếu gửi ở đây, cơ quan sẽ chuyển đến nơi có thẩm quyền trong 5 ngày làm việc.', 'Births, marriages and deaths are registered by the People’s Committee of the commune. The National Public Service Portal has the procedures. If you send it here, it is passed on within 5 working days.', 'https://dichvucong.gov.vn');
