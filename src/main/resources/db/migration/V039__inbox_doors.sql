-- Complaints and denunciations are handed in where citizens are received; each door says where that is. Only rows that nobody has changed.

update inbox_wrong_door set
    text_vi = 'Khiếu nại quyết định hành chính, hành vi hành chính được giải quyết theo Luật Khiếu nại, không theo mục này (Nghị định 20/2008/NĐ-CP). Gửi đơn tới người đã ra quyết định, hoặc nộp tại bộ phận tiếp công dân của cơ quan; địa chỉ, giờ làm việc ở cuối trang này.',
    text_en = 'A complaint against an administrative decision or act is settled under the Law on Complaints, not here. Send it to who decided, or hand it in where this office receives citizens; address and hours are at the foot of this page.',
    url = 'https://thanhtra.gov.vn'
where door_key = 'khieu-nai' and url = 'https://dichvucong.gov.vn';

update inbox_wrong_door set
    text_vi = 'Tố cáo hành vi vi phạm pháp luật được giải quyết theo Luật Tố cáo; danh tính của bạn được giữ bí mật theo luật đó. Gửi tới người đứng đầu cơ quan quản lý người bị tố cáo, hoặc cơ quan Thanh tra; có thể nộp tại bộ phận tiếp công dân, địa chỉ ở cuối trang này.',
    text_en = 'A denunciation is settled under the Law on Denunciations, which protects your identity. Send it to the head of the body concerned or to the Inspectorate, or hand it in where citizens are received; the address is at the foot of this page.',
    url = 'https://thanhtra.gov.vn'
where door_key = 'to-cao' and url = '';
