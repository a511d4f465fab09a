package vn.minhbach.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds say, and what they may not ask for. */
@Timeout(30)
class FeedReaderTest {

    private static final URI HOME = URI.create("https://tinh.example.vn/rss/tin.rss");

    static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel>
                <title>Cổng tỉnh</title><link>https://tinh.example.vn</link><description>Tin</description>
                <item>
                  <title>Khai mạc &amp; bế mạc &lt;b&gt;hội thi&lt;/b&gt;</title>
                  <link>https://tinh.example.vn/hoi-thi</link>
                  <guid isPermaLink="false">tin-17</guid>
                  <pubDate>Mon, 01 Jun 2026 08:00:00 +0700</pubDate>
                  <description><![CDATA[<p>Sáng 1/6 &amp; chiều 2/6.</p>]]></description>
                  <content:encoded><![CDATA[<p>Toàn văn <a href="/khac">ở đây</a>.</p><script>alert(1)</script>]]></content:encoded>
                  <media:content url="https://tinh.example.vn/anh.jpg"/>
                </item>
                <item><title>Không có địa chỉ</title></item>
                <item><title>Địa chỉ lạ</title><link>javascript:alert(1)</link></item>
                <item><title>Chỉ có guid</title><guid>https://tinh.example.vn/hai</guid></item>
              </channel>
            </rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom">
              <title>Cổng bộ</title>
              <entry>
                <id>tag:bo.example.vn,2026:1</id>
                <title type="html">Một &amp;amp; hai</title>
                <link rel="self" href="https://bo.example.vn/1.atom"/>
                <link href="https://bo.example.vn/1"/>
                <updated>2026-06-01T01:00:00Z</updated>
                <summary>Tóm tắt</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Đoạn <em>một</em> &lt;x&gt;</p></div></content>
              </entry>
            </feed>
            """;

    static List<FeedEntry> read(String feed) throws FeedException {
        return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), HOME);
    }

    private static RelayResult refused(byte[] feed) {
        try {
            throw new AssertionError("was read: " + FeedReader.read(feed, HOME));
        } catch (FeedException e) {
            return e.result();
        }
    }

    private static RelayResult refused(String feed) {
        return refused(feed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rssIsReadWhole() throws Exception {
        var entries = read(RSS);

        assertThat(entries).hasSize(2);
        var first = entries.getFirst();
        assertThat(first.id()).isEqualTo("tin-17");
        assertThat(first.link()).isEqualTo("https://tinh.example.vn/hoi-thi");
        assertThat(first.title()).isEqualTo("Khai mạc & bế mạc hội thi");
        assertThat(first.summary()).isEqualTo("Sáng 1/6 & chiều 2/6.");
        assertThat(first.html()).contains("<p>Toàn văn <a href=\"/khac\">");
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2026-06-01T01:00:00Z"));
        assertThat(entries.get(1).link()).isEqualTo("https://tinh.example.vn/hai");
    }

    @Test
    void atomIsReadWhole() throws Exception {
        var entry = read(ATOM).getFirst();

        assertThat(entry.id()).isEqualTo("tag:bo.example.vn,2026:1");
        assertThat(entry.link()).isEqualTo("https://bo.example.vn/1");
        assertThat(entry.title()).isEqualTo("Một & hai");
        assertThat(entry.html()).isEqualTo("<div><p>Đoạn <em>một</em> &lt;x&gt;</p></div>");
        assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2026-06-01T01:00:00Z"));
    }

    @Test
    void anOldRssWithoutDatesIsReadToo() throws Exception {
        var entries = read(
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                        + " xmlns=\"http://purl.org/rss/1.0/\"><item><title>Một</title><link>https://a.vn/1</link></item></rdf:RDF>");

        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().publishedAt()).isNull();
    }

    @Test
    void addressesAreToldFromWhereTheFeedLies() throws Exception {
        var entries = read("<rss><channel><item><title>Một</title><link>/tin/1</link></item>"
                + "<item><title>Hai</title><link>hai?x=1</link></item></channel></rss>");

        assertThat(entries)
                .extracting(FeedEntry::link)
                .containsExactly("https://tinh.example.vn/tin/1", "https://tinh.example.vn/rss/hai?x=1");
    }

    @Test
    void otherEncodingsAreReadAsTheySay() throws Exception {
        var feed = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><item><title>Đường sắt</title>"
                + "<link>https://a.vn/1</link></item></channel></rss>";
        assertThat(FeedReader.read(feed.getBytes(StandardCharsets.UTF_16), HOME)
                        .getFirst()
                        .title())
                .isEqualTo("Đường sắt");
    }

    /** A file of this machine in the title. */
    @Test
    void nothingOfThisMachineIsOpened(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "bí mật");
        for (var declaration : List.of(
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE rss SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE rss PUBLIC \"x\" \"http://169.254.169.254/x.dtd\">",
                "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>")) {
            var feed = declaration
                    + "<rss><channel><item><title>&x;</title><link>https://a.vn/1</link></item></channel></rss>";
            assertThat(refused(feed)).as(declaration).isIn(RelayResult.DOCTYPE, RelayResult.NO_FEED);
        }
    }

    @Test
    void entitiesThatMultiplyAreNotMultiplied() {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        bomb.append("]><rss><channel><item><title>&a29;</title><link>https://a.vn/1</link></item></channel></rss>");

        assertThat(refused(bomb.toString())).isIn(RelayResult.DOCTYPE, RelayResult.NO_FEED);
        assertThat(refused("<!DOCTYPE rss [<!ENTITY a \"" + "x".repeat(100_000) + "\">]><rss>" + "&a;".repeat(100_000)
                        + "</rss>"))
                .isIn(RelayResult.DOCTYPE, RelayResult.NO_FEED);
    }

    @Test
    void whatIsTooDeepOrTooManyIsRefused() {
        assertThat(refused("<rss>" + "<a>".repeat(100_000))).isEqualTo(RelayResult.TOO_DEEP);
        assertThat(refused("<rss><channel>"
                        + "<item><title>x</title><link>https://a.vn/1</link></item>".repeat(501)
                        + "</channel></rss>"))
                .isEqualTo(RelayResult.TOO_DEEP);
        assertThat(refused("<rss " + "a".repeat(1_000_000))).isEqualTo(RelayResult.NO_FEED);
    }

    @Test
    void whatGoesDeepWithinAnEntryLosesItsMarkup() throws Exception {
        var deep =
                "<rss><channel><item><title>x</title><link>https://a.vn/1</link><description><![CDATA[%s]]></description>"
                        + "</item></channel></rss>";
        assertThat(read(deep.formatted("<div><B>".repeat(60) + "Sâu"))
                        .getFirst()
                        .html())
                .doesNotContain("<")
                .contains("Sâu");
        assertThat(read(deep.formatted("<p>Đoạn <b>một</b><br>".repeat(500)))
                        .getFirst()
                        .html())
                .contains("<p>Đoạn <b>một</b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><body>Đăng nhập</body></html>",
                "{\"items\": []}",
                "<rss><channel><item><title>x</item></channel></rss>",
                "<rss><channel>",
                "<rss>&nbsp;</rss>",
                "<?xml version=\"1.0\" encoding=\"không có\"?><rss/>",
                "\u0000\u0001"
            })
    void whatIsNoFeedIsToldSo(String feed) {
        assertThat(refused(feed)).isIn(RelayResult.NO_FEED, RelayResult.DOCTYPE);
    }
}
