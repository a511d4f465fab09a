package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words of attached files are read where they can be, and nothing in a file can do harm. */
class FileTextTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFormOfTheSampleIsReadParagraphByParagraph() throws IOException {
        var form = folder.resolve("form.docx");
        try (InputStream in = FileTextTest.class.getResourceAsStream("/sample/forms/thong-bao-to-chuc-le-hoi.docx")) {
            Files.write(form, java.util.Objects.requireNonNull(in).readAllBytes());
        }

        var text = FileText.of(form, DOCX);

        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                .contains("\n")
                .doesNotContain("<");
    }

    @Test
    void wordsSplitIntoRunsStayWordsAndFieldCodesAreNotText() throws IOException {
        var form = zip(
                "word/document.xml",
                "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Đơn đăng</w:t></w:r><w:r><w:t xml:space='preserve"
                        + "'> ký</w:t><w:tab/><w:instrText>PAGE</w:instrText></w:r></w:p><w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p>"
                        + "</w:body></w:document>");

        assertThat(FileText.of(form, DOCX).lines().map(String::strip)).containsExactly("Đơn đăng ký", "Kính gửi");
    }

    @Test
    void anOpenDocumentIsRead() throws IOException {
        var form = zip(
                "content.xml",
                "<o:body xmlns:o='o' xmlns:text='t'><text:h>Tờ khai</text:h><text:p>Họ <text:span>tên</text:span></text:p></o:body>");

        assertThat(FileText.of(form, ODT).lines()).containsExactly("Tờ khai", "Họ tên");
    }

    @Test
    void plainTextIsReadWhateverItsBytes() throws IOException {
        var file = Files.write(folder.resolve("a.txt"), new byte[] {'a', (byte) 0xFF, ' ', 'b', 0, '\n'});

        assertThat(FileText.of(file, "text/plain")).startsWith("a").endsWith("b");
    }

    @Test
    void whatCannotBeReadHasNoWords() throws IOException {
        var broken = Files.writeString(folder.resolve("broken"), "not what it says it is");

        assertThat(FileText.of(broken, DOCX)).isEmpty();
        assertThat(FileText.of(broken, "image/svg+xml")).isEmpty();
        assertThat(FileText.of(zip("other.xml", "<a/>"), DOCX)).isEmpty();
        assertThat(FileText.of(zip("word/document.xml", "<a><b></a>"), DOCX)).isEmpty();
    }

    @Test
    void aFileThatUnpacksToGigabytesOrReachesOutIsNotFollowed() throws IOException {
        var bomb = folder.resolve("bomb.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d><p><t>".getBytes(StandardCharsets.UTF_8));
            var much = "a".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (var i = 0; i < 60; i++) {
                zip.write(much);
            }
        }
        assertThat(FileText.of(bomb, DOCX)).isEmpty();

        var secret = Files.writeString(folder.resolve("secret.txt"), "bi-mat");
        var outside = zip(
                "word/document.xml",
                "<!DOCTYPE d [<!ENTITY x SYSTEM '%s'>]><d><p><t>a &x; b</t></p></d>".formatted(secret.toUri()));
        assertThat(FileText.of(outside, DOCX)).doesNotContain("bi-mat");
    }

    @Test
    void ofAVeryLongTextTheEndIsLeftOut() throws IOException {
        var file = Files.writeString(folder.resolve("long.txt"), "giấy ".repeat(100_000));

        assertThat(FileText.of(file, "text/plain").length()).isLessThanOrEqualTo(FileText.LONGEST);
    }

    private Path zip(String entry, String text) throws IOException {
        var file = Files.createTempFile(folder, "zip", "");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
