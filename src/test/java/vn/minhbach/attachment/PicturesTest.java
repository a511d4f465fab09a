package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a browser is told of the pictures in a text. */
class PicturesTest {

    private static String shown(String html) {
        var picture = new Attachment(
                7,
                Map.of(
                        "fileName",
                        "lễ hội.jpg",
                        ".mediaType",
                        "image/jpeg",
                        ".width",
                        "1800",
                        ".height",
                        "1200",
                        ".widths",
                        "480,960"));
        return Pictures.responsive(
                html, id -> id == 7 ? Optional.of(picture) : Optional.empty(), path -> "/cong" + path);
    }

    @Test
    void eachIsFetchedInTheSizeThatIsShown() {
        assertThat(
                        shown(
                                "<p>a</p><figure class=\"focus-top\"><img src=\"/tep/7/l%E1%BB%85%20h%E1%BB%99i.jpg\" alt=\"a\" width=\"1\" height=\"1\"></figure>"))
                .isEqualTo(
                        "<p>a</p><figure class=\"focus-top\"><img loading=\"lazy\" decoding=\"async\" width=\"1800\" height=\"1200\""
                                + " srcset=\"/cong/tep/7/480/l%E1%BB%85%20h%E1%BB%99i.jpg 480w, /cong/tep/7/960/l%E1%BB%85%20h%E1%BB%99i.jpg 960w,"
                                + " /cong/tep/7/l%E1%BB%85%20h%E1%BB%99i.jpg 1800w\" sizes=\"(min-width: 48em) 44rem, 100vw\""
                                + " src=\"/tep/7/l%E1%BB%85%20h%E1%BB%99i.jpg\" alt=\"a\"></figure>");
    }

    @Test
    void whatIsNotKnownIsLeftAsItIs() {
        assertThat(shown("<img src=\"/tep/8/a.png\" alt=\"src=&quot;/tep/7/a&quot;\">"))
                .isEqualTo(
                        "<img loading=\"lazy\" decoding=\"async\" src=\"/tep/8/a.png\" alt=\"src=&quot;/tep/7/a&quot;\">");
        assertThat(shown("<p>&lt;img src=\"/tep/7/a\"&gt;</p>")).isEqualTo("<p>&lt;img src=\"/tep/7/a\"&gt;</p>");
    }

    @Test
    void aListTakesTheSizeThatFits() {
        var taken = new Taken(
                Path.of("a"),
                Map.of(480, Path.of("b"), 960, Path.of("c")),
                "a.jpg",
                FileType.JPEG,
                1200,
                800,
                "",
                Set.of());
        var attachment = new Attachment(taken, new StoredFile("ab", 1), Instant.EPOCH, "lan");

        assertThat(attachment.getWidths()).containsExactly(480, 960);
        assertThat(attachment.getPath(500)).startsWith("/tep/null/480/");
        assertThat(attachment.getPath(100)).isEqualTo("/tep/null/a.jpg");
    }
}
