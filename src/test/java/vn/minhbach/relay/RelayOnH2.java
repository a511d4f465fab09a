package vn.minhbach.relay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
import vn.minhbach.article.SectionKind;
import vn.minhbach.desk.History;
import vn.minhbach.desk.Removal;
import vn.minhbach.fetch.FetchTrouble;
import vn.minhbach.fetch.Fetcher;

/** The relay on a database in memory, with a source on this machine. */
final class RelayOnH2 implements AutoCloseable {

    final SetClock clock = new SetClock(Instant.parse("2026-06-01T03:00:00Z"));
    final TestDatabase database = TestDatabase.create();
    final Fetcher fetcher = Fetcher.onLoopback();
    final HttpServer server;
    final Map<String, String> feeds = new HashMap<>();
    final Map<String, Integer> statuses = new HashMap<>();
    int asked;

    RelayOnH2() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked++;
            var path = exchange.getRequestURI().getPath();
            var status = statuses.getOrDefault(path, feeds.containsKey(path) ? 200 : 404);
            var body = feeds.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            var etag = "\"" + body.length + "-" + feeds.getOrDefault(path, "").hashCode() + "\"";
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                status = 304;
            }
            exchange.getResponseHeaders().set("ETag", etag);
            var empty = status != 200 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        database.inTransaction(em -> ArticleService.over(em, () -> Actor.PORTAL, clock)
                .add(new Section("tin-tinh", "Tin của tỉnh", "", SectionKind.NEWS, 1)));
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    long source(String name, String path) {
        ask(relay -> {
            relay.add(new RelaySource.Said(name, at(path), "tin-tinh", "", true));
            return true;
        });
        return ask(relay -> relay.numbers(new vn.minhbach.desk.ListState(name, "", false, 1)))
                .getFirst();
    }

    RelaySource source(long id) {
        return ask(relay -> relay.source(id)).orElseThrow();
    }

    /** Lets the time pass until the sources are due, and looks. */
    void look() {
        clock.pass(Duration.ofMinutes(31));
        new RelayPoll(transactions(), fetcher).run();
    }

    void check() {
        new RelayCheck(transactions(), fetcher).run();
    }

    <T> T ask(Function<RelayService, T> work) {
        return database.ask(em -> work.apply(RelayService.over(
                em, ArticleService.over(em, () -> Actor.PORTAL, clock), fetcher, new Unkept(), () -> Actor.PORTAL, clock)));
    }

    /** Each step a transaction of its own, as in the server. */
    private RelayService transactions() {
        return new RelayService() {
            @Override
            List<Long> due(int size) {
                return ask(relay -> relay.due(size));
            }

            @Override
            public Optional<Look> begin(long id) {
                return ask(relay -> relay.begin(id));
            }

            @Override
            public void unchanged(long id) {
                ask(relay -> {
                    relay.unchanged(id);
                    return true;
                });
            }

            @Override
            public void failed(
                    long id, RelayResult result, @Nullable FetchTrouble trouble, int status, Duration wait) {
                ask(relay -> {
                    relay.failed(id, result, trouble, status, wait);
                    return true;
                });
            }

            @Override
            public int take(long id, List<FeedEntry> entries, String etag, String lastModified) {
                return ask(relay -> relay.take(id, entries, etag, lastModified));
            }

            @Override
            List<Known> toCheck(int size) {
                return ask(relay -> relay.toCheck(size));
            }

            @Override
            public void checked(long id, boolean gone) {
                ask(relay -> {
                    relay.checked(id, gone);
                    return true;
                });
            }
        };
    }

    List<RelayItem> items() {
        return database.ask(em -> em.createQuery("select i from RelayItem i order by i.id", RelayItem.class)
                .getResultList());
    }

    long articles() {
        return database.ask(em -> ArticleService.over(em, () -> Actor.PORTAL, clock).total());
    }

    /** The history is none of this test's business. */
    private static final class Unkept extends History {

        @Override
        public void added(Row row, Map<String, String> after) {}

        @Override
        public void changed(Row row, Map<String, String> before, Map<String, String> after) {}

        @Override
        public Removal removed(Row row, Map<String, String> before) {
            return new Removal(1, row.title());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        database.close();
    }
}
