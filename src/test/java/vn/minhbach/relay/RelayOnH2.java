package vn.minhbach.relay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
import vn.minhbach.article.SectionKind;
import vn.minhbach.article.WholeArticles;
import vn.minhbach.desk.ListState;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.Told;
import vn.minhbach.fetch.Fetcher;

/** The relay on a database in memory, with a source on this machine. Every step is a transaction of its own, as in the server. */
final class RelayOnH2 implements AutoCloseable {

    static final String SECTION = "tin-tinh";

    final SetClock clock = new SetClock(Instant.parse("2026-06-01T03:00:00Z"));
    final TestDatabase database = TestDatabase.create();
    final Map<String, String> feeds = new ConcurrentHashMap<>();
    final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    final Map<String, String> locations = new ConcurrentHashMap<>();

    /** Where only GET is answered. */
    final Set<String> deafToHead = ConcurrentHashMap.newKeySet();

    /** What was asked, with what the asker knew already. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** The sources that somebody wanted to be looked at at once. */
    final List<Long> prompted = new ArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Fetcher fetcher = Fetcher.onLoopback();

    RelayOnH2() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var known = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(exchange.getRequestMethod() + " " + path + (known == null ? "" : " " + known));
            var status = statuses.getOrDefault(path, feeds.containsKey(path) ? 200 : 404);
            var body = feeds.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            var etag = "\"" + body.length + "-" + feeds.getOrDefault(path, "").hashCode() + "\"";
            if (exchange.getRequestMethod().equals("HEAD") && deafToHead.contains(path)) {
                status = 404;
            }
            if (status == 200 && etag.equals(known)) {
                status = 304;
            }
            exchange.getResponseHeaders().set("ETag", etag);
            if (locations.containsKey(path)) {
                exchange.getResponseHeaders().set("Location", locations.get(path));
            }
            var empty = status != 200 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        onArticles(articles -> articles.add(new Section(SECTION, "Tin của tỉnh", "", SectionKind.NEWS, 1)));
    }

    /** From now on the portal asks as it does in earnest: nothing of this machine. */
    void beStrict() {
        fetcher = new Fetcher();
    }

    void stopServer() {
        server.stop(0);
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    RelaySource.Said said(String name, String path) {
        return new RelaySource.Said(name, at(path), SECTION, "", 30, true);
    }

    long source(String name, String path) {
        change(relay -> relay.add(said(name, path)));
        return numbers(name).getFirst();
    }

    List<Long> numbers(String filter) {
        return ask(relay -> relay.numbers(new ListState(filter, "", false, 1)));
    }

    RelaySource source(long id) {
        return ask(relay -> relay.source(id)).orElseThrow();
    }

    /** Lets the time pass until a source that is well is due, and looks. */
    void look() {
        clock.pass(Duration.ofMinutes(31));
        lookNow();
    }

    void lookNow() {
        new RelayPoll(transactions(), fetcher).run();
    }

    void check() {
        new RelayCheck(transactions(), fetcher).run();
    }

    <T> T ask(Function<RelayService, T> work) {
        return database.ask(em -> work.apply(RelayService.over(
                em,
                WholeArticles.over(em, () -> Actor.PORTAL, clock),
                fetcher,
                () -> Actor.PORTAL,
                clock,
                prompted::add)));
    }

    void change(Consumer<RelayService> work) {
        ask(relay -> {
            work.accept(relay);
            return true;
        });
    }

    <T> T askArticles(Function<ArticleService, T> work) {
        return database.ask(em -> work.apply(WholeArticles.over(em, () -> Actor.PORTAL, clock)));
    }

    void onArticles(Consumer<ArticleService> work) {
        askArticles(articles -> {
            work.accept(articles);
            return true;
        });
    }

    private RelayService transactions() {
        return new RelayService() {
            @Override
            List<Long> due(int size) {
                return ask(relay -> relay.due(size));
            }

            @Override
            public int readOwn(int most) {
                return ask(relay -> relay.readOwn(most));
            }

            @Override
            public Optional<Look> begin(long id) {
                return ask(relay -> relay.begin(id));
            }

            @Override
            public void unchanged(long id) {
                RelayOnH2.this.change(relay -> relay.unchanged(id));
            }

            @Override
            public void failed(long id, Failure failure) {
                RelayOnH2.this.change(relay -> relay.failed(id, failure));
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
                RelayOnH2.this.change(relay -> relay.checked(id, gone));
            }
        };
    }

    /** All that was found, in the order in which it was. */
    List<RelayItem> items() {
        return database.ask(em -> em.createQuery("select i from RelayItem i order by i.id", RelayItem.class)
                .getResultList());
    }

    /** The items of a list, the newest first. */
    List<RelayItem> found(RelayedView view) {
        return ask(relay -> relay.found(view, null, "").stream()
                .map(id -> relay.items(List.of(id)).getFirst())
                .toList());
    }

    long articles() {
        return askArticles(ArticleService::total);
    }

    Item article(RelayItem item) {
        return askArticles(articles -> articles.item(java.util.Objects.requireNonNull(item.getItemId())));
    }

    ArticleContent content(RelayItem item) {
        var id = java.util.Objects.requireNonNull(item.getItemId());
        return askArticles(articles -> articles.versions(id).getFirst().content(ArticleContent.class));
    }

    /** The titles of what somebody is told who publishes in the section. */
    List<String> told() {
        return database.ask(em -> Told.of(em, "mai", "article", Deed.Right.PUBLISH, SECTION));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        database.close();
    }
}
