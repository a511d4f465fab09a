package vn.minhbach.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The forms of the inbox over HTTP, as a browser without scripts sends them: no session, no cookie, nothing lost. */
@ArquillianTest
@RunAsClient
class InboxFormIT {

    @ArquillianResource
    URL home;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(home.toURI().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String site) throws Exception {
        var body = form.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(home.toURI().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String value(Document page, String name) {
        var field = page.selectFirst("main form [name=" + name + "]");
        assertNotNull(field, name);
        return field.val();
    }

    private static Map<String, String> form(Document page) {
        var form = new LinkedHashMap<String, String>();
        form.put("phieu", value(page, "phieu"));
        form.put("ban-dong-y", value(page, "ban-dong-y"));
        form.put("tieu-de", "Bao giờ có kết quả hồ sơ");
        form.put("noi-dung", "Tôi đã nộp hồ sơ rồi.\r\nBao giờ có kết quả?");
        form.put("ho-ten", "Nguyễn Thị Lan");
        form.put("dia-chi", "Số 5 phố Hàng Bè");
        form.put("dien-thoai", "0912 345 678");
        form.put("dong-y", "1");
        return form;
    }

    @Test
    void aQuestionIsSentAndFollowed() throws Exception {
        var first = get("/gui-cau-hoi");
        assertEquals(200, first.statusCode());
        assertTrue(first.headers().firstValue("Set-Cookie").isEmpty());
        var form = form(Jsoup.parse(first.body()));

        var review = post("/gui-cau-hoi", form, "same-origin");
        assertEquals(200, review.statusCode());
        assertTrue(review.body().contains("Tình trạng hồ sơ"), "the right door is named");
        assertEquals(form.get("tieu-de"), value(Jsoup.parse(review.body()), "tieu-de"));

        form.put("gui", "1");
        var sent = post("/gui-cau-hoi", form, "same-origin");
        assertEquals(303, sent.statusCode());
        var place = sent.headers().firstValue("Location").orElseThrow();
        assertEquals(
                place,
                post("/gui-cau-hoi", form, "same-origin")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        var receipt = get(URI.create(place).toString());
        assertEquals(200, receipt.statusCode());
        var code = Jsoup.parse(receipt.body()).select("#ma-tra-cuu").text();
        assertTrue(TrackingCode.read(code).isPresent());

        var tracked = post("/tra-cuu", Map.of("ma-so", code, "lien-he", "+84 912345678"), "same-origin");
        assertEquals(200, tracked.statusCode());
        assertTrue(tracked.body().contains("Bao giờ có kết quả?"));
        assertTrue(tracked.body().contains("Mọi mốc thời hạn và vì sao"));
        assertTrue(tracked.body().contains("Từ chối tiếp nhận: chậm nhất ngày"));
        var other = post("/tra-cuu", Map.of("ma-so", code, "lien-he", "0912345679"), "same-origin");
        var unknown = post(
                "/tra-cuu", Map.of("ma-so", TrackingCode.random().grouped(), "lien-he", "0912345679"), "same-origin");
        assertEquals(422, other.statusCode());
        assertEquals(other.statusCode(), unknown.statusCode());
        assertEquals(
                Jsoup.parse(other.body()).select("#loi").text(),
                Jsoup.parse(unknown.body()).select("#loi").text());
    }

    @Test
    void aBrowserIsGivenWorkForItsForm() throws Exception {
        var token = value(Jsoup.parse(get("/gui-cau-hoi").body()), "phieu");
        var work = get("/gui-phan-anh/kiem-tra?phieu=" + token);

        assertEquals(200, work.statusCode());
        assertEquals("no-store", work.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(work.body().contains("\"signature\""));
        assertNotEquals(
                work.body(), get("/gui-phan-anh/kiem-tra?phieu=" + token).body());
        assertEquals(400, get("/gui-phan-anh/kiem-tra?phieu=x").statusCode());
        assertEquals(400, get("/gui-phan-anh/kiem-tra").statusCode());
    }

    @Test
    void whatIsTypedIsAdvisedOnInTheBodyAlone() throws Exception {
        var advice =
                post("/gui-phan-anh/goi-y", Map.of("noi-dung", "Toi muon to cao can bo nhan hoi lo"), "same-origin");

        assertEquals(200, advice.statusCode());
        assertEquals("no-store", advice.headers().firstValue("Cache-Control").orElse(""));
        assertTrue(advice.body().contains("Tố cáo"));
        assertEquals(405, get("/gui-phan-anh/goi-y").statusCode());
        assertEquals(
                403,
                post("/gui-phan-anh/goi-y", Map.of("noi-dung", "x"), "cross-site")
                        .statusCode());
    }

    @Test
    void withoutAScriptItIsSaidBeforehandAndOnTheReceipt() throws Exception {
        var form = form(Jsoup.parse(get("/gui-cau-hoi").body()));
        var review = Jsoup.parse(post("/gui-cau-hoi", form, "same-origin").body());
        assertTrue(review.select("noscript").html().contains("cán bộ sẽ xem qua"));

        form.put("gui", "1");
        var place = post("/gui-cau-hoi", form, "same-origin")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertTrue(get(place).body().contains("Cán bộ sẽ xem qua nội dung này"));
    }

    @Test
    void whatWasTypedStandsThereAgain() throws Exception {
        var form = form(Jsoup.parse(get("/gui-cau-hoi").body()));
        form.remove("dien-thoai");
        form.remove("dong-y");
        form.put("noi-dung", "<b>\"Trích\" & dẫn</b>");

        var answer = post("/gui-cau-hoi", form, "same-origin");
        assertEquals(422, answer.statusCode());
        var page = Jsoup.parse(answer.body());
        assertEquals("<b>\"Trích\" & dẫn</b>", value(page, "noi-dung").strip());
        assertEquals(form.get("ho-ten"), value(page, "ho-ten"));
        assertEquals(2, page.select("#loi li").size());
    }

    @Test
    void whatComesFromAnotherSiteIsRefused() throws Exception {
        assertEquals(403, post("/gui-cau-hoi", Map.of("gui", "1"), "cross-site").statusCode());
        assertEquals(403, post("/tra-cuu", Map.of("ma-so", "x"), "cross-site").statusCode());
    }

    @Test
    void everyPublicPageOfTheInboxAnswersInBothLanguages() throws Exception {
        for (var path : new String[] {
            "/gui-cau-hoi",
            "/gui-phan-anh",
            "/gui-phan-anh?loai=hanh-vi",
            "/gui-phan-anh?loai=bao-loi&trang=%2Ftin-tuc",
            "/tra-cuu",
            "/hoi-dap",
            "/hoi-dap?xep=moi",
            "/phan-anh",
            "/phan-anh/so-lieu",
            "/phan-anh/so-lieu?loai=hanh-vi",
            "/du-lieu-mo",
            "/co-ich"
        }) {
            assertEquals(200, get(path).statusCode(), path);
            assertEquals(200, get("/en" + path).statusCode(), path);
        }
        assertEquals(404, get("/hoi-dap/khong-co").statusCode());
        for (var junk : new String[] {
            "/phan-anh/so-lieu?ky=khong-co",
            "/phan-anh/so-lieu?ky=2001",
            "/phan-anh/so-lieu?ky=2099",
            "/phan-anh/so-lieu?loai=khong-co",
            "/hoi-dap?loai=khong-co",
            "/phan-anh?don-vi=khong-co"
        }) {
            assertEquals(404, get(junk).statusCode(), junk);
        }
        assertEquals(301, get("/hoi-dap?trang=7").statusCode());
        assertEquals(404, get("/co-ich?trang=khong-co").statusCode());
        assertEquals(403, post("/co-ich", Map.of("trang", "x"), "cross-site").statusCode());
        for (var file : new String[] {"hoi-dap", "phan-anh", "so-lieu"}) {
            assertEquals(200, get("/du-lieu-mo/tep/" + file + ".csv").statusCode(), file);
            assertEquals(200, get("/du-lieu-mo/tep/" + file + ".json").statusCode(), file);
        }
        assertEquals(404, get("/du-lieu-mo/tep/khong-co.csv").statusCode());
        for (var feed : new String[] {"hoi-dap.atom", "phan-anh.rss"}) {
            assertEquals(200, get("/feed/" + feed).statusCode(), feed);
            assertEquals(404, get("/feed/toan-van/" + feed).statusCode(), feed);
        }
        assertEquals(404, get("/bien-nhan?phieu=" + "0".repeat(40)).statusCode());
        assertEquals(404, get("/gui-phan-anh?loai=khong-co").statusCode());
    }
}
