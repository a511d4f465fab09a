package vn.minhbach.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.minhbach.attachment.TestIntake;

/** Forms with files over HTTP, as a phone without scripts sends them: an error keeps everything, files too. */
@ArquillianTest
@RunAsClient
class EnclosureFormIT {

    private static final String BOUNDARY = "----WebKitFormBoundaryX";

    @ArquillianResource
    URL home;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private record Sent(String name, byte[] bytes) {}

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(
                request.header("Sec-Fetch-Site", "same-origin").build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Document page(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private Document get(String path) throws Exception {
        return page(send(HttpRequest.newBuilder(home.toURI().resolve(path))));
    }

    /** As a form without files. */
    private HttpResponse<byte[]> plain(String path, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(home.toURI().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<byte[]> post(String path, Map<String, String> form, List<Sent> files) throws Exception {
        var body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (var file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"tep\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(home.toURI().resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static Map<String, String> form(Document page) {
        var form = new LinkedHashMap<String, String>();
        for (var name : List.of("phieu", "ban-dong-y")) {
            var hidden = page.selectFirst("main form [name=" + name + "]");
            assertNotNull(hidden, name);
            form.put(name, hidden.val());
        }
        form.put("tieu-de", "Đèn đường hỏng");
        form.put("noi-dung", "Đèn trước nhà hỏng.\r\nXem ảnh.");
        form.put("ho-ten", "Nguyễn Thị Lan");
        form.put("dia-chi", "Số 5 phố Hàng Bè");
        form.put("dien-thoai", "0912 345 678");
        form.put("dong-y", "1");
        return form;
    }

    private static void keep(Document page, Map<String, String> form) {
        page.select("main form [name^=tep-]").forEach(box -> form.put(box.attr("name"), box.val()));
    }

    @Test
    void aQuestionWithAPhotoIsSentAndTheSenderGetsItBack() throws Exception {
        var form = form(get("/gui-cau-hoi"));
        var phone = form.remove("dien-thoai");

        // An error at a field, and one at a file: everything stands there again.
        var photo = TestIntake.photoSaying("GPS-21.0285");
        var first =
                post("/gui-cau-hoi", form, List.of(new Sent("Đèn hỏng.jpg", photo), new Sent("don.docx", new byte[] {
                    'P', 'K', 3, 4, 0
                })));
        assertEquals(422, first.statusCode());
        var again = page(first);
        assertEquals(1, again.select("main form [name^=tep-]").size());
        assertTrue(
                again.select("#loi").text().contains("“don.docx”"),
                again.select("#loi").text());
        assertTrue(again.select("main form fieldset").text().contains("Đèn hỏng.jpg"));

        // The step before sending, and from there back, lose nothing either.
        form.put("dien-thoai", phone);
        keep(again, form);
        var review = page(post("/gui-cau-hoi", form, List.of()));
        assertEquals(
                1, review.select("main form input[type=hidden][name=tep-1]").size());
        form.put("sua", "1");
        assertEquals(
                1,
                page(plain("/gui-cau-hoi", form))
                        .select("main form input[name=tep-1][checked]")
                        .size());
        form.remove("sua");

        form.put("gui", "1");
        var sent = plain("/gui-cau-hoi", form);
        assertEquals(303, sent.statusCode());
        var place = sent.headers().firstValue("Location").orElseThrow();
        assertEquals(
                place,
                plain("/gui-cau-hoi", form).headers().firstValue("Location").orElseThrow());

        var code = get(place).select("#ma-tra-cuu").text();
        var tracked = page(plain("/tra-cuu", Map.of("ma-so", code, "lien-he", "0912345678")));
        var number = tracked.select("button[name=so]").val();
        var own = plain("/tra-cuu/tep", Map.of("ma-so", code, "lien-he", "0912345678", "so", number));
        assertEquals(200, own.statusCode());
        assertTrue(own.headers().firstValue("Content-Type").orElseThrow().startsWith("image/jpeg"));
        assertEquals("no-store", own.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(new String(own.body(), StandardCharsets.ISO_8859_1).contains("GPS"));
        assertEquals(
                404,
                plain("/tra-cuu/tep", Map.of("ma-so", code, "lien-he", "0912345679", "so", number))
                        .statusCode());

        // A message with another file.
        var message = new LinkedHashMap<String, String>();
        message.put("ma-so", code);
        message.put("lien-he", "0912345678");
        message.put("phieu", tracked.select("form[enctype] [name=phieu]").val());
        message.put("loi-nhan", "Gửi thêm đơn");
        message.put("viec", "them");
        var pdf = TestIntake.pdf("Hello", "", "");
        var added = page(post("/tra-cuu", message, List.of(new Sent("don.pdf", pdf))));
        assertEquals(2, added.select("button[name=so]").size());
        var document = plain(
                "/tra-cuu/tep",
                Map.of(
                        "ma-so",
                        code,
                        "lien-he",
                        "0912345678",
                        "so",
                        added.select("button[name=so]").eachAttr("value").getLast()));
        assertArrayEquals(pdf, document.body());
        assertEquals(
                "attachment; filename=\"don.pdf\"",
                document.headers().firstValue("Content-Disposition").orElseThrow());
    }

    @Test
    void aMegabyteInAFieldIsAnsweredThereAndLosesNothingElse() throws Exception {
        var form = form(get("/gui-cau-hoi"));
        form.put("noi-dung", "Đèn trước nhà hỏng. " + "ư".repeat(1024 * 1024));

        var answer =
                post("/gui-cau-hoi", form, List.of(new Sent("Đèn hỏng.jpg", TestIntake.photoSaying("GPS-21.0285"))));

        assertEquals(422, answer.statusCode());
        var page = page(answer);
        assertEquals(1, page.select("#loi li").size(), page.select("#loi").text());
        assertEquals(1, page.select("#o-noi-dung-loi").size());
        var field = page.selectFirst("main form [name=noi-dung]");
        assertNotNull(field);
        assertEquals("true", field.attr("aria-invalid"));
        assertTrue(field.val().strip().startsWith("Đèn trước nhà hỏng. ưưư"));
        assertEquals(form.get("ho-ten"), page.select("main form [name=ho-ten]").val());
        assertEquals(form.get("phieu"), page.select("main form [name=phieu]").val());
        assertEquals(1, page.select("main form [name=dong-y][checked]").size());
        assertEquals(1, page.select("main form [name^=tep-]").size());

        // Shortened, it is taken with the photo that waits.
        form.put("noi-dung", "Đèn trước nhà hỏng.");
        keep(page, form);
        var review = page(post("/gui-cau-hoi", form, List.of()));
        assertEquals(
                1, review.select("main form input[type=hidden][name=tep-1]").size());
    }

    @Test
    void aPageWithoutFilesTakesNone() throws Exception {
        assertEquals(400, post("/co-ich", Map.of("a", "b"), List.of()).statusCode());
        assertEquals(
                404,
                send(HttpRequest.newBuilder(home.toURI().resolve("/tep-hoi-dap/1/a.jpg")))
                        .statusCode());
        assertEquals(
                403,
                send(HttpRequest.newBuilder(home.toURI().resolve("/quan-tri/hop-thu/tep?ma=1&so=1")))
                        .statusCode());
    }
}
