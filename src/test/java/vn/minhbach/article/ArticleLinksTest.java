package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhbach.article.ArticlesOnH2.NOW;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.web.PortalUrl;

/** Where articles lead is looked at politely, and what is found no more stands in the list of those whose articles it concerns. */
class ArticleLinksTest {

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
    void onlyWhatIsPublicAndLeadsOutsideIsLookedAt() {
        publish(news, "https://a.example/x?y=1&amp;z=2", "https://b.example/", "/tin-tuc", "https://b.example/");
        portal.draft(news, "Bản nháp");
        refresh();
        assertThat(due()).containsExactlyInAnyOrder("https://a.example/x?y=1&z=2", "https://b.example/");
        // Done twice it is the same.
        refresh();
        assertThat(all()).isEqualTo(2);
    }

    @Test
    void eachHostIsAskedOnceInARoundAndEachAddressOnceAWeek() {
        publish(news, "https://a.example/1", "https://a.example/2", "https://A.example/3", "https://b.example/1");
        refresh();
        assertThat(due()).containsExactly("https://a.example/1", "https://b.example/1");
        due().forEach(address -> found(address, LinkOutcome.answered(200)));
        assertThat(due()).containsExactly("https://a.example/2");
        found("https://a.example/2", LinkOutcome.answered(200));
        found("https://A.example/3", LinkOutcome.answered(200));
        assertThat(due()).isEmpty();
        portal.clock().pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(due()).isEmpty();
        portal.clock().pass(Duration.ofSeconds(2));
        assertThat(due()).hasSize(2);
        assertThat(due(1)).hasSize(1);
    }

    @Test
    void whatIsGoneIsToldAtOnceAndWhatMayPassAtTheSecondTime() {
        publish(news, "https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(404));
        found("https://b.example/", LinkOutcome.answered(503));
        found("https://c.example/", LinkOutcome.answered(403));
        found("https://d.example/", LinkOutcome.of(FetchTrouble.TOO_LARGE));
        assertThat(broken()).containsExactly("https://a.example/");

        // What may pass is not left for a week.
        portal.clock().pass(Duration.ofDays(1));
        assertThat(due()).containsExactly("https://b.example/");
        found("https://b.example/", LinkOutcome.of(FetchTrouble.SLOW));
        assertThat(broken()).containsExactly("https://a.example/", "https://b.example/");
        assertThat(lines()).allSatisfy(line -> assertThat(line.since()).isEqualTo(NOW));
        assertThat(lines().getLast().trouble()).isEqualTo("SLOW");

        found("https://a.example/", LinkOutcome.answered(200));
        assertThat(broken()).containsExactly("https://b.example/");
    }

    @Test
    void whatNoArticleSaysAnyMoreIsForgotten() {
        var id = publish(news, "https://a.example/", "https://b.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(404));
        portal.change(service -> {
            service.revise(id, 1, "tin-tuc", content(news, "https://b.example/"), "");
            service.publish(id, 2, "tin-tuc");
        });
        refresh();
        assertThat(broken()).isEmpty();
        assertThat(all()).isEqualTo(1);
        portal.change(service -> service.withdraw(id, "tin-tuc"));
        refresh();
        assertThat(all()).isZero();
    }

    /** The overview's number is that of the list, for everybody. */
    @Test
    void everybodySeesThoseOfTheirSections() {
        publish(news, "https://a.example/");
        publish(notices, "https://a.example/", "https://b.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(410));
        found("https://b.example/", LinkOutcome.of(FetchTrouble.PRIVATE_ADDRESS));
        assertThat(counted()).isEqualTo(3).isEqualTo(broken().size());
        me = new Actor("lan", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc")));
        assertThat(counted()).isEqualTo(1).isEqualTo(broken().size());
        me = new Actor("tam", Set.of());
        assertThat(counted()).isZero();
        assertThat(broken()).isEmpty();
    }

    /** With HEAD, with GET where that is not known, in the portal's name, and never where a network is somebody's own. */
    @Test
    void serversAreAskedPolitely() throws IOException {
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().get("User-Agent"));
            var path = exchange.getRequestURI().getPath();
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    path.equals("/gone") ? 404 : path.equals("/no-head") && isHead ? 405 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            var home = "http://localhost:" + server.getAddress().getPort();
            var check = check(Fetcher.onLoopback());
            assertThat(check.look(home + "/here")).isEqualTo(LinkOutcome.answered(200));
            assertThat(check.look(home + "/no-head")).isEqualTo(LinkOutcome.answered(200));
            assertThat(check.look(home + "/gone")).isEqualTo(LinkOutcome.answered(404));
            assertThat(asked)
                    .hasSize(5)
                    .allSatisfy(
                            line -> assertThat(line).contains("[MinhBach-LinkCheck/1 (+https://cong.example.gov.vn)]"))
                    .anyMatch(line -> line.startsWith("HEAD /here"))
                    .noneMatch(line -> line.startsWith("GET /here"));
            asked.clear();
            var careful = check(new Fetcher());
            assertThat(careful.look("http://127.0.0.1/x").trouble()).isEqualTo("PRIVATE_ADDRESS");
            assertThat(careful.look("http://[::1]/x").trouble()).isEqualTo("PRIVATE_ADDRESS");
            assertThat(careful.look("http://169.254.169.254/latest").trouble()).isEqualTo("PRIVATE_ADDRESS");
            assertThat(careful.look("https://a b").trouble()).isEqualTo("NO_ADDRESS");
            assertThat(asked).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static CheckLinks check(Fetcher fetcher) {
        var check = new CheckLinks();
        check.fetcher = fetcher;
        check.portal = new PortalUrl("https://cong.example.gov.vn");
        return check;
    }

    private long publish(Section section, String... links) {
        return portal.ask(service -> {
            var item = service.draft(section.getSlug(), content(section, links));
            service.publish(item.getId(), 1, section.getSlug(), NOW);
            return item.getId();
        });
    }

    private static ArticleContent content(Section section, String... links) {
        var plain = ArticlesOnH2.content(section, "Bài " + String.join(" ", links));
        var body = new StringBuilder();
        for (var link : links) {
            body.append("<p><a href=\"").append(link).append("\">đây</a></p>");
        }
        return new ArticleContent(
                plain.title(),
                plain.lead(),
                body.toString(),
                "",
                "",
                "",
                List.of(),
                List.of(),
                section.getId(),
                null,
                "");
    }

    private void refresh() {
        for (var after = links(links -> links.refresh(0)); after > 0; ) {
            var last = after;
            after = links(links -> links.refresh(last));
        }
    }

    private void found(String address, LinkOutcome outcome) {
        links(links -> {
            links.found(address, outcome);
            return true;
        });
    }

    private List<String> due() {
        return due(100);
    }

    private List<String> due(int most) {
        return links(links -> links.due(most));
    }

    private List<ArticleLinkService.Line> lines() {
        return links(links -> {
            var numbers = links.broken();
            return links.lines(numbers).stream()
                    .sorted(java.util.Comparator.comparing(line -> numbers.indexOf(line.id())))
                    .toList();
        });
    }

    private List<String> broken() {
        return lines().stream().map(ArticleLinkService.Line::address).toList();
    }

    private long counted() {
        return links(ArticleLinkService::countOfBroken);
    }

    private long all() {
        return portal.askDatabase(em ->
                em.createQuery("select count(l) from ArticleLink l", Long.class).getSingleResult());
    }

    private <T> T links(Function<ArticleLinkService, T> work) {
        return portal.askDatabase(em -> work.apply(service(em)));
    }

    private ArticleLinkService service(EntityManager em) {
        var desk = new ArticleDeskService();
        desk.actors = () -> me;
        var links = new ArticleLinkService();
        links.links = new ArticleLinkRepository(em);
        links.articles = new ArticleRepository(em);
        links.desk = desk;
        links.portal = new PortalUrl("https://cong.example.gov.vn");
        links.clock = portal.clock();
        return links;
    }
}
