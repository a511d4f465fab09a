package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.web.PublicItem;

/** What those are told of articles and sections who go over everything public. */
class ArticleSearchSourceTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void articlesThatArePublicAreToldWithTheirLastChange() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(ArticleSearchSourceTest::write);

            database.inTransaction(em -> {
                var kind = new ArticleSearchSource();
                kind.articles = new ArticleRepository(em);
                var last = kind.lastKey();

                assertThat(kind.items(0, last))
                        .containsExactly(new PublicItem("mot", MONDAY), new PublicItem("hai", TUESDAY));
                assertThat(kind.changed(0, last)).hasValue(TUESDAY);
                assertThat(kind.items(last, last + 1_000)).isEmpty();
                assertThat(kind.changed(last, last + 1_000)).isEmpty();
                assertThat(kind.path("mot"))
                        .isEqualTo(kind.articles.bySlug("mot").orElseThrow().getPath());
            });
        }
    }

    @Test
    void aSectionChangesWithItsPublicArticles() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(ArticleSearchSourceTest::write);

            database.inTransaction(em -> {
                var kind = new SectionContentKind();
                kind.articles = new ArticleRepository(em);

                assertThat(kind.items(0, kind.lastKey()))
                        .containsExactly(new PublicItem("tin", TUESDAY), new PublicItem("trong", null));
                assertThat(kind.changed(0, kind.lastKey())).hasValue(TUESDAY);
                assertThat(kind.path("tin")).isEqualTo("/chuyen-muc/tin");
            });
        }
    }

    @Test
    void anEmptyPortalHasNone() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(em -> {
                var kind = new ArticleSearchSource();
                kind.articles = new ArticleRepository(em);

                assertThat(kind.lastKey()).isZero();
                assertThat(kind.items(0, 1_000)).isEmpty();
                assertThat(kind.changed(0, 1_000)).isEmpty();
            });
        }
    }

    private static void write(EntityManager em) {
        var monday = service(em, MONDAY);
        monday.add(new Section("tin", "Tin", "", SectionKind.NEWS, 1));
        monday.add(new Section("trong", "Trống", "", SectionKind.NEWS, 2));
        write(em, MONDAY, "tin", "mot");
        write(em, TUESDAY, "tin", "hai");
        var empty = monday.section("trong");
        monday.draft("trong", "nhap", ArticlesOnH2.content(empty, "Nháp"));
        var withdrawn = write(em, MONDAY, "trong", "rut");
        service(em, TUESDAY).withdraw(withdrawn, "trong");
    }

    private static long write(EntityManager em, Instant moment, String place, String slug) {
        var articles = service(em, moment);
        var item = articles.draft(place, slug, ArticlesOnH2.content(articles.section(place), slug));
        articles.publish(item.getId(), 1, place);
        return item.getId();
    }

    private static ArticleService service(EntityManager em, Instant moment) {
        return ArticleService.over(em, () -> Actor.PORTAL, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
