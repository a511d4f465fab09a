package vn.minhbach.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.access.Permission;

/** There is one way to write each address; what means it otherwise is led there, what could mean two things is refused. */
class AddressesTest {

    private final Addresses addresses = new Addresses(new Doors.Table(List.of(
            door("/", Doors.Kind.PAGE),
            door("/tin-tuc", Doors.Kind.PAGE, "q", "trang"),
            door("/bai-viet/{slug}", Doors.Kind.PAGE),
            door("/quan-tri/tu-dong-nghia", Doors.Kind.DESK),
            door("/tinh/{file*}", Doors.Kind.SERVLET))));

    static Doors.Entry door(String path, Doors.Kind kind, String... parameters) {
        return new Doors.Entry(
                path,
                Set.of(Method.GET),
                new LinkedHashSet<>(Arrays.asList(parameters)),
                Permission.READ_PUBLIC,
                true,
                false,
                false,
                0,
                "",
                kind,
                kind != Doors.Kind.SERVLET);
    }

    /** By which two are known to mean the same: no undeclared parameters, the declared ones in their order, no language. */
    @ParameterizedTest
    @CsvSource({
        "/tin-tuc?trang=2&q=a+b, /tin-tuc?q=a+b&trang=2",
        "/en/tin-tuc/?la=1&trang=2, /tin-tuc?trang=2",
        "/TIN-TUC, /tin-tuc",
        "/khong-co?q=1, /khong-co?q=1"
    })
    void aPlaceIsWrittenInOneWay(String given, String written) {
        assertEquals(written, addresses.written(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en",
                "/tin-tuc",
                "/en/tin-tuc",
                "/bai-viet/le-hoi",
                "/bai-viet/100%25",
                "/bai-viet/%C4%91%C3%A2y",
                "/quan-tri/tu-dong-nghia",
                "/en/quan-tri/tu-dong-nghia",
                "/tinh/css/site.1.css"
            })
    void whatIsWrittenRightIsFound(String path) {
        var found = assertInstanceOf(Resolution.Found.class, addresses.resolve(path, null), path);
        assertEquals(path, found.address().written());
    }

    @ParameterizedTest
    @CsvSource({
        "/tin-tuc/, /tin-tuc",
        "//tin-tuc, /tin-tuc",
        "/TIN-TUC, /tin-tuc",
        "/%74in-tuc, /tin-tuc",
        "/tin-tuc;jsessionid=1, /tin-tuc",
        "/tin-tuc;, /tin-tuc",
        ";/tin-tuc, ",
        "/en/, /en",
        "/EN/tin-tuc, /en/tin-tuc",
        "/en//tin-tuc, /en/tin-tuc",
        "/en;x/quan-tri/tu-dong-nghia, /en/quan-tri/tu-dong-nghia",
        "/quan-tri;a=b/tu-dong-nghia, /quan-tri/tu-dong-nghia",
        "/%71uan-tri/tu-dong-nghia, /quan-tri/tu-dong-nghia",
        "/Bai-Viet/le-hoi, /bai-viet/le-hoi",
        "/bai-viet/%c4%91%c3%a2y, /bai-viet/%C4%91%C3%A2y",
        "/bai-viet/%C4%91a%CC%82y, /bai-viet/%C4%91%C3%A2y",
        "/tinh//css/site.1.css, /tinh/css/site.1.css"
    })
    void whatIsWrittenOtherwiseIsLedThere(String path, String right) {
        var resolution = addresses.resolve(path, null);
        if (right == null) {
            assertInstanceOf(Resolution.Malformed.class, resolution);
        } else {
            assertEquals(
                    right,
                    assertInstanceOf(Resolution.Elsewhere.class, resolution, path)
                            .address()
                            .written());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bai-viet/%ff",
                "/bai-viet/%00",
                "/bai-viet/a%2fb",
                "/bai-viet/a%2Fb",
                "/bai-viet/a%5cb",
                "/bai-viet/a\\b",
                "/bai-viet/100%",
                "/bai-viet/%zz",
                "/bai-viet/%1",
                "/tin-tuc/../quan-tri/tu-dong-nghia",
                "/tin-tuc/%2e%2e/quan-tri/tu-dong-nghia",
                "/./tin-tuc",
                "/bai-viet/%E2%80%AEx",
                "/bai-viet/%E2%80%8Bx",
                "/bai-viet/a%3Bb",
                "/bai-viet/%0d%0aX",
                "",
                "tin-tuc",
                "/bai-viet/%c0%af",
                "/bai-viet/%ED%A0%80",
                "/tin-tuc/..;/quan-tri/tu-dong-nghia"
            })
    void whatCouldMeanTwoThingsIsRefused(String path) {
        assertInstanceOf(Resolution.Malformed.class, addresses.resolve(path, null), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/khong-co",
                "/en/en/tin-tuc",
                "/tin-tuc/x",
                "/bai-viet",
                "/bai-viet/a/b",
                "//evil.example",
                "/en//evil.example",
                "/en/tinh/css/site.1.css",
                "/tin-tuc.xhtml",
                "/quan-tri/tu-dong-nghia.xhtml",
                "/tinh"
            })
    void whatIsNotDeclaredDoesNotExist(String path) {
        assertInstanceOf(Resolution.Unknown.class, addresses.resolve(path, null), path);
    }

    @Test
    void onlyDeclaredParametersArePartOfAnAddressInTheirOrder() {
        var found = (Resolution.Found)
                addresses.resolve("/tin-tuc", "fbclid=1&trang=2&utm_source=x&q=%C4%91%E1%BA%A5t+nh%C3%A0&x&=&&q=");
        assertEquals(
                "/tin-tuc?q=%C4%91%E1%BA%A5t+nh%C3%A0&trang=2", found.address().written());
    }

    @Test
    void allWritingsOfAParameterAreOne() {
        var plain = written("q=giai-thich");
        assertEquals(plain, written("%71=giai%2Dthich"));
        assertEquals(plain, written("q=giai-thich&q=giai-thich"));
        assertEquals(written("q=100%25"), written("q=100%"));
        assertEquals(written("q=%C3%A2"), written("q=a%CC%82"), "decomposed");
        assertEquals(written("q=a"), written("q=a%00"), "a NUL is no letter");
        assertEquals(written("q=%C3%A2"), written("q=\u00c3\u00a2"), "unescaped UTF-8, one character a byte");
    }

    private String written(String query) {
        return ((Resolution.Found) addresses.resolve("/tin-tuc", query))
                .address()
                .written();
    }

    /** Whatever is sent: what is found is written in exactly that way, and where others are led, they are found. */
    @Test
    void leadsNobodyInCircles() {
        var random = new Random(42);
        var bits = List.of(
                "/",
                "en",
                "tin-tuc",
                "bai-viet",
                "quan-tri",
                ";",
                "%2f",
                "%74",
                ".",
                "..",
                "%",
                "A",
                "đ",
                "%C4%91",
                "?",
                "");
        for (var i = 0; i < 20_000; i++) {
            var path = new StringBuilder("/");
            for (var n = random.nextInt(7); n > 0; n--) {
                path.append(bits.get(random.nextInt(bits.size())));
            }
            var resolution = addresses.resolve(path.toString(), null);
            if (resolution instanceof Resolution.Elsewhere elsewhere) {
                var again = addresses.resolve(elsewhere.address().written(), null);
                assertInstanceOf(
                        Resolution.Found.class,
                        again,
                        path + " → " + elsewhere.address().written());
            }
            if (resolution instanceof Resolution.Found found) {
                assertTrue(found.address().written().contentEquals(path), path.toString());
            }
        }
    }
}
