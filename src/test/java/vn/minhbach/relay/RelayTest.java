package vn.minhbach.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.ReviewState;
import vn.minhbach.editorial.SourceMark;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;

/** From somebody's feed to a draft, and what happens when the source thinks better of it. */
@Timeout(120)
class RelayTest {

    private static final String NEWS =
            "Sáng 1/6, tại Trung tâm Văn hóa tỉnh, Sở Văn hóa và Thể thao tổ chức khai mạc hội thi"
                    + " tuyên truyền lưu động với sự tham gia của mười hai đội đến từ các xã, phường. Hội thi diễn ra trong ba ngày,"
                    + " gồm phần thi xe tuyên truyền và phần thi tiểu phẩm. Phát biểu tại lễ khai mạc, lãnh đạo Sở đề nghị các đội thể"
                    + " hiện tinh thần đoàn kết, giao lưu, học hỏi kinh nghiệm lẫn nhau.";

    private static final String OTHER =
            "Chiều 3/6, tại nhà thi đấu tỉnh diễn ra trận chung kết giải bóng chuyền các phường."
                    + " Trước hàng nghìn khán giả, đội phường Hải Đông thắng đội xã Lâm Sơn sau năm hiệp đấu kéo dài gần ba giờ và"
                    + " lần đầu tiên nhận cúp từ tay ông Chủ tịch Liên đoàn. Huy chương đồng thuộc về đội phường An Phú.";

    private RelayOnH2 relay;

    @BeforeEach
    void open() throws Exception {
        relay = new RelayOnH2();
    }

    @AfterEach
    void close() {
        relay.close();
    }

    private static String feed(String... items) {
        return "<rss version=\"2.0\"><channel><title>x</title>" + String.join("", items) + "</channel></rss>";
    }

    private String item(String id, String title, String text) {
        return item(id, title, text, "");
    }

    private String item(String id, String title, String text, String more) {
        return "<item><guid isPermaLink=\"false\">" + id + "</guid><link>" + relay.at("/" + id) + "</link><title>"
                + title + "</title><description><![CDATA[" + text + "]]></description>" + more + "</item>";
    }

    private static String date(String moment) {
        return "<pubDate>"
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.parse(moment).atOffset(ZoneOffset.UTC))
                + "</pubDate>";
    }

    @Test
    void whatIsNewBecomesADraftWithItsSource() {
        relay.feeds.put(
                "/tin.rss",
                feed(item(
                        "mot",
                        "Khai mạc hội thi",
                        "<p>" + NEWS + "</p><img src=\"https://x.vn/dem.gif\"><p><a href=\"/them\">Xem thêm</a>"
                                + "<a href=\"javascript:alert(1)\">bấm</a></p><script>alert(1)</script>",
                        date("2026-06-01T02:00:00Z"))));
        var source = relay.source("Cổng thông tin điện tử tỉnh", "/tin.rss");

        relay.look();

        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.GOOD);
        assertThat(relay.source(source).getLastNew()).isEqualTo(1);
        assertThat(relay.source(source).getLookedAt()).isEqualTo(relay.clock.instant());
        assertThat(relay.<Long>ask(service -> service.drafts(List.of(source)).get(source)))
                .isEqualTo(1);
        var found = relay.items().getFirst();
        assertThat(found.getState()).isEqualTo(RelayItem.State.DRAFTED);
        assertThat(found.getPublishedAt()).isEqualTo(Instant.parse("2026-06-01T02:00:00Z"));
        assertThat(found.getFoundAt()).isEqualTo(relay.clock.instant());
        assertThat(found.getDigest()).hasSize(64);
        var content = relay.content(found);
        assertThat(content.title()).isEqualTo("Khai mạc hội thi");
        assertThat(content.sourceName()).isEqualTo("Cổng thông tin điện tử tỉnh");
        assertThat(content.sourceUrl()).isEqualTo(relay.at("/mot"));
        assertThat(content.bodyHtml())
                .contains(NEWS.substring(0, 40), "href=\"" + relay.at("/them") + "\"", "bấm")
                .doesNotContain("<img", "script", "javascript");
        // It goes the way of every article: somebody hands it in, somebody else approves it. Nothing is public by
        // itself.
        var article = relay.article(found);
        assertThat(article.getState()).isEqualTo(ItemState.DRAFT);
        assertThat(article.getReview()).isEqualTo(ReviewState.WRITING);
        assertThat(article.getPlace()).isEqualTo(RelayOnH2.SECTION);
        assertThat(article.getCreatedBy()).isEqualTo("minhbach");
        assertThat(relay.<Long>askArticles(ArticleService::published)).isZero();
    }

    @Test
    void theSameIsNotTakenTwice() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        var source = relay.source("Tỉnh", "/tin.rss");
        relay.look();
        relay.look();

        assertThat(relay.articles()).isEqualTo(1);
        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.UNCHANGED);
        assertThat(relay.asked).hasSize(2);
        assertThat(relay.asked.getLast()).as("a conditional question").startsWith("GET /tin.rss \"");
        // The same news under another id, and in another newspaper under another title.
        relay.feeds.put(
                "/tin.rss",
                feed(item("mot", "Khai mạc hội thi", NEWS), item("hai", "Khai mạc hội thi (cập nhật)", NEWS)));
        relay.feeds.put("/bao.rss", feed(item("ba", "12 đội tranh tài", "<div>" + NEWS + "</div><p>Theo TTXVN</p>")));
        relay.source("Báo", "/bao.rss");
        relay.look();

        assertThat(relay.articles()).isEqualTo(1);
        assertThat(relay.items())
                .extracting(RelayItem::getState)
                .containsExactly(RelayItem.State.DRAFTED, RelayItem.State.DUPLICATE, RelayItem.State.DUPLICATE);
        assertThat(relay.found(RelayedView.DUPLICATE))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getOriginalId())
                        .isEqualTo(relay.items().getFirst().getId()));
        assertThat(relay.found(RelayedView.DRAFTED)).hasSize(1);
        assertThat(relay.found(RelayedView.ALL)).hasSize(3);
    }

    /** What the department published itself comes back from the province, or was taken over by hand before. */
    @Test
    void whatThePortalHasItselfIsNotTaken() {
        var own = publish("Khai mạc hội thi tuyên truyền", NEWS, "");
        var byHand = publish("Chung kết bóng chuyền", "<p>Tin ngắn.</p>", relay.at("/bong-chuyen"));
        relay.feeds.put(
                "/tin.rss",
                feed(
                        item("mot", "Sở Văn hóa khai mạc hội thi", "<p>" + NEWS + "</p><p>Nguồn: Sở Văn hóa</p>"),
                        item("bong-chuyen", "Phường Hải Đông vô địch", OTHER)));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();

        assertThat(relay.articles()).isEqualTo(2);
        assertThat(relay.items()).extracting(RelayItem::getOwnId).containsExactly(own, byHand);
        assertThat(relay.items()).extracting(RelayItem::getState).containsOnly(RelayItem.State.DUPLICATE);
        // What is withdrawn stands nowhere any more.
        relay.onArticles(articles -> articles.withdraw(own, RelayOnH2.SECTION));
        relay.feeds.put("/tin.rss", feed(item("lai", "Khai mạc hội thi lần nữa", NEWS)));
        relay.feeds.remove("/mot");
        relay.look();
        assertThat(relay.items().getLast().getOwnId())
                .as("known from the source by now")
                .isNull();
    }

    private long publish(String title, String body, String source) {
        return relay.askArticles(articles -> {
            var section = articles.section(RelayOnH2.SECTION);
            var item = articles.draft(
                    section.getSlug(),
                    new ArticleContent(
                            title,
                            "Sapo",
                            body,
                            "",
                            source.isEmpty() ? "" : "Báo tỉnh",
                            source,
                            List.of(),
                            List.of(),
                            section.getId(),
                            null,
                            ""));
            articles.publish(item.getId(), 1, section.getSlug(), relay.clock.instant());
            return item.getId();
        });
    }

    @Test
    void whatTheSourceChangesIsMarkedUntilSomebodyHasLooked() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();
        assertThat(relay.told()).isEmpty();
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS.replace("mười hai", "mười ba"))));
        relay.look();

        assertThat(relay.articles()).isEqualTo(1);
        var found = relay.items().getFirst();
        assertThat(found.getChangedAt()).isEqualTo(relay.clock.instant());
        assertThat(relay.article(found).getSourceMark()).isEqualTo(SourceMark.CHANGED);
        assertThat(relay.told()).containsExactly("Khai mạc hội thi");
        assertThat(relay.found(RelayedView.MARKED)).hasSize(1);
        // The text of the draft is the editors'.
        assertThat(relay.content(found).bodyHtml()).contains("mười hai");
        relay.onArticles(articles -> articles.seeSource(Objects.requireNonNull(found.getItemId()), RelayOnH2.SECTION));
        assertThat(relay.found(RelayedView.MARKED)).isEmpty();
        // What is said a second time is nothing new; another change is.
        relay.feeds.put("/tin.rss", relay.feeds.get("/tin.rss") + "<!-- khác -->");
        relay.look();
        assertThat(relay.found(RelayedView.MARKED)).isEmpty();
        relay.feeds.put("/tin.rss", feed(item("mot", "Bế mạc hội thi", NEWS)));
        relay.look();
        assertThat(relay.found(RelayedView.MARKED)).hasSize(1);
        assertThat(relay.told()).hasSize(2);
    }

    @Test
    void whatTheSourceTakesAwayIsMarkedWhenItIsSure() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        relay.feeds.put("/mot", "bài");
        relay.source("Tỉnh", "/tin.rss");
        relay.look();
        relay.check();
        assertThat(relay.asked.getLast()).isEqualTo("HEAD /mot");
        // Somebody who knows no HEAD has taken nothing back.
        relay.deafToHead.add("/mot");
        for (var day = 0; day < 3; day++) {
            relay.clock.pass(Duration.ofDays(2));
            relay.check();
        }
        assertThat(relay.found(RelayedView.MARKED)).isEmpty();
        relay.deafToHead.clear();

        relay.statuses.put("/mot", 503);
        relay.clock.pass(Duration.ofDays(2));
        relay.check();
        relay.statuses.put("/mot", 410);
        relay.clock.pass(Duration.ofDays(2));
        relay.check();
        assertThat(relay.found(RelayedView.MARKED)).as("gone once").isEmpty();
        var asked = relay.asked.size();
        relay.check();
        assertThat(relay.asked).as("not twice a day").hasSize(asked);
        relay.clock.pass(Duration.ofDays(2));
        relay.check();

        assertThat(relay.found(RelayedView.MARKED)).hasSize(1);
        assertThat(relay.article(relay.items().getFirst()).getSourceMark()).isEqualTo(SourceMark.VANISHED);
        assertThat(relay.items().getFirst().getVanishedAt()).isEqualTo(relay.clock.instant());
        assertThat(relay.told()).containsExactly("Khai mạc hội thi");
        relay.clock.pass(Duration.ofDays(2));
        relay.check();
        assertThat(relay.told()).as("told once").hasSize(1);
    }

    /** Many portals answer 200 for what they have no more; but their feed leaves it out between its neighbours. */
    @Test
    void whatAFeedLeavesOutBetweenOthersIsTakenAway() {
        var old = item("cu", "Chung kết bóng chuyền", OTHER, date("2026-05-31T01:00:00Z"));
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS, date("2026-06-01T01:00:00Z")), old));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();
        assertThat(relay.articles()).isEqualTo(2);

        relay.feeds.put("/tin.rss", feed(old));
        relay.look();
        assertThat(relay.found(RelayedView.MARKED)).as("left out once").isEmpty();
        relay.look();
        assertThat(relay.found(RelayedView.MARKED)).hasSize(1);
        assertThat(relay.told()).containsExactly("Khai mạc hội thi");
        relay.look();
        assertThat(relay.told()).hasSize(1);
    }

    @Test
    void whatSlidesOutOfAFeedAtItsEndIsNotTakenAway() {
        relay.feeds.put("/tin.rss", feed(item("cu", "Chung kết bóng chuyền", OTHER, date("2026-05-31T01:00:00Z"))));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS, date("2026-06-01T01:00:00Z"))));
        relay.look();
        relay.look();
        relay.look();

        assertThat(relay.found(RelayedView.MARKED)).isEmpty();
        assertThat(relay.told()).isEmpty();
    }

    @Test
    void aSourceThatFailsSaysWhyAndIsAskedMoreAndMoreSeldom() {
        relay.feeds.put("/hong.rss", "<!DOCTYPE rss [<!ENTITY a \"b\">]>" + feed(item("x", "&a;", "y")));
        var source = relay.source("Hỏng", "/hong.rss");
        relay.look();
        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.DOCTYPE);
        assertThat(relay.items()).isEmpty();

        relay.statuses.put("/hong.rss", 500);
        relay.change(service -> service.lookSoon(source));
        assertThat(relay.prompted).containsExactly(source);
        relay.lookNow();
        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.STATUS);
        assertThat(relay.source(source).getStatus()).isEqualTo(500);
        var failedAt = relay.clock.instant();
        var asked = relay.asked.size();
        relay.look();
        assertThat(relay.asked).as("a pause that grows").hasSize(asked);
        assertThat(pause(source)).isEqualTo(Duration.ofMinutes(120 - 31));

        // It is well again; what was is still told.
        relay.statuses.remove("/hong.rss");
        relay.feeds.put("/hong.rss", feed(item("x", "Tin", NEWS)));
        relay.change(service -> service.lookSoon(source));
        relay.lookNow();
        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.GOOD);
        assertThat(relay.source(source).getFailures()).isZero();
        assertThat(relay.source(source).getFailedAt()).isEqualTo(failedAt);
        assertThat(relay.source(source).getFailedStatus()).isEqualTo(500);
        assertThat(pause(source)).isEqualTo(Duration.ofMinutes(30));

        relay.stopServer();
        for (var i = 0; i < 8; i++) {
            relay.change(service -> service.lookSoon(source));
            relay.lookNow();
        }
        assertThat(relay.source(source).getTrouble()).isEqualTo(FetchTrouble.UNREACHABLE);
        assertThat(pause(source)).isLessThanOrEqualTo(Duration.ofDays(1));
    }

    private Duration pause(long source) {
        return Duration.between(relay.clock.instant(), relay.source(source).getNextLook());
    }

    /** What is refused is refused with its reason, and nothing comes of it. */
    @Test
    void whatIsNoFeedOrLeadsAstrayIsRefusedWithANote() {
        relay.feeds.put("/trang.html", "<!doctype html><html><body>Đăng nhập</body></html>");
        relay.feeds.put("/json", "{\"items\": []}");
        relay.feeds.put("/lon.rss", feed(item("x", "Tin", "x".repeat(4_100_000))));
        relay.feeds.put("/sau.rss", "<rss>" + "<a>".repeat(1_000));
        relay.statuses.put("/vong", 302);
        relay.locations.put("/vong", relay.at("/vong"));
        relay.statuses.put("/tep", 302);
        relay.locations.put("/tep", "file:///etc/passwd");
        var page = relay.source("Trang", "/trang.html");
        var json = relay.source("JSON", "/json");
        var large = relay.source("Lớn", "/lon.rss");
        var deep = relay.source("Sâu", "/sau.rss");
        var circle = relay.source("Vòng", "/vong");
        var file = relay.source("Tệp", "/tep");
        relay.look();

        assertThat(relay.source(page).getResult()).isIn(RelayResult.DOCTYPE, RelayResult.NO_FEED);
        assertThat(relay.source(json).getResult()).isEqualTo(RelayResult.NO_FEED);
        assertThat(relay.source(large).getTrouble()).isEqualTo(FetchTrouble.TOO_LARGE);
        assertThat(relay.source(deep).getResult()).isEqualTo(RelayResult.TOO_DEEP);
        assertThat(relay.source(circle).getTrouble()).isEqualTo(FetchTrouble.TOO_MANY_REDIRECTS);
        assertThat(relay.source(file).getTrouble()).isEqualTo(FetchTrouble.NO_ADDRESS);
        assertThat(List.of(page, json, large, deep, circle, file))
                .allSatisfy(id -> assertThat(relay.source(id).getFailedAt()).isEqualTo(relay.clock.instant()));
        assertThat(relay.items()).isEmpty();
    }

    /** Markup so deep that whoever goes down into it does not come back, and the next source is read all the same. */
    @Test
    void markupThatGoesDeepHarmsNobody() {
        relay.feeds.put(
                "/sau.rss",
                feed(
                        item("div", "Khối", "<div>".repeat(20_000) + NEWS),
                        item("table", "Bảng", "<table><tr><td>".repeat(5_000) + OTHER),
                        item("b", "Chữ", "<b><i>".repeat(20_000) + "Tin ngắn trong ngày")));
        relay.feeds.put(
                "/tin.rss", feed(item("mot", "Giải chạy", "Sáng nay hơn hai nghìn người tham gia giải chạy bộ")));
        var deep = relay.source("Sâu", "/sau.rss");
        var good = relay.source("Tỉnh", "/tin.rss");
        relay.look();

        assertThat(relay.source(deep).getResult()).isEqualTo(RelayResult.GOOD);
        assertThat(relay.source(deep).getLastNew()).isEqualTo(3);
        assertThat(relay.source(good).getLastNew()).isEqualTo(1);
    }

    @Test
    void theInnerNetworkIsNotAsked() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        var source = relay.source("Trong", "/tin.rss");
        relay.beStrict();
        relay.look();

        assertThat(relay.source(source).getTrouble()).isIn(FetchTrouble.PRIVATE_ADDRESS, FetchTrouble.NO_ADDRESS);
        assertThat(relay.asked).isEmpty();
    }

    @Test
    void aFloodBecomesNoMoreDraftsThanAnEditorCanRead() {
        var items = new String[60];
        for (var i = 0; i < items.length; i++) {
            items[i] = item(
                    "tin-" + i, "Tin số " + i + " của ngày " + Integer.toString(i * 7919, 36), "Nội dung riêng " + i);
        }
        relay.feeds.put("/tin.rss", feed(items));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();

        assertThat(relay.articles()).isEqualTo(20);
        assertThat(relay.items()).hasSize(60);
        assertThat(relay.found(RelayedView.PASSED_OVER)).hasSize(40);
    }

    @Test
    void whatWasThereBeforeIsNotNews() {
        relay.feeds.put(
                "/tin.rss",
                feed(
                        item("mot", "Khai mạc hội thi", NEWS, date("2026-06-01T01:00:00Z")),
                        item("cu", "Chung kết bóng chuyền", OTHER, date("2026-05-20T01:00:00Z"))));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();

        assertThat(relay.items())
                .extracting(RelayItem::getState)
                .containsExactly(RelayItem.State.DRAFTED, RelayItem.State.PASSED_OVER);
    }

    /** What was taken for a duplicate, or was too much, an editor may want all the same. */
    @Test
    void whatWasNotTakenCanBeWanted() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS), item("hai", "Lần nữa", NEWS)));
        var source = relay.source("Tỉnh", "/tin.rss");
        relay.look();
        var drafted = relay.items().getFirst().getId();
        var second = relay.items().getLast().getId();
        assertThatThrownBy(() -> relay.change(service -> service.want(drafted))).hasMessage("relay.error.notWantable");

        relay.change(service -> service.want(second));
        assertThat(relay.prompted).containsExactly(source);
        relay.lookNow();
        assertThat(relay.items()).extracting(RelayItem::getState).containsOnly(RelayItem.State.DRAFTED);
        assertThat(relay.content(relay.items().getLast()).title()).isEqualTo("Lần nữa");

        // What the source has no more cannot be had.
        relay.feeds.put("/tin.rss", feed(item("ba", "Lần thứ ba", NEWS)));
        relay.look();
        var third = relay.items().getLast().getId();
        relay.change(service -> service.want(third));
        relay.feeds.put("/tin.rss", feed());
        relay.lookNow();
        assertThat(relay.items().getLast().getState()).isEqualTo(RelayItem.State.LOST);
    }

    @Test
    void aSourceThatMakesNoSenseIsNotKept() {
        for (var address : List.of("", "x", "ftp://x.vn/", "file:///etc/passwd", "http://a:b@x.vn/")) {
            assertThatThrownBy(() -> relay.change(service ->
                            service.add(new RelaySource.Said("Tên", address, RelayOnH2.SECTION, "", 30, true))))
                    .isInstanceOf(RuleBrokenException.class)
                    .hasMessage("relay.error.address");
        }
        relay.source("Tỉnh", "/tin.rss");
        assertThatThrownBy(() -> relay.source("Tỉnh hai", "/tin.rss")).hasMessage("relay.error.double");
        refuses(new RelaySource.Said("Tên", relay.at("/hai"), "khong-co", "", 30, true), "relay.error.section");
        refuses(new RelaySource.Said("Tên", relay.at("/hai"), RelayOnH2.SECTION, "", 7, true), "relay.error.minutes");
        refuses(new RelaySource.Said(" ", relay.at("/hai"), RelayOnH2.SECTION, "", 30, true), "relay.error.name");
        refuses(
                new RelaySource.Said("Tên", relay.at("/" + "x".repeat(1_000)), RelayOnH2.SECTION, "", 30, true),
                "relay.error.address");
    }

    private void refuses(RelaySource.Said said, String reason) {
        assertThatThrownBy(() -> relay.change(service -> service.add(said))).hasMessage(reason);
    }

    @Test
    void anAddressStandsInItsOneSpelling() {
        relay.change(service -> service.add(
                new RelaySource.Said("Bộ", "HTTPS://Bo.Example.vn:443/tin?a=1", RelayOnH2.SECTION, "", 60, false)));

        assertThat(relay.source(relay.numbers("bo").getFirst()).getAddress())
                .isEqualTo("https://bo.example.vn/tin?a=1");
    }

    @Test
    void everyDeedCanBeTakenBack() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        var source = relay.source("Tỉnh", "/tin.rss");
        relay.look();
        var version = relay.source(source).getVersion();
        var changed = relay.<Long>ask(service -> service.change(
                source,
                version,
                new RelaySource.Said("Cổng tỉnh", relay.at("/tin.rss"), RelayOnH2.SECTION, "ha", 60, true)));
        assertThat(relay.source(source).getMinutes()).isEqualTo(60);
        assertThatThrownBy(
                        () -> relay.change(service -> service.change(source, version, relay.said("Muộn", "/tin.rss"))))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(relay.<String>ask(service -> service.undo(changed))).isEqualTo("Cổng tỉnh");
        assertThat(relay.source(source).said()).isEqualTo(relay.said("Tỉnh", "/tin.rss"));

        var paused = relay.ask(service -> service.pause(source, true));
        assertThat(relay.source(source).isActive()).isFalse();
        relay.asked.clear();
        relay.look();
        assertThat(relay.asked).isEmpty();
        assertThatThrownBy(() -> relay.change(service -> service.lookSoon(source)))
                .hasMessage("relay.error.inactive");
        relay.change(service -> service.undo(paused.entry()));
        assertThat(relay.source(source).isActive()).isTrue();

        var removed = relay.ask(service -> service.remove(source)).orElseThrow();
        assertThat(relay.numbers("")).isEmpty();
        assertThat(relay.ask(service -> service.remove(source)).orElseThrow()).isEqualTo(removed);
        assertThat(relay.<String>ask(service -> service.undo(removed.entry()))).isEqualTo("Tỉnh");
        assertThat(relay.source(source).said()).isEqualTo(relay.said("Tỉnh", "/tin.rss"));
        assertThatThrownBy(() -> relay.change(service -> service.undo(removed.entry())))
                .hasMessage("desk.undo.late");
        // What it gave before is still known.
        relay.look();
        assertThat(relay.articles()).isEqualTo(1);
        assertThat(relay.<List<HistoryEntry>>ask(RelayService::history))
                .extracting(HistoryEntry::getDeed)
                .contains(HistoryEntry.Deed.ADDED, HistoryEntry.Deed.REMOVED, HistoryEntry.Deed.RESTORED);
    }

    /** Who was put in charge of a source since stays so when its name is taken back. */
    @Test
    void onlyWhatAChangeOfASourceChangedIsTakenBack() {
        var source = relay.source("Tỉnh", "/tin.rss");
        long named = change(source, "Cổng tỉnh", "", 30);
        long given = change(source, "Cổng tỉnh", "ha", 30);

        relay.change(service -> service.undo(named));
        assertThat(relay.source(source).getName()).isEqualTo("Tỉnh");
        assertThat(relay.source(source).getResponsible()).isEqualTo("ha");

        change(source, "Tỉnh", "lan", 60);
        assertThatThrownBy(() -> relay.change(service -> service.undo(given)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        broken -> assertThat(broken.gap()).isEqualTo("history.relay-source.responsible"))
                .hasMessage("desk.undo.changed");
        assertThat(relay.source(source).getMinutes()).isEqualTo(60);
    }

    private long change(long source, String name, String responsible, int minutes) {
        var version = relay.source(source).getVersion();
        return relay.ask(service -> service.change(
                source,
                version,
                new RelaySource.Said(name, relay.at("/tin.rss"), RelayOnH2.SECTION, responsible, minutes, true)));
    }

    @Test
    void aSourceWhoseSectionIsGoneSaysSo() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        var source = relay.source("Tỉnh", "/tin.rss");
        relay.database.inTransaction(em -> em.createNativeQuery("update relay_source set section_slug = 'da-bo'")
                .executeUpdate());
        relay.look();

        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.NO_SECTION);
        assertThat(relay.items()).isEmpty();
    }
}
