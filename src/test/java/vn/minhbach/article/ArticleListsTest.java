package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.LogAdvanced;
import vn.minhbach.editorial.EditorialStatus;

/** Every page of the news is the one that sorting all public articles would give. */
class ArticleListsTest {

    private static final int ARTICLES = 140;
    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final EntityManager em = database.factory().createEntityManager();
    private final ArticleService service = new ArticleService();
    private final List<Article> all = new ArrayList<>();

    /** Three sections, one of them empty; drafts and withdrawn articles between the others; many of the same moment. */
    @BeforeEach
    void fill() {
        var random = new Random(3);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        service.articles = new ArticleRepository(em);
        service.changes = new ChangeLog(em, clock);
        service.clock = clock;
        em.getTransaction().begin();
        var sections = List.of(section("tin-a", 1), section("tin-b", 2), section("tin-c", 3));
        sections.forEach(service::add);
        for (var i = 0; i < ARTICLES; i++) {
            var moment = NOW.minusSeconds(random.nextInt(40));
            var article = new Article(sections.get(random.nextInt(2)), "bai-" + i, "Bài " + i, moment);
            article.write("Sapo", "<p>Thân</p>", "", moment);
            if (i % 5 > 0) {
                article.publish(moment);
            }
            if (i % 7 == 1 && i % 5 > 0) {
                article.withdraw(NOW);
            }
            service.add(article);
            all.add(article);
        }
        em.flush();
    }

    @AfterEach
    void close() {
        em.close();
        database.close();
    }

    @Test
    void everyPageIsThatOfTheSortedList() {
        for (var size : List.of(1, 15, 100)) {
            for (var first : List.of(0, 1, 15, 60, 90, 1_000_000)) {
                var page = service.newest(first, size);
                assertThat(slugs(page.items())).isEqualTo(slice(sorted(article -> true), first, size));
                assertThat(page.total()).isEqualTo(sorted(article -> true).size());
                for (var section : service.sections()) {
                    Predicate<Article> inSection = article -> article.getSection() == section;
                    var ofSection = service.newestOf(section, first, size);
                    assertThat(slugs(ofSection.items())).isEqualTo(slice(sorted(inSection), first, size));
                    assertThat(ofSection.total()).isEqualTo(sorted(inSection).size());
                    assertThat(service.counts().getOrDefault(section.getSlug(), 0L))
                            .isEqualTo(ofSection.total());
                }
            }
        }
    }

    @Test
    void whatWasWithdrawnIsNotShownThoughTheOrderIsOlder() {
        var first = service.newest(0, 15).items().getFirst();

        service.withdraw(first.getSlug());
        em.flush();

        assertThat(service.newest(0, 15).items()).hasSize(14).doesNotContain(first);
        service.onAdvance(new LogAdvanced(1, NOW));
        assertThat(service.newest(0, 15).items()).hasSize(15).doesNotContain(first);
    }

    private List<String> sorted(Predicate<Article> which) {
        return slugs(all.stream()
                .filter(article -> article.getStatus() == EditorialStatus.PUBLISHED)
                .filter(which)
                .sorted(Comparator.comparing(
                                (Article article) -> Objects.requireNonNull(article.getPublishedAt()),
                                Comparator.reverseOrder())
                        .thenComparing(Article::getId, Comparator.reverseOrder()))
                .toList());
    }

    private static List<String> slice(List<String> slugs, int first, int size) {
        var from = Math.min(first, slugs.size());
        return slugs.subList(from, Math.min(slugs.size(), from + size));
    }

    private static List<String> slugs(List<Article> articles) {
        return articles.stream().map(Article::getSlug).toList();
    }

    private static Section section(String slug, int position) {
        return new Section(slug, "Chuyên mục " + slug, "", SectionKind.NEWS, position);
    }
}
