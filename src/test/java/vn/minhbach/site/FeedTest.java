package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import vn.minhbach.site.Feed.Format;

/** Feeds have what RFC 4287 and RSS 2.0 demand, and ids that outlive the portal's address. */
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CORE = "http://purl.org/dc/elements/1.1/";
    private static final String SELF = "https://example.gov.vn/feed/tin-tuc.";
    private static final Instant CAME_OUT = Instant.parse("2026-11-20T03:04:05Z");
    private static final Instant CORRECTED = Instant.parse("2026-11-21T08:00:00Z");
    private static final FeedIds IDS = new FeedIds("example.gov.vn,2026");

    private static Feed feed(String home, int size) {
        return new Feed(
                IDS.feed("tin-tuc"),
                "Tin tức & sự kiện",
                "Tin tức\u0000 của <Sở>",
                home + "/tin-tuc",
                "Sở Văn hóa",
                CORRECTED,
                IntStream.range(0, size)
                        .mapToObj(i -> new Feed.Entry(
                                IDS.entry("article", i),
                                "Tin\u0008 số " + i,
                                home + "/bai-viet/tin-" + i,
                                i == 0 ? "Thu Hà" : "",
                                "Lời dẫn có <b> & \uD800",
                                CAME_OUT,
                                CORRECTED))
                        .toList());
    }

    @Test
    void atomHasAllThatItsStandardDemands() throws Exception {
        var root = parse(feed("https://example.gov.vn", 2), Format.ATOM);

        assertThat(root.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(root.getLocalName()).isEqualTo("feed");
        assertThat(text(root, ATOM, "id")).isEqualTo("tag:example.gov.vn,2026:feed/tin-tuc");
        assertThat(text(root, ATOM, "title")).isEqualTo("Tin tức & sự kiện");
        assertThat(text(root, ATOM, "updated")).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(text(children(root, ATOM, "author").getFirst(), ATOM, "name"))
                .isEqualTo("Sở Văn hóa");
        assertThat(children(root, ATOM, "link"))
                .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
                .containsExactlyInAnyOrder(
                        "alternate https://example.gov.vn/tin-tuc", "self https://example.gov.vn/feed/tin-tuc.atom");
        var entries = children(root, ATOM, "entry");
        assertThat(entries).hasSize(2);
        for (var entry : entries) {
            assertThat(URI.create(text(entry, ATOM, "id"))).hasScheme("tag");
            assertThat(text(entry, ATOM, "title")).startsWith("Tin số ");
            assertThat(text(entry, ATOM, "published")).isEqualTo("2026-11-20T03:04:05Z");
            assertThat(text(entry, ATOM, "updated")).isEqualTo("2026-11-21T08:00:00Z");
            assertThat(text(entry, ATOM, "summary")).startsWith("Lời dẫn có <b> &");
            assertThat(children(entry, ATOM, "author")).hasSize(1);
            assertThat(children(entry, ATOM, "link"))
                    .singleElement()
                    .satisfies(link ->
                            assertThat(link.getAttribute("href")).startsWith("https://example.gov.vn/bai-viet/tin-"));
        }
        assertThat(entries)
                .extracting(entry -> text(children(entry, ATOM, "author").getFirst(), ATOM, "name"))
                .containsExactly("Thu Hà", "Sở Văn hóa");
    }

    @Test
    void rssHasAllThatItsStandardDemands() throws Exception {
        var root = parse(feed("https://example.gov.vn", 2), Format.RSS);

        assertThat(root.getNodeName()).isEqualTo("rss");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        var channel = children(root, null, "channel").getFirst();
        assertThat(text(channel, null, "title")).isEqualTo("Tin tức & sự kiện");
        assertThat(text(channel, null, "link")).isEqualTo("https://example.gov.vn/tin-tuc");
        assertThat(text(channel, null, "description")).isEqualTo("Tin tức của <Sở>");
        assertThat(text(channel, null, "language")).isEqualTo("vi");
        assertThat(children(channel, ATOM, "link")).singleElement().satisfies(link -> {
            assertThat(link.getAttribute("rel")).isEqualTo("self");
            assertThat(link.getAttribute("href")).isEqualTo("https://example.gov.vn/feed/tin-tuc.rss");
            assertThat(link.getAttribute("type")).isEqualTo("application/rss+xml");
        });
        var items = children(channel, null, "item");
        assertThat(items).hasSize(2);
        for (var item : items) {
            var guid = children(item, null, "guid").getFirst();
            assertThat(guid.getAttribute("isPermaLink")).isEqualTo("false");
            assertThat(guid.getTextContent()).startsWith("tag:example.gov.vn,2026:article/");
            assertThat(ZonedDateTime.parse(text(item, null, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .isEqualTo(CAME_OUT);
            assertThat(text(item, null, "description")).as("is read as HTML").startsWith("Lời dẫn có &lt;b&gt; &amp;");
            assertThat(children(item, null, "author"))
                    .as("would have to be an e-mail address")
                    .isEmpty();
            assertThat(children(item, CORE, "creator")).hasSize(1);
        }
    }

    /** For whoever relays the department's news: what it says, and from where the department has it itself. */
    @Test
    void aFullFeedHoldsWholeArticlesWithTheirSources() throws Exception {
        var html = "<p>Thân bài &amp; <a href=\"https://example.gov.vn/x\">liên kết</a> ]]></p>";
        var full = new Feed(
                IDS.feed("toan-van/tin-tuc"),
                "Tin tức",
                "Tin tức",
                "https://example.gov.vn/tin-tuc",
                "Sở Văn hóa",
                CORRECTED,
                List.of(
                        entry(1, new Feed.Full(html, "Tin của tỉnh", "Báo <tỉnh>", "https://bao.example.vn/1?a=1&b=2")),
                        entry(2, new Feed.Full(html, "Tin của Sở", "", ""))));

        var atom = children(parse(full, Format.ATOM), ATOM, "entry");
        var relayed = atom.getFirst();
        var content = children(relayed, ATOM, "content").getFirst();
        assertThat(content.getAttribute("type")).isEqualTo("html");
        assertThat(content.getTextContent()).isEqualTo(html);
        assertThat(text(relayed, ATOM, "summary")).isEqualTo("Lời dẫn");
        assertThat(children(relayed, ATOM, "category").getFirst().getAttribute("term"))
                .isEqualTo("Tin của tỉnh");
        assertThat(children(relayed, ATOM, "link"))
                .extracting(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
                .containsExactlyInAnyOrder(
                        "alternate https://example.gov.vn/bai-viet/1", "via https://bao.example.vn/1?a=1&b=2");
        var source = children(relayed, ATOM, "source").getFirst();
        assertThat(text(source, ATOM, "title")).isEqualTo("Báo <tỉnh>");
        assertThat(text(source, ATOM, "id")).isEqualTo("https://bao.example.vn/1?a=1&b=2");
        assertThat(children(atom.getLast(), ATOM, "source")).as("of its own").isEmpty();
        assertThat(children(atom.getLast(), ATOM, "content")).hasSize(1);

        var rss = children(children(parse(full, Format.RSS), null, "channel").getFirst(), null, "item");
        assertThat(text(rss.getFirst(), "http://purl.org/rss/1.0/modules/content/", "encoded"))
                .isEqualTo(html);
        assertThat(text(rss.getFirst(), CORE, "source")).isEqualTo("Báo <tỉnh> https://bao.example.vn/1?a=1&b=2");
        assertThat(text(rss.getFirst(), null, "category")).isEqualTo("Tin của tỉnh");
        assertThat(children(rss.getLast(), CORE, "source")).isEmpty();
    }

    private static Feed.Entry entry(long id, Feed.Full full) {
        return new Feed.Entry(
                IDS.entry("article", id),
                "Tin số " + id,
                "https://example.gov.vn/bai-viet/" + id,
                "",
                "Lời dẫn",
                CAME_OUT,
                CORRECTED,
                full);
    }

    @Test
    void idsDoNotChangeWithTheAddress() throws Exception {
        for (var format : Format.values()) {
            var here = parse(feed("http://localhost:8080", 3), format);
            var there = parse(feed("https://khac.gov.vn", 3), format);
            assertThat(ids(here)).isEqualTo(ids(there)).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void anEmptyFeedIsValidAndOfItsTime() throws Exception {
        var atom = parse(feed("https://example.gov.vn", 0), Format.ATOM);
        assertThat(text(atom, ATOM, "updated")).isEqualTo("2026-11-21T08:00:00Z");
        assertThat(children(atom, ATOM, "author")).hasSize(1);
        var rss = parse(feed("https://example.gov.vn", 0), Format.RSS);
        assertThat(text(children(rss, null, "channel").getFirst(), null, "lastBuildDate"))
                .isEqualTo("Sat, 21 Nov 2026 08:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.gov.vn,2026",
                "sovhtt.example.gov.vn,2026-11",
                "a@example.vn,2026-11-30",
                "localhost,2026"
            })
    void authoritiesAreDomainsOnADay(String authority) {
        assertThat(URI.create(new FeedIds(authority).feed("tin-tuc"))).hasScheme("tag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.gov.vn",
                "https://example.gov.vn,2026",
                "Sở,2026",
                "example.vn,26",
                "a b,2026",
                "x,2026:"
            })
    void otherAuthoritiesAreRefused(String authority) {
        assertThatThrownBy(() -> new FeedIds(authority))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("portal.feed.authority");
    }

    private static Element parse(Feed feed, Format format) throws Exception {
        var out = new StringWriter();
        feed.write(format, SELF + (format == Format.ATOM ? "atom" : "rss"), out);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())))
                .getDocumentElement();
    }

    private static List<String> ids(Element root) {
        var found = root.getElementsByTagNameNS("*", root.getLocalName().equals("rss") ? "guid" : "id");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static String text(Element parent, @org.jspecify.annotations.Nullable String namespace, String name) {
        return children(parent, namespace, name).getFirst().getTextContent();
    }

    private static List<Element> children(
            Element parent, @org.jspecify.annotations.Nullable String namespace, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(each ->
                        name.equals(each.getLocalName()) && java.util.Objects.equals(namespace, each.getNamespaceURI()))
                .toList();
    }
}
