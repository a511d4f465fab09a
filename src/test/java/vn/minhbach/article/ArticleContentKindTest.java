package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.editorial.Item;
import vn.minhbach.web.PublicItem;

/** What those are told of articles and sections who go over everything public. */
class ArticleContentKindTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

    @Test
    void articlesThatArePublicAreToldWithTheirLastChange() {
        try (var database = TestDatabase.create()) {
            database.inTransaction(ArticleContentKindTest::write);

            database.inTransaction(em -> {
                var kind = new ArticleContentKind();
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
            database.inTransaction(ArticleContentKindTest::write);

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
                var kind = new ArticleContentKind();
                kind.articles = new ArticleRepository(em);

                assertThat(kind.lastKey()).isZero();
                assertThat(kind.items(0, 1_000)).isEmpty();
                assertThat(kind.changed(0, 1_000)).isEmpty();
            });
        }
    }

    private static void write(EntityManager em) {
        var articles = new ArticleRepository(em);
        var news = new Section("tin", "Tin", "", SectionKind.NEWS, 1);
        var empty = new Section("trong", "Trống", "", SectionKind.NEWS, 2);
        articles.add(news);
        articles.add(empty);
        em.flush();
        var service = ArticleService.over(em, () -> Actor.PORTAL, Clock.fixed(TUESDAY, ZoneOffset.UTC));
        publish(service, news, "mot", MONDAY);
        publish(service, news, "hai", TUESDAY);
        service.draft(empty.getSlug(), "nhap", ArticlesOnH2.content(empty, "Nháp"));
        var withdrawn = publish(service, empty, "rut", MONDAY);
        service.withdraw(withdrawn.getId(), empty.getSlug());
    }

    private static Item publish(ArticleService service, Section section, String slug, Instant asOf) {
        var item = service.draft(section.getSlug(), slug, ArticlesOnH2.content(section, slug));
        service.publish(item.getId(), 1, section.getSlug(), asOf);
        return item;
    }
}
