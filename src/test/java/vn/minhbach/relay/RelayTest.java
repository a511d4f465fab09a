package vn.minhbach.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.access.Actor;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.shared.RuleBrokenException;

/** From somebody's feed to a draft, and what happens when the source thinks better of it. */
@Timeout(60)
class RelayTest {

    private static final String NEWS = "Sáng 1/6, tại Trung tâm Văn hóa tỉnh, Sở Văn hóa và Thể thao tổ chức khai mạc hội thi"
            + " tuyên truyền lưu động với sự tham gia của mười hai đội đến từ các xã, phường. Hội thi diễn ra trong ba ngày,"
            + " gồm phần thi xe tuyên truyền và phần thi tiểu phẩm. Phát biểu tại lễ khai mạc, lãnh đạo Sở đề nghị các đội thể"
            + " hiện tinh thần đoàn kết, giao lưu, học hỏi kinh nghiệm lẫn nhau.";

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
        return "<item><guid isPermaLink=\"false\">" + id + "</guid><link>" + relay.at("/" + id) + "</link><title>" + title
                + "</title><description><![CDATA[" + text + "]]></description></item>";
    }

    private ArticleContent content(long item) {
        return relay.database.ask(em -> ArticleService.over(em, () -> Actor.PORTAL, relay.clock)
                .versions(item)
                .getFirst()
                .content(ArticleContent.class));
    }

    @Test
    void whatIsNewBecomesADraftWithItsSource() {
        relay.feeds.put(
                "/tin.rss",
                feed(item(
                        "mot",
                        "Khai mạc hội thi",
                        "<p>" + NEWS + "</p><img src=\"https://x.vn/dem.gif\"><p><a href=\"/them\">Xem thêm</a>"
                                + "<a href=\"javascript:alert(1)\">bấm</a></p><script>alert(1)</script>")));
        var source = relay.source("Cổng thông tin điện tử tỉnh", "/tin.rss");

        relay.look();

        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.GOOD);
        assertThat(relay.source(source).getLastNew()).isEqualTo(1);
        var item = relay.items().getFirst();
        assertThat(item.getState()).isEqualTo(RelayItem.State.DRAFTED);
        var article = content(item.getItemId());
        assertThat(article.title()).isEqualTo("Khai mạc hội thi");
        assertThat(article.sourceName()).isEqualTo("Cổng thông tin điện tử tỉnh");
        assertThat(article.sourceUrl()).isEqualTo(relay.at("/mot"));
        assertThat(article.bodyHtml())
                .contains(NEWS.substring(0, 40), "href=\"" + relay.at("/them") + "\"", "bấm")
                .doesNotContain("<img", "script", "javascript");
        // Nothing is public by that.
        assertThat(relay.database.<Long>ask(
                        em -> ArticleService.over(em, () -> Actor.PORTAL, relay.clock).published()))
                .isZero();
    }

    @Test
    void theSameIsNotTakenTwice() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        var source = relay.source("Tỉnh", "/tin.rss");
        relay.look();
        relay.look();

        assertThat(relay.articles()).isEqualTo(1);
        assertThat(relay.source(source).getResult()).isEqualTo(RelayResult.UNCHANGED);
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
        assertThat(relay.items()).allSatisfy(each -> assertThat(each.getOriginalId())
                .isIn(null, relay.items().getFirst().getId()));
    }

    @Test
    void whatTheSourceChangesIsMarkedUntilSomebodyHasLooked() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS.replace("mười hai", "mười ba"))));
        relay.look();

        assertThat(relay.articles()).isEqualTo(1);
        var marked = relay.<List<RelayItem>>ask(RelayService::marked);
        assertThat(marked).hasSize(1);
        assertThat(marked.getFirst().getMark()).isEqualTo(RelayItem.Mark.CHANGED);
        relay.ask(service -> service.acknowledge(marked.getFirst().getId()));
        assertThat(relay.<Long>ask(RelayService::markedCount)).isZero();
        // What is said a second time is nothing new.
        relay.look();
        assertThat(relay.<Long>ask(RelayService::markedCount)).isZero();
    }

    @Test
    void whatTheSourceTakesAwayIsMarkedWhenItIsSure() {
        relay.feeds.put("/tin.rss", feed(item("mot", "Khai mạc hội thi", NEWS)));
        relay.feeds.put("/mot", "bài");
        relay.source("Tỉnh", "/tin.rss");
        relay.look();
        relay.check();
        assertThat(relay.<Long>ask(RelayService::markedCount)).isZero();

        relay.statuses.put("/mot", 503);
        relay.clock.pass(Duration.ofDays(2));
        relay.check();
        relay.statuses.put("/mot", 410);
        relay.clock.pass(Duration.ofDays(2));
        relay.check();
        assertThat(relay.<Long>ask(RelayService::markedCount)).as("gone once").isZero();
        var asked = relay.asked;
        relay.check();
        assertThat(relay.asked).as("not twice a day").isEqualTo(asked);
        relay.clock.pass(Duration.ofDays(2));
        relay.check();

        assertThat(relay.<List<RelayItem>>ask(RelayService::marked))
                .extracting(RelayItem::getMark)
                .containsExactly(RelayItem.Mark.VANISHED);
    }

    @Test
    void aSourceThatFailsSaysWhyAndIsAskedMoreAndMoreSeldom() {
        relay.feeds.put("/hong.rss", "<!DOCTYPE rss [<!ENTITY a \"b\">]>" + feed(item("x", "&a;", "y")));
        var source = relay.source("Hỏng", "/hong.rss");
        relay.look();
        assertThat(relay.source(source).getResult()).isIn(RelayResult.DOCTYPE, RelayResult.NO_FEED);
        assertThat(relay.items()).isEmpty();

        relay.statuses.put("/hong.rss", 500);
        relay.ask(service -> service.lookSoon(source));
        relay.look();
        assertThat(relay.source(source).getStatus()).isEqualTo(500);
        var asked = relay.asked;
        relay.look();
        assertThat(relay.asked).as("a pause that grows").isEqualTo(asked);
        relay.server.stop(0);
        relay.ask(service -> service.lookSoon(source));
        relay.look();
        assertThat(relay.source(source).getTrouble()).isEqualTo(FetchTrouble.UNREACHABLE);
        assertThat(Duration.between(relay.clock.instant(), relay.source(source).getNextLook()))
                .isLessThanOrEqualTo(Duration.ofHours(12));
    }

    @Test
    void aFloodBecomesNoMoreDraftsThanAnEditorCanRead() {
        var items = new String[60];
        for (var i = 0; i < items.length; i++) {
            items[i] = item("tin-" + i, "Tin số " + i + " của ngày " + Integer.toString(i * 7919, 36), "Nội dung riêng " + i);
        }
        relay.feeds.put("/tin.rss", feed(items));
        relay.source("Tỉnh", "/tin.rss");
        relay.look();

        assertThat(relay.articles()).isEqualTo(20);
        assertThat(relay.items()).hasSize(60);
    }

    @Test
    void aSourceThatMakesNoSenseIsNotKept() {
        for (var address : List.of("", "x", "ftp://x.vn/", "file:///etc/passwd", "http://a:b@x.vn/")) {
            assertThatThrownBy(() -> relay.ask(service -> {
                        service.add(new RelaySource.Said("Tên", address, "tin-tinh", "", true));
                        return true;
                    }))
                    .isInstanceOf(RuleBrokenException.class)
                    .hasMessage("relay.error.address");
        }
        relay.source("Tỉnh", "/tin.rss");
        assertThatThrownBy(() -> relay.source("Tỉnh hai", "/tin.rss")).hasMessage("relay.error.double");
        assertThatThrownBy(() -> relay.ask(service -> {
                    service.add(new RelaySource.Said("Tên", relay.at("/hai"), "khong-co", "", true));
                    return true;
                }))
                .hasMessage("relay.error.section");
    }
}
