package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of files as people give them, in Vietnamese and with everything that does not belong there. */
class FileNameTest {

    static String[][] given() {
        return new String[][] {
            {"Đơn đề nghị.docx", "Đơn đề nghị.docx"},
            {"\u0110\u01a1n \u0111e\u0302\u0300 nghi\u0323.docx", "Đơn đề nghị.docx"},
            {"C:\\Users\\Hà\\mẫu 01.pdf", "mẫu 01.pdf"},
            {"../../etc/passwd", "passwd"},
            {"..", "tep"},
            {"", "tep"},
            {" . ", "tep"},
            {".htaccess", "htaccess"},
            {"a\u0000b.pdf", "a_b.pdf"},
            {"a\r\nSet-Cookie: x.pdf", "a_Set-Cookie_ x.pdf"},
            {"ab\u202efdp.exe", "ab_fdp.exe"},
            {"\"quoted\" <x>|?*.txt", "_quoted_ _x_.txt"},
            {"tên 100%.pdf", "tên 100%.pdf"},
            {"d".repeat(300) + ".docx", "d".repeat(145) + ".docx"},
            {"x." + "d".repeat(300), "x." + "d".repeat(148)},
        };
    }

    @ParameterizedTest
    @MethodSource("given")
    void areKeptClean(String given, String kept) {
        assertThat(FileName.clean(given)).isEqualTo(kept);
        assertThat(FileName.clean(kept)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "don.docx, don.docx",
        "Đơn đề nghị.docx, %C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B.docx",
        "100%;#&+.pdf, 100%25%3B%23%26%2B.pdf"
    })
    void standInAnAddressAsOnePart(String name, String part) {
        assertThat(FileName.inAddress(name)).isEqualTo(part);
    }

    static String[][] headers() {
        return new String[][] {
            {"don.docx", "attachment; filename=\"don.docx\""},
            {
                "Đơn đề nghị.docx",
                "attachment; filename=\"Don de nghi.docx\"; filename*=UTF-8''%C4%90%C6%A1n%20%C4%91%E1%BB%81%20ngh%E1%BB%8B.docx"
            },
            {"a\"b\\c%41.pdf", "attachment; filename=\"a_b_c_41.pdf\"; filename*=UTF-8''a%22b%5Cc%2541.pdf"},
            {"a\r\nX: y", "attachment; filename=\"a__X: y\"; filename*=UTF-8''a%0D%0AX%3A%20y"},
            {"đ’😀.pdf", "attachment; filename=\"d__.pdf\"; filename*=UTF-8''%C4%91%E2%80%99%F0%9F%98%80.pdf"},
        };
    }

    @ParameterizedTest
    @MethodSource("headers")
    void areProposedToWhoSavesTheFile(String name, String header) {
        assertThat(FileName.disposition(false, name)).isEqualTo(header);
        assertThat(FileName.disposition(true, name)).isEqualTo(header.replaceFirst("attachment", "inline"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image/png | image/png",
                "Text/HTML; charset=utf-8 | text/html",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                        + " | application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "'' | application/octet-stream",
                "html | application/octet-stream",
                "text/html%X: y | application/octet-stream",
                "a/b/c | application/octet-stream"
            })
    void typesAreWellFormedOrUnknown(String given, String kept) {
        assertThat(MediaType.clean(given.replace("%", "\r\n"))).isEqualTo(kept);
    }
}
