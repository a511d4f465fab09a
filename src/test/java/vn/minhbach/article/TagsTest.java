package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.article.ArticlesOnH2.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags as authors write them, and as the editors' list says that they are one. */
class TagsTest {

    private final ArticlesOnH2 portal = new ArticlesOnH2();
    private Section news = new Section();
    private List<TagBook.Entry> book = List.of();

    @BeforeEach
    void section() {
        news = portal.section("tin-tuc");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void twoThatFoldAlikeAreOneTagAndTheNewestIsFirst() {
        publish("Cũ", NOW.minus(Duration.ofDays(2)), "chuyển đổi số");
        publish("Mới", NOW, "Chuyển đổi số", "dữ liệu");

        assertThat(titles("chuyen-doi-so")).containsExactly("Mới", "Cũ");
        assertThat(titles("du-lieu")).containsExactly("Mới");
        assertThat(name("chuyen-doi-so")).isEqualTo("Chuyển đổi số");
    }

    @Test
    void whatTheListSaysHoldsForAllArticlesAtOnce() {
        publish("Một", NOW, "nộp trực tuyến");
        publish("Hai", NOW.minusSeconds(60), "VNeID");
        book = List.of(new TagBook.Entry(
                "dịch vụ công trực tuyến", "", "Nộp hồ sơ qua mạng.", List.of("nộp trực tuyến", "VNeID")));

        assertThat(titles("dich-vu-cong-truc-tuyen")).containsExactly("Một", "Hai");
        assertThat(name("vneid")).isEqualTo("dịch vụ công trực tuyến");
        assertThat(slugs("nop-truc-tuyen")).containsExactly("dich-vu-cong-truc-tuyen", "nop-truc-tuyen", "vneid");
    }

    @Test
    void aTagOfWhichNothingIsPublicIsKnownOnlyIfItIsListed() {
        portal.draft(news, "Chưa ai thấy");
        book = List.of(new TagBook.Entry("di tích", "", "", List.of()));

        assertThat(isKnown("di-tich")).isTrue();
        assertThat(titles("di-tich")).isEmpty();
        assertThat(isKnown("khong-co")).isFalse();
    }

    @Test
    void aTagGoesWithTheArticleThatAloneBoreIt() {
        var id = publish("Một", NOW, "nhạc dân tộc");
        assertThat(isKnown("nhac-dan-toc")).isTrue();

        portal.change(service -> service.withdraw(id, "tin-tuc"));
        portal.advance();

        assertThat(isKnown("nhac-dan-toc")).isFalse();
    }

    private long publish(String title, Instant asOf, String... tags) {
        var id = portal.<Long>ask(service -> {
            var content = new ArticleContent(
                    title, "Sapo", "<p>Thân</p>", "", "", "", List.of(tags), List.of(), news.getId(), null, "");
            var item = service.draft(news.getSlug(), content);
            service.publish(item.getId(), 1, news.getSlug(), asOf);
            return item.getId();
        });
        portal.advance();
        return id;
    }

    private List<String> titles(String slug) {
        return portal.ask(service -> {
            var tags = tags(service);
            return tags.articles(tags.find(slug).orElseThrow(), 0, 10).items().stream()
                    .map(Article::getTitle)
                    .toList();
        });
    }

    private String name(String slug) {
        return portal.ask(service -> tags(service).find(slug).orElseThrow().name());
    }

    private List<String> slugs(String slug) {
        return portal.ask(service -> tags(service).find(slug).orElseThrow().slugs());
    }

    private boolean isKnown(String slug) {
        return portal.<Boolean>ask(service -> tags(service).isKnown(slug));
    }

    private Tags tags(ArticleService service) {
        var tags = new Tags();
        tags.articles = service;
        tags.book = () -> book;
        return tags;
    }
}
