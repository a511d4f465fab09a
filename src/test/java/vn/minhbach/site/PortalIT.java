package vn.minhbach.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.ReadyIndex;

/** The portal over HTTP, as browsers, search engines and other systems meet it. */
@ArquillianTest
@RunAsClient
class PortalIT {

    /** A procedure of the sample with several cases. */
    private static final String CASES = "1.000983";

    @ArquillianResource
    URL home;

    /** Without trying to change over to HTTP/2 first, which the portal has switched off. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    /** While the index is being made, what a page shows changes from one moment to the next. */
    @BeforeEach
    void awaitIndex() throws Exception {
        ReadyIndex.await(home.toURI().resolve("/health/ready"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tin-tuc",
                "cai-cach-hanh-chinh",
                "danh-muc-thu-tuc",
                "thu-tuc/1.002396",
                "don-vi",
                "tim-kiem?q=thu+vien",
                "so-do-trang",
                "tro-nang",
                "en",
                "en/tin-tuc",
                "sitemap.xml",
                "sitemap/trang-1.xml",
                "sitemap/bai-viet-1.xml",
                "robots.txt",
                "feed/tin-tuc.atom",
                "feed/tin-tuc.rss",
                "api/v1/procedures",
                "api/v1/articles",
                "api/v1/search?q=the+thao",
                "api/v1/procedures/1.002396",
                "api/v1/openapi.yaml"
            })
    void servesWithoutSessionAndTellsWhatChanged(String path) throws Exception {
        var first = get(path);
        assertEquals(200, first.statusCode());
        assertTrue(first.headers().firstValue("Set-Cookie").isEmpty(), "no session, no cookie");
        assertTrue(first.headers().firstValue("Cache-Control").orElse("").contains("public"));
        assertTrue(first.headers().firstValue("Last-Modified").isPresent());
        var again =
                get(path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "khong-co",
                "bai-viet/khong-co",
                "bai-viet/",
                "bai-viet/a/b",
                "thu-tuc/abc",
                "thu-tuc/1.999999",
                "don-vi/khong-co",
                "chuyen-muc/khong-co",
                "feed/khong-co.atom",
                "tep/999999/khac.svg",
                "tep/x",
                "tinh/../web.xml",
                "sitemap",
                "sitemap/thu-tuc-9.xml",
                "sitemap/khong-co-1.xml",
                "api/v1/application.wadl",
                "tin-tuc.xhtml",
                "WEB-INF/web.xml",
                "en/khong-co",
                "thu-tuc/%00%3Cscript%3E"
            })
    void helpsWhoLooksForWhatIsNotThere(String path) throws Exception {
        var answer = get(path);
        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path + ": " + answer.statusCode());
        assertFalse(answer.body().contains("Exception"), "no trace");
        assertFalse(answer.body().contains("<script>alert"), "nothing comes back unescaped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tin-tuc?trang=-5",
                "tin-tuc?trang=99999999999999999999",
                "tin-tuc?trang=abc",
                "danh-muc-thu-tuc?trang=9999",
                "danh-muc-thu-tuc?cap=KHONG&linh-vuc=%3Cscript%3Ealert(1)%3C/script%3E&sap-xep=xyz",
                "tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "tim-kiem?q=a+AND+(b+OR&loai=khong",
                "tim-kiem?q=%00%01%1F",
                "tim-kiem?q=*:*&trang=-1",
                "api/v1/procedures?limit=-1&offset=abc",
                "api/v1/search?q=%22%3E&limit=100000"
            })
    void takesSillyParametersToTheNearestSensibleOnes(String path) throws Exception {
        var answer = get(path);
        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("<script>alert"), "escaped");
    }

    @Test
    void cutsAnEndlessQueryWithAMessage() throws Exception {
        var answer = get("tim-kiem?q=" + "giay+".repeat(1_200));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("Nội dung tìm quá dài"));
    }

    @Test
    void sendsSafeHeadersAndNoBanner() throws Exception {
        var headers = get("").headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("script-src 'self'") && !policy.contains("unsafe"), policy);
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(headers.firstValue("Referrer-Policy").isPresent());
        assertTrue(headers.firstValue("Permissions-Policy").isPresent());
        assertTrue(headers.firstValue("X-Request-Id").isPresent());
        assertTrue(headers.firstValue("Strict-Transport-Security").isEmpty(), "only when TLS");
        var tls = get("", "X-Forwarded-Proto", "https").headers();
        assertTrue(tls.firstValue("Strict-Transport-Security").isPresent());
    }

    @Test
    void packsPagesAndServesTheThemeForGood() throws Exception {
        var page = client.send(request("", "Accept-Encoding", "gzip"), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", page.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals("Accept-Encoding", page.headers().firstValue("Vary").orElse(""));
        var html = get("").body();
        var css = html.replaceAll("(?s).*href=\"([^\"]*/css/site\\.[0-9a-f]+\\.css)\".*", "$1");
        var style = client.send(
                HttpRequest.newBuilder(home.toURI().resolve(css)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, style.statusCode());
        assertTrue(style.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        for (var encoding : List.of("br", "gzip")) {
            var compressed = client.send(
                    HttpRequest.newBuilder(home.toURI().resolve(css))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(
                    encoding,
                    compressed.headers().firstValue("Content-Encoding").orElse(""));
            assertTrue(compressed.body().length < style.body().length() / 2);
        }
        var refused = client.send(
                HttpRequest.newBuilder(home.toURI().resolve(css))
                        .header("Accept-Encoding", "br;q=0, gzip;q=0.0")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(style.body(), refused.body());
        assertFalse(html.contains("primefaces") || html.contains("jquery"), "public pages ship neither");
    }

    @Test
    void leadsFromOtherSpellingsOfACodeToTheNationalOne() throws Exception {
        for (var spelling : List.of("1.002396.000.00.00.H48", "1.002396.000.00.00")) {
            var answer = get("thu-tuc/" + spelling);
            assertEquals(301, answer.statusCode());
            assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/thu-tuc/1.002396"));
        }
    }

    @Test
    void tellsApiErrorsAsProblems() throws Exception {
        var answer = get("api/v1/procedures/khong-co");
        assertEquals(404, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertTrue(answer.body().contains("\"status\":404"));
    }

    @Test
    void handsOutFormsWithTypeAndSize() throws Exception {
        var page = get("thu-tuc/2.001631").body();
        var link = java.util.regex.Pattern.compile("href=\"[^\"]*/(tep/\\d+/don-dang-ky-di-vat-co-vat\\.docx)\"")
                .matcher(page);
        assertTrue(link.find(), "the form can be downloaded");
        assertTrue(page.contains("DOCX") && page.contains("KB"), "type and size are told");
        var form = get(link.group(1));
        assertEquals(200, form.statusCode());
        assertTrue(form.headers().firstValue("Content-Type").orElse("").contains("wordprocessingml"));
        assertTrue(form.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment; filename="));
        var part = get(link.group(1), "Range", "bytes=0-3");
        assertEquals(206, part.statusCode());
        assertEquals("PK\u0003\u0004", part.body());
        assertEquals(416, get(link.group(1), "Range", "bytes=99999999-").statusCode());
        var etag = form.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304, get(link.group(1), "If-None-Match", "\"khac\", W/" + etag).statusCode());
    }

    @Test
    void findsAProcedureByTheWordsOfItsForm() throws Exception {
        // Nothing in the sample says these words but the form for registering relics.
        var found = get("api/v1/search?q=ni%C3%AAn+%C4%91%E1%BA%A1i").body();
        assertTrue(found.contains("\"2.001631\"") && found.contains("<mark>Niên</mark> <mark>đại</mark>"), found);
    }

    @Test
    void answersHealthChecks() throws Exception {
        for (var check : List.of("ready", "live", "started")) {
            assertEquals(200, server("/health/" + check).statusCode(), check);
        }
    }

    @Test
    void staysAtTheListWhateverFacetIsToBeOpened() throws Exception {
        for (var list : List.of("danh-muc-thu-tuc?q=cap", "tim-kiem?q=cap&loai=procedure")) {
            for (var facet : List.of("linh-vuc", "khong-co")) {
                var body = get(list + "&xem=" + facet).body();
                assertTrue(body.contains("id=\"found-title\""), list);
                assertTrue(
                        body.contains(list.replace("&", "&amp;") + "&amp;linh-vuc="),
                        "choosing a value keeps what was typed");
            }
        }
    }

    @Test
    void tellsNothingTwiceAtHomeAndCountsProceduresAsTheListDoes() throws Exception {
        var page = Jsoup.parse(get("").body(), home.toString());
        var items = page.select("main a[href*=/bai-viet/]").eachAttr("abs:href");
        assertFalse(items.isEmpty());
        assertEquals(List.copyOf(new LinkedHashSet<>(items)), items, "each item once");
        var told = figures(page.select("main a[href*=/danh-muc-thu-tuc?cua=tat-ca].with-icon")
                .text());
        assertFalse(told.isEmpty());
        assertEquals(
                told,
                figures(Jsoup.parse(get("danh-muc-thu-tuc?cua=tat-ca").body())
                        .select("#found-title")
                        .text()));
    }

    private static String figures(String text) {
        return text.replaceAll("\\D+", "");
    }

    @Test
    void showsOneCaseOfAProcedureOnASheetOfItsOwn() throws Exception {
        var procedure = Jsoup.parse(get("thu-tuc/" + CASES).body(), home.toString());
        var links = procedure.select("#truong-hop a").eachAttr("abs:href");
        assertTrue(links.size() > 1, "there is a choice");
        for (var link : links) {
            var sheet = get(link.substring(home.toString().length()));
            assertEquals(200, sheet.statusCode());
            var page = Jsoup.parse(sheet.body());
            assertTrue(page.select("link[rel=canonical]")
                    .attr("href")
                    .endsWith(URI.create(link).getPath()));
            assertFalse(page.select(".checks input[type=checkbox]:not([name])").isEmpty(), "boxes that send nothing");
            assertEquals(1, page.select("svg.qr").size());
            assertEquals(
                    links.size() - 1,
                    page.select("[aria-labelledby=others-title] li").size());
        }
        assertTrue(get("en/thu-tuc/" + CASES).body().contains("My case"));
    }

    @Test
    void anAddressThatDoesNotExistLiesNowhereInTheMenu() throws Exception {
        var marked = "nav .entries [aria-current]";
        assertTrue(Jsoup.parse(get("khong-co-trang-nay").body()).select(marked).isEmpty());
        assertTrue(Jsoup.parse(get("tin-tuc").body()).select(marked).hasText());
    }

    @Test
    void tellsWhichCasesThereAreWhereTheAddressNamesNone() throws Exception {
        var answer = get("thu-tuc/" + CASES + "/truong-hop/khong-co");
        assertEquals(404, answer.statusCode());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        var page = Jsoup.parse(answer.body());
        assertTrue(page.select("main a[href*=/truong-hop/]").size() > 1);
        assertTrue(page.select("link[rel=canonical]").isEmpty());
        assertEquals(404, get("thu-tuc/1.999999/truong-hop/khong-co").statusCode());
    }

    @Test
    void listsTheArticlesOfATagUnderAllItsWaysOfWriting() throws Exception {
        var tag = get("nhan/cach-lam-hay");
        assertEquals(200, tag.statusCode());
        assertTrue(tag.body().contains("Sáng kiến, mô hình đã có kết quả"), tag::body);
        var other = get("nhan/sang-kien");
        assertEquals(301, other.statusCode());
        assertTrue(other.headers().firstValue("Location").orElse("").endsWith("/nhan/cach-lam-hay"));
        assertTrue(get("en/nhan/cach-lam-hay").body().contains("good practice"));
        assertEquals(404, get("nhan/khong-co-nhan-nay").statusCode());
    }

    @Test
    void beginsTheListWithTheDepartmentsOwnProcedures() throws Exception {
        var own = get("danh-muc-thu-tuc").body();
        var tabs = Jsoup.parse(own).select("main nav.tabs li");
        assertTrue(tabs.text().startsWith("Thủ tục của Sở VH&TT An Hải"), own);
        var counts =
                tabs.select(".count").eachText().stream().map(Integer::parseInt).toList();
        assertTrue(counts.getFirst() > 0 && counts.getFirst() < counts.getLast(), own);
        assertTrue(own.contains("danh-muc-thu-tuc?cua=tat-ca\""), "all others are one click away");
        assertFalse(own.contains("name=\"cua\""), "who searches looks among all");
        var all = get("danh-muc-thu-tuc?cua=tat-ca&trang=2").body();
        assertTrue(all.contains("<span class=\"count\">" + counts.getLast() + "</span>"), all);
    }

    @Test
    void beginsALifeEventWithWhatPeopleNeed() throws Exception {
        var event = get("danh-muc-thu-tuc?su-kien=choi-the-thao").body();
        var places = List.of("2.000794", "1.002396", "1.000953", "1.001782").stream()
                .map(code -> event.indexOf("/thu-tuc/" + code))
                .toList();
        assertEquals(places.stream().sorted().toList(), places);
        assertTrue(places.getFirst() > 0, event);
    }

    @Test
    void answersAboveTheResultsOnlyWhatIsClear() throws Exception {
        var clear = get("tim-kiem?q=cong+nhan+cau+lac+bo+the+thao+co+so").body();
        assertTrue(clear.contains("id=\"answer-title\"") && clear.contains("/thu-tuc/2.000794#ho-so"), clear);
        assertFalse(get("tim-kiem?q=the+thao").body().contains("id=\"answer-title\""));
        assertFalse(get("tim-kiem?q=cong+nhan+cau+lac+bo+the+thao+co+so&loai=article")
                .body()
                .contains("id=\"answer-title\""));
    }

    @Test
    void offersTheRestOfTheResultsAndTheListOfAField() throws Exception {
        var close = get("tim-kiem?q=cong+nhan+cau+lac+bo+the+thao+co+so").body();
        assertTrue(close.contains("&amp;het=1\""), close);
        var whole = get("tim-kiem?q=cong+nhan+cau+lac+bo+the+thao+co+so&het=1").body();
        assertTrue(whole.contains("Chỉ xem kết quả liên quan nhất"), whole);
        assertTrue(get("tim-kiem?q=linh+vuc+thu+vien").body().contains("linh-vuc=Th%C6%B0+vi%E1%BB%87n"));
    }

    @Test
    void letsOnlyStaffIntoTheBackOffice() throws Exception {
        var asked = get("quan-tri");
        assertEquals(303, asked.statusCode());
        assertTrue(asked.headers().firstValue("Location").orElse("").endsWith("/dang-nhap?tiep=%2Fquan-tri"));
        assertTrue(asked.headers().firstValue("Set-Cookie").isEmpty(), "strangers get no session");
        var form = get("dang-nhap?tiep=%2Fquan-tri");
        assertEquals(
                "nosniff", form.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(
                form.headers().firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'"));
        assertEquals("no-store", form.headers().firstValue("Cache-Control").orElse(""));
        var wrong = signIn("sai-mat-khau");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("value=\"quantri\""), "the name stays");
        assertTrue(wrong.headers().firstValue("Set-Cookie").isEmpty());
        var right = signIn("mat-khau-thu-nghiem");
        assertEquals(303, right.statusCode());
        var cookie = right.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(
                cookie.contains("HttpOnly")
                        && cookie.toLowerCase(java.util.Locale.ROOT).contains("samesite=lax"),
                cookie);
        var inside = get("quan-tri");
        assertEquals(200, inside.statusCode());
        assertTrue(inside.body().contains("/quan-tri/dang-xuat"), "signed in");
        assertTrue(inside.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        assertFalse(inside.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("unsafe-inline"));
    }

    @Test
    void signInLeadsToNoOtherSite() throws Exception {
        for (var next : List.of(
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/quan-tri/../..//evil.example",
                "/tin-tuc")) {
            var answer =
                    signIn("mat-khau-thu-nghiem", "?tiep=" + java.net.URLEncoder.encode(next, StandardCharsets.UTF_8));
            assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/quan-tri"), next);
        }
    }

    private HttpResponse<String> signIn(String password) throws Exception {
        return signIn(password, "");
    }

    private HttpResponse<String> signIn(String password, String query) throws Exception {
        var form = HttpRequest.newBuilder(home.toURI().resolve("dang-nhap" + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://" + home.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString("name=quantri&password=" + password))
                .build();
        return client.send(form, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return client.send(request(path, headers), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(home + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    private HttpResponse<String> server(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://" + home.getHost() + ":" + home.getPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
