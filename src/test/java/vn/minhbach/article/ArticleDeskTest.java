package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhbach.article.ArticlesOnH2.NOW;
import static vn.minhbach.article.ArticlesOnH2.content;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.desk.ListState;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.DeedForm;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.editorial.DeskQuery.View;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.SourceMark;
import vn.minhbach.editorial.WorkingCopies;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;

/** What of the articles members of the board see: lists, one by its number, their own unsaved work. */
class ArticleDeskTest {

    private static final ListState ALL = new ListState("", "", false, 1);

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
    void whoHasOneSectionSeesWhatStandsThereAndWhatTheyBegan() {
        var theirs = as(writer("lan", "tin-tuc"), () -> portal.draft(news, "Của Lan"));
        var elsewhere = as(writer("ha", "thong-bao"), () -> portal.draft(notices, "Của Hà"));

        be(writer("lan", "tin-tuc"));
        assertThat(titles(View.ALL)).containsExactly("Của Lan");
        assertThat(desk(desk -> desk.open(theirs)).title()).isEqualTo("Của Lan");
        assertThatThrownBy(() -> desk(desk -> desk.open(elsewhere))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk(desk -> desk.content(elsewhere, 1))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk(desk -> desk.keepUnsaved(String.valueOf(elsewhere), 1, "x", "{}")))
                .isInstanceOf(NotFoundException.class);

        be(writer("mai", ""));
        assertThat(titles(View.ALL)).containsExactlyInAnyOrder("Của Lan", "Của Hà");
    }

    @Test
    void whatSomebodyMayDoIsWhatTheirRightAndTheTableAllow() {
        var id = as(writer("lan", "tin-tuc"), () -> portal.draft(news, "Một"));
        assertThat(desk(desk -> desk.open(id)).open())
                .containsExactlyInAnyOrder(Deed.REVISE, Deed.SUBMIT, Deed.DROP, Deed.REMARK);
        portal.change(service -> service.submit(id, 1, "tin-tuc", ""));
        assertThat(desk(desk -> desk.open(id)).open()).containsExactlyInAnyOrder(Deed.TAKE_BACK, Deed.REMARK);

        be(publisher("lan"));
        var own = desk(desk -> desk.open(id));
        assertThat(own.open()).doesNotContain(Deed.APPROVE, Deed.PUBLISH);
        assertThat(own.against()).containsEntry(Deed.APPROVE, "editorial.error.own");
        be(publisher("mai"));
        assertThat(desk(desk -> desk.open(id)).open()).contains(Deed.APPROVE, Deed.SEND_BACK, Deed.PUBLISH_URGENTLY);
    }

    @Test
    void theViewsHoldWhatTheySay() {
        var writing = as(writer("lan", ""), () -> portal.draft(news, "Đang soạn"));
        var submitted = as(writer("lan", ""), () -> portal.draft(news, "Chờ duyệt"));
        portal.change(service -> service.submit(submitted, 1, "tin-tuc", ""));
        var returned = as(writer("lan", ""), () -> portal.draft(news, "Trả lại"));
        portal.change(service -> service.submit(returned, 1, "tin-tuc", ""));
        be(publisher("mai"));
        portal.change(service -> service.sendBack(returned, 1, "tin-tuc", "Thiếu"));
        var urgent = as(publisher("mai"), () -> portal.draft(notices, "Khẩn"));
        portal.change(service -> service.publishUrgently(urgent, 1, "thong-bao", "Gấp"));
        var gone = as(Actor.PORTAL, () -> portal.publish(news, "Đã gỡ", NOW));
        be(publisher("mai"));
        portal.change(service -> service.withdraw(gone, "tin-tuc", "Gỡ", "Gỡ"));

        assertThat(titles(View.WAITING)).containsExactly("Chờ duyệt");
        assertThat(titles(View.RETURNED)).containsExactly("Trả lại");
        assertThat(titles(View.PUBLISHED)).containsExactly("Khẩn");
        assertThat(titles(View.URGENT)).containsExactly("Khẩn");
        assertThat(titles(View.WITHDRAWN)).containsExactly("Đã gỡ");
        assertThat(titles(View.MINE)).containsExactly("Khẩn");
        assertThat(titles(View.ALL)).hasSize(5);
        be(writer("lan", ""));
        assertThat(titles(View.MINE)).containsExactlyInAnyOrder("Đang soạn", "Chờ duyệt", "Trả lại");
        assertThat(titles(View.WAITING)).containsExactly("Trả lại");
        assertThat(titlesIn("thong-bao")).containsExactly("Khẩn");
        assertThat(writing).isPositive();
    }

    /** The form has both dates as they stand, and with the one that is given it says the other again. */
    @Test
    void whoGivesOneDateLeavesTheOther() {
        be(Actor.PORTAL);
        var id = portal.publish(news, "Mời dự hội chợ", NOW);
        be(publisher("mai"));
        var end = NOW.plus(Duration.ofDays(20));
        var day = Time.day(NOW).plusDays(10);

        plan(id, form -> {
            form.setDay(Time.date(Time.day(end)));
            form.setTime("08:00");
        });
        plan(id, form -> form.setReview(Time.date(day)));
        assertThat(sheet(id).expiresAt()).isEqualTo(end);
        assertThat(sheet(id).reviewOn()).isEqualTo(day);
        plan(id, form -> form.setTime("9h30"));
        assertThat(sheet(id).expiresAt()).isEqualTo(end.plus(Duration.ofMinutes(90)));
        assertThat(sheet(id).reviewOn()).isEqualTo(day);
        plan(id, form -> {
            form.setDay("");
            form.setTime("");
        });
        assertThat(sheet(id).expiresAt()).isNull();
        assertThat(sheet(id).reviewOn()).isEqualTo(day);
    }

    private void plan(long id, Consumer<DeedForm> typed) {
        var form = DeedForm.plan(sheet(id));
        typed.accept(form);
        portal.change(service -> service.plan(id, "tin-tuc", form.moment(), form.reviewDay()));
    }

    private ItemSheet sheet(long id) {
        return desk(desk -> desk.open(id));
    }

    /** Who puts off what comes out with others finds the set and the notice in the form. */
    @Test
    void aScheduleIsGivenAnewFromWhatItIs() {
        be(Actor.PORTAL);
        var id = portal.publish(news, "Hội chợ sách", NOW);
        be(writer("lan", ""));
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(news, "Hội chợ sách, ngày 14"), ""));
        portal.change(service -> service.submit(id, 2, "tin-tuc", ""));
        be(publisher("mai"));
        portal.change(service -> service.approve(id, 2, "tin-tuc", ""));
        var due = NOW.plus(Duration.ofDays(1));
        portal.change(service -> service.schedule(id, 2, "tin-tuc", due, "Ngày khai mạc là 14.", "Tuần lễ đọc sách"));

        var form = DeedForm.schedule(sheet(id));
        assertThat(form.moment()).isEqualTo(due);
        assertThat(form.getNotice()).isEqualTo("Ngày khai mạc là 14.");
        assertThat(form.getSet()).isEqualTo("Tuần lễ đọc sách");
    }

    /** A time without its day is no time, and is not passed over. */
    @Test
    void aTimeWithoutADayIsAskedFor() {
        var form = new DeedForm();
        assertThat(form.moment()).isNull();
        form.setTime("8:00");
        assertThatThrownBy(form::moment)
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        broken -> assertThat(broken.field()).isEqualTo("day"))
                .hasMessage("articleEdit.error.dayOfTime");
    }

    /** Whoever puts something right in review and gives it back has done their part: it waits for those whose it is. */
    @Test
    void whatWasAmendedAndReturnedWaitsForWhoeverHandedItIn() {
        var id = as(writer("lan", ""), () -> portal.draft(news, "Hội chợ sách"));
        be(writer("hoa", ""));
        portal.change(service -> service.submit(id, 1, "tin-tuc", ""));
        be(publisher("mai"));
        portal.change(service -> service.amend(id, 1, "tin-tuc", content(news, "Hội chợ sách cũ"), "sửa lỗi gõ"));
        portal.change(service -> service.sendBack(id, 2, "tin-tuc", "Thiếu giờ mở cửa"));

        assertThat(titles(View.WAITING)).isEmpty();
        be(writer("hoa", ""));
        assertThat(titles(View.WAITING)).containsExactly("Hội chợ sách cũ");
        assertThat(portal.told("hoa", Deed.Right.WRITE, "")).hasSize(2);
        assertThat(portal.told("lan", Deed.Right.WRITE, ""))
                .as("that it was put right, and that it was given back")
                .hasSize(2);
        // Who writes on what was given back has it before them.
        be(writer("lan", ""));
        portal.change(service -> service.revise(id, 2, "tin-tuc", content(news, "Hội chợ sách cũ, từ 8 giờ"), ""));
        assertThat(titles(View.WAITING)).containsExactly("Hội chợ sách cũ, từ 8 giờ");
    }

    /** A draft that moves elsewhere moves nothing of what is public. */
    @Test
    void whatIsPublicIsOfThoseWhoPublishWhereItIsPublic() {
        be(Actor.PORTAL);
        var id = portal.publish(news, "Hội chợ sách", NOW);
        be(publisher("vinh"));
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(notices, "Hội chợ sách"), ""));

        be(publisher("mai", "tin-tuc"));
        assertThat(titles(View.PUBLISHED)).containsExactly("Hội chợ sách");
        assertThat(sheet(id).open())
                .contains(Deed.WITHDRAW, Deed.ARCHIVE, Deed.REDIRECT, Deed.READDRESS)
                .doesNotContain(Deed.REVISE, Deed.PLAN, Deed.PUBLISH_URGENTLY);
        assertThat(sheet(id).publicPlace()).isEqualTo("tin-tuc");
        be(publisher("ha", "thong-bao"));
        assertThat(sheet(id).open())
                .contains(Deed.REVISE)
                .doesNotContain(
                        Deed.WITHDRAW,
                        Deed.ARCHIVE,
                        Deed.REDIRECT,
                        Deed.READDRESS,
                        Deed.PLAN,
                        Deed.PUBLISH_URGENTLY,
                        Deed.APPROVE_AFTERWARDS);
        assertThatThrownBy(() -> portal.change(service -> service.plan(id, "thong-bao", NOW.plusSeconds(3_600), null)))
                .isInstanceOf(RefusedException.class);

        be(publisher("mai", "tin-tuc"));
        portal.change(service -> service.archive(id, "tin-tuc", "", ""));
        assertThat(titles(View.WITHDRAWN)).containsExactly("Hội chợ sách");
        assertThat(sheet(id).open()).contains(Deed.WITHDRAW, Deed.REDIRECT);
        be(publisher("ha", "thong-bao"));
        assertThat(sheet(id).open()).doesNotContain(Deed.WITHDRAW, Deed.REDIRECT);
        assertThatThrownBy(() -> portal.change(service -> service.withdraw(id, "thong-bao", "Gỡ", "Gỡ")))
                .isInstanceOf(RefusedException.class);
        be(publisher("mai", "tin-tuc"));
        portal.change(service -> service.withdraw(id, "tin-tuc", "Gỡ", "Gỡ"));
        // What is nobody's to read any more stands where its newest version does.
        assertThat(titles(View.ALL)).isEmpty();
        assertThatThrownBy(() -> sheet(id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatWasPublishedUrgentlyIsApprovedWhereItIsPublic() {
        var id = as(writer("lan", ""), () -> portal.draft(news, "Cảnh báo bão"));
        be(publisher("mai"));
        portal.change(service -> service.publishUrgently(id, 1, "tin-tuc", "Gấp"));
        portal.change(service -> service.revise(id, 1, "tin-tuc", content(notices, "Cảnh báo bão"), ""));

        be(publisher("ha", "thong-bao"));
        assertThatThrownBy(() -> portal.change(service -> service.approveAfterwards(id, 2, "thong-bao", "Đúng")))
                .isInstanceOf(RefusedException.class);
        be(publisher("ha"));
        portal.change(service -> service.approveAfterwards(id, 2, "thong-bao", "Đúng"));
        assertThat(titles(View.URGENT)).isEmpty();
    }

    /** Found without marks, and what has a meaning in SQL is a letter like any other. */
    @Test
    void isFoundByWordsOfItsTitle() {
        as(writer("lan", ""), () -> portal.draft(news, "Đường sách 100% miễn phí"));
        as(writer("lan", ""), () -> portal.draft(news, "Đường sắt"));

        assertThat(found("duong sach")).containsExactly("Đường sách 100% miễn phí");
        assertThat(found("ĐƯỜNG")).hasSize(2);
        assertThat(found("100%")).containsExactly("Đường sách 100% miễn phí");
        assertThat(found("_")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void unsavedWorkIsSomebodysOwn() {
        var id = as(writer("lan", "tin-tuc"), () -> portal.draft(news, "Một"));
        desk(desk -> desk.keepUnsaved(String.valueOf(id), 1, "Một, sửa", "{\"title\":\"Một, sửa\"}"));
        desk(desk -> desk.keepUnsaved("nabc", 0, "Hai", "{\"title\":\"Hai\"}"));
        assertThat(unsaved(id).isPresent()).isTrue();
        assertThat(unsavedNew()).extracting(ArticleDeskService.Unsaved::title).containsExactly("Hai");

        be(writer("ha", "tin-tuc"));
        assertThat(unsaved(id).isPresent()).isFalse();
        assertThat(unsavedNew()).isEmpty();
        desk(desk -> {
            desk.dropUnsaved("nabc");
            return true;
        });
        be(writer("lan", "tin-tuc"));
        assertThat(unsavedNew()).hasSize(1);
        for (var bad : List.of("../x", "A", "n'", "", "x".repeat(41))) {
            assertThatThrownBy(() -> desk(desk -> desk.keepUnsaved(bad, 0, "", "{}")))
                    .isInstanceOf(RuleBrokenException.class);
        }
        assertThatThrownBy(() -> desk(desk -> desk.keepUnsaved("nlong", 0, "", "x".repeat(1_000_001))))
                .isInstanceOf(RuleBrokenException.class);
        be(new Actor("tam", Set.of(new Actor.Grant(Permission.ENTER_OFFICE, ""))));
        assertThatThrownBy(() -> desk(desk -> desk.keepUnsaved("nabc", 0, "", "{}")))
                .isInstanceOf(RefusedException.class);
    }

    /** What the overview says of a list is what stands on it when it is opened, whoever looks. */
    @Test
    void everyNumberIsThatOfItsList() {
        var reform = portal.section("cai-cach", SectionKind.REFORM);
        var models = portal.section("mo-hinh", SectionKind.MODEL);
        be(Actor.PORTAL);
        portal.publish(reform, "Tháng này", NOW);
        portal.publish(reform, "Tháng này nữa", NOW.minusSeconds(1));
        portal.publish(models, "Cuối tháng trước", NOW.minus(Duration.ofHours(9)));
        portal.publish(news, "Không phải cải cách", NOW);
        var gone = portal.publish(reform, "Đã gỡ", NOW);
        portal.change(service -> service.withdraw(gone, "cai-cach"));
        for (var days : List.of(-1, 0, 1)) {
            var id = portal.publish(news, "Rà soát " + days, NOW);
            portal.change(
                    service -> service.plan(id, "tin-tuc", null, Time.day(NOW).plusDays(days)));
        }
        as(writer("ha", ""), () -> portal.draft(notices, "Của Hà"));
        be(publisher("mai"));
        var submitted = as(writer("lan", ""), () -> portal.draft(news, "Chờ duyệt"));
        portal.change(service -> service.submit(submitted, 1, "tin-tuc", ""));

        for (var somebody : List.of(publisher("mai"), writer("lan", ""), writer("ha", "thong-bao"))) {
            be(somebody);
            for (var view : View.values()) {
                assertThat(counted(view))
                        .as(somebody.name() + " " + view)
                        .isEqualTo(titles(view).size());
            }
            for (var month : months()) {
                assertThat(month.count()).isEqualTo(numbersOfMonth(month.slug()).size());
            }
        }
        be(publisher("mai"));
        assertThat(titles(View.DUE)).containsExactlyInAnyOrder("Rà soát -1", "Rà soát 0");
        assertThat(titles(View.MONTH)).containsExactlyInAnyOrder("Tháng này", "Tháng này nữa");
        assertThat(months())
                .extracting(month -> month.slug() + " " + month.count())
                .containsExactlyInAnyOrder("cai-cach 2", "mo-hinh 0");
        be(writer("ha", "thong-bao"));
        assertThat(months()).isEmpty();
        assertThat(sees()).isFalse();
    }

    /** What a source did with what was relayed is told to the board, and stands with the article until somebody has looked. */
    @Test
    void whatASourceDidIsMarkedUntilSomebodyOfTheBoardHasLooked() {
        be(Actor.PORTAL);
        var id = portal.draft(news, "Tin dẫn lại");
        portal.draft(news, "Tin của Sở");
        portal.change(service -> service.tellOfSource(id, SourceMark.CHANGED, "Báo tỉnh · https://bao.example.vn/1"));
        portal.change(service -> service.tellOfSource(id, SourceMark.CHANGED, "Báo tỉnh · https://bao.example.vn/1"));

        be(publisher("mai"));
        assertThat(titles(View.SOURCE)).containsExactly("Tin dẫn lại");
        assertThat(portal.told("mai", Deed.Right.PUBLISH, "tin-tuc")).as("once").containsExactly("Tin dẫn lại");
        var sheet = desk(desk -> desk.open(id));
        assertThat(sheet.isMarked()).isTrue();
        assertThat(sheet.reviewable()).isTrue();
        be(writer("lan", "tin-tuc"));
        assertThat(this.<ItemSheet>desk(desk -> desk.open(id)).reviewable()).isFalse();

        be(publisher("mai"));
        assertThatThrownBy(() -> portal.change(service -> service.seeSource(id, "thong-bao")))
                .isInstanceOf(RefusedException.class);
        portal.change(service -> service.seeSource(id, "tin-tuc"));
        assertThat(titles(View.SOURCE)).isEmpty();
        be(Actor.PORTAL);
        portal.change(service -> service.tellOfSource(id, SourceMark.VANISHED, ""));
        be(publisher("mai"));
        assertThat(counted(View.SOURCE)).isEqualTo(1);
        assertThat(portal.told("mai", Deed.Right.PUBLISH, "tin-tuc")).hasSize(2);
    }

    /** The overview is looked at whenever somebody comes in. */
    @Test
    void theOverviewTakesAFewStatements() {
        be(publisher("mai"));
        for (var i = 0; i < 20; i++) {
            portal.section("cai-cach-" + i, SectionKind.REFORM);
        }
        assertThat(statements(desk -> DeskQuery.WORK.stream().map(desk::count).toList()))
                .isLessThanOrEqualTo(5);
        assertThat(statements(ArticleDeskService::month)).isLessThanOrEqualTo(2);
    }

    @Test
    void whatComesOutOfReformCountsForTheUnitThatSentItIn() {
        var reform = portal.section("cai-cach", SectionKind.REFORM);
        be(Actor.PORTAL);
        publishOf(reform, "Một cửa điện tử", "van-phong");
        publishOf(reform, "Bớt giấy tờ", "van-phong");
        publishOf(reform, "Của cả Sở", "");
        publishOf(news, "Không phải cải cách", "van-phong");
        be(publisher("mai"));

        assertThat(desk(ArticleDeskService::monthOfUnits)).isEqualTo(Map.of("van-phong", 2L, "", 1L));
        assertThat(sentInBy("van-phong")).containsExactlyInAnyOrder("Một cửa điện tử", "Bớt giấy tờ");
    }

    /** A draft that nobody has approved changes nothing of what came out. */
    @Test
    void whatCameOutOfReformCountsWhereThePublicHasIt() {
        var reform = portal.section("cai-cach", SectionKind.REFORM);
        be(Actor.PORTAL);
        publishOf(reform, "Một cửa điện tử", "van-phong");
        be(publisher("mai"));
        var id = desk(desk -> desk.numbers(View.MONTH, "", "", ALL)).getFirst();
        portal.change(service -> service.revise(
                id,
                1,
                "cai-cach",
                new ArticleContent(
                        "Một cửa",
                        "Sapo",
                        "<p>Thân bài</p>",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        news.getId(),
                        null,
                        "x"),
                ""));

        assertThat(months())
                .extracting(month -> month.slug() + " " + month.count())
                .contains("cai-cach 1");
        assertThat(desk(ArticleDeskService::monthOfUnits)).isEqualTo(Map.of("van-phong", 1L));
        assertThat(numbersOfMonth("cai-cach")).containsExactly(id);
        be(Actor.PORTAL);
        portal.change(service -> service.publish(id, 2, "tin-tuc"));
        be(publisher("mai"));
        assertThat(months())
                .extracting(month -> month.slug() + " " + month.count())
                .contains("cai-cach 0");
    }

    @Test
    void versionsAreComparedByNamesAndNotByNumbers() {
        be(publisher("mai"));
        var picture = String.valueOf(portal.picture());
        assertThat(named("image", picture)).isEqualTo("x (" + picture + ")");
        assertThat(named("image", "999999")).isEqualTo("999999");
        assertThat(named("section", "tin-tuc")).isEqualTo("Chuyên mục tin-tuc");
        assertThat(named("author", "Thu Hà")).isEqualTo("Thu Hà");
    }

    private String named(String field, String value) {
        return desk(desk -> desk.named(field, value));
    }

    private List<String> sentInBy(String unit) {
        return desk(desk -> desk.rows(desk.numbers(View.MONTH, "", unit, ALL)).stream()
                .map(ArticleRow::title)
                .toList());
    }

    private void publishOf(Section section, String title, String unit) {
        portal.change(service -> {
            var content = new ArticleContent(
                    title, "Sapo", "<p>Thân bài</p>", "", "", "", List.of(), List.of(), section.getId(), null, unit);
            var item = service.draft(section.getSlug(), content);
            service.publish(item.getId(), 1, section.getSlug(), NOW);
        });
    }

    private long counted(View view) {
        return desk(desk -> desk.count(view));
    }

    private List<ArticleDeskService.Month> months() {
        return desk(ArticleDeskService::month);
    }

    private boolean sees() {
        return desk(ArticleDeskService::seesAll);
    }

    private List<Long> numbersOfMonth(String section) {
        return desk(desk -> desk.numbers(View.MONTH, section, "", ALL));
    }

    /** A page of a list costs as many statements whatever stands on it, and so does an article whatever was done with it. */
    @Test
    void aListAndAnArticleTakeAFewStatements() {
        be(publisher("mai"));
        var id = portal.draft(news, "Nhiều phiên bản");
        for (var i = 1; i <= 10; i++) {
            var version = i;
            portal.change(service -> service.revise(id, version, "tin-tuc", content(news, "Bản " + version), ""));
        }
        for (var i = 0; i < 30; i++) {
            portal.draft(news, "Bài " + i);
        }
        assertThat(statements(
                        desk -> desk.rows(desk.numbers(View.ALL, "", "", ALL).subList(0, 25))))
                .isLessThanOrEqualTo(3);
        assertThat(statements(desk -> desk.open(id))).isLessThanOrEqualTo(3);
    }

    private int statements(Function<ArticleDeskService, ?> work) {
        var statements = new AtomicInteger();
        portal.askDatabase(em -> {
            em.unwrap(Session.class).getEventManager().addListener(new SessionEventAdapter() {
                @Override
                public void preExecuteCall(SessionEvent event) {
                    statements.incrementAndGet();
                }
            });
            return work.apply(service(em));
        });
        return statements.get();
    }

    private List<String> titles(View view) {
        return desk(desk -> desk.rows(desk.numbers(view, "", "", ALL)).stream()
                .map(ArticleRow::title)
                .toList());
    }

    private List<String> found(String text) {
        return desk(desk -> desk.rows(desk.numbers(View.ALL, "", "", new ListState(text, "", false, 1))).stream()
                .map(ArticleRow::title)
                .toList());
    }

    private List<String> titlesIn(String section) {
        return desk(desk -> desk.rows(desk.numbers(View.ALL, section, "", ALL)).stream()
                .map(ArticleRow::title)
                .toList());
    }

    /** Whoever decides is asked about what stands in their form now, not about what stood there when they opened it. */
    @Test
    void whatIsTypedAndNotSavedIsKnownWhileTheScreenIsOpen() {
        var id = as(writer("lan", ""), () -> portal.draft(news, "Một"));
        be(writer("lan", ""));
        assertThat(hasUnsaved(id)).isFalse();
        desk(desk -> desk.keepUnsaved(String.valueOf(id), 1, "Một, sửa", "{\"title\":\"Một, sửa\"}"));
        assertThat(hasUnsaved(id)).isTrue();
        be(writer("ha", ""));
        assertThat(hasUnsaved(id)).isFalse();
        be(writer("lan", ""));
        desk(desk -> desk.keepUnsaved(String.valueOf(id), 1, "Một", "{\"title\":\"Một\"}"));
        assertThat(hasUnsaved(id)).as("typed back").isFalse();
    }

    private boolean hasUnsaved(long id) {
        return Boolean.TRUE.equals(desk(desk -> desk.hasUnsaved(id, 1)));
    }

    private java.util.Optional<ArticleDeskService.Unsaved> unsaved(long id) {
        return desk(desk -> desk.unsaved(String.valueOf(id)));
    }

    private List<ArticleDeskService.Unsaved> unsavedNew() {
        return desk(ArticleDeskService::unsavedNew);
    }

    private <T> T desk(Function<ArticleDeskService, T> work) {
        return portal.askDatabase(em -> work.apply(service(em)));
    }

    private ArticleDeskService service(EntityManager em) {
        var desk = new ArticleDeskService();
        desk.articles = portal.service(em);
        desk.items = desk.articles.items;
        desk.copies = WorkingCopies.over(em, () -> me, portal.clock());
        desk.actors = () -> me;
        desk.clock = portal.clock();
        return desk;
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> deed) {
        me = actor;
        portal.actAs(actor);
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
        return publisher(name, "");
    }

    private static Actor publisher(String name, String place) {
        return new Actor(
                name,
                Set.of(
                        new Actor.Grant(Permission.WRITE_ARTICLES, place),
                        new Actor.Grant(Permission.REVIEW_ARTICLES, place),
                        new Actor.Grant(Permission.PUBLISH_ARTICLES, place)));
    }
}
