package vn.minhbach.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.Canary;
import vn.minhbach.IndexWatch;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;

/** Articles in the server: validation, transactions, database, change log and index are real. */
@ArquillianTest
class ArticleServiceIT {

    @Inject
    ArticleService service;

    @Inject
    ChangeLog log;

    @Inject
    SearchService search;

    @Inject
    IndexWatch index;

    @Inject
    Clock clock;

    @Inject
    AttachmentService files;

    @Inject
    HttpServletRequest request;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void isFoundOncePublishedAndGoneOnceWithdrawn() throws Exception {
        var before = log.position();
        var id = draft("hoi-cho-sach-cu", "Hội chợ sách cũ Hải Phượng");
        assertThrows(NotFoundException.class, () -> service.published("hoi-cho-sach-cu"));
        assertEquals(before, log.position(), "a draft changes nothing for the public");

        Acting.asPortal(() -> service.publish(id, 1, section().getSlug()));
        index.awaitIndex();
        assertEquals(
                "/bai-viet/hoi-cho-sach-cu", found("hoi cho sach cu hai phuong").getFirst());
        var change = log.after(before, 10).getFirst();
        assertEquals("article:" + id, change.getKind() + ":" + change.getContentId());
        assertEquals(ContentChange.Action.PUBLISHED, change.getAction());

        Acting.asPortal(() -> service.withdraw(id, section().getSlug()));
        index.awaitIndex();
        assertThrows(GoneException.class, () -> service.published("hoi-cho-sach-cu"));
        assertTrue(found("hoi cho sach cu hai phuong").stream().noneMatch("/bai-viet/hoi-cho-sach-cu"::equals));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a.example/x", "https://a b"})
    void refusesASourceThatIsNoAddressOfAPage(String url) {
        var content = new ArticleContent(
                "Bài dẫn lại",
                "Sapo",
                "<p>Thân bài</p>",
                "",
                "Báo An Hải",
                url,
                List.of(),
                List.of(),
                section().getId(),
                null,
                "");
        assertThrows(
                ConstraintViolationException.class,
                () -> Acting.asPortal(() -> service.draft(section().getSlug(), content)));
    }

    @Test
    void refusesAnArticleWithoutALead() {
        var content = new ArticleContent(
                "Không có sapo",
                " ",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                section().getId(),
                null,
                "");
        assertThrows(
                ConstraintViolationException.class,
                () -> Acting.asPortal(() -> service.draft(section().getSlug(), "khong-co-sapo", content)));
        assertThrows(NotFoundException.class, () -> service.published("khong-co-sapo"));
    }

    @Test
    void leavesNoTraceInTheLogWhenAStepIsForbidden() {
        var id = draft("chua-dang", "Chưa đăng");
        var before = log.position();
        assertThrows(
                RuleBrokenException.class,
                () -> Acting.asPortal(() -> service.withdraw(id, section().getSlug())));
        assertEquals(before, log.position());
    }

    @Test
    void whoMayWriteInOneSectionWritesInNoOther() {
        var elsewhere = service.sections().getLast().getSlug();
        var editor = new Actor("thu", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, elsewhere)));
        var content = content("Không được viết");
        assertThrows(
                RefusedException.class,
                () -> Acting.as(editor, () -> service.draft(section().getSlug(), content)));
        assertThrows(RefusedException.class, () -> Acting.as(editor, () -> service.draft(elsewhere, content)));
        assertThrows(
                RefusedException.class,
                () -> Acting.as(Actor.NOBODY, () -> service.draft(section().getSlug(), content)),
                "nobody acts");
    }

    @Test
    void keepsMomentsAndCleanText() {
        var moment = Instant.parse("2026-03-01T17:30:00.123456Z");
        var content = new ArticleContent(
                "Giữ nguyên giờ",
                "Sapo",
                "<p onclick=\"x()\">Thân bài<script>alert(1)</script></p>",
                "Thu Hà",
                "",
                "",
                List.of(),
                List.of(),
                section().getId(),
                null,
                "");
        publish("giu-nguyen-gio", content, section(), moment);

        var read = service.published("giu-nguyen-gio");
        assertEquals(moment, read.article().getPublishedAt());
        assertEquals("<p>Thân bài</p>", read.content().bodyHtml());
    }

    @Test
    void countsReformItemsByTheCalendarOfVietnam() {
        var reform = service.sections().stream()
                .filter(one -> one.getKind() == SectionKind.REFORM)
                .findFirst()
                .orElseThrow();
        var month = YearMonth.of(2019, 5);
        var lastMoment =
                month.plusMonths(1).atDay(1).atStartOfDay(Time.ZONE).toInstant().minus(1, ChronoUnit.MILLIS);
        publishIn(reform, "cuoi-thang-nam", lastMoment);
        publishIn(reform, "dau-thang-sau", lastMoment.plus(1, ChronoUnit.MILLIS));
        assertEquals(1, service.countOf(SectionKind.OF_REFORM, month));
        assertEquals(1, service.countOf(Set.of(SectionKind.REFORM), month.plusMonths(1)));
        assertEquals(0, service.countOf(Set.of(SectionKind.NOTICE), month));
    }

    @Test
    void aFormerAddressLeadsToTheNewOne() throws Exception {
        var id = publish("dia-chi-cu", content("Địa chỉ cũ"), section(), clock.instant());
        Acting.asPortal(() -> service.readdress(id, section().getSlug(), "dia-chi-moi"));
        index.awaitIndex();

        var page = get("/bai-viet/dia-chi-cu");
        assertEquals(301, page.statusCode());
        assertTrue(page.headers().firstValue("Location").orElse("").endsWith("/bai-viet/dia-chi-moi"));
        var english = get("/en/bai-viet/dia-chi-cu");
        assertTrue(english.headers().firstValue("Location").orElse("").endsWith("/en/bai-viet/dia-chi-moi"));
        var api = get("/api/v1/articles/dia-chi-cu");
        assertEquals(301, api.statusCode());
        assertTrue(api.headers().firstValue("Location").orElse("").endsWith("/api/v1/articles/dia-chi-moi"));
        assertEquals(200, get("/bai-viet/dia-chi-moi").statusCode());
    }

    @Test
    void noFieldOfADraftShowsThroughAnywhere() throws Exception {
        var shown = service.sections().stream()
                .filter(one -> one.getKind() == SectionKind.REFORM)
                .findFirst()
                .orElseThrow();
        var secret = service.sections().stream()
                .filter(one -> one.getKind() == SectionKind.NOTICE)
                .findFirst()
                .orElseThrow();
        var id = publish("chim-nho", content("Chim nhỏ trong lồng", shown), shown, clock.instant());
        var picture = Acting.asPortal(() -> files.keep(
                Canary.word("imageId") + ".svg", "image/svg+xml", new ByteArrayInputStream("<svg/>".getBytes(UTF_8))));
        var canary = Canary.of(
                ArticleContent.class,
                Map.of(
                        "sectionId", secret.getId(),
                        "sourceUrl", "https://" + Canary.word("sourceUrl") + ".example/",
                        "imageId", Objects.requireNonNull(picture.getId())));
        Acting.asPortal(() -> service.revise(id, 1, shown.getSlug(), canary, ""));
        // Something else is published, so that everything is rendered again while the draft is there.
        publish("chim-khac", content("Chim khác"), section(), clock.instant());
        index.awaitIndex();

        var words = Arrays.stream(ArticleContent.class.getRecordComponents())
                .map(component -> Canary.word(component.getName()))
                .toList();
        var addresses = new ArrayList<>(List.of(
                "/",
                "/en",
                "/tin-tuc",
                "/chuyen-muc/" + shown.getSlug(),
                "/chuyen-muc/" + secret.getSlug(),
                "/bai-viet/chim-nho",
                "/en/bai-viet/chim-nho",
                "/cai-cach-hanh-chinh",
                "/so-do-trang",
                "/feed/tin-tuc.atom",
                "/feed/tin-tuc.rss",
                "/feed/toan-van/tin-tuc.atom",
                "/feed/toan-van/tin-tuc.rss",
                "/feed/toan-van/" + shown.getSlug() + ".atom",
                "/feed/" + shown.getSlug() + ".atom",
                "/feed/" + secret.getSlug() + ".atom",
                "/api/v1/articles?limit=100",
                "/api/v1/articles/chim-nho",
                "/api/v1/search?q=" + words.getFirst(),
                "/tim-kiem/goi-y?q=chim"));
        words.forEach(word -> addresses.add("/tim-kiem/goi-y?q=" + word.substring(0, word.length() - 1)));
        var sitemap = get("/sitemap.xml").body();
        addresses.addAll(Pattern.compile("<loc>https?://[^/]+(/[^<]*)</loc>")
                .matcher(sitemap)
                .results()
                .map(part -> part.group(1))
                .filter(part -> part.endsWith(".xml"))
                .toList());
        for (var address : addresses) {
            var answer = get(address);
            assertEquals(200, answer.statusCode(), address);
            var asked = address.contains("?q=") ? answer.body().replace(words.getFirst(), "") : answer.body();
            assertEquals(List.of(), Canary.seenIn(asked, ArticleContent.class), address);
        }
        assertFalse(get("/chuyen-muc/" + secret.getSlug()).body().contains("chim-nho"));
        assertTrue(get("/chuyen-muc/" + shown.getSlug()).body().contains("chim-nho"));
        for (var word : words) {
            assertEquals(List.of(), found(word), word);
            assertEquals(0, total(get("/api/v1/search?q=" + word).body()), word);
        }

        Acting.asPortal(() -> service.publish(id, 2, secret.getSlug()));
        index.awaitIndex();
        assertEquals(List.of("/bai-viet/chim-nho"), found(Canary.word("title")), "once it is published it is found");
        assertTrue(get("/bai-viet/chim-nho").body().contains(Canary.word("title")));
    }

    private static int total(String json) {
        var total = Pattern.compile("\"total\":(\\d+)").matcher(json);
        assertTrue(total.find(), json);
        return Integer.parseInt(total.group(1));
    }

    private HttpResponse<String> get(String address) throws Exception {
        var home = "http://" + request.getServerName() + ":" + request.getServerPort() + request.getContextPath();
        return client.send(
                HttpRequest.newBuilder(URI.create(home + address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void publishIn(Section section, String slug, Instant moment) {
        publish(slug, content("Bài " + slug, section), section, moment);
    }

    private long publish(String slug, ArticleContent content, Section section, Instant moment) {
        return Acting.asPortal(() -> {
            var id = service.draft(section.getSlug(), slug, content).getId();
            service.publish(id, 1, section.getSlug(), moment);
            return id;
        });
    }

    private long draft(String slug, String title) {
        return Acting.asPortal(
                () -> service.draft(section().getSlug(), slug, content(title)).getId());
    }

    private ArticleContent content(String title) {
        return content(title, section());
    }

    private static ArticleContent content(String title, Section section) {
        return new ArticleContent(
                title,
                "Sapo của bài",
                "<p>Thân bài</p>",
                "Thu Hà",
                "",
                "",
                List.of(),
                List.of(),
                section.getId(),
                null,
                "");
    }

    private Section section() {
        return service.sections().getFirst();
    }

    private List<String> found(String query) {
        return search
                .search(new SearchRequest(
                                query,
                                List.of("article"),
                                Map.of(),
                                List.of(),
                                SearchRequest.Order.RELEVANCE,
                                0,
                                10,
                                true)
                        .exactly())
                .hits()
                .stream()
                .map(hit -> hit.path())
                .toList();
    }
}
