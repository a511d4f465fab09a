package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.account.SubjectNames.Named;
import vn.minhbach.account.SubjectNames.Told;

/** The audit calls articles by their titles. */
class ArticleNamesTest {

    private final ArticlesOnH2 portal = new ArticlesOnH2();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aDraftIsCalledByItsTitleAndOneThatIsGoneByNothing() {
        var id = portal.draft(portal.section("tin-tuc"), "Hội chợ sách");
        var submit = new Told("ArticleService.submit", id + " · 1");
        var gone = new Told("ArticleService.approve", "999999 · 1");
        var none = new Told("ArticleService.add", "tin-tuc");

        var names = portal.ask(service -> {
            var made = new ArticleNames();
            made.articles = service;
            return made.names(List.of(submit, gone, none));
        });

        assertThat(names)
                .containsOnlyKeys(submit)
                .containsValue(new Named("Hội chợ sách", "/quan-tri/bai-viet/soan?ma=" + id));
    }
}
