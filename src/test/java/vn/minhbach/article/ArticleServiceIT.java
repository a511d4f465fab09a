package vn.minhbach.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import vn.minhbach.IndexWatch;
import vn.minhbach.PortalArchive;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.editorial.EditorialStatus;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;

/** Articles in the server: validation, transactions, database, change log and index are real. */
@ArquillianTest
class ArticleServiceIT {

    @Deployment
    static WebArchive portal() {
        return PortalArchive.create();
    }

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

    @Test
    void isFoundOncePublishedAndGoneOnceWithdrawn() throws InterruptedException {
        var before = log.position();
        add("hoi-cho-sach-cu", "Hội chợ sách cũ Hải Phượng");
        assertThrows(NotFoundException.class, () -> service.published("hoi-cho-sach-cu"));
        assertEquals(before, log.position(), "a draft changes nothing for the public");

        service.publish("hoi-cho-sach-cu");
        index.awaitIndex();
        assertEquals("hoi-cho-sach-cu", found("hoi cho sach cu hai phuong").getFirst());
        var change = log.after(before, 10).getFirst();
        assertEquals("article:hoi-cho-sach-cu", change.getKind() + ":" + change.getContentId());
        assertEquals(ContentChange.Action.PUBLISHED, change.getAction());

        service.withdraw("hoi-cho-sach-cu");
        index.awaitIndex();
        assertThrows(GoneException.class, () -> service.published("hoi-cho-sach-cu"));
        assertTrue(found("hoi cho sach cu hai phuong").stream().noneMatch("hoi-cho-sach-cu"::equals));
    }

    @Test
    void refusesAnArticleWithoutALead() {
        var article = new Article(section(), "khong-co-sapo", "Không có sapo", clock.instant());
        assertThrows(ConstraintViolationException.class, () -> service.add(article));
        assertThrows(NotFoundException.class, () -> service.published("khong-co-sapo"));
    }

    @Test
    void leavesNoTraceInTheLogWhenAStepIsForbidden() {
        add("chua-dang", "Chưa đăng");
        var before = log.position();
        assertThrows(RuleBrokenException.class, () -> service.withdraw("chua-dang"));
        assertEquals(before, log.position());
    }

    @Test
    void keepsMomentsAndCleanText() {
        var moment = Instant.parse("2026-03-01T17:30:00.123456Z");
        var article = new Article(section(), "giu-nguyen-gio", "Giữ nguyên giờ", moment);
        article.write("Sapo", "<p onclick=\"x()\">Thân bài<script>alert(1)</script></p>", "Thu Hà", moment);
        service.add(article);
        service.publish("giu-nguyen-gio", moment);

        var read = service.published("giu-nguyen-gio");
        assertEquals(moment, read.getPublishedAt());
        assertEquals("<p>Thân bài</p>", read.getBody());
        assertEquals(EditorialStatus.PUBLISHED, read.getStatus());
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

    private void publishIn(Section section, String slug, Instant moment) {
        var article = new Article(section, slug, "Bài " + slug, moment);
        article.write("Sapo", "<p>Thân</p>", "", moment);
        service.add(article);
        service.publish(slug, moment);
    }

    private void add(String slug, String title) {
        var article = new Article(section(), slug, title, clock.instant());
        article.write("Sapo của bài", "<p>Thân bài</p>", "Thu Hà", clock.instant());
        service.add(article);
    }

    private Section section() {
        return service.sections().getFirst();
    }

    private List<String> found(String query) {
        return search
                .search(new SearchRequest(
                        query, List.of("article"), Map.of(), List.of(), SearchRequest.Order.RELEVANCE, 0, 10, true))
                .hits()
                .stream()
                .map(hit -> hit.id())
                .toList();
    }
}
