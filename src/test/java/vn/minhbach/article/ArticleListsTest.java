package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page of the news is the one that sorting all public articles would give. */
class ArticleListsTest {

    private static final int ARTICLES = 140;

    private final ArticlesOnH2 portal = new ArticlesOnH2();
    private final EntityManager em = portal.database().factory().createEntityManager();
    private final ArticleService service = portal.service(em);
    private final List<Public> all = new ArrayList<>();

    private record Public(long id, String slug, String section, Instant publishedAt) {}

    /** Three sections, one of them empty; drafts and withdrawn articles between the others; many of the same moment. */
    @BeforeEach
    void fill() {
        var random = new Random(3);
        var sections = List.of(portal.section("tin-a"), portal.section("tin-b"), portal.section("tin-c"));
        em.getTransaction().begin();
        for (var i = 0; i < ARTICLES; i++) {
            var moment = ArticlesOnH2.NOW.minusSeconds(random.nextInt(40));
            var section = sections.get(random.nextInt(2));
            var item = service.draft(section.getSlug(), ArticlesOnH2.content(section, "Bài " + i));
            if (i % 5 > 0) {
                service.publish(item.getId(), 1, section.getSlug(), moment);
                if (i % 7 == 1) {
                    service.withdraw(item.getId(), section.getSlug());
                } else {
                    all.add(new Public(item.getId(), item.getSlug(), section.getSlug(), moment));
                }
            }
        }
        em.getTransaction().commit();
        em.getTransaction().begin();
    }

    @AfterEach
    void close() {
        em.getTransaction().rollback();
        em.close();
        portal.close();
    }

    @Test
    void everyPageIsThatOfTheSortedList() {
        for (var size : List.of(1, 15, 100)) {
            for (var first : List.of(0, 1, 15, 60, 90, 1_000_000)) {
                var page = service.newest(first, size);
                assertThat(slugs(page.items())).isEqualTo(slice(sorted(article -> true), first, size));
                assertThat(page.total()).isEqualTo(all.size());
                for (var section : service.sections()) {
                    Predicate<Public> inSection = article -> article.section().equals(section.getSlug());
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

        service.withdraw(first.getId(), first.getSection().getSlug());
        em.flush();

        assertThat(service.newest(0, 15).items()).hasSize(14).doesNotContain(first);
        portal.advance();
        assertThat(service.newest(0, 15).items()).hasSize(15).doesNotContain(first);
    }

    private List<String> sorted(Predicate<Public> which) {
        return all.stream()
                .filter(which)
                .sorted(Comparator.comparing(Public::publishedAt, Comparator.reverseOrder())
                        .thenComparing(Public::id, Comparator.reverseOrder()))
                .map(Public::slug)
                .toList();
    }

    private static List<String> slice(List<String> slugs, int first, int size) {
        var from = Math.min(first, slugs.size());
        return slugs.subList(from, Math.min(slugs.size(), from + size));
    }

    private static List<String> slugs(List<Article> articles) {
        return articles.stream().map(Article::getSlug).toList();
    }
}
