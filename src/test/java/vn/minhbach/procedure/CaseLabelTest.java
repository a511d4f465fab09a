package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.procedure.CaseLabel.Kind;

/** What stands over a table of papers: a case, a heading for everybody, or what some bring on top. */
class CaseLabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* Trường hợp cho thuê sân tập                     | Trường hợp cho thuê sân tập",
                "a) Đối với trường hợp mượn sách quý, hồ sơ gồm:   | Đối với trường hợp mượn sách quý",
                "(1.2) Đối với nhà văn hóa thôn, bao gồm:          | Đối với nhà văn hóa thôn",
                "4.3.1. Cấp lại thẻ bạn đọc.                       | Cấp lại thẻ bạn đọc",
                "(iv) Cấp thẻ thì hồ sơ gồm có:                    | Cấp thẻ",
                "II. Trường hợp gửi hồ sơ                          | Trường hợp gửi hồ sơ",
                "a)Đối với câu lạc bộ                              | Đối với câu lạc bộ"
            })
    void losesTheMarksOfAListAndTheWordsThatLeadToIt(String label, String plain) {
        assertThat(CaseLabel.of(label).plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trường hợp sân tập ngoài trời",
                "- Đối với tổ chức:",
                "Hồ sơ đối với người nước ngoài gồm:",
                "Thành phần hồ sơ trường hợp đổi tên",
                "Hồ sơ đề nghị cấp lại thẻ hướng dẫn viên",
                "Cấp đổi thẻ bạn đọc",
                "b) Gia hạn thẻ bạn đọc, hồ sơ gồm:"
            })
    void tellsACase(String label) {
        assertThat(CaseLabel.of(label).kind()).isEqualTo(Kind.CASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "* Giấy tờ phải nộp:",
                "Các giấy tờ phải xuất trình",
                "Bao gồm",
                "* Lưu ý:",
                "1) Thành phần hồ sơ, bao gồm:"
            })
    void tellsAHeadingForEverybody(String label) {
        assertThat(CaseLabel.of(label).kind()).isEqualTo(Kind.EVERYBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trường hợp ủy quyền cho người khác đi nộp",
                "Đối với nhà thi đấu có khán đài, bổ sung thành phần sau",
                "Trường hợp nộp trực tuyến",
                "Các giấy tờ phải nộp đối với đoàn nghệ thuật",
                "Phiếu này do cán bộ in ra",
                "Hồ sơ năng lực",
                "Trường hợp thẻ bị mất. Người có thẻ báo ngay cho thư viện"
            })
    void takesNothingForACaseThatMayComeOnTop(String label) {
        assertThat(CaseLabel.of(label).kind()).isEqualTo(Kind.SOME);
    }

    @Test
    void theCoreIsWhatSetsTheCaseApart() {
        assertThat(CaseLabel.of("a) Đối với trường hợp Cấp lại thẻ").core()).isEqualTo("Cấp lại thẻ");
        assertThat(CaseLabel.of("Hồ sơ đề nghị gia hạn:").core()).isEqualTo("gia hạn");
    }
}
