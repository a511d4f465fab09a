import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.minhbach.search.IndexCheck;
import vn.minhbach.search.Sources;
import vn.minhbach.store.StandaloneDatabase;

/**
 * {@code mvn -Pcrash}: kills the portal, the import beside it and the database while they write, over and over, and says
 * whether anything that was answered as saved is gone. See src/site/markdown/crash.md.
 *
 * <p>Each round writes over every door that answers, kills somebody at a moment drawn by lot, starts what was killed, and
 * reads the database and the search index. A write that was answered must be there. One that was not answered must be there
 * as a whole or not at all. The change log must have grown by what was answered, and must have no gap.
 *
 * <p>A new kind of write is one more {@link Write} in {@link Writer#draw}, and one more line in {@link #observe}.
 *
 * <p>Settings are system properties, see {@link Settings}. Ends with 0 if nothing was lost, with 2 if something was, and with
 * 1 if it could not be told. Whatever this program starts ends with it.
 */
public final class Crash {

    private static final String USER = "quantri";
    private static final String PASSWORD = "mat-khau-thu-nghiem";
    private static final int WRITERS = 2;
    private static final int BATCH = 100; // lines of an import that are saved together
    private static final int PROCEDURES = 2_000;

    private final Settings settings = Settings.read();
    private final Path out = settings.project().resolve("target/crash");
    private final Set<Process> started = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Count>> table = new LinkedHashMap<>();
    private final Map<String, Map<Victim, Integer>> killed = new LinkedHashMap<>();
    private int failures;

    /** What a person may give on the command line. */
    private record Settings(
            Path project, Path payara, Path data, int port, int postgresPort, List<String> databases, int kills, long seed) {

        static Settings read() {
            Path project = Path.of(text("crash.project", "")).toAbsolutePath().normalize();
            return new Settings(
                    project,
                    Path.of(text("crash.payara", project + "/target/payara7")).toAbsolutePath(),
                    Path.of(text("crash.data", project + "/target/crash-data"))
                            .toAbsolutePath()
                            .normalize(),
                    Integer.parseInt(text("crash.port", "18081")),
                    Integer.parseInt(text("crash.postgres.port", "25433")),
                    List.of(text("crash.database", "h2,postgres").split(",")),
                    Integer.parseInt(text("crash.kills", "50")),
                    Long.parseLong(text("crash.seed", String.valueOf(System.currentTimeMillis()))));
        }

        private static String text(String key, String otherwise) {
            String value = System.getProperty(key, "");
            return value.isBlank() || value.startsWith("${") ? otherwise : value;
        }
    }

    /** Who is killed in a round, and how. */
    private enum Victim {
        PORTAL("portal, kill -9"),
        IMPORT("import, kill -9"),
        BOTH("portal and import, kill -9"),
        STOP("portal, told to stop"),
        STOPPING("portal, kill -9 while it stops"),
        DATABASE("database and portal, kill -9");

        final String text;

        Victim(String text) {
            this.text = text;
        }

        boolean stopsPortal() {
            return this != IMPORT;
        }
    }

    /** How many writes of one kind were sent and answered, and what became of them. */
    private static final class Count {
        int sent;
        int answered;
        int lost;
        int halves;
    }

    /** It cannot be told whether anything is lost. */
    private static final class Failure extends Exception {

        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws Exception {
        Crash crash = new Crash();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            crash.started.forEach(Process::destroyForcibly);
            crash.report(); // also of half a run, when somebody has lost patience
        }));
        int code;
        try {
            crash.run();
            code = crash.failures == 0 ? 0 : 2;
        } catch (Failure e) {
            System.out.println("crash: " + e.getMessage());
            code = 1;
        }
        System.exit(code);
    }

    private void run() throws Exception {
        Files.createDirectories(out);
        say("seed " + settings.seed() + " (repeat the same draws with -Dcrash.seed=" + settings.seed() + ")");
        Random random = new Random(settings.seed());
        for (String database : settings.databases()) {
            Store store = database.equals("postgres") ? new Postgres() : new H2();
            try {
                rounds(database, store, random);
            } finally {
                started.forEach(Process::destroyForcibly);
                store.close();
            }
        }
    }

    // Rounds
    // ----------------------------------------------------------------------------------------------------------

    private void rounds(String name, Store store, Random random) throws Exception {
        Path data = settings.data().resolve(name);
        delete(data);
        Files.createDirectories(data);
        store.start(data);
        Ledger ledger = new Ledger(table.computeIfAbsent(name, unused -> new TreeMap<>()));
        Map<Victim, Integer> victims = killed.computeIfAbsent(name, unused -> new TreeMap<>());
        Portal portal = new Portal(data, store);
        portal.start();
        check(read(store, data), ledger, data, name, 0);
        for (int round = 1; round <= settings.kills(); round++) {
            Victim victim = victim(random, store);
            boolean importing = victim == Victim.IMPORT || victim == Victim.BOTH || random.nextInt(3) == 0;
            Import run = importing ? new Import(data, store, ledger, random, name + "-" + round) : null;
            List<Writer> writers = new ArrayList<>();
            for (int i = 1; i <= WRITERS; i++) {
                writers.add(new Writer(portal, ledger, "w" + i, random.nextLong()));
            }
            writers.forEach(Writer::start);
            Instant begin = Instant.now();
            while (writers.stream().noneMatch(Writer::hasAnswer)
                    && begin.plusSeconds(60).isAfter(Instant.now())) {
                Thread.sleep(20);
            }
            if (run != null) {
                run.start();
                run.awaitFirstBatch();
            }
            Thread.sleep(random.nextInt(2_000));
            kill(victim, portal, run, store, random);
            writers.forEach(Writer::finish);
            for (Writer writer : writers) {
                writer.join();
            }
            if (victim == Victim.DATABASE) {
                store.start(data);
            }
            if (victim.stopsPortal()) {
                portal.start();
            }
            if (run != null) {
                run.finish();
            }
            victims.merge(victim, 1, Integer::sum);
            int before = failures;
            check(read(store, data), ledger, data, name, round);
            portal.awaitIndex();
            compareIndex(store, data, name, round);
            say(String.format(
                    Locale.ROOT,
                    "%s %d/%d: %s%s; %s%s",
                    name,
                    round,
                    settings.kills(),
                    victim.text,
                    run == null || victim == Victim.IMPORT || victim == Victim.BOTH ? "" : ", an import beside it",
                    ledger.summary(),
                    failures == before ? "" : "  FAILED"));
        }
        portal.stop();
    }

    private static Victim victim(Random random, Store store) {
        int lot = random.nextInt(100);
        if (store.canBeKilled() && lot < 20) {
            return Victim.DATABASE;
        }
        if (lot < 55) {
            return Victim.PORTAL;
        }
        if (lot < 63) {
            return Victim.IMPORT;
        }
        if (lot < 75) {
            return Victim.BOTH;
        }
        return lot < 85 ? Victim.STOP : Victim.STOPPING;
    }

    private static void kill(Victim victim, Portal portal, Import run, Store store, Random random) throws Exception {
        switch (victim) {
            case PORTAL -> portal.kill();
            case IMPORT -> run.kill();
            case BOTH -> {
                if (random.nextBoolean()) {
                    portal.kill();
                    Thread.sleep(random.nextInt(200));
                    run.kill();
                } else {
                    run.kill();
                    portal.kill();
                }
            }
            case STOP -> portal.stop();
            case STOPPING -> {
                portal.beginToStop();
                Thread.sleep(random.nextInt(2_500));
                portal.kill();
            }
            case DATABASE -> {
                store.kill(random);
                Thread.sleep(random.nextInt(500));
                portal.kill();
            }
        }
    }

    private void check(Observed now, Ledger ledger, Path data, String name, int round) throws IOException {
        List<String> faults = ledger.compare(now);
        if (faults.isEmpty()) {
            return;
        }
        failures++;
        Path kept = out.resolve("failed-" + name + "-" + round);
        delete(kept);
        copy(data, kept);
        say(name + " round " + round + " FAILED, its folder is kept in " + kept);
        faults.stream().limit(20).forEach(fault -> say("  " + fault));
        Files.write(kept.resolve("faults.txt"), faults);
    }

    /** What {@code mvn -Pcheck} does, here in this process. The index follows a moment later, so a difference must last. */
    private void compareIndex(Store store, Path data, String name, int round) throws Exception {
        IndexCheck.Result result = compareIndex(store, data);
        for (int i = 0; i < 5 && !result.agrees(); i++) {
            Thread.sleep(1_000);
            result = compareIndex(store, data);
        }
        if (!result.agrees()) {
            failures++;
            Path kept = out.resolve("failed-" + name + "-" + round);
            copy(data, kept);
            say(name + " round " + round + " FAILED: index and database differ, the folder is kept in " + kept);
            say("  missing " + result.missing() + ", surplus " + result.surplus() + ", different " + result.different()
                    + ", damaged " + result.damaged());
        }
    }

    private static IndexCheck.Result compareIndex(Store store, Path data) throws IOException {
        try (StandaloneDatabase database = store.open(data);
                EntityManager em = database.entityManager()) {
            return IndexCheck.compare(data.resolve("index"), Sources.over(em));
        }
    }

    // What was written, and what is there
    // ----------------------------------------------------------------------------------------------------------

    /**
     * The state of everything this program writes, by a name such as {@code word:abc}; what is not there has no entry.
     *
     * @param head the position that the change log hands out next
     * @param rows how many rows the change log has, {@code first} and {@code last} their positions
     */
    private record Observed(Map<String, String> values, long head, long rows, long first, long last) {}

    private static Observed read(Store store, Path data) {
        try (StandaloneDatabase database = store.open(data);
                EntityManager em = database.entityManager()) {
            return observe(em);
        }
    }

    /** Reads back what {@link Write}s write. */
    private static Observed observe(EntityManager em) {
        Map<String, String> values = new HashMap<>();
        rows(em, "select term, expansions from search_word", values, "word:");
        rows(em, "select query, 'first' from best_bet", values, "bet:");
        rows(em, "select phrase, 'denied' from denied_suggestion", values, "denied:");
        rows(em, "select code, title from procedure_record", values, "procedure:");
        Object[] log = (Object[]) em.createNativeQuery("select (select position from content_change_head), count(*),"
                        + " coalesce(min(position), 0), coalesce(max(position), 0) from content_change")
                .getSingleResult();
        return new Observed(values, number(log[0]), number(log[1]), number(log[2]), number(log[3]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static void rows(EntityManager em, String query, Map<String, String> values, String prefix) {
        for (Object row : em.createNativeQuery(query).getResultList()) {
            Object[] columns = (Object[]) row;
            values.put(prefix + columns[0], String.valueOf(columns[1]));
        }
    }

    /** What may be in the database, and what must. */
    private static final class Ledger {

        private final Map<String, Count> counts;

        /** By name: every state that may be found; one state only if the last write was answered. */
        private final Map<String, Set<Optional<String>>> possible = new TreeMap<>();

        private final Map<String, String> kinds = new HashMap<>();

        /** Names that are written together or not at all. */
        private final List<Map<String, String>> together = new ArrayList<>();

        private long position;
        private long answeredChanges;
        private int round;

        Ledger(Map<String, Count> counts) {
            this.counts = counts;
        }

        /** A write is about to be sent: from now on its outcome may be found. */
        synchronized void sent(String kind, Map<String, Optional<String>> wanted) {
            counts.computeIfAbsent(kind, unused -> new Count()).sent++;
            wanted.forEach((name, value) -> {
                possible.computeIfAbsent(name, unused -> new LinkedHashSet<>(Set.of(Optional.empty())))
                        .add(value);
                kinds.put(name, kind);
            });
            if (wanted.size() > 1) {
                Map<String, String> all = new HashMap<>();
                wanted.forEach((name, value) -> all.put(name, value.orElse("")));
                together.add(all);
            }
        }

        /** It was answered: from now on nothing else may be found. */
        synchronized void answered(String kind, Map<String, Optional<String>> wanted) {
            counts.get(kind).answered++;
            round++;
            answeredChanges += wanted.size();
            wanted.forEach((name, value) -> possible.put(name, new LinkedHashSet<>(Set.of(value))));
        }

        /** Holds what is there against what may be there, and takes it over as known. */
        synchronized List<String> compare(Observed now) {
            List<String> faults = new ArrayList<>();
            possible.forEach((name, states) -> {
                Optional<String> found = Optional.ofNullable(now.values().get(name));
                if (!states.contains(found)) {
                    Count count = counts.get(kinds.get(name));
                    if (states.size() == 1) {
                        count.lost++;
                    } else {
                        count.halves++;
                    }
                    faults.add(name + " is " + found + ", expected " + states);
                }
                states.clear();
                states.add(found);
            });
            for (Map<String, String> batch : together) {
                long there = batch.entrySet().stream()
                        .filter(each -> each.getValue().equals(now.values().get(each.getKey())))
                        .count();
                if (there != 0 && there != batch.size()) {
                    counts.get(kinds.get(batch.keySet().iterator().next())).halves++;
                    faults.add(there + " of " + batch.size() + " lines of one batch are there: "
                            + batch.keySet().stream().sorted().limit(3).toList() + " …");
                }
            }
            together.clear();
            if (now.head() < position + answeredChanges) {
                faults.add("the change log stands at " + now.head() + " after " + position + " and " + answeredChanges
                        + " answered changes");
            }
            if (now.head() != now.last() || now.rows() != now.last() - now.first() + 1 && now.rows() != 0) {
                faults.add("the change log has a gap: " + now.rows() + " rows from " + now.first() + " to " + now.last()
                        + ", head " + now.head());
            }
            position = now.head();
            answeredChanges = 0;
            return faults;
        }

        synchronized String summary() {
            String text = round + " answered, " + counts.values().stream().mapToInt(count -> count.sent).sum() + " sent in all, log at "
                    + position;
            round = 0;
            return text;
        }
    }

    // Writes
    // ----------------------------------------------------------------------------------------------------------

    /** One write over the desk. */
    private interface Write {

        /** What the table calls it. */
        String kind();

        /** What will be found afterwards, by name; empty for what is gone. */
        Map<String, Optional<String>> wanted();

        /** Sends it. True only for an answer that says it was saved. */
        boolean send(Desk desk) throws IOException, InterruptedException;
    }

    /** Somebody at the desk, who writes until the portal is gone. */
    private static final class Writer extends Thread {

        private final Portal portal;
        private final Ledger ledger;
        private final String name;
        private final Random random;

        /** What this writer wrote and had answered, by name, and in what state it is. */
        private final Map<String, String> written = new LinkedHashMap<>();

        /** The removal that the page before us offers to take back. */
        private Remove removal;

        private volatile boolean finished;
        private volatile boolean hasAnswer;
        private int number;

        Writer(Portal portal, Ledger ledger, String name, long seed) {
            super("writer-" + name);
            setDaemon(true);
            this.portal = portal;
            this.ledger = ledger;
            this.name = name;
            this.random = new Random(seed);
        }

        boolean hasAnswer() {
            return hasAnswer;
        }

        void finish() {
            finished = true;
        }

        @Override
        public void run() {
            Desk desk = new Desk(portal.url());
            boolean signedIn = false;
            int misses = 0;
            while (!finished && misses < 200) {
                try {
                    if (!signedIn) {
                        desk.signIn();
                        signedIn = true;
                    }
                    Write write = draw(desk);
                    ledger.sent(write.kind(), write.wanted());
                    removal = null;
                    write.wanted().keySet().forEach(written::remove);
                    if (write.send(desk)) {
                        ledger.answered(write.kind(), write.wanted());
                        hasAnswer = true;
                        misses = 0;
                        write.wanted().forEach((what, state) -> state.ifPresent(value -> written.put(what, value)));
                        removal = write instanceof Remove removed ? removed : null;
                    } else {
                        misses++;
                    }
                } catch (IOException | IllegalStateException e) {
                    misses++;
                    signedIn = signedIn && !(e instanceof IllegalStateException);
                    try {
                        Thread.sleep(50);
                    } catch (InterruptedException interrupted) {
                        return;
                    }
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        /** The next write: new things mostly, now and then a change or a removal of what this writer wrote before. */
        private Write draw(Desk desk) {
            if (removal != null && random.nextBoolean()) {
                return new Undo(removal);
            }
            String id = "thử " + Long.toString(System.nanoTime(), 36) + " " + name + " " + ++number;
            int lot = random.nextInt(10);
            if (lot < 4) {
                List<String> known = written.keySet().stream()
                        .filter(what -> lot >= 2 || what.startsWith("word:"))
                        .toList();
                if (!known.isEmpty()) {
                    String what = known.get(random.nextInt(known.size()));
                    return lot < 2
                            ? new KeepWord("word, changed", what.substring(5), "nghĩa mới " + id)
                            : Remove.of(what, written.get(what));
                }
            }
            return switch (lot) {
                case 4, 5 -> new AddBet(id, desk.someItem());
                case 6 -> new Deny(id);
                default -> new KeepWord("word, added", id, "nghĩa " + id);
            };
        }
    }

    private record KeepWord(String kind, String term, String meaning) implements Write {

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of("word:" + term, Optional.of(meaning));
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            String form = Desk.WORDS + "/soan";
            if (kind.endsWith("changed")) {
                Optional<Element> link = desk.row(desk.list(term), term).map(row -> row.selectFirst("a[href*=ma=]"));
                if (link.isEmpty()) {
                    return false;
                }
                form = link.get().absUrl("href");
            }
            return desk.saved(desk.submit(desk.get(form), "term", Map.of("term", term, "expansions", meaning)));
        }
    }

    private record AddBet(String query, String item) implements Write {

        @Override
        public String kind() {
            return "best bet, added";
        }

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of("bet:" + query, Optional.of("first"));
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            Document page = desk.get(Desk.BETS);
            return desk.saved(desk.submit(page, "address", Map.of("query", query, "address", item)));
        }
    }

    private record Deny(String phrase) implements Write {

        @Override
        public String kind() {
            return "denied phrase, added";
        }

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of("denied:" + phrase, Optional.of("denied"));
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            return desk.saved(desk.submit(desk.get(Desk.BETS), "phrase", Map.of("phrase", phrase)));
        }
    }

    /** Takes something out of a list. What it was is remembered, for it may be wanted back. */
    private record Remove(String kind, String view, String what, String was) implements Write {

        static Remove of(String what, String was) {
            return switch (what.substring(0, what.indexOf(':'))) {
                case "word" -> new Remove("word, removed", Desk.WORDS, what, was);
                case "bet" -> new Remove("best bet, removed", Desk.BETS, what, was);
                default -> new Remove("denied phrase, removed", Desk.BETS, what, was);
            };
        }

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of(what, Optional.empty());
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            String text = what.substring(what.indexOf(':') + 1);
            Document page = view.equals(Desk.WORDS) ? desk.list(text) : desk.get(view);
            Optional<Element> button = desk.row(page, text).map(row -> row.selectFirst("button[name$=:remove]"));
            return button.isPresent() && desk.saved(desk.press(button.get()));
        }
    }

    /** Takes a removal back, on the page that tells of it. */
    private record Undo(Remove removal) implements Write {

        @Override
        public String kind() {
            return "removal, taken back";
        }

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of(removal.what(), Optional.of(removal.was()));
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            Element button = desk.page().selectFirst("[role=status] button[name=undo:row]");
            return button != null && desk.saved(desk.press(button));
        }
    }

    /** The back office over HTTP: everything that knows how its pages look. */
    private static final class Desk {

        static final String WORDS = "/quan-tri/tu-dong-nghia";
        static final String BETS = "/quan-tri/ket-qua-uu-tien";

        private final String base;
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        private String item = "";
        private Document page = new Document("");

        Desk(String base) {
            this.base = base;
        }

        /** Fills the form that asks for a password. */
        void signIn() throws IOException, InterruptedException {
            Document shown = get("/quan-tri");
            Element password = shown.selectFirst("form input[type=password]");
            if (password != null) {
                Element form = password.closest("form");
                Element name = form.selectFirst("input[type=text], input:not([type])");
                shown = send(form, Map.of(name.attr("name"), USER, password.attr("name"), PASSWORD), null);
            }
            if (shown.selectFirst("form input[type=password]") != null || shown.selectFirst("form[action*=dang-xuat]") == null) {
                throw new IllegalStateException("signing in failed: " + shown.title());
            }
            if (item.isEmpty()) {
                Element link = get("/tin-tuc").selectFirst("main a[href*=/bai-viet/]");
                item = link == null ? "" : URI.create(link.absUrl("href")).getPath();
            }
        }

        /** The last page that was shown. */
        Document page() {
            return page;
        }

        /** The list of words, only those that hold a text. */
        Document list(String text) throws IOException, InterruptedException {
            return get(WORDS + "?loc=" + encode(text));
        }

        /** The address of something public. */
        String someItem() {
            return item;
        }

        Document get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path)).GET());
        }

        /** Fills the form that has a field of this name, and presses its first button. */
        Document submit(Document page, String field, Map<String, String> values) throws IOException, InterruptedException {
            Element input = field(page, field);
            Element form = input.closest("form");
            Map<String, String> filled = new HashMap<>();
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled.put(field(form, value.getKey()).attr("name"), value.getValue());
            }
            Element button = form.select("button[type=submit], input[type=submit]").stream()
                    .filter(each -> each.closest("table") == null)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no button beside " + field));
            return send(form, filled, button);
        }

        /** A button may stand outside of its form, and name it. */
        Document press(Element button) throws IOException, InterruptedException {
            Element form = button.hasAttr("form")
                    ? button.ownerDocument().getElementById(button.attr("form"))
                    : button.closest("form");
            return send(form, Map.of(), button);
        }

        private static Element field(Element within, String name) {
            Element field = within.selectFirst("[name$=:" + name + "], [name=" + name + "]");
            if (field == null) {
                throw new IllegalStateException("no field " + name);
            }
            return field;
        }

        /** The row of a table that shows a text. */
        Optional<Element> row(Document page, String text) {
            return page.select("tbody tr").stream()
                    .filter(row -> row.select("td").stream().anyMatch(cell -> cell.text().endsWith(text)))
                    .findFirst();
        }

        /** Whether the page says that it was saved, in its messages; a redirect alone says nothing. */
        boolean saved(Document page) {
            return page.selectFirst("[role=status] .notice.good") != null;
        }

        private Document send(Element form, Map<String, String> values, Element button)
                throws IOException, InterruptedException {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Element input : form.select("input[name], select[name], textarea[name]")) {
                switch (input.tagName().equals("input") ? input.attr("type") : input.tagName()) {
                    case "submit", "button", "image", "file" -> {}
                    case "checkbox", "radio" -> {
                        if (input.hasAttr("checked")) {
                            fields.put(input.attr("name"), input.attr("value"));
                        }
                    }
                    case "select" -> {
                        Element chosen = input.selectFirst("option[selected]");
                        Element option = chosen == null ? input.selectFirst("option") : chosen;
                        if (option != null) {
                            fields.put(input.attr("name"), option.attr("value"));
                        }
                    }
                    case "textarea" -> fields.put(input.attr("name"), input.wholeText());
                    default -> fields.put(input.attr("name"), input.attr("value"));
                }
            }
            fields.putAll(values);
            if (button != null) {
                fields.put(button.attr("name"), button.attr("value"));
            }
            String body = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            String action = form.absUrl("action");
            return send(HttpRequest.newBuilder(URI.create(action.isEmpty() ? form.baseUri() : action))
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .header("Origin", base)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private Document send(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer = http.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200 && answer.statusCode() != 422) { // 422 shows a form with its errors
                throw new IOException(answer.statusCode() + " from " + answer.uri());
            }
            page = Jsoup.parse(answer.body(), answer.uri().toString());
            return page;
        }

        static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** The import command beside the portal. What it prints as saved is answered. */
    private final class Import {

        private static final String KIND = "import, batch of lines";
        private static final Pattern SAVED = Pattern.compile("đã lưu xong (\\d+) dòng");

        private final Path data;
        private final Store store;
        private final Ledger ledger;
        private final Path file;
        private final Path log;
        private final List<Map<String, Optional<String>>> batches = new ArrayList<>();
        private Process process;

        Import(Path data, Store store, Ledger ledger, Random random, String name) throws IOException {
            this.data = data;
            this.store = store;
            this.ledger = ledger;
            this.file = data.resolve("import.jsonl");
            this.log = out.resolve("import.log");
            List<String> lines = new ArrayList<>();
            int first = random.nextInt(PROCEDURES);
            int count = BATCH * (10 + random.nextInt(10));
            for (int i = 0; i < count; i += BATCH) {
                Map<String, Optional<String>> batch = new HashMap<>();
                for (int j = i; j < i + BATCH; j++) {
                    String code = String.format(Locale.ROOT, "9.%06d", (first + j) % PROCEDURES);
                    String title = "Thủ tục thử " + code + " của lần " + name;
                    batch.put("procedure:" + code, Optional.of(title));
                    lines.add(Json.createObjectBuilder()
                            .add("code", code)
                            .add("title", title)
                            .add("steps", "Bước 1: Nộp hồ sơ. ".repeat(20))
                            .build()
                            .toString());
                }
                batches.add(batch);
            }
            Files.write(file, lines);
        }

        void start() throws IOException {
            batches.forEach(batch -> ledger.sent(KIND, batch));
            Files.deleteIfExists(log);
            process = command(data, store, log, "vn.minhbach.tools.ImportCommand", List.of(file.toString()));
        }

        void awaitFirstBatch() throws IOException, InterruptedException {
            while (process.isAlive() && !Files.readString(log).contains("đã lưu xong")) {
                Thread.sleep(10);
            }
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        /** Waits until it has ended, and takes down what it said. */
        void finish() throws IOException, InterruptedException {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            long saved = 0;
            Matcher matcher = SAVED.matcher(Files.readString(log));
            while (matcher.find()) {
                saved = Long.parseLong(matcher.group(1));
            }
            for (int i = 0; i < saved / BATCH; i++) {
                ledger.answered(KIND, batches.get(i));
            }
        }
    }

    // Processes
    // ----------------------------------------------------------------------------------------------------------

    /** The portal as {@code mvn -Prun} starts it. */
    private final class Portal {

        private final Path data;
        private final Store store;
        private Process process;

        Portal(Path data, Store store) {
            this.data = data;
            this.store = store;
        }

        String url() {
            return "http://localhost:" + settings.port();
        }

        void start() throws Exception {
            Map<String, String> environment = new HashMap<>(store.environment());
            environment.put("PORTAL_ADMIN_USER", USER);
            environment.put("PORTAL_ADMIN_PASSWORD", PASSWORD);
            List<String> command = List.of(
                    java(),
                    "@" + settings.project().resolve("config/payara/jvm.options"),
                    "-XX:TieredStopAtLevel=1", // started a hundred times, it never gets warm
                    "-cp",
                    settings.project().resolve("target/launcher-run.jar") + ":"
                            + settings.payara().resolve("glassfish/modules/glassfish.jar"),
                    "vn.minhbach.tools.run.RunPortal",
                    "--payara",
                    settings.payara().toString(),
                    "--war",
                    settings.project().resolve("target/minhbach").toString(),
                    "--data",
                    data.toString(),
                    "--port",
                    String.valueOf(settings.port()));
            Path log = out.resolve("portal.log");
            process = Crash.this.start(command, log, environment);
            // The launcher speaks when everything serves. Asked before, the server would answer for half an application.
            for (Instant end = Instant.now().plusSeconds(300);
                    process.isAlive() && !Files.readString(log).contains("Ctrl-C") && Instant.now().isBefore(end); ) {
                Thread.sleep(100);
            }
            awaitIndex();
        }

        /** Waits until the portal serves and its index has followed the log. */
        void awaitIndex() throws Exception {
            Pattern index = Pattern.compile("\"index\"\\s*:\\s*\"READY\"");
            Pattern position = Pattern.compile("\"(index|log)Position\"\\s*:\\s*\"?(\\d+)");
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            for (Instant end = Instant.now().plusSeconds(300); Instant.now().isBefore(end); Thread.sleep(100)) {
                if (!process.isAlive()) {
                    throw new Failure("the portal does not start, see " + out.resolve("portal.log") + " and "
                            + data.resolve("log/server.log"));
                }
                try {
                    String health = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                    List<String> positions = position.matcher(health)
                            .results()
                            .map(found -> found.group(2))
                            .toList();
                    if (index.matcher(health).find()
                            && positions.size() == 2
                            && positions.get(0).equals(positions.get(1))) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
            }
            throw new Failure("the portal was not ready after five minutes, see " + data.resolve("log/server.log"));
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void beginToStop() {
            process.destroy();
        }

        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    /** A database that this program owns. */
    private interface Store {

        void start(Path data) throws Exception;

        boolean canBeKilled();

        void kill(Random random) throws Exception;

        /** What portal and commands are told of it. */
        Map<String, String> environment();

        /** Opens it beside the portal, as a command does. */
        StandaloneDatabase open(Path data);

        void close() throws Exception;
    }

    /** The file in the data folder, opened by the portal. */
    private static final class H2 implements Store {

        @Override
        public void start(Path data) {
            // The portal opens it.
        }

        @Override
        public boolean canBeKilled() {
            return false;
        }

        @Override
        public void kill(Random random) {
            throw new IllegalStateException("H2 lives in the portal");
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public StandaloneDatabase open(Path data) {
            System.setProperty("portal.data", data.toString());
            return StandaloneDatabase.open();
        }

        @Override
        public void close() {
            // It went with the portal.
        }
    }

    /** A PostgreSQL server beside the portal, with the durability that it has by itself. */
    private final class Postgres implements Store {

        private EmbeddedPostgres server;
        private Path folder;

        @Override
        public void start(Path data) throws Exception {
            boolean first = folder == null;
            folder = settings.data().resolve("postgres-server");
            if (first) {
                delete(folder);
            }
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.toFile())
                    .setCleanDataDirectory(false) // it would be empty after the first kill
                    .setPort(settings.postgresPort())
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_prepared_transactions", "32")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            if (first) {
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create user portal password 'portal'");
                    statement.execute("create database portal owner portal");
                }
            }
        }

        @Override
        public boolean canBeKilled() {
            return true;
        }

        /** All its processes at once with SIGKILL, or its own immediate shutdown, which saves nothing either. */
        @Override
        public void kill(Random random) throws Exception {
            long pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            if (random.nextBoolean()) {
                List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .toList();
                all.forEach(ProcessHandle::destroyForcibly);
            } else {
                new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
            }
            postmaster.onExit().get(30, TimeUnit.SECONDS);
            // SIGKILL leaves it behind, and its number may be another process by now.
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
            close(); // lets go of the folder; there is nothing to stop any more
        }

        @Override
        public Map<String, String> environment() {
            return Map.of(
                    "PORTAL_DS_CLASS", "org.postgresql.xa.PGXADataSource",
                    "PORTAL_DS_URL", url(),
                    "PORTAL_DS_USER", "portal",
                    "PORTAL_DS_PASSWORD", "portal");
        }

        private String url() {
            return "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/portal";
        }

        @Override
        public StandaloneDatabase open(Path data) {
            return StandaloneDatabase.open(url(), "portal", "portal");
        }

        @Override
        public void close() throws IOException {
            if (server != null) {
                server.close();
            }
        }
    }

    /** One of the portal's commands on the same data. */
    private Process command(Path data, Store store, Path log, String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file=" + settings.project().resolve("config/commands-logging.properties"),
                "-Dportal.data=" + data,
                "-cp",
                System.getProperty("java.class.path"),
                program));
        command.addAll(arguments);
        return start(command, log, store.environment());
    }

    private Process start(List<String> command, Path log, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // Settings of a real portal must not lead this one to its data.
        builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        process.onExit().thenAccept(started::remove);
        return process;
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    // Report
    // ----------------------------------------------------------------------------------------------------------

    private void report() {
        StringBuilder text = new StringBuilder();
        killed.forEach((name, victims) -> {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%s: %d kills (%s)%n%n",
                    name,
                    victims.values().stream().mapToInt(Integer::intValue).sum(),
                    victims.entrySet().stream()
                            .map(each -> each.getValue() + " × " + each.getKey().text)
                            .collect(Collectors.joining(", "))));
            text.append("| write | sent | answered | lost | half written |\n|---|--:|--:|--:|--:|\n");
            table.getOrDefault(name, Map.of())
                    .forEach((kind, count) -> text.append(String.format(
                            Locale.ROOT,
                            "| %s | %d | %d | %d | %d |%n",
                            kind,
                            count.sent,
                            count.answered,
                            count.lost,
                            count.halves)));
        });
        text.append(String.format(
                "%nseed %d; %s%n",
                settings.seed(),
                failures == 0 ? "nothing that was answered is lost" : failures + " rounds FAILED"));
        System.out.println(text);
        try {
            Files.writeString(out.resolve("report.md"), text);
        } catch (IOException e) {
            System.out.println("crash: the report could not be kept: " + e);
        }
    }

    private static void say(String line) {
        System.out.printf("%tT %s%n", System.currentTimeMillis(), line);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** Without the server's own folder, which is made at every start. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(each -> !each.startsWith(from.resolve("server"))).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
