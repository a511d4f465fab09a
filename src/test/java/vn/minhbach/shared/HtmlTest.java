package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "<img src='x' onerror='alert(1)'>                    | <img src=\"x\">",
                "<img src='data:image/svg+xml,<svg onload=x>'>       | <img>",
                "<iframe src='https://evil.example'></iframe>a       | a",
                "<svg onload='alert(1)'><a>a</a></svg>               | <a>a</a>",
                "<form action='//evil.example'><input name='x'></form>a | a",
                "<scr<script>ipt>alert(1)</script>                   | ipt&gt;alert(1)",
                "<img src='a' alt='\"><script>x</script>'>            | <img src=\"a\""
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

    @ParameterizedTest
    @ValueSource(
            strings = {
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
}
