package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.article.ArticlesOnH2.NOW;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.Canary;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.shared.Json;

/** A draft beside a published version shows through nowhere: whatever is read for the public is read, and searched for its words. */
class ArticleCanaryTest {

    private static final String SLUG = "hoi-cho-sach";

    private final ArticlesOnH2 portal = new ArticlesOnH2();
    private Section shown = new Section();
    private Section secret = new Section();
    private long id;

    @BeforeEach
    void publishAndRevise() {
        shown = portal.section("cai-cach", SectionKind.REFORM);
        secret = portal.section("thong-bao", SectionKind.NOTICE);
        id = portal.publish(shown, "Hội chợ sách", NOW);
        var picture = portal.askDatabase(em -> {
            var image = newAttachment();
            image.describe(Canary.word("imageId"), Canary.word("imageId"), 1, 1);
            em.persist(image);
            return image.getId();
        });
        var canary = Canary.of(
                ArticleContent.class,
                Map.of(
                        "sectionId",
                        secret.getId(),
                        "imageId",
                        picture,
                        "sourceUrl",
                        "https://" + Canary.word("sourceUrl") + ".example/"));
        portal.change(service -> service.revise(id, 1, shown.getSlug(), canary, "note"));
    }

    private static Attachment newAttachment() {
        try {
            var constructor = Attachment.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            var attachment = constructor.newInstance();
            for (var name : List.of("fileName", "sha256", "mediaType")) {
                var field = Attachment.class.getDeclaredField(name);
                field.setAccessible(true);
                field.set(attachment, name.equals("sha256") ? "0".repeat(64) : Canary.word("imageId"));
            }
            return attachment;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void noFieldOfADraftShowsThrough() {
        assertThat(Canary.seenIn(everythingPublic(), ArticleContent.class)).isEmpty();
        assertThat(newest(shown)).containsExactly(SLUG);
        assertThat(newest(secret)).isEmpty();
    }

    /** Wherever the newer version stands before the board, the public sees the older one. */
    @Test
    void noFieldShowsThroughOnItsWayThroughTheBoard() {
        var place = secret.getSlug();
        for (var step : List.<java.util.function.Consumer<ArticleService>>of(
                service -> service.submit(id, 2, place, Canary.word("title")),
                service -> service.remark(id, 2, place, Canary.word("lead")),
                service -> service.approve(id, 2, place, ""),
                service -> service.schedule(id, 2, place, NOW.plusSeconds(3_600), Canary.word("bodyHtml"), ""),
                service -> service.unschedule(id, 2, place, ""),
                service -> service.sendBack(id, 2, place, Canary.word("author")),
                service -> service.drop(id, 2, place, ""))) {
            portal.actAs(board());
            portal.change(step);
            portal.advance();
            noFieldOfADraftShowsThrough();
        }
    }

    /** Somebody else than who wrote it. */
    private static Actor board() {
        return new Actor(
                "mai" + System.nanoTime(),
                Set.of(
                        new Actor.Grant(Permission.WRITE_ARTICLES, ""),
                        new Actor.Grant(Permission.REVIEW_ARTICLES, ""),
                        new Actor.Grant(Permission.PUBLISH_ARTICLES, "")));
    }

    @Test
    void everyFieldIsSeenOnceItIsPublished() {
        portal.change(service -> service.publish(id, 2, secret.getSlug()));

        var fields = Arrays.stream(ArticleContent.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !name.equals("sectionId"))
                .toList();
        assertThat(Canary.seenIn(everythingPublic(), ArticleContent.class)).containsExactlyElementsOf(fields);
        assertThat(newest(shown)).isEmpty();
        assertThat(newest(secret)).containsExactly(SLUG);
    }

    private List<String> newest(Section section) {
        return portal.ask(service -> service.newestOf(section, 0, 10).items().stream()
                .map(Article::getSlug)
                .toList());
    }

    /** All that pages, lists, feeds, API and search are made of. */
    private String everythingPublic() {
        return portal.ask(service -> String.join(
                        "\n",
                        Json.write(service.published(SLUG)),
                        Json.write(service.newest(10)),
                        Json.write(service.newest(0, 10)),
                        Json.write(service.newestOf(shown, 10)),
                        Json.write(service.newestOf(secret, 10)),
                        Json.write(service.newestOf(List.of(SectionKind.values()), 10)),
                        Json.write(service.counts()),
                        Json.write(service.sections()),
                        String.valueOf(service.countOf(List.of(SectionKind.values()), YearMonth.of(2026, 6)))))
                + portal.askDatabase(em -> {
                    var source = new ArticleSearchSource().over(em);
                    var found = new java.util.ArrayList<String>();
                    source.each(document -> found.add(document.toString()));
                    source.one(String.valueOf(id)).ifPresent(document -> found.add(document.toString()));
                    return found.stream().collect(Collectors.joining("\n"));
                });
    }
}
