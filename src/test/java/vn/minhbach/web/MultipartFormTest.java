package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.RequestContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms with files, as browsers send them and as they do not. */
class MultipartFormTest {

    private static final String BOUNDARY = "----WebKitFormBoundaryX";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<String> received = new ArrayList<>();

    private void field(String name, String value) {
        part("Content-Disposition: form-data; name=\"" + name + "\"", value);
    }

    private void file(String name, String content) {
        part(
                "Content-Disposition: form-data; name=\"tep\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream",
                content);
    }

    private void part(String head, String content) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\n" + head + "\r\n\r\n" + content + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private TypedForm read() throws IOException {
        return read("--" + BOUNDARY + "--\r\n");
    }

    private TypedForm read(String end) throws IOException {
        body.writeBytes(end.getBytes(StandardCharsets.UTF_8));
        var bytes = body.toByteArray();
        return MultipartForm.read(
                new RequestContext() {
                    @Override
                    public String getCharacterEncoding() {
                        return "UTF-8";
                    }

                    @Override
                    public long getContentLength() {
                        return bytes.length;
                    }

                    @Override
                    public String getContentType() {
                        return "multipart/form-data; boundary=" + BOUNDARY;
                    }

                    @Override
                    public boolean isMultipartRelated() {
                        return false;
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(bytes);
                    }
                },
                new Files());
    }

    private final class Files implements FilesForm {

        @Override
        public void receive(TypedForm before, String name, InputStream bytes) throws IOException {
            var first = bytes.read();
            received.add(before.line("phieu") + "|" + name + "|" + (first < 0 ? "" : (char) first));
            // And no more: what is left is skipped.
        }

        @Override
        public void load() {
            // Nothing to show.
        }

        @Override
        public @Nullable String take(TypedForm typed) {
            return null;
        }
    }

    @Test
    void fieldsAndFilesAreReadInTheirOrder() throws IOException {
        field("phieu", "t1");
        file("ảnh.jpg", "A" + "x".repeat(200_000));
        field("noi-dung", "Dòng một\r\nDòng hai");
        file("b.pdf", "B");
        field("phieu", "t2");

        var typed = read();

        assertThat(typed.get("noi-dung")).isEqualTo("Dòng một\nDòng hai");
        assertThat(typed.get("phieu")).isEqualTo("t1");
        assertThat(received).containsExactly("t1|ảnh.jpg|A", "t1|b.pdf|B");
    }

    @Test
    void noFileChosenIsAFileWithoutAName() throws IOException {
        file("", "");

        read();

        assertThat(received).containsExactly("||");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b.jpg | a;b.jpg",
                "50%.jpg | 50%.jpg",
                "a%22b.jpg | a\"b.jpg",
                "a%0D%0AX-Evil: 1.jpg | aX-Evil: 1.jpg",
                "'a=b; filename=c.jpg' | a=b; filename=c.jpg",
                "../../etc/passwd | ../../etc/passwd",
                "ảnh\u202Egpj.exe | ảnhgpj.exe"
            })
    void namesComeAsTheyWereGiven(String sent, String read) throws IOException {
        file(sent, "x");

        read();

        assertThat(received).containsExactly("|" + read + "|x");
    }

    @Test
    void aNameOfTwoHundredDecomposedLettersIsRead() throws IOException {
        var name = "ữ".repeat(200) + ".jpg";
        file(Normalizer.normalize(name, Normalizer.Form.NFD), "x");

        read();

        assertThat(received).containsExactly("|" + name + "|x");
    }

    @Test
    void aHundredFilesAreHandedOnOneByOne() throws IOException {
        for (var i = 0; i < 100; i++) {
            file(i + ".jpg", "x");
        }

        read();

        assertThat(received).hasSize(100);
    }

    @Test
    void whoSendsThousandsOfPartsIsNotListenedTo() {
        for (var i = 0; i < 2000; i++) {
            field("a" + i, "x");
        }

        assertThatThrownBy(this::read).isInstanceOf(MultipartForm.MalformedException.class);
    }

    @Test
    void ofAMegabyteInAFieldTheBeginningIsKeptAndAllElse() throws IOException {
        field("phieu", "t1");
        // Of three bytes each, so that the cut falls into one.
        field("noi-dung", "Đầu: " + "ư".repeat(10) + "ữ".repeat(1024 * 1024));
        file("ảnh.jpg", "A" + "x".repeat(200_000));
        field("ho-ten", "Lan");

        var typed = read();

        assertThat(typed.isTooLong("noi-dung")).isTrue();
        assertThat(typed.get("noi-dung"))
                .startsWith("Đầu: ưưưưưưưưưưữữữ")
                .endsWith("ữữ")
                .doesNotContain("\uFFFD")
                .hasSizeGreaterThan(20_000)
                .hasSizeLessThan(22_000);
        assertThat(typed.get("ho-ten")).isEqualTo("Lan");
        assertThat(typed.isTooLong("ho-ten")).isFalse();
        assertThat(received).containsExactly("t1|ảnh.jpg|A");
    }

    @Test
    void aFieldOfAllThatIsKeptIsNotTooLong() throws IOException {
        field("noi-dung", "x".repeat(64 * 1024));
        field("them", "x".repeat(64 * 1024 + 1));

        var typed = read();

        assertThat(typed.isTooLong("noi-dung")).isFalse();
        assertThat(typed.isTooLong("them")).isTrue();
        assertThat(typed.get("them")).hasSize(64 * 1024);
    }

    @Test
    void everyFieldOfTheLongestFormMayBeTooLong() throws IOException {
        for (var i = 0; i < 10; i++) {
            field("a" + i, "x".repeat(1024 * 1024));
        }
        field("ho-ten", "Lan");

        assertThat(read().get("ho-ten")).isEqualTo("Lan");
    }

    @Test
    void whoDoesNotStopIsNotListenedTo() {
        field("noi-dung", "x".repeat(17 * 1024 * 1024));

        assertThatThrownBy(this::read).isInstanceOf(MultipartForm.MalformedException.class);
    }

    @Test
    void whoSendsManyLongFieldsIsNotListenedTo() {
        for (var i = 0; i < 20; i++) {
            field("a" + i, "x".repeat(60_000));
        }

        assertThatThrownBy(this::read).isInstanceOf(MultipartForm.MalformedException.class);
    }

    @Test
    void aFormThatEndsTooSoonIsNone() {
        field("phieu", "t1");
        file("a.jpg", "x");

        assertThatThrownBy(() -> read("--" + BOUNDARY + "\r\nContent-Disp")).isInstanceOf(IOException.class);
    }
}
