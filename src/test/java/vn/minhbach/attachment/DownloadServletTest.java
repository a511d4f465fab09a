package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for a file, for the whole of it, for a part, and for who has it already. */
class DownloadServletTest {

    private static final String TEXT = "0123456789abcdefghij";
    private static final String ETAG = "\"" + "5f".repeat(32) + "\"";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("file"), TEXT);
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    @Test
    void theWholeFileTellsThatPartsCanBeHad() throws IOException {
        var answer = get("GET", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(answer.headers())
                .containsEntry("ETag", ETAG)
                .containsEntry("Accept-Ranges", "bytes")
                .containsEntry("Content-Length", "20")
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry("Last-Modified", "2026-11-20T03:04:05Z")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKeys("Cache-Control", "Content-Security-Policy")
                .doesNotContainKey("Content-Range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-3 | 0123 | bytes 0-3/20",
                "bytes=15- | fghij | bytes 15-19/20",
                "bytes=-2 | ij | bytes 18-19/20",
                "bytes=0-99 | 0123456789abcdefghij | bytes 0-19/20"
            })
    void aPartIsSentAlone(String range, String part, String which) throws IOException {
        var answer = get("GET", Map.of("Range", range));

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(part);
        assertThat(answer.headers())
                .containsEntry("Content-Range", which)
                .containsEntry("Content-Length", String.valueOf(part.length()))
                .containsEntry("ETag", ETAG);
    }

    @Test
    void aPartBeyondTheEndIsRefusedWithTheLength() throws IOException {
        var answer = get("GET", Map.of("Range", "bytes=20-"));

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers())
                .containsEntry("Content-Range", "bytes */20")
                .containsEntry("Content-Length", "0");
    }

    @Test
    void partsOfAnotherVersionAreNotMixedIn() throws IOException {
        assertThat(get("GET", Map.of("Range", "bytes=0-3", "If-Range", ETAG)).status())
                .isEqualTo(206);
        var other = get("GET", Map.of("Range", "bytes=0-3", "If-Range", "\"other\""));
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/%s", "\"other\", W/%s", "*"})
    void whoHasTheFileIsNotSentItAgain(String known) throws IOException {
        var answer = get("GET", Map.of("If-None-Match", known.formatted(ETAG), "Range", "bytes=0-3"));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers()).containsEntry("ETag", ETAG).containsKey("Cache-Control");
    }

    @Test
    void whoWantsAnotherVersionIsRefused() throws IOException {
        assertThat(get("GET", Map.of("If-Match", "\"other\"")).status()).isEqualTo(412);
    }

    @Test
    void headIsTheSameWithoutABodyAndKnowsNoParts() throws IOException {
        var answer = get("HEAD", Map.of("Range", "bytes=0-3"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers()).isEqualTo(get("GET", Map.of()).headers());
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, inline",
        "image/png, inline",
        "video/mp4, inline",
        "image/svg+xml, attachment",
        "text/html, attachment",
        "text/plain, attachment",
        "application/octet-stream, attachment",
        "application/xhtml+xml, attachment"
    })
    void onlyWhatRunsNothingIsShown(String type, String disposition) throws IOException {
        var answer = send(attachment(type), "GET", Map.of());

        assertThat(answer.headers().get("Content-Disposition")).startsWith(disposition + "; filename=");
        assertThat(answer.headers().get("Content-Security-Policy")).contains("default-src 'none'");
    }

    private Answer get(String method, Map<String, String> headers) throws IOException {
        return send(attachment("application/pdf"), method, headers);
    }

    private static Attachment attachment(String type) {
        return new Attachment(
                new StoredFile("5f".repeat(32), TEXT.length()), "Mẫu.pdf", type, Instant.parse("2026-11-20T03:04:05Z"));
    }

    private Answer send(Attachment attachment, String method, Map<String, String> asked) throws IOException {
        var request = stub(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getHeader" -> asked.get(String.valueOf(arguments[0]));
            case "getHeaders" ->
                Collections.enumeration(
                        asked.containsKey(String.valueOf(arguments[0]))
                                ? List.of(asked.get(String.valueOf(arguments[0])))
                                : List.of());
            case "getDateHeader" -> -1L;
            default -> throw new UnsupportedOperationException(name);
        });
        var status = new int[] {200};
        var headers = new TreeMap<String, String>();
        var body = new ByteArrayOutputStream();
        var response = stub(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "setStatus" -> status[0] = (Integer) arguments[0];
                case "setHeader" -> headers.put(String.valueOf(arguments[0]), String.valueOf(arguments[1]));
                case "setDateHeader" ->
                    headers.put(
                            String.valueOf(arguments[0]),
                            Instant.ofEpochMilli((Long) arguments[1]).toString());
                case "setContentType" -> headers.put("Content-Type", String.valueOf(arguments[0]));
                case "setContentLength", "setContentLengthLong" ->
                    headers.put("Content-Length", String.valueOf(arguments[0]));
                case "getOutputStream" -> {
                    return to(body);
                }
                default -> throw new UnsupportedOperationException(name);
            }
            return null;
        });
        DownloadServlet.send(DownloadServlet.Sent.whole(attachment, file), request, response);
        return new Answer(status[0], headers, body.toString(StandardCharsets.UTF_8));
    }

    private interface Answers {
        @org.jspecify.annotations.Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T stub(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private static ServletOutputStream to(ByteArrayOutputStream bytes) {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
