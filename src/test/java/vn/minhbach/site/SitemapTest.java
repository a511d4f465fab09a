package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import vn.minhbach.web.Address;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.PublicItem;

/** The sitemap tells of everything that is public, however much that is, and of when it changed. */
class SitemapTest {

    private static final String HOME = "https://example.gov.vn";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final Instant LAST = Instant.parse("2026-11-20T03:04:05Z");

    /** So many items, the keys of which are 1, 2, 3 and so on but for every third; each was changed a second after the last. */
    private record Kind(String place, List<String> lists, long lastKey) implements ContentKind {

        @Override
        public String kind() {
            return place;
        }

        @Override
        public Optional<Instant> changed(long after, long until) {
            return items(after, until).stream()
                    .map(PublicItem::changedAt)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo);
        }

        @Override
        public List<PublicItem> items(long after, long until) {
            return LongStream.rangeClosed(after + 1, Math.min(until, lastKey))
                    .filter(key -> key % 3 != 0)
                    .mapToObj(key -> new PublicItem("so-" + key, FIRST.plusSeconds(key)))
                    .toList();
        }
    }

    private final Sitemap sitemap = new Sitemap(
            List.of(new Kind("bai-viet", List.of("/tin-tuc"), 120_000), new Kind("don-vi", List.of("/don-vi"), 2)),
            HOME,
            LAST);

    @Test
    void nothingIsDroppedHoweverMuchThereIs() throws Exception {
        var addresses = new ArrayList<String>();
        for (var part : index(sitemap).keySet()) {
            var urls = urls(sitemap, part);
            assertThat(urls).hasSizeBetween(1, 50_000);
            addresses.addAll(urls.keySet());
        }

        assertThat(addresses).doesNotHaveDuplicates();
        var articles =
                IntStream.rangeClosed(1, 120_000).filter(key -> key % 3 != 0).mapToObj(key -> "/bai-viet/so-" + key);
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                articles,
                                Stream.of(
                                        "/",
                                        "/tin-tuc",
                                        "/don-vi",
                                        "/cai-cach-hanh-chinh",
                                        "/so-do-trang",
                                        "/tro-nang",
                                        "/don-vi/so-1",
                                        "/don-vi/so-2"))
                        .flatMap(path -> Stream.of(HOME + path, HOME + Address.prefixed("en", path)))
                        .toList());
    }

    @Test
    void anItemStaysInItsPartWhenOthersCome() throws Exception {
        var before = new Sitemap(List.of(new Kind("bai-viet", List.of(), 1_500)), HOME, LAST);
        var after = new Sitemap(List.of(new Kind("bai-viet", List.of(), 5_000)), HOME, LAST);

        assertThat(urls(after, "bai-viet-1.xml")).isEqualTo(urls(before, "bai-viet-1.xml"));
        assertThat(index(after))
                .containsAllEntriesOf(Map.of(
                        "bai-viet-1.xml", Objects.requireNonNull(index(before).get("bai-viet-1.xml"))));
    }

    @Test
    void everyPartAndAddressTellsWhenItChanged() throws Exception {
        assertThat(index(sitemap))
                .containsEntry("trang-1.xml", "2026-11-20T03:04:05Z")
                .containsEntry("don-vi-1.xml", "2026-01-01T00:00:02Z")
                .containsEntry("bai-viet-1.xml", "2026-01-01T00:16:40Z");
        assertThat(urls(sitemap, "don-vi-1.xml"))
                .containsEntry(HOME + "/don-vi/so-1", "2026-01-01T00:00:01Z")
                .containsEntry(HOME + "/en/don-vi/so-2", "2026-01-01T00:00:02Z");
        assertThat(urls(sitemap, "trang-1.xml"))
                .containsEntry(HOME + "/", "2026-11-20T03:04:05Z")
                .containsEntry(HOME + "/en/don-vi", "2026-01-01T00:00:02Z")
                .containsEntry(HOME + "/tro-nang", "");
    }

    @Test
    void bothLanguagesNameEachOther() throws Exception {
        var document = part(sitemap, "don-vi-1.xml");
        var links = document.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link");

        assertThat(links.getLength()).isEqualTo(8);
        for (var i = 0; i < 2; i++) {
            var link = (Element) links.item(i);
            assertThat(link.getAttribute("rel")).isEqualTo("alternate");
            assertThat(link.getAttribute("hreflang")).isEqualTo(i == 0 ? "vi" : "en");
            assertThat(link.getAttribute("href")).isEqualTo(HOME + (i == 0 ? "" : "/en") + "/don-vi/so-1");
        }
    }

    @Test
    void anEmptyPortalHasItsPagesAlone() throws Exception {
        var empty = new Sitemap(List.of(new Kind("bai-viet", List.of("/tin-tuc"), 0)), HOME, null);

        assertThat(index(empty)).containsExactlyEntriesOf(Map.of("trang-1.xml", ""));
        assertThat(urls(empty, "trang-1.xml")).containsEntry(HOME + "/", "").containsEntry(HOME + "/tin-tuc", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trang-2.xml",
                "trang-0.xml",
                "trang-01.xml",
                "bai-viet.xml",
                "bai-viet-121.xml",
                "don-vi-2.xml",
                "thu-tuc-1.xml",
                "bai-viet-1.xml/",
                "../trang-1.xml",
                "bai-viet-9999999999999.xml",
                "BAI-VIET-1.xml"
            })
    void thereIsNoOtherPart(String name) {
        assertThat(sitemap.has(name)).isFalse();
    }

    @Test
    void searchEnginesAreKeptOutOfTheSamePlacesInBothLanguages() {
        assertThat(RobotsServlet.rules("", HOME).lines())
                .containsExactly(
                        "User-agent: *",
                        "Disallow: /quan-tri",
                        "Disallow: /dang-nhap",
                        "Disallow: /tim-kiem",
                        "Disallow: /danh-muc-thu-tuc?",
                        "Disallow: /en/quan-tri",
                        "Disallow: /en/dang-nhap",
                        "Disallow: /en/tim-kiem",
                        "Disallow: /en/danh-muc-thu-tuc?",
                        "",
                        "Sitemap: https://example.gov.vn/sitemap.xml");
    }

    /** The parts and when each was changed; "" where that is not told. */
    private static Map<String, String> index(Sitemap sitemap) throws Exception {
        var parts = new LinkedHashMap<String, String>();
        entries(parse(sitemap::index), "sitemap").forEach((address, changed) -> {
            assertThat(address).startsWith(HOME + "/sitemap/");
            var name = address.substring(address.lastIndexOf('/') + 1);
            assertThat(sitemap.has(name)).isTrue();
            parts.put(name, changed);
        });
        return parts;
    }

    private static Map<String, String> urls(Sitemap sitemap, String name) throws Exception {
        return entries(part(sitemap, name), "url");
    }

    private static Document part(Sitemap sitemap, String name) throws Exception {
        return parse(out -> sitemap.part(name, out));
    }

    private static Document parse(Consumer<PrintWriter> writing) throws Exception {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        writing.accept(out);
        out.flush();
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text.toString())));
    }

    private static Map<String, String> entries(Document document, String name) {
        var entries = new LinkedHashMap<String, String>();
        var found = document.getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", name);
        for (var i = 0; i < found.getLength(); i++) {
            var entry = (Element) found.item(i);
            entries.put(text(entry, "loc"), text(entry, "lastmod"));
        }
        return entries;
    }

    private static String text(Element entry, String name) {
        var found = entry.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
