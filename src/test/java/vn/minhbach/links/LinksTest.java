package vn.minhbach.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.fetch.Fetcher;
import vn.minhbach.job.Job;
import vn.minhbach.job.Jobs;
import vn.minhbach.web.PortalUrl;

/** Where public content leads is looked at politely, and what is found no more stands in the list of those who may put it right. */
class LinksTest {

    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock(NOW);
    private final Content articles = new Content("article", Permission.WRITE_ARTICLES);
    private final Content procedures = new Content("procedure", Permission.WRITE_PROCEDURES);
    private Actor me = Actor.PORTAL;

    /** What a feature has public. */
    private static final class Content implements LinkSource.OfRows {

        private final String kind;
        private final Permission permission;
        private final Map<Long, Linking> all = new TreeMap<>();
        private boolean fails;

        Content(String kind, Permission permission) {
            this.kind = kind;
            this.permission = permission;
        }

        void says(long number, String place, String... addresses) {
            all.put(
                    number,
                    new Linking(number, place, "Bài " + number, "/p/" + number, "/e/" + number, List.of(addresses)));
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public @Nullable Set<String> seen(Actor somebody) {
            return somebody.places(permission);
        }

        @Override
        public List<Linking> rows() {
            if (fails) {
                throw new IllegalStateException(kind);
            }
            return List.copyOf(all.values());
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyWhatLeadsElsewhereIsAskedOfOthers() {
        articles.says(1, "", "https://a.example/x?y=1&z=2", "https://b.example/", "/tin-tuc", "https://b.example/", "");
        articles.says(2, "", "mailto:so@example.vn", "#muc-2", "//c.example/", "https://cong.example.gov.vn/tin-tuc#x");
        refresh();
        assertThat(due()).containsExactlyInAnyOrder("https://a.example/x?y=1&z=2", "https://b.example/");
        assertThat(inside()).containsExactly("/tin-tuc", "/tin-tuc");
        // Done twice it is the same.
        refresh();
        assertThat(all()).isEqualTo(4);
    }

    @Test
    void eachHostIsAskedOnceInARoundAndEachAddressOnceAWeek() {
        articles.says(
                1, "", "https://a.example/1", "https://a.example/2", "https://A.example/3", "https://b.example/1");
        refresh();
        assertThat(due()).containsExactly("https://a.example/1", "https://b.example/1");
        due().forEach(address -> found(address, LinkOutcome.answered(200)));
        assertThat(due()).containsExactly("https://a.example/2");
        found("https://a.example/2", LinkOutcome.answered(200));
        found("https://A.example/3", LinkOutcome.answered(200));
        assertThat(due()).isEmpty();
        clock.pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(due()).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        assertThat(due()).hasSize(2);
        assertThat(due(1)).hasSize(1);
    }

    /** All procedures lead to the one national portal; nobody else waits until it was asked about each of them. */
    @Test
    void aHostOfThousandsDoesNotHoldUpOthers() {
        IntStream.rangeClosed(1, 2_500).forEach(n -> procedures.says(n, "", "https://national.example/" + n));
        procedures.says(2_501, "", "https://z.example/");
        refresh();
        assertThat(due()).containsExactly("https://national.example/1", "https://z.example/");
        due().forEach(address -> found(address, LinkOutcome.answered(200)));
        assertThat(due()).containsExactly("https://national.example/2");
    }

    @Test
    void whatIsGoneIsToldAtOnceAndWhatMayPassAtTheSecondTime() {
        articles.says(1, "", "https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(404));
        found("https://b.example/", LinkOutcome.answered(503));
        found("https://c.example/", LinkOutcome.answered(403));
        found("https://d.example/", LinkOutcome.of(FetchTrouble.TOO_LARGE));
        assertThat(broken()).containsExactly("https://a.example/");

        // What may pass is not left for a week.
        clock.pass(Duration.ofDays(1));
        assertThat(due()).containsExactly("https://b.example/");
        found("https://b.example/", LinkOutcome.of(FetchTrouble.SLOW));
        assertThat(broken()).containsExactly("https://a.example/", "https://b.example/");
        assertThat(lines()).allSatisfy(line -> assertThat(line.since()).isEqualTo(NOW));
        assertThat(lines().getLast().trouble()).isEqualTo("SLOW");

        found("https://a.example/", LinkOutcome.answered(200));
        assertThat(broken()).containsExactly("https://b.example/");
    }

    /** Nobody has to wait a second night to learn what the portal itself knows. */
    @Test
    void whatLiesWithinThePortalIsAskedOfThePortal() {
        articles.says(1, "", "/bai-viet/co", "/bai-viet/khong-co", "/bai-viet/da-go", "/bai-viet/doi-ten");
        articles.says(2, "", "/bai-viet/khong-co", "/en/bai-viet/khong-co?x=1#y");
        refresh();
        var asked = new ArrayList<String>();
        var answers = new HashMap<>(Map.of("/bai-viet/co", 200, "/bai-viet/da-go", 410, "/bai-viet/doi-ten", 301));
        OwnAddresses own = place -> {
            asked.add(place);
            return answers.getOrDefault(place, 404);
        };
        night(own);
        assertThat(asked).as("each once").hasSize(5).contains("/en/bai-viet/khong-co?x=1");
        assertThat(lines())
                .extracting(line -> line.edit() + " " + line.address() + " " + line.status())
                .containsExactlyInAnyOrder(
                        "/e/1 /bai-viet/khong-co 404",
                        "/e/1 /bai-viet/da-go 410",
                        "/e/1 /bai-viet/doi-ten 301",
                        "/e/2 /bai-viet/khong-co 404",
                        "/e/2 /en/bai-viet/khong-co?x=1 404");
        assertThat(due()).as("nobody else's").isEmpty();

        answers.put("/bai-viet/khong-co", 200);
        night(own);
        assertThat(broken()).doesNotContain("/bai-viet/khong-co").hasSize(3);
    }

    /** A fault in one feature is a fault of the night, not the end of it. */
    @Test
    void whatFailsKeepsNobodyFromTheOthers() {
        articles.says(1, "", "/bai-viet/loi", "/bai-viet/khong-co");
        procedures.says(2, "", "/thu-tuc/khong-co");
        articles.fails = true;
        refreshed.clear();
        assertThatThrownBy(() -> night(place -> 404)).hasMessage("article");
        assertThat(broken()).containsExactly("/thu-tuc/khong-co");

        articles.fails = false;
        articles.says(3, "", "/bai-viet/loi");
        var asked = new ArrayList<String>();
        assertThatThrownBy(() -> night(place -> {
                    asked.add(place);
                    if (place.endsWith("/loi")) {
                        throw new IllegalStateException(place);
                    }
                    return 404;
                }))
                .hasMessage("/bai-viet/loi");
        assertThat(broken()).containsExactlyInAnyOrder("/bai-viet/khong-co", "/thu-tuc/khong-co");
        assertThat(asked)
                .as("each once, also what fails")
                .doesNotHaveDuplicates()
                .contains("/bai-viet/loi");
        assertThat(refreshed).as("others' servers are asked all the same").hasSize(2);
    }

    /** What an earlier version kept has no host until the first night. */
    @Test
    void whatHasNoHostYetIsNotAskedMinuteByMinute() {
        articles.says(1, "", "https://a.example/");
        refresh();
        database.inTransaction(em ->
                em.createQuery("update PublicLink l set l.host = 'unknown'").executeUpdate());
        assertThat(due()).isEmpty();
        refresh();
        assertThat(due()).containsExactly("https://a.example/");
    }

    @Test
    void whatNothingPublicSaysAnyMoreIsForgotten() {
        articles.says(1, "", "https://a.example/", "https://b.example/");
        procedures.says(1, "", "https://a.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(404));
        articles.says(1, "", "https://b.example/");
        refresh();
        assertThat(broken()).as("that of the procedure").hasSize(1);
        assertThat(all()).isEqualTo(2);
        articles.all.clear();
        procedures.all.clear();
        refresh();
        assertThat(all()).isZero();
    }

    @Test
    void theListTellsWhatContentIsCalledByNow() {
        articles.says(1, "tin-tuc", "https://a.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(404));
        articles.all.put(1L, new Linking(1, "thong-bao", "Tên mới", "/p/moi", "/e/1", List.of("https://a.example/")));
        refresh();
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Tên mới");
            assertThat(line.page()).isEqualTo("/p/moi");
            assertThat(line.status()).isEqualTo(404);
        });
        me = new Actor("lan", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc")));
        assertThat(broken()).isEmpty();
    }

    /** The overview's number is that of the list, for everybody. */
    @Test
    void everybodySeesThoseOfWhatTheyMayPutRight() {
        articles.says(1, "tin-tuc", "https://a.example/");
        articles.says(2, "thong-bao", "https://a.example/", "https://b.example/");
        procedures.says(7, "", "https://b.example/");
        refresh();
        found("https://a.example/", LinkOutcome.answered(410));
        found("https://b.example/", LinkOutcome.of(FetchTrouble.PRIVATE_ADDRESS));
        assertThat(counted()).isEqualTo(4).isEqualTo(broken().size());
        me = new Actor("lan", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc")));
        assertThat(counted()).isEqualTo(1).isEqualTo(broken().size());
        me = new Actor(
                "mai",
                Set.of(
                        new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc"),
                        new Actor.Grant(Permission.WRITE_PROCEDURES, "")));
        assertThat(counted()).isEqualTo(2).isEqualTo(broken().size());
        me = new Actor("tam", Set.of());
        assertThat(counted()).isZero();
        assertThat(broken()).isEmpty();
    }

    @Test
    void addressesAreFoundInRichText() {
        assertThat(Linking.in("<p><a href=\"https://a.example/?x=1&amp;y=2\">đây</a> <img src=\"/tep/1/a.png\""
                        + " alt=\"\"></p>"))
                .containsExactly("https://a.example/?x=1&y=2", "/tep/1/a.png");
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

    private void refresh() {
        for (var kind : links(LinkService::kinds)) {
            for (var after = links(links -> links.refresh(kind, 0)); after > 0; ) {
                var last = after;
                after = links(links -> links.refresh(kind, last));
            }
        }
    }

    /** What was ordered of the job that asks others. */
    private final List<String> refreshed = new ArrayList<>();

    /** As the job does it: each of the deeds in a transaction of its own. */
    private void night(OwnAddresses own) {
        var watch = new WatchLinks();
        watch.own = own;
        watch.clock = clock;
        watch.jobs = new Jobs() {
            @Override
            public void once(Job.Single job, String about, Instant at) {
                refreshed.add(about);
            }
        };
        watch.check = new CheckLinks();
        watch.links = new LinkService() {
            @Override
            public List<String> kinds() {
                return LinksTest.this.links(LinkService::kinds);
            }

            @Override
            public void forgetOthers() {
                LinksTest.this.change(LinkService::forgetOthers);
            }

            @Override
            public long refresh(String kind, long after) {
                return LinksTest.this.links(links -> links.refresh(kind, after));
            }

            @Override
            List<Inside> inside(long after) {
                return LinksTest.this.links(links -> links.inside(after));
            }

            @Override
            public void answered(Map<Long, Integer> statuses) {
                LinksTest.this.change(links -> links.answered(statuses));
            }
        };
        watch.run();
    }

    private void found(String address, LinkOutcome outcome) {
        change(links -> links.found(address, outcome));
    }

    private List<String> due() {
        return due(100);
    }

    private List<String> due(int most) {
        return links(links -> links.due(most));
    }

    private List<String> inside() {
        return links(links -> links.inside(0)).stream()
                .map(LinkService.Inside::address)
                .toList();
    }

    private List<LinkService.Line> lines() {
        return links(links -> {
            var numbers = links.broken();
            return links.lines(numbers).stream()
                    .sorted(Comparator.comparing(line -> numbers.indexOf(line.id())))
                    .toList();
        });
    }

    private List<String> broken() {
        return lines().stream().map(LinkService.Line::address).toList();
    }

    private long counted() {
        return links(LinkService::countOfBroken);
    }

    private long all() {
        return database.ask(em ->
                em.createQuery("select count(l) from PublicLink l", Long.class).getSingleResult());
    }

    private <T> T links(Function<LinkService, T> work) {
        return database.ask(em -> work.apply(service(em)));
    }

    private void change(Consumer<LinkService> work) {
        database.inTransaction(em -> work.accept(service(em)));
    }

    private LinkService service(EntityManager em) {
        var links = new LinkService();
        links.links = new PublicLinkRepository(em);
        links.sources = new LinkSources() {
            @Override
            List<LinkSource> all() {
                return List.of(articles, procedures);
            }
        };
        links.actors = () -> me;
        links.portal = new PortalUrl("https://cong.example.gov.vn");
        links.clock = clock;
        return links;
    }
}
