package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhbach.article.ArticlesOnH2.NOW;
import static vn.minhbach.article.ArticlesOnH2.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.FourEyesException;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.Correction;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.DeedForm;
import vn.minhbach.editorial.FileUse;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.ItemStep;
import vn.minhbach.editorial.PublicSpan;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;

/** An article on its way through the board: written, looked through, returned, approved, published, put right, taken back. */
class ArticleReviewTest {

    private static final String NEWS = "tin-tuc";

    /** Writes. */
    private static final Actor LAN = actor("lan", Permission.WRITE_ARTICLES);

    /** Looks through. */
    private static final Actor HA = actor("ha", Permission.WRITE_ARTICLES, Permission.REVIEW_ARTICLES);

    /** Publishes; and so does Vinh. */
    private static final Actor MAI =
            actor("mai", Permission.WRITE_ARTICLES, Permission.REVIEW_ARTICLES, Permission.PUBLISH_ARTICLES);

    private static final Actor VINH =
            actor("vinh", Permission.WRITE_ARTICLES, Permission.REVIEW_ARTICLES, Permission.PUBLISH_ARTICLES);

    private final ArticlesOnH2 portal = new ArticlesOnH2();
    private Section news = new Section();

    private static Actor actor(String name, Permission... permissions) {
        return new Actor(
                name,
                Set.copyOf(List.of(permissions).stream()
                        .map(permission -> new Actor.Grant(permission, NEWS))
                        .toList()));
    }

    @BeforeEach
    void section() {
        news = portal.section(NEWS);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void goesFromTheWriterThroughTheBoardToThePublic() {
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        does(LAN, service -> service.submit(id, 1, NEWS, "Nhờ xem giúp"));
        assertThat(item(id).getReview()).isEqualTo(ReviewState.SUBMITTED);

        does(HA, service -> service.sendBack(id, 1, NEWS, "Thiếu giờ mở cửa"));
        assertThat(item(id).getReview()).isEqualTo(ReviewState.RETURNED);

        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hội chợ sách, mở cửa 8 giờ"), "thêm giờ"));
        assertThat(item(id).getReview()).isEqualTo(ReviewState.RETURNED);
        does(LAN, service -> service.submit(id, 2, NEWS, ""));
        does(MAI, service -> service.approve(id, 2, NEWS, ""));
        assertThat(portal.changes()).isEmpty();
        does(MAI, service -> service.publish(id, 2, NEWS));

        assertThat(item(id).getState()).isEqualTo(ItemState.PUBLISHED);
        assertThat(item(id).getReview()).isEqualTo(ReviewState.SETTLED);
        assertThat(published("hoi-cho-sach-mo-cua-8-gio").content().title()).isEqualTo("Hội chợ sách, mở cửa 8 giờ");
        assertThat(steps(id))
                .extracting(ItemStep::getDeed)
                .containsExactly(
                        Deed.DRAFT, Deed.SUBMIT, Deed.SEND_BACK, Deed.REVISE, Deed.SUBMIT, Deed.APPROVE, Deed.PUBLISH);
        assertThat(steps(id)).extracting(ItemStep::getNote).contains("Nhờ xem giúp", "Thiếu giờ mở cửa");
    }

    /** Such attempts are written down as refused; what is only a slip is not. */
    @Test
    void whoeverWantsToDecideAloneIsToldSo() {
        var id = as(MAI, () -> portal.draft(news, "Hội chợ sách"));
        assertThatThrownBy(() -> does(MAI, service -> service.publish(id, 1, NEWS)))
                .isInstanceOf(FourEyesException.class)
                .hasMessage("editorial.error.notApproved");
        assertThatThrownBy(() -> does(MAI, service -> service.schedule(id, 1, NEWS, NOW.plusSeconds(3600), "", "")))
                .isInstanceOf(FourEyesException.class);
        does(MAI, service -> service.submit(id, 1, NEWS, ""));
        assertThatThrownBy(() -> does(MAI, service -> service.approve(id, 1, NEWS, "")))
                .isInstanceOf(FourEyesException.class)
                .hasMessage("editorial.error.own");
        assertThatThrownBy(() -> does(VINH, service -> service.approve(id, 2, NEWS, "")))
                .hasMessage("editorial.error.newer")
                .isNotInstanceOf(FourEyesException.class);
    }

    /** A file of what is public is public: who replaces it must be allowed to publish where it is shown, and the board is told. */
    @Test
    void aFileOfAPublicArticleIsForWhoeverMayPublishThere() {
        var picture = portal.picture();
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        does(LAN, service -> service.revise(id, 1, NEWS, withPicture("Hội chợ sách", picture), ""));
        assertThat(mayPublish(LAN, picture)).isTrue();
        does(LAN, service -> service.submit(id, 2, NEWS, ""));
        does(MAI, service -> service.approve(id, 2, NEWS, ""));
        does(MAI, service -> service.publish(id, 2, NEWS));

        assertThat(mayPublish(LAN, picture)).isFalse();
        assertThat(mayPublish(MAI, picture)).isTrue();
        assertThat(mayPublish(
                        new Actor("x", Set.of(new Actor.Grant(Permission.PUBLISH_ARTICLES, "noi-khac"))), picture))
                .isFalse();
        var before = portal.told("vinh", Deed.Right.PUBLISH, NEWS).size();
        portal.change(service -> files(MAI, service).replaced(picture, "anh.jpg"));
        assertThat(portal.told("vinh", Deed.Right.PUBLISH, NEWS)).hasSize(before + 1);
    }

    private ArticleContent withPicture(String title, long picture) {
        var content = content(news, title);
        return new ArticleContent(
                content.title(),
                content.lead(),
                "<p><img src=\"/tep/" + picture + "/x.jpg\" alt=\"\" /></p>",
                content.author(),
                content.sourceName(),
                content.sourceUrl(),
                content.tags(),
                content.procedures(),
                content.sectionId(),
                null,
                content.unit());
    }

    private boolean mayPublish(Actor somebody, long picture) {
        boolean may = portal.ask(service -> files(somebody, service).mayPublish(picture));
        return may;
    }

    private static ArticleFiles files(Actor somebody, ArticleService service) {
        var files = new ArticleFiles();
        files.items = service.items;
        files.actors = () -> somebody;
        return files;
    }

    @Test
    void nobodyReturnsOrPublishesUrgentlyWithoutAReason() {
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        does(LAN, service -> service.submit(id, 1, NEWS, ""));

        refused("editorial.error.reason", HA, service -> service.sendBack(id, 1, NEWS, " "));
        refused("editorial.error.reason", MAI, service -> service.publishUrgently(id, 1, NEWS, ""));
        assertThat(item(id).getReview()).isEqualTo(ReviewState.SUBMITTED);
    }

    @Test
    void nobodyApprovesWhatTheyWroteChangedOrHandedIn() {
        var id = as(MAI, () -> portal.draft(news, "Hội chợ sách"));
        does(MAI, service -> service.submit(id, 1, NEWS, ""));
        refused("editorial.error.own", MAI, service -> service.approve(id, 1, NEWS, ""));

        // Who puts it right while looking it through is the last who changed it.
        does(VINH, service -> service.amend(id, 1, NEWS, content(news, "Hội chợ sách cũ"), ""));
        refused("editorial.error.own", VINH, service -> service.approve(id, 2, NEWS, ""));
        refused("editorial.error.own", MAI, service -> service.approve(id, 2, NEWS, ""));
        assertThat(item(id).getReview()).isEqualTo(ReviewState.SUBMITTED);
    }

    @Test
    void whatWasNotApprovedIsNotPublishedAndApprovalLapsesWithTheNextWord() {
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        refused("editorial.error.notApproved", MAI, service -> service.publish(id, 1, NEWS));
        does(LAN, service -> service.submit(id, 1, NEWS, ""));
        does(MAI, service -> service.approve(id, 1, NEWS, ""));
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Khác hẳn"), ""));

        assertThat(item(id).getReview()).isEqualTo(ReviewState.WRITING);
        refused("editorial.error.notApproved", MAI, service -> service.publish(id, 2, NEWS));
        refused("editorial.error.notApproved", MAI, service -> service.publish(id, 1, NEWS));
        assertThat(portal.changes()).isEmpty();
    }

    @Test
    void aDecisionIsOfTheVersionThatWasSeen() {
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        does(LAN, service -> service.submit(id, 1, NEWS, ""));
        does(HA, service -> service.amend(id, 1, NEWS, content(news, "Hội chợ sách cũ"), ""));

        refused("editorial.error.newer", MAI, service -> service.approve(id, 1, NEWS, ""));
        does(MAI, service -> service.approve(id, 2, NEWS, ""));
    }

    @Test
    void whatIsHandedInIsNotWrittenOnByItsAuthorUntilTakenBack() {
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        does(LAN, service -> service.submit(id, 1, NEWS, ""));
        refused("editorial.error.step", LAN, service -> service.revise(id, 1, NEWS, content(news, "Khác"), ""));

        does(LAN, service -> service.takeBack(id, 1, NEWS));
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Khác"), ""));
        assertThat(item(id).getTitle()).isEqualTo("Khác");
    }

    @Test
    void aPublicArticleHasANewerVersionInReviewAndIsPutRightWithANote() {
        var id = publishedByPortal("Hội chợ sách");
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hội chợ sách, ngày 14"), "sai ngày"));
        does(LAN, service -> service.submit(id, 2, NEWS, ""));
        does(MAI, service -> service.approve(id, 2, NEWS, ""));
        assertThat(item(id).getState()).isEqualTo(ItemState.PUBLISHED);
        assertThat(item(id).getReview()).isEqualTo(ReviewState.APPROVED);
        assertThat(published("hoi-cho-sach").content().title()).isEqualTo("Hội chợ sách");

        refused("editorial.error.notice", MAI, service -> service.correct(id, 2, NEWS, " "));
        does(MAI, service -> service.correct(id, 2, NEWS, "Bản trước ghi sai ngày khai mạc."));

        var now = published("hoi-cho-sach");
        assertThat(now.content().title()).isEqualTo("Hội chợ sách, ngày 14");
        assertThat(now.article().getCorrections())
                .extracting(Correction::text)
                .containsExactly("Bản trước ghi sai ngày khai mạc.");
    }

    @Test
    void whatCannotWaitIsMarkedUntilSomebodyElseHasApprovedIt() {
        var id = as(LAN, () -> portal.draft(news, "Cảnh báo bão"));
        does(MAI, service -> service.publishUrgently(id, 1, NEWS, "Bão vào trong đêm"));
        assertThat(item(id).getUrgentBy()).isEqualTo("mai");
        assertThat(published("canh-bao-bao").content().title()).isEqualTo("Cảnh báo bão");

        refused("editorial.error.own", MAI, service -> service.approveAfterwards(id, 1, NEWS, ""));
        does(MAI, service -> service.withdraw(id, NEWS, "Đã hết bão", "Hết thời sự"));
        assertThat(item(id).getUrgentBy()).isEqualTo("mai");
        does(VINH, service -> service.approveAfterwards(id, 1, NEWS, "Đúng"));
        assertThat(item(id).getUrgentBy()).isEmpty();
        refused("editorial.error.notUrgent", VINH, service -> service.approveAfterwards(id, 1, NEWS, ""));
    }

    @Test
    void whoWroteItDoesNotApproveItAfterwardsEither() {
        var id = as(VINH, () -> portal.draft(news, "Cảnh báo bão"));
        does(MAI, service -> service.publishUrgently(id, 1, NEWS, "Bão vào trong đêm"));

        refused("editorial.error.own", VINH, service -> service.approveAfterwards(id, 1, NEWS, ""));
    }

    @Test
    void whoHandedItInDoesNotApproveItAfterwardsEither() {
        var id = as(LAN, () -> portal.draft(news, "Cảnh báo bão"));
        does(VINH, service -> service.submit(id, 1, NEWS, ""));
        does(MAI, service -> service.publishUrgently(id, 1, NEWS, "Bão vào trong đêm"));

        refused("editorial.error.own", VINH, service -> service.approveAfterwards(id, 1, NEWS, ""));
    }

    /** Two who publish urgently one after the other do not approve each other's. */
    @Test
    void whatWasUrgentTwiceIsApprovedByWhoeverDidNeither() {
        var hoa = actor("hoa", Permission.PUBLISH_ARTICLES);
        var id = as(LAN, () -> portal.draft(news, "Cảnh báo bão"));
        does(MAI, service -> service.publishUrgently(id, 1, NEWS, "Bão vào trong đêm"));
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Cảnh báo bão số 3"), ""));
        does(VINH, service -> service.publishUrgently(id, 2, NEWS, "Bão đổi hướng"));

        refused("editorial.error.own", MAI, service -> service.approveAfterwards(id, 2, NEWS, ""));
        refused("editorial.error.own", VINH, service -> service.approveAfterwards(id, 2, NEWS, ""));
        does(hoa, service -> service.approveAfterwards(id, 2, NEWS, ""));
        assertThat(item(id).getUrgentBy()).isEmpty();
        // And nothing of it is held against anybody the next time.
        does(LAN, service -> service.revise(id, 2, NEWS, content(news, "Bão tan"), ""));
        does(hoa, service -> service.publishUrgently(id, 3, NEWS, "Gấp"));
        does(MAI, service -> service.approveAfterwards(id, 3, NEWS, ""));
    }

    @Test
    void whatIsWithdrawnSaysWhyAtItsAddress() {
        var id = publishedByPortal("Hội chợ sách");
        refused("editorial.error.notice", MAI, service -> service.withdraw(id, NEWS, "", "x"));
        refused("editorial.error.reason", MAI, service -> service.withdraw(id, NEWS, "Hội chợ hoãn.", ""));

        does(MAI, service -> service.withdraw(id, NEWS, "Hội chợ hoãn.", "Theo công văn"));

        assertThatThrownBy(() -> published("hoi-cho-sach"))
                .isInstanceOfSatisfying(
                        GoneException.class, gone -> assertThat(gone.notice()).isEqualTo("Hội chợ hoãn."));
        assertThat(lists()).isZero();
        // And comes back the same way as it came.
        does(LAN, service -> service.submit(id, 1, NEWS, ""));
        does(MAI, service -> service.approve(id, 1, NEWS, ""));
        does(MAI, service -> service.publish(id, 1, NEWS));
        assertThat(published("hoi-cho-sach").article().getPublishedAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsArchivedIsInNoListAndCanBeRead() {
        var id = publishedByPortal("Hội chợ sách");
        does(MAI, service -> service.archive(id, NEWS, "Hội chợ đã kết thúc.", ""));

        assertThat(lists()).isZero();
        assertThat(published("hoi-cho-sach").archived()).isEqualTo("Hội chợ đã kết thúc.");
        assertThat(published("hoi-cho-sach").content().title()).isEqualTo("Hội chợ sách");
        assertThat(portal.changes()).last().isEqualTo(ArticlesOnH2.withdrawn(id));
    }

    @Test
    void whatIsRedirectedLeadsToAPageOfThePortalAndNowhereElse() {
        var id = publishedByPortal("Hội chợ sách");
        for (var elsewhere : List.of(
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/quan-tri",
                "/tin-tuc\r\nSet-Cookie: a=b",
                "/bai-viet/hoi-cho-sach")) {
            refused("editorial.error.target", MAI, service -> service.redirect(id, NEWS, elsewhere, ""));
        }
        does(MAI, service -> service.redirect(id, NEWS, "/tin-tuc", ""));

        assertThatThrownBy(() -> published("hoi-cho-sach"))
                .isInstanceOfSatisfying(
                        MovedException.class, moved -> assertThat(moved.url()).isEqualTo("/tin-tuc"));
        assertThat(lists()).isZero();
    }

    /** Said before there was anything to end, the end had passed by when it came: the article stayed for good. */
    @Test
    void anEndThatWasSaidBeforePublicationHolds() {
        var id = approved("Mời dự hội chợ");
        var end = NOW.plus(Duration.ofHours(2));
        does(MAI, service -> service.plan(id, NEWS, end, null));
        does(Actor.PORTAL, service -> service.expire(id, end));
        assertThat(item(id).getState()).isEqualTo(ItemState.DRAFT);

        does(MAI, service -> service.publish(id, 1, NEWS));
        assertThat(portal.timetable()).containsExactly("expire " + id + " " + end, "expire " + id + " " + end);
        until(end);
        does(Actor.PORTAL, service -> service.expire(id, end));
        assertThat(item(id).getState()).isEqualTo(ItemState.ARCHIVED);
    }

    @Test
    void nothingComesOutAfterItsEnd() {
        var id = approved("Mời dự hội chợ");
        var end = NOW.plus(Duration.ofHours(2));
        does(MAI, service -> service.plan(id, NEWS, end, null));
        refused("editorial.error.over", MAI, service -> service.schedule(id, 1, NEWS, end, "", ""));
        does(MAI, service -> service.schedule(id, 1, NEWS, NOW.plus(Duration.ofHours(1)), "", ""));
        refused("editorial.error.over", MAI, service -> service.plan(id, NEWS, NOW.plus(Duration.ofMinutes(30)), null));
        does(MAI, service -> service.unschedule(id, 1, NEWS, ""));

        until(end.plusSeconds(60));
        refused("editorial.error.over", MAI, service -> service.publish(id, 1, NEWS));
        does(MAI, service -> service.plan(id, NEWS, null, null));
        does(MAI, service -> service.publish(id, 1, NEWS));
        assertThat(item(id).getState()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void whatTheClockDoesStandsInTheAuditOnceAndAsThePortals() {
        var id = approved("Hội chợ sách");
        var due = NOW.plus(Duration.ofHours(3));
        var end = NOW.plus(Duration.ofHours(4));
        does(MAI, service -> service.plan(id, NEWS, end, null));
        does(MAI, service -> service.schedule(id, 1, NEWS, due, "", ""));
        for (var moment : List.of(due, end)) {
            until(moment);
            does(Actor.PORTAL, service -> service.release(id, due));
            does(Actor.PORTAL, service -> service.expire(id, end));
        }

        assertThat(portal.audit())
                .containsExactly(
                        "minhbach PUBLISH_ARTICLES ArticleService.expire " + id + " · 1",
                        "minhbach PUBLISH_ARTICLES ArticleService.release " + id + " · 1");
    }

    @Test
    void theAddressFollowsTheTitleUntilItIsFirstPublic() {
        as(LAN, () -> portal.draft(news, "Bài mới"));
        var id = as(LAN, () -> portal.draft(news, "Bài mới"));
        assertThat(item(id).getSlug()).isEqualTo("bai-moi-2");
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hội chợ sách"), ""));
        assertThat(item(id).getSlug()).isEqualTo("hoi-cho-sach");
        does(LAN, service -> service.revise(id, 2, NEWS, content(news, "Hội chợ sách!"), ""));
        assertThat(item(id).getSlug()).isEqualTo("hoi-cho-sach");

        does(MAI, service -> service.publishUrgently(id, 3, NEWS, "gấp"));
        does(LAN, service -> service.revise(id, 3, NEWS, content(news, "Hội chợ sách cũ"), ""));
        assertThat(item(id).getSlug()).isEqualTo("hoi-cho-sach");
    }

    @Test
    void anAddressThatSomebodyGaveStays() {
        var id = as(LAN, () -> portal.draft(news, "Bài mới"));
        does(MAI, service -> service.readdress(id, NEWS, "bai-moi-5"));
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hội chợ sách"), ""));
        assertThat(item(id).getSlug()).isEqualTo("bai-moi-5");

        var relayed = portal.<Long>ask(service -> {
            portal.actAs(Actor.PORTAL);
            return service.draft(NEWS, "tin-cua-bo", content(news, "Tin của Bộ Văn hóa"))
                    .getId();
        });
        does(LAN, service -> service.revise(relayed, 1, NEWS, content(news, "Tin khác"), ""));
        assertThat(item(relayed).getSlug()).isEqualTo("tin-cua-bo");
    }

    /** Lets time pass until a moment. */
    private void until(Instant moment) {
        portal.clock().pass(Duration.between(portal.clock().instant(), moment));
    }

    /** A page that there is not, or that leads on, is no place to which readers are led. */
    @Test
    void whoeverLeadsReadersElsewhereIsToldIfThereIsNothing() {
        var id = published();
        assertThatThrownBy(() -> does(MAI, service -> {
                    service.readers = (typed, from, field) -> {
                        throw new RuleBrokenException("row.error.target", from + " " + field);
                    };
                    service.redirect(id, NEWS, "/bai-viet/khong-co", "");
                }))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class, broken -> assertThat(broken).hasMessage("row.error.target"));
        assertThat(item(id).getState()).isEqualTo(ItemState.PUBLISHED);
        does(MAI, service -> {
            service.readers = (typed, from, field) -> "/tin-tuc";
            service.redirect(id, NEWS, "https://so.example.vn/tin-tuc", "");
        });
        assertThat(item(id).getRedirectTo()).isEqualTo("/tin-tuc");
    }

    private long published() {
        var id = approved("Hội chợ sách");
        does(MAI, service -> service.publish(id, 1, NEWS));
        return id;
    }

    @Test
    void comesOutAtItsMinuteOnceHoweverOftenItIsAsked() {
        var id = approved("Hội chợ sách");
        var due = NOW.plus(Duration.ofHours(3));
        does(MAI, service -> service.schedule(id, 1, NEWS, due, "", ""));
        assertThat(portal.timetable()).containsExactly("release " + id + " " + due);
        refused("editorial.error.step", LAN, service -> service.revise(id, 1, NEWS, content(news, "Khác"), ""));

        release(id, due);
        assertThatThrownBy(() -> published("hoi-cho-sach")).isInstanceOf(NotFoundException.class);
        portal.clock().pass(Duration.ofHours(3));
        release(id, due.plusSeconds(60));
        assertThatThrownBy(() -> published("hoi-cho-sach")).isInstanceOf(NotFoundException.class);
        release(id, due);
        release(id, due);

        assertThat(published("hoi-cho-sach").article().getPublishedAt()).isEqualTo(due);
        assertThat(portal.changes()).containsExactly(ArticlesOnH2.published(id));
        assertThat(item(id).getScheduledFor()).isNull();
    }

    /** The portal stood still over midnight: what was to come out on the last day of the month counts for that month, and is new all the same. */
    @Test
    void whatIsLateBearsTheDateThatWasChosen() {
        var id = approved("Tổng kết tháng sáu");
        var form = new DeedForm();
        form.setDay("30/6/2026");
        form.setTime("23:50");
        var due = java.util.Objects.requireNonNull(form.moment());
        does(MAI, service -> service.schedule(id, 1, NEWS, due, "", ""));
        var restart = due.plus(Duration.ofMinutes(50));
        until(restart);
        release(id, due);

        assertThat(published("tong-ket-thang-sau").article().getPublishedAt()).isEqualTo(due);
        assertThat(item(id).getPublishedAt()).isEqualTo(due);
        assertThat(portal.<Instant>askDatabase(
                        em -> em.createQuery("select c.changedAt from ContentChange c", Instant.class)
                                .getSingleResult()))
                .isEqualTo(restart);
        assertThat(portal.<List<Instant>>askDatabase(
                        em -> em.createQuery("select n.toldAt from ItemNotice n order by n.toldAt", Instant.class)
                                .getResultList()))
                .endsWith(restart);
    }

    @Test
    void aLateCorrectionBearsTheDateThatWasChosen() {
        var id = publishedByPortal("Hội chợ sách");
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hội chợ sách, ngày 14"), ""));
        does(LAN, service -> service.submit(id, 2, NEWS, ""));
        does(MAI, service -> service.approve(id, 2, NEWS, ""));
        var due = NOW.plus(Duration.ofHours(1));
        does(MAI, service -> service.schedule(id, 2, NEWS, due, "Ngày khai mạc là 14.", ""));
        portal.clock().pass(Duration.ofHours(20));
        release(id, due);

        assertThat(published("hoi-cho-sach").article().getCorrections())
                .containsExactly(new Correction(due, "Ngày khai mạc là 14."));
    }

    /** Between midnight and seven in Vietnam it is still yesterday in UTC. */
    @Test
    void theMinuteIsVietnamsWhateverTheServersDay() {
        var id = approved("Chúc mừng năm mới");
        var form = new DeedForm();
        form.setDay("1/1/2027");
        form.setTime("00:30");
        var due = java.util.Objects.requireNonNull(form.moment());
        assertThat(due).isEqualTo(Instant.parse("2026-12-31T17:30:00Z"));
        does(MAI, service -> service.schedule(id, 1, NEWS, due, "", ""));

        portal.clock().pass(Duration.between(NOW, due));
        release(id, due);

        assertThat(Time.day(published("chuc-mung-nam-moi").article().getPublishedAt()))
                .isEqualTo("2027-01-01");
    }

    @Test
    void whatWasPutOffOrCalledOffDoesNotComeOutAtItsFirstMinute() {
        var id = approved("Hội chợ sách");
        var first = NOW.plus(Duration.ofHours(1));
        var second = NOW.plus(Duration.ofHours(2));
        does(MAI, service -> service.schedule(id, 1, NEWS, first, "", ""));
        does(MAI, service -> service.schedule(id, 1, NEWS, second, "", ""));
        portal.clock().pass(Duration.ofHours(4));
        release(id, first);
        assertThat(item(id).getState()).isEqualTo(ItemState.DRAFT);

        does(MAI, service -> service.unschedule(id, 1, NEWS, ""));
        release(id, second);
        assertThat(item(id).getState()).isEqualTo(ItemState.DRAFT);
        assertThat(item(id).getReview()).isEqualTo(ReviewState.APPROVED);
        refused("editorial.error.past", MAI, service -> service.schedule(id, 1, NEWS, second, "", ""));
        refused("editorial.error.time", MAI, service -> service.schedule(id, 1, NEWS, null, "", ""));
    }

    @Test
    void aSetComesOutTogetherAtTheTimeOfItsFirst() {
        var one = approved("Bài một");
        var two = approved("Bài hai");
        var due = NOW.plus(Duration.ofHours(1));
        does(MAI, service -> service.schedule(one, 1, NEWS, due, "", "Tuần lễ đọc sách"));
        does(MAI, service -> service.schedule(two, 1, NEWS, null, "", "Tuần lễ đọc sách"));
        assertThat(item(two).getScheduledFor()).isEqualTo(due);

        portal.clock().pass(Duration.ofHours(1));
        release(two, due);
        assertThat(item(one).getState()).isEqualTo(ItemState.PUBLISHED);
        assertThat(item(two).getState()).isEqualTo(ItemState.PUBLISHED);
        release(one, due);
        assertThat(portal.changes()).hasSize(2);
    }

    @Test
    void aScheduledCorrectionTellsThePublic() {
        var id = publishedByPortal("Hội chợ sách");
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hội chợ sách, ngày 14"), ""));
        does(LAN, service -> service.submit(id, 2, NEWS, ""));
        does(MAI, service -> service.approve(id, 2, NEWS, ""));
        var due = NOW.plus(Duration.ofHours(1));
        does(MAI, service -> service.schedule(id, 2, NEWS, due, "Ngày khai mạc là 14.", ""));
        portal.clock().pass(Duration.ofHours(1));
        release(id, due);

        assertThat(published("hoi-cho-sach").article().getCorrections())
                .containsExactly(new Correction(due, "Ngày khai mạc là 14."));
    }

    @Test
    void isArchivedWhenItsTimeIsOverAndTheBoardIsRemindedOnce() {
        var id = publishedByPortal("Hội chợ sách");
        var end = NOW.plus(Duration.ofDays(10));
        does(MAI, service -> service.plan(id, NEWS, end, Time.day(NOW.plus(Duration.ofDays(5)))));
        assertThat(portal.timetable()).contains("expire " + id + " " + end);

        does(Actor.PORTAL, ArticleService::remind);
        assertThat(portal.told("vinh", Deed.Right.PUBLISH, NEWS)).isEmpty();
        portal.clock().pass(Duration.ofDays(5));
        does(Actor.PORTAL, ArticleService::remind);
        does(Actor.PORTAL, ArticleService::remind);
        assertThat(portal.told("vinh", Deed.Right.PUBLISH, NEWS)).containsExactly("Hội chợ sách");

        does(Actor.PORTAL, service -> service.expire(id, end));
        assertThat(item(id).getState()).isEqualTo(ItemState.PUBLISHED);
        portal.clock().pass(Duration.ofDays(5));
        does(Actor.PORTAL, service -> service.expire(id, end));
        does(Actor.PORTAL, service -> service.expire(id, end));
        assertThat(item(id).getState()).isEqualTo(ItemState.ARCHIVED);
    }

    @Test
    void whichVersionWasPublicOnADayIsToldFromTheSteps() {
        var id = publishedByPortal("Một");
        portal.clock().pass(Duration.ofDays(2));
        does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Hai"), ""));
        does(MAI, service -> service.publishUrgently(id, 2, NEWS, "Gấp"));
        portal.clock().pass(Duration.ofDays(2));
        does(MAI, service -> service.withdraw(id, NEWS, "Gỡ", "Gỡ"));

        var spans = PublicSpan.of(steps(id));
        var first = Time.day(NOW);
        assertThat(on(spans, first.minusDays(1))).isEmpty();
        assertThat(on(spans, first)).containsExactly(1);
        assertThat(on(spans, first.plusDays(1))).containsExactly(1);
        assertThat(on(spans, first.plusDays(2))).containsExactly(1, 2);
        assertThat(on(spans, first.plusDays(3))).containsExactly(2);
        assertThat(on(spans, first.plusDays(4))).containsExactly(2);
        assertThat(on(spans, first.plusDays(5))).isEmpty();
    }

    private static List<Integer> on(List<PublicSpan> spans, java.time.LocalDate day) {
        return spans.stream()
                .filter(span -> span.on(day))
                .map(PublicSpan::version)
                .toList();
    }

    @Test
    void aFileIsPublicWithWhatShowsItAndGoneWithIt() {
        var picture = portal.picture();
        var withPicture = new ArticleContent(
                "Hội chợ sách",
                "Sapo",
                "<p>Xem <a href=\"/tep/" + (picture + 1) + "/mau.pdf\">mẫu</a></p>",
                "",
                "",
                "",
                List.of(),
                List.of(),
                news.getId(),
                picture,
                "");
        var id = as(
                LAN,
                () -> portal.ask(service -> service.draft(NEWS, withPicture).getId()));
        assertThat(portal.uses(picture)).containsExactly(FileUse.Standing.DRAFT);
        // Of a draft that shows what the virus scanner refused its author hears, and nobody else has to.
        does(Actor.PORTAL, service -> service.items.tellOfRefusedFile(ArticleService.KIND, picture, "x"));
        assertThat(portal.told("lan", Deed.Right.WRITE, NEWS)).containsExactly("Hội chợ sách");
        assertThat(portal.told("mai", Deed.Right.PUBLISH, NEWS)).isEmpty();
        does(Actor.PORTAL, service -> service.publish(id, 1, NEWS));
        assertThat(portal.uses(picture)).containsExactly(FileUse.Standing.PUBLIC);
        assertThat(portal.uses(picture + 1)).containsExactly(FileUse.Standing.PUBLIC);
        var before = portal.told("mai", Deed.Right.PUBLISH, NEWS).size();
        does(Actor.PORTAL, service -> service.items.tellOfRefusedFile(ArticleService.KIND, picture + 1, "mau.pdf"));
        assertThat(portal.told("mai", Deed.Right.PUBLISH, NEWS)).hasSize(before + 1);

        does(MAI, service -> service.withdraw(id, NEWS, "Gỡ", "Gỡ"));
        assertThat(portal.uses(picture)).containsExactly(FileUse.Standing.GONE);
        assertThat(portal.uses(picture + 2)).isEmpty();
    }

    @Test
    void noticesReachThoseWhomTheyConcernAndNobodyElse() {
        var id = as(LAN, () -> portal.draft(news, "Hội chợ sách"));
        does(LAN, service -> service.submit(id, 1, NEWS, ""));
        assertThat(portal.told("ha", Deed.Right.REVIEW, NEWS)).containsExactly("Hội chợ sách");
        assertThat(portal.told("lan", Deed.Right.REVIEW, NEWS)).isEmpty();
        assertThat(portal.told("ha", Deed.Right.REVIEW, "thong-bao")).isEmpty();

        does(HA, service -> service.sendBack(id, 1, NEWS, "Thiếu giờ"));
        assertThat(portal.told("lan", Deed.Right.WRITE, "")).containsExactly("Hội chợ sách");
    }

    @Test
    void theSecondToSaveIsToldAndNothingIsOverwritten() {
        var id = as(LAN, () -> portal.draft(news, "Một"));
        does(HA, service -> service.revise(id, 1, NEWS, content(news, "Của Hà"), ""));

        assertThatThrownBy(() -> does(LAN, service -> service.revise(id, 1, NEWS, content(news, "Của Lan"), "")))
                .isInstanceOf(VersionConflictException.class);
        assertThat(item(id).getTitle()).isEqualTo("Của Hà");
    }

    // Who does what

    private long publishedByPortal(String title) {
        return as(Actor.PORTAL, () -> portal.publish(news, title, NOW));
    }

    private long approved(String title) {
        var id = as(LAN, () -> portal.draft(news, title));
        does(LAN, service -> service.submit(id, 1, NEWS, ""));
        does(MAI, service -> service.approve(id, 1, NEWS, ""));
        return id;
    }

    private void release(long id, Instant due) {
        does(Actor.PORTAL, service -> service.release(id, due));
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> deed) {
        portal.actAs(actor);
        return deed.get();
    }

    private void does(Actor actor, Consumer<ArticleService> deed) {
        portal.actAs(actor);
        portal.change(deed);
    }

    private void refused(String reason, Actor actor, Consumer<ArticleService> deed) {
        var before = portal.changes();
        assertThatThrownBy(() -> does(actor, deed))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage(reason);
        assertThat(portal.changes()).isEqualTo(before);
    }

    private Item item(long id) {
        return portal.ask(service -> service.item(id));
    }

    private List<ItemStep> steps(long id) {
        return portal.ask(service -> service.items.steps(service.item(id)));
    }

    private PublicArticle published(String slug) {
        return portal.ask(service -> service.published(slug));
    }

    private long lists() {
        return portal.ask(service -> service.newest(0, 10)).total();
    }
}
