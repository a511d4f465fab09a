package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rich text must keep what tells something and lose what does harm. */
class HtmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p><script>alert(1)</script>                   | <p>a</p>",
                "<p onclick='alert(1)'>a</p>                         | <p>a</p>",
                "<p style='position:fixed' class='x' id='y'>a</p>    | <p>a</p>",
                "<style>p{display:none}</style><p>a</p>              | <p>a</p>",
                "<a href='javascript:alert(1)'>a</a>                 | <a>a</a>",
                "<a href=' JaVaScRiPt:alert(1)'>a</a>                | <a>a</a>",
                "<a href='java&#9;script:alert(1)'>a</a>             | <a>a</a>",
                "<a href='&#1;javascript:alert(1)'>a</a>             | <a>a</a>",
                "<a href='data:text/html,<script>x</script>'>a</a>   | <a>a</a>",
                "<img src='/tep/1/x.png' onerror='alert(1)'>         | <img src=\"/tep/1/x.png\">",
                "a<img src='x' onerror='alert(1)'>                   | a",
                "a<img src='https://evil.example/x.png'>             | a",
                "a<img src='//evil.example/x.png'>                   | a",
                "a<img src='/tep/1/../../quan-tri/dang-xuat '>       | a",
                "a<img src='data:image/svg+xml,<svg onload=x>'>      | a",
                "<video src='/tep/1/a.mp4' autoplay onplay='x'></video> | <video src=\"/tep/1/a.mp4\" controls=\"controls\" preload=\"none\"></video>",
                "a<video src='https://evil.example/a.mp4'></video>   | a",
                "<figure class='clip admin-head focus-top'>a</figure> | <figure class=\"clip focus-top\">a</figure>",
                "<p class='notice bad'>a</p>                         | <p>a</p>",
                "<h1>a</h1>                                          | <h2>a</h2>",
                "<iframe src='https://evil.example'></iframe>a       | a",
                "<svg onload='alert(1)'><a>a</a></svg>               | <a>a</a>",
                "<form action='//evil.example'><input name='x'></form>a | a",
                "<scr<script>ipt>alert(1)</script>                   | ipt&gt;alert(1)",
                "<img src='/tep/1/a' alt='\"><script>x</script>'>     | <img src=\"/tep/1/a\""
                        + " alt=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">"
            })
    void harmIsTakenOut(String evil, String clean) {
        assertThat(Html.clean(evil)).isEqualTo(clean);
    }

    @Test
    void tablesKeepWhatScreenReadersNeed() {
        var table = "<table><caption>Phí</caption><thead><tr><th scope=\"col\">Loại</th></tr></thead>"
                + "<tbody><tr><td colspan=\"2\">5.000 đồng</td></tr></tbody></table>";

        assertThat(Html.clean(table)).isEqualTo(table);
        assertThat(Html.clean("<table width='900'><tr><td width='50%'>a</td></tr></table>"))
                .doesNotContain("width");
    }

    /** OWASP's ways round filters, https://cheatsheetseries.owasp.org: none of them leaves anything that runs. */
    @ParameterizedTest
    @MethodSource("evasions")
    void noKnownWayRoundAFilterLeadsThrough(String evil) {
        var clean = Html.clean("<p>trước</p>" + evil + "<p>sau</p>");

        var page = Jsoup.parseBodyFragment(clean);
        assertThat(page.getAllElements()).allSatisfy(element -> {
            assertThat(element.normalName())
                    .isNotIn(
                            "script", "style", "iframe", "object", "embed", "svg", "math", "form", "meta", "link",
                            "base");
            assertThat(element.attributes()).allSatisfy(attribute -> {
                assertThat(attribute.getKey())
                        .doesNotStartWith("on")
                        .isNotIn("style", "srcdoc", "formaction", "background");
                assertThat(attribute
                                .getValue()
                                .replaceAll("[\\p{Cntrl}\\s]", "")
                                .toLowerCase(Locale.ROOT))
                        .doesNotStartWith("javascript:")
                        .doesNotStartWith("vbscript:")
                        .doesNotStartWith("data:");
            });
        });
        assertThat(Html.clean(clean)).as("cleaning once is enough").isEqualTo(clean);
        assertThat(Jsoup.parseBodyFragment(Html.clean("<table><tr><td>" + evil))
                        .select("script, style, iframe, svg, [onerror], [onload], [onclick], [onmouseover]"))
                .isEmpty();
    }

    static Stream<String> evasions() throws IOException {
        try (var in = HtmlTest.class.getResourceAsStream("filter-evasion.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .replace("\\0", "\0")
                            .replace("\\t", "\t")
                            .replace("\\n", "\n")
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("# "))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"tel:02431234567\">a</a>",
                "<figure class=\"focus-top-left\"><img src=\"/tep/1/a.jpg\" alt=\"a\" width=\"960\" height=\"640\"><figcaption>Lễ hội"
                        + " <span class=\"credit\">Minh Anh</span></figcaption></figure>",
                "<a href=\"/thu-tuc/1.001234?nop=truc-tuyen#tom-tat\">a</a>",
                "<a href=\"https://dichvucong.gov.vn\" rel=\"nofollow\">a</a>",
                "<a href=\"mailto:so@anhai.example.vn\">a</a>",
                "<figure><img src=\"/tep/1/a.jpg\" alt=\"Lễ hội\"><figcaption>Lễ hội</figcaption></figure>"
            })
    void linksWithinThePortalAndOutStay(String html) {
        assertThat(Html.clean(html)).isEqualTo(html);
    }

    @Test
    void theTextItselfIsNotChanged() {
        assertThat(Html.clean("<p>Phí &lt; 5 &amp; lệ phí,\n  “miễn”</p>"))
                .isEqualTo("<p>Phí &lt; 5 &amp; lệ phí,\n  “miễn”</p>");
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        var once = Html.clean("<h1>A</h1><p>b<p>c<td>d&nbsp;<b>e</i>");

        assertThat(Html.clean(once)).isEqualTo(once);
    }

    @Test
    void theWordsOfNeighbouringBlocksDoNotRunTogether() {
        assertThat(Html.text("<h2>Ai được cấp?</h2><p>Công <b>dân</b></p><ul><li>một</li><li>hai</li></ul>")
                        .lines())
                .containsExactly("Ai được cấp?", "Công dân", "một", "hai");
        assertThat(Html.text("<table><tr><td>Phí</td><td>Miễn</td></tr></table>")
                        .split("\\s+"))
                .containsExactly("Phí", "Miễn");
    }

    @Test
    void whatIsTypedWithoutMarkupBecomesParagraphs() {
        assertThat(Html.rich("1 < 2 & 3\r\ndòng hai\n \n\nđoạn hai\n"))
                .isEqualTo("<p>1 &lt; 2 &amp; 3<br>dòng hai</p><p>đoạn hai</p>");
        assertThat(Html.rich("<p>một</p>\n<p>hai</p>")).isEqualTo("<p>một</p>\n<p>hai</p>");
        assertThat(Html.rich(Html.rich("1 < 2"))).isEqualTo("<p>1 &lt; 2</p>");
    }

    @Test
    void richTextThatSaysAndShowsNothingIsNone() {
        assertThat(Html.rich(" \n")).isEmpty();
        assertThat(Html.rich("<p> <br></p><ul><li>&nbsp;</li></ul>")).isEmpty();
        assertThat(Html.rich("<script>alert(1)</script>")).isEmpty();
        assertThat(Html.rich("<p><img src=\"/tep/1/a.jpg\" alt=\"Sơ đồ\"></p>")).contains("<img");
    }

    @Test
    void everythingIsAlsoWhatAddressesAndDescriptionsSay() {
        assertThat(Html.everything(
                        "<p>Gọi <a href=\"tel:0912345678\">chị</a></p><img src=\"/tep/1/a.jpg\" alt=\"số 5\">"))
                .contains("Gọi chị", "tel:0912345678", "số 5", "/tep/1/a.jpg");
    }

    /** Markup in the middle of what is replaced goes on around the rest, and signs stay signs. */
    @Test
    void wordsOfRichTextAreReplacedWhateverPartsThem() {
        var html = "<p>Theo ông <b>Lê</b> Văn\n<i>Hùng &amp; em</i>:</p><ul><li>nộp &lt;một&gt; bản</li></ul>";
        var running = Html.running(html);
        assertThat(running).contains("Theo ông Lê Văn Hùng & em:", "nộp <một> bản");
        var start = running.indexOf("Lê");

        assertThat(Html.replace(html, start, running.indexOf(" & em"), "[đã che]"))
                .isEqualTo("<p>Theo ông <b>[đã che]</b><i> &amp; em</i>:</p><ul><li>nộp &lt;một&gt; bản</li></ul>");
        assertThat(Html.replace(html, start, start, "x")).isEqualTo(html);
        assertThat(
                        Html.descriptions(
                                "<p><img src=\"/tep/1/a.jpg\" alt=\"Ảnh\" title=\" \"><a href=\"/a\" title=\"Liên kết\">a</a></p>"))
                .containsExactly("Ảnh", "Liên kết");
    }

    @Test
    void theTextOfRichTextIsPlain() {
        assertThat(Html.text("<p>a &lt;b&gt; &amp; c</p>")).isEqualTo("a <b> & c");
        assertThat(Html.text("")).isEmpty();
    }

    @Test
    void escapedTextCanStandInElementsAndAttributes() {
        assertThat(Html.escape("<a title=\"x\" alt='y'>&amp;"))
                .isEqualTo("&lt;a title=&quot;x&quot; alt=&#39;y&#39;&gt;&amp;amp;");
        assertThat(Html.escape("Đã bãi bỏ \uD83D\uDE00")).isEqualTo("Đã bãi bỏ \uD83D\uDE00");
    }

    @Test
    void whatIsReadElsewhereNamesThePortal() {
        assertThat(Html.absolute(
                        "<p><a href=\"/bai-viet/x?a=1&amp;b=2\">x</a><img src=\"/tep/1/a.jpg\" alt=\"\">"
                                + "<a href=\"https://a.vn/y\">y</a><a href=\"//b.vn/\">z</a><a href=\"#cuoi\">t</a></p>",
                        "https://so.vn/"))
                .isEqualTo("<p><a href=\"https://so.vn/bai-viet/x?a=1&amp;b=2\">x</a>"
                        + "<img src=\"https://so.vn/tep/1/a.jpg\" alt=\"\"><a href=\"https://a.vn/y\">y</a>"
                        + "<a href=\"//b.vn/\">z</a><a href=\"#cuoi\">t</a></p>");
    }
}
