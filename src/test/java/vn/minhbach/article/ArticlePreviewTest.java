package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhbach.article.ArticlesOnH2.NOW;
import static vn.minhbach.article.ArticlesOnH2.content;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.editorial.PreviewBoard;
import vn.minhbach.editorial.PreviewLinks;
import vn.minhbach.editorial.WorkingCopies;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Sha256;

/** What is being written is seen before it is public by the board and by whoever holds a link, and by nobody else. */
class ArticlePreviewTest {

    private final ArticlesOnH2 portal = new ArticlesOnH2();
    private Section news = new Section();
    private Section notices = new Section();
    private Actor me = Actor.PORTAL;

    @BeforeEach
    void sections() {
        news = portal.section("tin-tuc");
        notices = portal.section("thong-bao");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aLinkShowsTheDraftAsItIsNow() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Bản đầu");
        var secret = share(id, 3);
        assertThat(shared(secret)).isEqualTo("Bản đầu");

        portal.change(service -> service.revise(id, 1, "tin-tuc", content(news, "Bản sau"), ""));
        assertThat(shared(secret)).isEqualTo("Bản sau");
        portal.change(service -> service.submit(id, 2, "tin-tuc", ""));
        assertThat(shared(secret)).isEqualTo("Bản sau");
        be(publisher("mai"));
        portal.change(service -> service.approve(id, 2, "tin-tuc", ""));
        assertThat(shared(secret)).isEqualTo("Bản sau");
    }

    @Test
    void theSecretIsKeptNowhereAndGuessedByNobody() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Một");
        var one = share(id, 1);
        var other = share(id, 1);
        assertThat(one).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(other);
        assertThat(digests()).containsExactlyInAnyOrder(Sha256.of(one, 32), Sha256.of(other, 32));
        assertThat(open(id).toString()).doesNotContain(one, other, Sha256.of(one, 32));
        for (var wrong : List.of("", "x", one + "x", one.toLowerCase(java.util.Locale.ROOT), Sha256.of(one, 32))) {
            assertNothing(wrong);
        }
    }

    @Test
    void aLinkEndsOnItsDay() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Một");
        var day = share(id, 1);
        var week = share(id, 7);
        portal.clock().pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(shared(day)).isEqualTo("Một");
        portal.clock().pass(Duration.ofSeconds(1));
        assertNothing(day);
        assertThat(shared(week)).isEqualTo("Một");
        assertThat(links(id)).hasSize(1);
        portal.clock().pass(Duration.ofDays(6));
        assertNothing(week);
        assertThat(links(id)).isEmpty();
        // What has ended is forgotten when the next one is made.
        share(id, 1);
        assertThat(digests()).hasSize(1);
        for (var days : List.of(0, -1, 2, 30)) {
            assertThatThrownBy(() -> share(id, days))
                    .isInstanceOf(RuleBrokenException.class)
                    .hasMessage("editorial.error.previewDays");
        }
    }

    @Test
    void aLinkThatWasTakenBackLeadsNowhere() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Một");
        var elsewhere = portal.draft(news, "Hai");
        var kept = share(id, 7);
        portal.clock().pass(Duration.ofSeconds(1));
        var secret = share(id, 7);
        var lines = links(id);
        assertThat(lines).extracting(PreviewBoard.Line::madeBy).containsExactly("lan", "lan");
        assertThat(lines.getFirst().endsAt())
                .isEqualTo(NOW.plus(Duration.ofDays(7)).plusSeconds(1));

        // Of another article it is not taken back.
        assertThat(revoked(elsewhere, lines.getFirst().id())).isFalse();
        assertThat(shared(secret)).isEqualTo("Một");
        assertThat(revoked(id, lines.getFirst().id())).isTrue();
        assertNothing(secret);
        assertThat(shared(kept)).isEqualTo("Một");
        assertThat(revoked(id, lines.getFirst().id())).isFalse();
        assertThat(links(id)).hasSize(1);
    }

    @Test
    void whatIsGivenUpOrWithdrawnIsNotShown() {
        be(publisher("mai"));
        var given = portal.draft(news, "Bỏ");
        var dropped = share(given, 7);
        portal.change(service -> service.drop(given, 1, "tin-tuc", ""));
        assertNothing(dropped);
        assertThatThrownBy(() -> share(given, 7))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("articlePreview.error.nothing");

        var id = as(Actor.PORTAL, () -> portal.publish(news, "Công khai", NOW));
        be(publisher("mai"));
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(news, "Sửa"), ""));
        var secret = share(id, 7);
        assertThat(shared(secret)).isEqualTo("Sửa");
        portal.change(service -> service.withdraw(id, "tin-tuc", "Gỡ", "Gỡ"));
        assertNothing(secret);
        assertThat(shows(secret, 1)).isFalse();
        // Also where somebody writes on.
        portal.change(service -> service.revise(id, 2, "tin-tuc", content(news, "Viết lại"), ""));
        assertNothing(secret);
        assertThatThrownBy(() -> share(id, 7)).isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void whatHasComeOutIsReadWhereEverybodyReadsIt() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Hội chợ sách");
        var secret = share(id, 7);
        as(Actor.PORTAL, () -> {
            portal.change(service -> service.publish(id, 1, "tin-tuc"));
            return true;
        });
        assertThatThrownBy(() -> shared(secret))
                .isInstanceOf(MovedException.class)
                .extracting(moved -> ((MovedException) moved).url())
                .isEqualTo("/bai-viet/hoi-cho-sach");
    }

    /** Only files that the newest version shows; a picture that was taken out is hidden again. */
    @Test
    void aLinkGivesTheFilesOfItsDraftAndNoOthers() {
        var picture = portal.picture();
        var other = portal.picture();
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Một");
        var secret = share(id, 7);
        assertThat(shows(secret, picture)).isFalse();
        portal.change(service -> service.revise(id, 1, "tin-tuc", withPicture("/tep/" + picture + "/x.png"), ""));
        assertThat(shows(secret, picture)).isTrue();
        assertThat(shows(secret, other)).isFalse();
        assertThat(shows("x", picture)).isFalse();
        portal.change(service -> service.revise(id, 2, "tin-tuc", content(news, "Không ảnh"), ""));
        assertThat(shows(secret, picture)).isFalse();
    }

    private ArticleContent withPicture(String picture) {
        var plain = content(news, "Có ảnh");
        return new ArticleContent(
                plain.title(),
                plain.lead(),
                "<p><img src=\"" + picture + "\" alt=\"Ảnh\"/></p>",
                plain.author(),
                "",
                "",
                List.of(),
                List.of(),
                news.getId(),
                null,
                "");
    }

    /** Whoever may not see an article neither looks at its draft nor learns of its links. */
    @Test
    void onlyWhoSeesAnArticleLooksAtItsDraftAndOnlyWhoWritesThereShares() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Của Lan");
        share(id, 7);
        be(writer("ha", "thong-bao"));
        assertThatThrownBy(() -> preview(previews -> previews.draft(id))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> preview(previews -> previews.open(id))).isInstanceOf(NotFoundException.class);
        // A place that is theirs, and not the article's.
        assertThatThrownBy(() -> preview(previews -> previews.share(id, "thong-bao", 7)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> preview(previews -> previews.revoke(id, "thong-bao", 1)))
                .isInstanceOf(RefusedException.class);

        // Who may only look through what stands there sees the draft and no link.
        be(new Actor("tam", Set.of(new Actor.Grant(Permission.REVIEW_ARTICLES, "tin-tuc"))));
        assertThat(draft(id)).isEqualTo("Của Lan");
        assertThat(open(id).sharing()).isFalse();
        assertThat(open(id).links()).isEmpty();
    }

    /** What is typed and not saved is previewed by whoever typed it, and by nobody else. */
    @Test
    void theirOwnTypingIsSeenBeforeItIsSaved() {
        be(publisher("mai"));
        var id = portal.draft(news, "Đã lưu");
        var secret = share(id, 7);
        type(id, "{\"title\":\"Đang gõ\",\"body\":\"<p onclick='x()'>Thân</p>\",\"la\":\"x\"}");

        assertThat(draft(id)).isEqualTo("Đang gõ");
        var body = preview(previews -> previews.draft(id).content().bodyHtml());
        assertThat(body).isEqualTo("<p>Thân</p>");
        assertThat(open(id).unsaved()).isTrue();
        assertThat(shared(secret)).isEqualTo("Đã lưu");

        be(publisher("ha"));
        assertThat(draft(id)).isEqualTo("Đã lưu");
        assertThat(open(id).unsaved()).isFalse();

        be(publisher("mai"));
        type(id, "{\"title\":\"Ảnh sai\",\"image\":\"không có\"}");
        assertThat(draft(id)).isEqualTo("Đã lưu");
        type(id, "{\"title\":\"Mục sai\",\"section\":\"khong-co\"}");
        assertThat(draft(id)).isEqualTo("Đã lưu");
    }

    private void type(long id, String fields) {
        portal.askDatabase(em -> {
            service(em).desk.keepUnsaved(String.valueOf(id), 1, "x", fields);
            return true;
        });
    }

    /** Both ask for the right to write where the article stands, and are written down with the article and never with the secret. */
    @Test
    void sharingTakesTheRightToWriteThere() {
        for (var name : List.of("share", "revoke")) {
            var method = List.of(ArticlePreviewService.class.getDeclaredMethods()).stream()
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(method.getAnnotation(Permit.class).value()).isEqualTo(Permission.WRITE_ARTICLES);
            assertThat(method.getAnnotation(Permit.class).audited()).isTrue();
            assertThat(method.getParameters()[1].isAnnotationPresent(Place.class))
                    .isTrue();
        }
    }

    @Test
    void soManyLinksAreOpenAndNoMore() {
        be(writer("lan", "tin-tuc"));
        var id = portal.draft(news, "Một");
        for (var i = 0; i < 20; i++) {
            share(id, 7);
        }
        assertThatThrownBy(() -> share(id, 7))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.manyPreviews");
        portal.clock().pass(Duration.ofDays(7));
        assertThat(shared(share(id, 7))).isEqualTo("Một");
    }

    private void assertNothing(String secret) {
        assertThatThrownBy(() -> shared(secret))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(new NotFoundException("preview", "").getMessage());
    }

    private String share(long id, int days) {
        return preview(previews -> previews.share(id, "tin-tuc", days));
    }

    private String shared(String secret) {
        return preview(previews -> previews.shared(secret).article().getTitle());
    }

    private PreviewBoard open(long id) {
        return preview(previews -> previews.open(id));
    }

    private List<PreviewBoard.Line> links(long id) {
        return open(id).links();
    }

    private String draft(long id) {
        return preview(previews -> previews.draft(id).article().getTitle());
    }

    private boolean shows(String secret, long file) {
        return preview(previews -> previews.shows(secret, file));
    }

    private boolean revoked(long id, long link) {
        return preview(previews -> previews.revoke(id, "tin-tuc", link));
    }

    private List<String> digests() {
        return portal.askDatabase(em -> em.createQuery("select l.digest from PreviewLink l", String.class)
                .getResultList());
    }

    private <T> T preview(Function<ArticlePreviewService, T> work) {
        return portal.askDatabase(em -> work.apply(service(em)));
    }

    private ArticlePreviewService service(EntityManager em) {
        var articles = portal.service(em);
        var desk = new ArticleDeskService();
        desk.articles = articles;
        desk.items = articles.items;
        desk.copies = WorkingCopies.over(em, () -> me, portal.clock());
        desk.actors = () -> me;
        var previews = new ArticlePreviewService();
        previews.items = articles.items;
        previews.articles = articles.articles;
        previews.links = PreviewLinks.over(em, () -> me, portal.clock());
        previews.desk = desk;
        previews.actors = () -> me;
        return previews;
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> deed) {
        be(actor);
        return deed.get();
    }

    private void be(Actor actor) {
        me = actor;
        portal.actAs(actor);
    }

    private static Actor writer(String name, String place) {
        return new Actor(name, Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, place)));
    }

    private static Actor publisher(String name) {
        return new Actor(
                name,
                Set.of(
                        new Actor.Grant(Permission.WRITE_ARTICLES, ""),
                        new Actor.Grant(Permission.REVIEW_ARTICLES, ""),
                        new Actor.Grant(Permission.PUBLISH_ARTICLES, "")));
    }
}
