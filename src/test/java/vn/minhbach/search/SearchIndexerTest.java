package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Follower;
import vn.minhbach.change.Followers;
import vn.minhbach.search.IndexState.Condition;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.PublicItem;

/** How the index follows the log, notices that it is damaged, and heals. Its two works are done by hand, round by round. */
class SearchIndexerTest {

    private static final int ITEMS = 300;

    @TempDir
    Path data = Path.of("");

    private final TestDatabase database = TestDatabase.create();
    private final EntityManager em = database.factory().createEntityManager();
    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T05:00:00Z"));
    private final Map<String, SearchDocument> published = new LinkedHashMap<>();
    private final SearchService service = new SearchService();
    private SearchIndexer indexer = new SearchIndexer();
    private boolean databaseAway;
    private int told;

    @BeforeEach
    void begin() {
        for (var i = 0; i < ITEMS; i++) {
            published.put("" + i, item("" + i, "Thủ tục số " + i + " về " + word(i), body(i)));
        }
        database.inTransaction(each -> new ChangeLog(each, clock).published("test", published.keySet()));
        start();
    }

    @AfterEach
    void close() {
        indexer.stop();
        em.close();
        database.close();
    }

    /** As the portal starts: the index is opened, or made. */
    private void start() {
        indexer = new SearchIndexer();
        indexer.log = new ChangeLog(em, clock) {
            @Override
            public Head head() {
                return asked(super.head());
            }

            @Override
            public long position() {
                return asked(super.position());
            }
        };
        indexer.sources = sources();
        indexer.data = data.toString();
        indexer.clock = clock;
        indexer.teaching = new NothingTaught();
        indexer.followers = new Followers(List.of(new Follower() {
            @Override
            public Phase phase() {
                return Phase.PAGES;
            }

            @Override
            public void follow() {
                told++;
            }
        }));
        indexer.begin();
        service.indexer = indexer;
        service.teaching = indexer.teaching;
    }

    private <T> T asked(T answer) {
        if (databaseAway) {
            throw new IllegalStateException("The database is away");
        }
        return answer;
    }

    private void rounds(int many) {
        for (var i = 0; i < many; i++) {
            em.clear();
            for (var work : List.<Round>of(indexer::keepUp, indexer::care)) {
                try {
                    work.run();
                } catch (Throwable e) {
                    failures.add(e);
                }
            }
        }
    }

    private interface Round {
        void run() throws Throwable;
    }

    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void itIsMadeAtFirstAndThenFollows() {
        assertThat(indexer.state().condition()).isEqualTo(Condition.FAILED);
        assertThatThrownBy(() -> search("thủ tục")).isInstanceOf(UnavailableException.class);

        rounds(2);
        assertThat(indexer.state()).isEqualTo(new IndexState(Condition.READY, ITEMS, ITEMS, ITEMS, ""));

        told = 0;
        publish(item("new", "Đường sắt cao tốc", ""));
        rounds(1);
        assertThat(search("đường sắt cao tốc").total()).isEqualTo(1);
        assertThat(told).isEqualTo(1);
        rounds(3);
        assertThat(told).as("nothing new").isEqualTo(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayItServesAndSaysThatItIsBehindAndThenGoesOn() {
        rounds(2);
        databaseAway = true;
        rounds(1);
        assertThat(search("thủ tục").total()).isPositive();
        assertThat(indexer.state().condition()).isEqualTo(Condition.FAILED);
        assertThat(indexer.state().problem()).contains("The database is away");

        databaseAway = false;
        publish(item("new", "Đường sắt cao tốc", ""));
        rounds(1);
        assertThat(indexer.state().condition()).isEqualTo(Condition.READY);
        assertThat(search("đường sắt cao tốc").total()).isEqualTo(1);
    }

    @Test
    void whoFollowsNoMoreIsNotReady() {
        rounds(2);
        clock.pass(Duration.ofSeconds(29));
        assertThat(indexer.state().condition()).isEqualTo(Condition.READY);

        clock.pass(Duration.ofSeconds(2));
        assertThat(indexer.state().condition()).isEqualTo(Condition.BEHIND);

        rounds(1);
        assertThat(indexer.state().condition()).isEqualTo(Condition.READY);
    }

    @Test
    void anErrorWhileFollowingIsToldAndHeals() {
        rounds(2);
        var fails = new boolean[] {true};
        var sound = indexer.sources;
        indexer.sources = sources(source(id -> {
            if (fails[0]) {
                throw new OutOfMemoryError("Java heap space");
            }
        }));
        publish(item("new", "Đường sắt cao tốc", ""));
        rounds(1);
        assertThat(failures).hasOnlyElementsOfType(OutOfMemoryError.class);
        assertThat(indexer.state().condition()).isEqualTo(Condition.FAILED);
        assertThat(indexer.state().problem()).contains("OutOfMemoryError");

        fails[0] = false;
        rounds(1);
        assertThat(indexer.state().condition()).isEqualTo(Condition.READY);
        assertThat(search("đường sắt cao tốc").total()).isEqualTo(1);
        indexer.sources = sound;
    }

    @Test
    void anErrorWhileMakingItAnewIsToldAndHeals() {
        indexer.sources = sources(source(id -> {
            throw new StackOverflowError();
        }));
        rounds(1);
        assertThat(indexer.state().condition()).isEqualTo(Condition.FAILED);
        assertThat(indexer.state().problem()).contains("StackOverflowError");

        indexer.sources = sources();
        rounds(1);
        rounds(1);
        assertThat(indexer.state().condition()).isEqualTo(Condition.READY);
    }

    @Test
    void aLogThatFellBackBelowTheIndexHasItMadeAnew() {
        rounds(2);
        published.remove("" + (ITEMS - 1));
        published.remove("" + (ITEMS - 2));
        fallBackTo(ITEMS - 2);

        rounds(2);

        assertThat(indexer.state().position()).isEqualTo(ITEMS - 2);
        assertThat(indexer.state().documents()).isEqualTo(ITEMS - 2);
    }

    @Test
    void aLogThatFellBackAndGrewAgainHasItMadeAnew() {
        rounds(2);
        published.remove("" + (ITEMS - 1));
        published.remove("" + (ITEMS - 2));
        fallBackTo(ITEMS - 2);
        clock.pass(Duration.ofSeconds(1));
        publish(item("a", "Đường sắt cao tốc", ""));
        publish(item("b", "Bến xe", ""));

        rounds(2);

        assertThat(indexer.state().position()).isEqualTo(ITEMS);
        assertThat(search("đường sắt cao tốc").total()).isEqualTo(1);
        assertThat(indexer.state().documents()).isEqualTo(ITEMS);
    }

    /** The kinds of files that this index has, and a byte in the middle of one of each kind. */
    @Test
    void aWrongByteInAnyFileIsFoundAtTheStartAndTheIndexMadeAnew() throws IOException {
        for (var kind : kindsOfFiles()) {
            spread();
            indexer.stop();
            damage(kind);

            start();
            rounds(3);

            assertThat(failures).as(kind).isEmpty();
            assertThat(indexer.state().condition()).as(kind).isEqualTo(Condition.READY);
            assertThat(indexer.state().rebuilt()).as("rebuilt for " + kind).isEqualTo(published.size());
            assertThat(search("thủ tục").total()).as(kind).isEqualTo(ITEMS);
            assertThat(SearchIndex.damage(folder())).as(kind).isEmpty();
        }
    }

    /** As {@link #aWrongByteInAnyFileIsFoundAtTheStartAndTheIndexMadeAnew}, while the portal runs. */
    @Test
    void aSearchThatMeetsDamageIsNeverAnErrorOfOursAndTheIndexIsMadeAnew() throws IOException {
        var met = new TreeSet<String>();
        for (var kind : kindsOfFiles()) {
            spread();
            riddle(kind);

            for (var i = 0; i < 40; i++) {
                var typed = word(i) + " số " + i;
                var thrown = catchThrowable(() -> search(typed));
                if (thrown != null) {
                    met.add(kind);
                    assertThat(thrown).as(kind).isInstanceOf(UnavailableException.class);
                }
            }
            // What no search meets is found by the daily check.
            clock.pass(met.contains(kind) ? Duration.ZERO : Duration.ofDays(2));
            rounds(3);

            assertThat(indexer.state().condition()).as(kind + " " + failures).isEqualTo(Condition.READY);
            assertThat(SearchIndex.damage(folder())).as(kind).isEmpty();
            assertThat(search("thủ tục").total()).as(kind).isEqualTo(ITEMS);
        }
        assertThat(met).as("kinds of files whose damage searches meet").contains("doc", "dvd", "tim");
    }

    @Test
    void whatFailsInASoundIndexIsAFaultOfOurs() {
        rounds(3);
        var open = indexer.current();
        if (open == null) {
            throw new AssertionError("There is no index");
        }
        var fault = new IllegalStateException("a query that nobody thought of");

        assertThat(indexer.suspect(open, fault)).as("it may be the files").isTrue();
        rounds(1);
        assertThat(indexer.suspect(open, fault)).as("they are sound").isFalse();
        assertThat(indexer.suspect(open, new IllegalStateException("another"))).isTrue();
        assertThat(indexer.current()).isSameAs(open);
    }

    @Test
    void aDamagedIndexIsNotOpenedAgainWhileItCannotBeMadeAnew() throws IOException {
        spread();
        riddle("dvd");
        clock.pass(Duration.ofDays(2));
        databaseAway = true;
        rounds(3);

        assertThat(indexer.state().condition()).isEqualTo(Condition.FAILED);
        assertThat(indexer.current()).isNull();
        assertThatThrownBy(() -> search("thủ tục")).isInstanceOf(UnavailableException.class);

        databaseAway = false;
        rounds(2);
        assertThat(indexer.state().condition()).isEqualTo(Condition.READY);
        try (var folders = Files.list(data.resolve("index"))) {
            assertThat(folders.filter(Files::isDirectory))
                    .as("the damaged one is gone")
                    .hasSize(1);
        }
    }

    @Test
    void theCheckOfCommandsSeesWrongBytesToo() throws IOException {
        spread();
        var home = data.resolve("index");
        assertThat(IndexCheck.compare(home, List.of(source(id -> {}))).agrees()).isTrue();

        for (var kind : List.of("doc", "tim", "dvd", "fdt", "si")) {
            riddle(kind);
            var result = IndexCheck.compare(home, List.of(source(id -> {})));
            assertThat(result.agrees()).as(kind).isFalse();
            assertThat(result.damaged()).as(kind).isNotEmpty();
            clock.pass(Duration.ofDays(2));
            rounds(3);
            spread();
        }
    }

    private Path folder() throws IOException {
        return SearchIndex.currentFolder(data.resolve("index")).orElseThrow();
    }

    /** Has the index lie in one segment that was merged, and so in many files, as it does after a quiet minute. */
    private void spread() throws IOException {
        rounds(3);
        publish(item("spread", "Bến tàu " + clock.instant(), ""));
        rounds(1);
        clock.pass(Duration.ofMinutes(2));
        rounds(2);
        assertThat(files("dvd")).as("" + failures).hasSize(1);
    }

    private TreeSet<String> kindsOfFiles() throws IOException {
        spread();
        try (var files = Files.list(folder())) {
            return files.map(SearchIndexerTest::kind)
                    .filter(kind -> !kind.equals("lock"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String kind(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("segments") ? "segments" : name.substring(name.lastIndexOf('.') + 1);
    }

    /** Turns the bits of one byte in the middle. */
    private void damage(String kind) throws IOException {
        for (var file : files(kind)) {
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= (byte) 0xff;
            write(file, bytes);
        }
    }

    /** Turns the bits of one byte in every 200, beginning behind the header. */
    private void riddle(String kind) throws IOException {
        for (var file : files(kind)) {
            var bytes = Files.readAllBytes(file);
            for (var i = Math.min(bytes.length / 2, 60); i < bytes.length - 16; i += 200) {
                bytes[i] ^= (byte) 0xff;
            }
            write(file, bytes);
        }
    }

    /** In place, as a failing disk does, so that whoever has it in memory sees it too. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (var out = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(bytes));
        }
    }

    private List<Path> files(String kind) throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> kind(file).equals(kind)).toList();
        }
    }

    private void publish(SearchDocument item) {
        published.put(item.id(), item);
        database.inTransaction(each -> new ChangeLog(each, clock).published("test", item.id()));
    }

    private void fallBackTo(long position) {
        database.inTransaction(each -> {
            each.createNativeQuery("delete from content_change where position > " + position)
                    .executeUpdate();
            each.createNativeQuery("update content_change_head set position = " + position)
                    .executeUpdate();
        });
    }

    private SearchResult search(String typed) {
        return service.search(new SearchRequest(
                typed, List.of(), Map.of(), List.of(SearchService.KIND), SearchRequest.Order.RELEVANCE, 0, 20, true));
    }

    private static String word(int i) {
        return List.of("hộ tịch", "đất đai", "đường bộ", "giáo dục", "y tế", "lao động", "thuế")
                .get(i % 7);
    }

    private static String body(int i) {
        return IntStream.range(0, 40).mapToObj(n -> word(i + n) + " " + (i * n)).collect(Collectors.joining(" "));
    }

    private static SearchDocument item(String id, String title, String body) {
        return new SearchDocument(
                "test", id, title, "/thu/" + id, body, List.of(), Map.of(), Map.of(), Instant.EPOCH, false);
    }

    private SearchSource source(Consumer<String> before) {
        return new SearchSource() {
            @Override
            public String kind() {
                return "test";
            }

            @Override
            public void each(Consumer<SearchDocument> visitor) {
                before.accept("");
                published.values().forEach(visitor);
            }

            @Override
            public SearchSource over(EntityManager em) {
                return this;
            }

            @Override
            public String place() {
                return "thu";
            }

            @Override
            public long lastKey() {
                return 0;
            }

            @Override
            public Optional<Instant> changed(long after, long until) {
                return Optional.empty();
            }

            @Override
            public List<PublicItem> items(long after, long until) {
                return List.of();
            }

            @Override
            public Optional<SearchDocument> one(String id) {
                before.accept(id);
                return Optional.ofNullable(published.get(id));
            }
        };
    }

    @SuppressWarnings({"unchecked", "UnnecessaryAssignment"})
    private Sources sources(SearchSource... given) {
        var all = given.length == 0 ? List.of(source(id -> {})) : List.of(given);
        var sources = new Sources();
        sources.beans = (Instance<SearchSource>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "stream" -> all.stream();
                    case "iterator" -> all.iterator();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return sources;
    }
}
