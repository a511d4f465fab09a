package vn.minhbach.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import vn.minhbach.IndexWatch;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.article.ArticleService;
import vn.minhbach.desk.ListState;
import vn.minhbach.fetch.FetchTrouble;

/** The relay in the server: rights, transactions and jobs are real, and nothing of the inner network is asked. */
@ArquillianTest
class RelayIT {

    private static final String BODY =
            "Sáng nay, tại quảng trường trung tâm, Ủy ban nhân dân tỉnh phát động tháng hành động vì"
                    + " thư viện cơ sở với sự có mặt của đại diện bốn mươi xã, phường; mỗi nơi nhận một tủ sách lưu động.";

    @Inject
    RelayService relay;

    @Inject
    RelayPoll poll;

    @Inject
    ArticleService articles;

    @Inject
    IndexWatch index;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Test
    void fromAFeedToAPageThatNamesItsSourceAndUpwardsInOurOwnFeed() throws Exception {
        var source = source("Cổng tỉnh An Hải", "https://cong.example.vn/tin.rss", false);
        var link = "https://cong.example.vn/phat-dong-thang-thu-vien";
        var entry = new FeedEntry(
                "tin-1", link, "Phát động tháng thư viện cơ sở", "<p>" + BODY + "</p>", "", clock.instant());
        assertEquals(1, Acting.asPortal(() -> relay.take(source, List.of(entry), "\"1\"", "")));
        var found = relay.items(relay.found(RelayedView.DRAFTED, source, "")).getFirst();
        var id = Objects.requireNonNull(found.getItemId());
        var item = articles.item(id);

        Acting.asPortal(() -> articles.publish(id, 1, item.getPlace()));
        index.awaitIndex();
        var page = get("/bai-viet/" + item.getSlug());
        assertTrue(page.contains("Theo Cổng tỉnh An Hải"), page);
        assertTrue(page.contains("href=\"" + link + "\""));
        assertTrue(page.contains("isBasedOn"));
        var feed = get("/feed/toan-van/tin-tuc.atom");
        assertTrue(feed.contains("bốn mươi xã, phường"), feed);
        assertTrue(feed.contains("rel=\"via\""));
        assertFalse(get("/feed/tin-tuc.atom").contains("<content"));

        // The same news from elsewhere is known.
        var other = source("Báo An Hải", "https://bao.example.vn/tin.rss", false);
        var again = new FeedEntry(
                "b-7", "https://bao.example.vn/7", "Tháng thư viện", "<div>" + BODY + "</div>", "", clock.instant());
        assertEquals(0, Acting.asPortal(() -> relay.take(other, List.of(again), "", "")));
        assertEquals(1, relay.found(RelayedView.DUPLICATE, other, "").size());

        // The source changes it: the article is marked.
        var changed =
                new FeedEntry("tin-1", link, "Phát động tháng thư viện", "<p>" + BODY + "</p>", "", clock.instant());
        Acting.asPortal(() -> relay.take(source, List.of(changed), "\"2\"", ""));
        assertEquals(1, relay.found(RelayedView.MARKED, source, "").size());
        Acting.asPortal(() -> articles.seeSource(id, item.getPlace()));
        assertTrue(relay.found(RelayedView.MARKED, source, "").isEmpty());
    }

    @Test
    void theInnerNetworkIsRefusedWithANote() {
        var source = source("Mạng trong", "http://127.0.0.1/tin.rss", true);
        Acting.asPortal(() -> relay.lookSoon(source));
        poll.lookAt(source);

        var after = relay.source(source).orElseThrow();
        assertEquals(FetchTrouble.PRIVATE_ADDRESS, after.getFailedTrouble());
        Acting.asPortal(() -> relay.remove(source));
    }

    @Test
    void onlyWhoKeepsSourcesKeepsThem() {
        var writer = new Actor("lan", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "")));
        assertThrows(
                RefusedException.class,
                () -> Acting.as(writer, () -> relay.add(said("Không được", "https://khong.example.vn/", true))));
        assertThrows(RefusedException.class, () -> Acting.as(writer, () -> relay.take(1, List.of(), "", "")));
        var keeper = new Actor("mai", Set.of(new Actor.Grant(Permission.KEEP_SOURCES, "")));
        Acting.as(keeper, () -> relay.add(said("Được phép", "https://duoc.example.vn/tin.rss", false)));
        assertEquals(1, relay.numbers(new ListState("duoc phep", "", false, 1)).size());
    }

    private RelaySource.Said said(String name, String address, boolean active) {
        return new RelaySource.Said(
                name, address, articles.sections().getFirst().getSlug(), "", 30, active);
    }

    private long source(String name, String address, boolean active) {
        Acting.asPortal(() -> relay.add(said(name, address, active)));
        return relay.numbers(new ListState(name, "", false, 1)).getFirst();
    }

    private String get(String path) throws Exception {
        var home = "http://localhost:" + request.getLocalPort() + request.getContextPath();
        return client.send(
                        HttpRequest.newBuilder(URI.create(home + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
