package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.minhbach.article.ArticlesOnH2.NOW;
import static vn.minhbach.article.ArticlesOnH2.content;
import static vn.minhbach.article.ArticlesOnH2.published;
import static vn.minhbach.article.ArticlesOnH2.withdrawn;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** The life of an article, from draft to withdrawal and back, and who may take part in it. */
class ArticleServiceTest {

    private static final Map<Deed.Right, Permission> RIGHTS = Map.of(
            Deed.Right.WRITE, Permission.WRITE_ARTICLES,
            Deed.Right.REVIEW, Permission.REVIEW_ARTICLES,
            Deed.Right.PUBLISH, Permission.PUBLISH_ARTICLES);

    private final ArticlesOnH2 portal = new ArticlesOnH2();
    private Section news = new Section();
    private Section notices = new Section();

    @BeforeEach
    void sections() {
        news = portal.section("tin-tuc");
        notices = portal.section("thong-bao");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyDeedOfTheTableIsAMethodWithItsPermissionAndItsPlace(Deed deed) {
        var methods = Arrays.stream(ArticleService.class.getMethods())
                .filter(method -> method.getName().equals(deed.method()))
                .toList();

        assertThat(methods).isNotEmpty().allSatisfy(method -> {
            assertThat(method.getAnnotation(Permit.class).value()).isEqualTo(RIGHTS.get(deed.right()));
            assertThat(hasPlace(method)).isTrue();
        });
    }

    private static boolean hasPlace(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(Place.class));
    }

    @Test
    void aDraftIsSeenByNobodyAndLeavesNoTraceInTheLog() {
        portal.draft(news, "Hội chợ sách");

        assertNotFound("hoi-cho-sach");
        assertThat(portal.changes()).isEmpty();
        assertThat(count()).isZero();
        assertThat(portal.<Long>ask(ArticleService::total)).isEqualTo(1);
    }

    @Test
    void isKnownByItsIdInTheChangeLogAndFoundUnderItsTitle() {
        var id = portal.publish(news, "Đường sách Tết", NOW);

        assertThat(portal.changes()).containsExactly(published(id));
        assertThat(whole("duong-sach-tet").content().title()).isEqualTo("Đường sách Tết");
        assertThat(whole("duong-sach-tet").article().getPublishedAt()).isEqualTo(NOW);
    }

    @Test
    void aNewerVersionIsPublicOnlyOnceItIsPublished() {
        var id = portal.publish(news, "Hội chợ sách", NOW.minus(Duration.ofDays(1)));
        portal.change(service ->
                service.revise(id, 1, "tin-tuc", content(notices, "Hội chợ sách cũ"), "chuyển sang thông báo"));

        assertThat(whole("hoi-cho-sach").content().title()).isEqualTo("Hội chợ sách");
        assertThat(whole("hoi-cho-sach").article().getTitle()).isEqualTo("Hội chợ sách");
        assertThat(portal.changes()).containsExactly(published(id));

        portal.change(service -> service.publish(id, 2, "thong-bao"));

        var now = whole("hoi-cho-sach");
        assertThat(now.content().title()).isEqualTo("Hội chợ sách cũ");
        assertThat(now.article().getTitle()).isEqualTo("Hội chợ sách cũ");
        assertThat(now.article().getSection().getSlug()).isEqualTo("thong-bao");
        assertThat(now.article().getPublishedAt()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(now.article().getUpdatedAt()).isEqualTo(NOW);
        assertThat(portal.changes()).containsExactly(published(id), published(id));
    }

    @Test
    void whatIsWithdrawnIsGoneFromTheListsAndComesBackWithItsFirstDate() {
        var id = portal.publish(news, "Hội chợ sách", NOW.minus(Duration.ofDays(3)));

        portal.change(service -> service.withdraw(id, "tin-tuc"));
        assertThat(count()).isZero();
        assertThatThrownBy(() -> whole("hoi-cho-sach")).isInstanceOf(GoneException.class);
        assertThatThrownBy(() -> portal.change(service -> service.withdraw(id, "tin-tuc")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.step");

        portal.change(service -> service.publish(id, 1, "tin-tuc"));
        assertThat(whole("hoi-cho-sach").article().getPublishedAt()).isEqualTo(NOW.minus(Duration.ofDays(3)));
        assertThat(whole("hoi-cho-sach").article().getUpdatedAt()).isEqualTo(NOW);
        assertThat(portal.changes()).containsExactly(published(id), withdrawn(id), published(id));
    }

    @Test
    void aClosedSectionKeepsItsArticlesAndTakesNoOthers() {
        var kept = portal.draft(news, "Hội chợ sách");
        var elsewhere = portal.draft(notices, "Lịch tiếp công dân");
        portal.close(news);

        assertThatThrownBy(() -> portal.draft(news, "Bài đến sau"))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("article.error.sectionClosed");
        assertThatThrownBy(() -> portal.change(service ->
                        service.revise(elsewhere, 1, "thong-bao", content(news, "Lịch tiếp công dân"), "chuyển")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("article.error.sectionClosed");

        portal.change(service -> service.revise(kept, 1, "tin-tuc", content(news, "Hội chợ sách xuân"), "sửa tên"));
        assertThat(portal.<Integer>ask(service -> service.versions(kept).size()))
                .isEqualTo(2);
    }

    @Test
    void aFormerAddressLeadsToTheArticleAndToThePageThatItIsGone() {
        var id = portal.publish(news, "Hội chợ sách", NOW);
        portal.change(service -> service.readdress(id, "tin-tuc", "hoi-sach"));

        assertThat(whole("hoi-cho-sach").article().getSlug()).isEqualTo("hoi-sach");
        assertThat(whole("hoi-sach").article().getSlug()).isEqualTo("hoi-sach");
        assertThat(portal.changes()).containsExactly(published(id), published(id));

        portal.change(service -> service.withdraw(id, "tin-tuc"));
        assertThatThrownBy(() -> whole("hoi-cho-sach")).isInstanceOf(GoneException.class);
    }

    @Test
    void twoTitlesThatFoldAlikeHaveTwoAddresses() {
        portal.publish(news, "Hội chợ sách", NOW);
        var id = portal.publish(news, "Hội chờ sạch", NOW);

        assertThat(portal.ask(service -> service.item(id)).getSlug()).isEqualTo("hoi-cho-sach-2");
    }

    @Test
    void anOldVersionIsRestoredAsANewOne() {
        var id = portal.draft(news, "Một");
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(news, "Hai"), ""));
        var restored = portal.ask(service -> service.restore(id, 2, "tin-tuc", 1, "như cũ"));

        assertThat(restored.getNumber()).isEqualTo(3);
        assertThat(restored.content(ArticleContent.class)).isEqualTo(content(news, "Một"));
        assertThat(restored.getNote()).isEqualTo("như cũ");
    }

    @Test
    void theSecondOfTwoKeepsWhatTheyTyped() {
        var id = portal.draft(news, "Một");
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(news, "Của Lan"), ""));

        var conflict = catchThrowableOfType(
                VersionConflictException.class,
                () -> portal.change(service -> service.revise(id, 1, "tin-tuc", content(news, "Của Hà"), "")));

        assertThat(conflict.newest().content(ArticleContent.class).title()).isEqualTo("Của Lan");
        assertThat(conflict.unsaved()).isEqualTo(content(news, "Của Hà"));
    }

    @Test
    void whatIsWrittenIsCleaned() {
        var id = portal.ask(service -> service.draft(
                        "tin-tuc",
                        new ArticleContent(
                                " Tiêu \n đề",
                                " Lời\n dẫn ",
                                "<p onclick='x'>Thân</p><script>x</script>",
                                "Thu\u0000 Hà",
                                " Báo\tAn Hải",
                                " https://bao.example.vn/1 ",
                                List.of(" thể \n chế "),
                                List.of("1.001234 "),
                                news.getId(),
                                null,
                                ""))
                .getId());

        var kept = portal.ask(service -> service.versions(id).getFirst().content(ArticleContent.class));
        assertThat(kept)
                .isEqualTo(new ArticleContent(
                        "Tiêu đề",
                        "Lời dẫn",
                        "<p>Thân</p>",
                        "Thu Hà",
                        "Báo An Hải",
                        "https://bao.example.vn/1",
                        List.of("thể chế"),
                        List.of("1.001234"),
                        news.getId(),
                        null,
                        ""));
    }

    @Test
    void whoSaysAnotherPlaceThanThatOfTheArticleIsRefused() {
        var id = portal.publish(notices, "Mời họp", NOW);
        portal.actAsEditorOf("tin-tuc");
        var before = portal.changes();

        for (var deed : List.<java.util.function.Consumer<ArticleService>>of(
                service -> service.draft("tin-tuc", content(notices, "Khác")),
                service -> service.revise(id, 1, "tin-tuc", content(notices, "Khác"), ""),
                service -> service.revise(id, 1, "tin-tuc", content(news, "Khác"), ""),
                service -> service.restore(id, 1, "tin-tuc", 1, ""),
                service -> service.withdraw(id, "tin-tuc"),
                service -> service.readdress(id, "tin-tuc", "khac"))) {
            assertThatThrownBy(() -> portal.change(deed)).isInstanceOf(RefusedException.class);
        }
        portal.actAsEditorOf("thong-bao");
        portal.change(service -> service.withdraw(id, "thong-bao", "Đã hoãn", "Chờ lịch mới"));
        portal.actAsEditorOf("tin-tuc");
        assertThatThrownBy(() -> portal.change(service -> service.publish(id, 1, "tin-tuc")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> portal.change(service -> service.readdress(id, "tin-tuc", "khac")))
                .isInstanceOf(RefusedException.class);
        assertThat(portal.changes()).hasSize(before.size() + 1);
        assertThat(portal.ask(service -> service.versions(id)).size()).isEqualTo(1);
    }

    @Test
    void whoMovesAnArticleMustBeAllowedToAtBothPlaces() {
        var id = portal.publish(news, "Hội chợ sách", NOW);
        portal.actAsEditorOf("tin-tuc");
        assertThatThrownBy(() -> portal.change(
                        service -> service.revise(id, 1, "tin-tuc", content(notices, "Hội chợ sách"), "")))
                .isInstanceOf(RefusedException.class);

        portal.actAsEditorOf("tin-tuc", "thong-bao");
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(notices, "Hội chợ sách"), ""));

        // The newest version stands in their section, but what they would take away from readers in another.
        portal.actAsEditorOf("thong-bao");
        assertThatThrownBy(() -> portal.change(service -> service.publishUrgently(id, 2, "thong-bao", "Gấp")))
                .isInstanceOf(RefusedException.class);
        portal.actAsEditorOf("tin-tuc");
        assertThatThrownBy(() -> portal.change(service -> service.publishUrgently(id, 2, "tin-tuc", "Gấp")))
                .isInstanceOf(RefusedException.class);
        portal.actAsEditorOf("tin-tuc", "thong-bao");
        portal.change(service -> service.publishUrgently(id, 2, "thong-bao", "Không thể chờ"));
        assertThat(whole("hoi-cho-sach").article().getSection().getSlug()).isEqualTo("thong-bao");
    }

    @Test
    void aSectionThatIsNotThereIsToldInWords() {
        assertThatThrownBy(() -> portal.change(service -> service.draft(
                        "tin-tuc",
                        new ArticleContent("A", "B", "", "", "", "", List.of(), List.of(), 999_999, null, ""))))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("article.error.section");
    }

    /** One with its section and picture, and one for what the version says. */
    @Test
    void aPageIsReadWithTwoStatements() {
        portal.publish(news, "Hội chợ sách", NOW);
        var statements = new AtomicInteger();

        portal.askDatabase(em -> {
            em.unwrap(Session.class).getEventManager().addListener(new SessionEventAdapter() {
                @Override
                public void preExecuteCall(SessionEvent event) {
                    statements.incrementAndGet();
                }
            });
            return portal.service(em).published("hoi-cho-sach");
        });

        assertThat(statements).hasValue(2);
    }

    @Test
    void theStateIsThatOfTheItem() {
        var id = portal.draft(news, "Một");

        assertThat(portal.ask(service -> service.item(id)).getState()).isEqualTo(ItemState.DRAFT);
    }

    private void assertNotFound(String slug) {
        assertThatThrownBy(() -> whole(slug)).isInstanceOf(NotFoundException.class);
    }

    private PublicArticle whole(String slug) {
        return portal.ask(service -> service.published(slug));
    }

    private long count() {
        return portal.ask(service -> service.newest(0, 10)).total();
    }
}
