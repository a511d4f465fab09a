package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.article.ArticlesOnH2.NOW;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.links.Linking;

/** Only what is public of an article is told of where it leads. */
class ArticleLinksTest {

    private final ArticlesOnH2 portal = new ArticlesOnH2();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aDraftLeadsNowhereBeforeItIsPublic() {
        var news = portal.section("tin-tuc");
        var id = portal.<Long>ask(service -> {
            var item = service.draft("tin-tuc", content(news, "https://a.example/?x=1&amp;y=2", "/tep/7/a.png"));
            service.publish(item.getId(), 1, "tin-tuc", NOW);
            service.revise(item.getId(), 1, "tin-tuc", content(news, "https://ban-nhap.example/"), "");
            return item.getId();
        });
        portal.draft(news, "Chưa công khai");

        assertThat(after(0)).singleElement().satisfies(linking -> {
            assertThat(linking.number()).isEqualTo(id);
            assertThat(linking.place()).isEqualTo("tin-tuc");
            assertThat(linking.page()).startsWith("/bai-viet/");
            assertThat(linking.edit()).endsWith("?ma=" + id);
            assertThat(linking.addresses())
                    .containsExactly("https://a.example/?x=1&y=2", "/tep/7/a.png", "https://nguon.example/");
        });
        assertThat(after(id)).isEmpty();
    }

    /** Whoever has any right at a place may do something about what is broken there, or tell who may. */
    @Test
    void theyAreShownToWhoeverSeesTheArticles() {
        var links = new ArticleLinks();
        assertThat(links.seen(new Actor("lan", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc")))))
                .containsExactly("tin-tuc");
        assertThat(links.seen(new Actor("mai", Set.of(new Actor.Grant(Permission.PUBLISH_ARTICLES, "")))))
                .isNull();
        assertThat(links.seen(new Actor("tam", Set.of()))).isEmpty();
    }

    private List<Linking> after(long number) {
        return portal.askDatabase(em -> {
            var links = new ArticleLinks();
            links.articles = new ArticleRepository(em);
            return links.after(number, 100);
        });
    }

    private static ArticleContent content(Section section, String link, String... pictures) {
        var body = new StringBuilder("<p><a href=\"" + link + "\">đây</a></p>");
        for (var picture : pictures) {
            body.append("<p><img src=\"").append(picture).append("\" alt=\"Ảnh\"></p>");
        }
        return new ArticleContent(
                "Bài",
                "Sapo",
                body.toString(),
                "",
                "Nguồn",
                "https://nguon.example/",
                List.of(),
                List.of(),
                section.getId(),
                null,
                "");
    }
}
