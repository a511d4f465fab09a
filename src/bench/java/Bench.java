import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code mvn -Pbench}: fills a portal of its own, starts it with and without its page cache, drives it with {@code wrk} and
 * says what a request costs. See src/site/markdown/performance.md.
 *
 * <p>Settings are system properties, see {@link Settings}; the class path holds the portal's classes, for the import and for
 * {@code Content.java}. Whatever this program starts ends with it.
 */
public final class Bench {

    private static final String BROWSER_ENCODINGS = "gzip, deflate, br, zstd";
    private static final int CONNECTIONS = 16;
    private static final int ARTICLES = 5_000;
    private static final int PROCEDURES = 2_849;
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux
    private static final double MEBIBYTE = 1024.0; // in kB, as /proc counts
    private static final int SEED = 20_261_129;
    private static final int ADDRESSES = 200;
    private static final int TURNS = 8;

    /** In an address: a number that no request had before, and nothing; both are put in when the request is made. */
    private static final String EVER_NEW = "{n}";

    private static final String NOTHING = "{0}";

    // The targets
    private static final double PAGE_CPU = 1.5;
    private static final double PAGE_RATE = 1_000;
    private static final double SHORT_CPU = .35;
    private static final double SEARCH_CPU = 3;
    private static final double SEARCH_P99 = 25;
    private static final double CACHED_CPU = 1.5;
    private static final double DEEP_CPU = 1.3;
    private static final double SAME = .1;
    private static final double MEMORY = 850;
    private static final double SUBMIT_P99 = 300;
    private static final double QUEUE_P50 = 150;
    private static final double FOUND_P50 = 100;
    private static final double READING = .7;
    private static final double GROWTH = 1.1;

    private final Settings settings = Settings.read();
    private final Path out = settings.project().resolve("target/bench");
    private final Set<Process> started = ConcurrentHashMap.newKeySet();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StringBuilder report = new StringBuilder();
    private final Map<String, Object> json = new LinkedHashMap<>();

    // What was found, by the target's name
    private List<Target> targets = List.of();
    private final Map<String, Run> cached = new LinkedHashMap<>();
    private final Map<String, Run> files = new LinkedHashMap<>();
    private final Map<String, Run> uncached = new LinkedHashMap<>();
    private final Map<String, Memory> memory = new LinkedHashMap<>();
    private final List<Turn> turns = new ArrayList<>();

    /** By the name of the database. */
    private final Map<String, Map<String, Double>> inboxes = new LinkedHashMap<>();

    private Optional<Soak> soak = Optional.empty();

    /** What a person may give on the command line. */
    private record Settings(
            Path project,
            Path payara,
            Path data,
            int port,
            String file,
            int seconds,
            int warmUp,
            int soak,
            int rate,
            int submitting,
            int items,
            List<String> databases,
            boolean fresh,
            boolean profile,
            List<String> only) {

        private static final List<String> PARTS = List.of("cached", "uncached", "inbox", "board");

        /** Whether a part of the benchmark is wanted; all are, unless some are named. */
        boolean wants(String part) {
            return only.contains(part) || only.stream().noneMatch(PARTS::contains);
        }

        /** Whether a comparison in turns is wanted: all or none are. */
        boolean asksForTurns() {
            return asksFor("turns");
        }

        /** Whether a target is wanted, likewise. */
        boolean asksFor(String target) {
            return only.contains(target) || PARTS.containsAll(only);
        }

        static Settings read() {
            boolean quick = Boolean.getBoolean("bench.quick");
            Path project = Path.of(text("bench.project", "")).toAbsolutePath().normalize();
            return new Settings(
                    project,
                    Path.of(text("bench.payara", project + "/target/payara7")).toAbsolutePath(),
                    Path.of(text("bench.data", project + "/target/bench-data"))
                            .toAbsolutePath()
                            .normalize(),
                    number("bench.port", 18_080),
                    text("bench.file", ""),
                    number("bench.seconds", quick ? 5 : 20),
                    number("bench.warmup", quick ? 0 : 120),
                    number("bench.soak", 0),
                    number("bench.rate", quick ? 50 : 200),
                    number("bench.submitting", quick ? 10 : 60),
                    number("bench.items", quick ? 10_000 : 100_000),
                    List.of(text("bench.database", "h2,postgres").split(",")),
                    Boolean.parseBoolean(text("bench.fresh", "true")),
                    Boolean.getBoolean("bench.profile"),
                    List.of(text("bench.only", "").split(",")).stream()
                            .filter(name -> !name.isBlank())
                            .map(String::strip)
                            .toList());
        }

        private static String text(String key, String otherwise) {
            String value = System.getProperty(key, "");
            return value.isBlank() || value.startsWith("${") ? otherwise : value;
        }

        private static int number(String key, int otherwise) {
            return Integer.parseInt(text(key, String.valueOf(otherwise)));
        }
    }

    private enum Kind {
        PAGE,
        SEARCH
    }

    /** Something to ask for: one address, or many in turn. */
    private record Target(String name, Kind kind, List<String> paths, int bytes) {}

    /** What one run of wrk found. Times in milliseconds; {@code others} is the share of the CPUs that somebody else used. */
    private record Run(
            long requests,
            double rate,
            double p50,
            double p99,
            long httpErrors,
            long socketErrors,
            double cpu,
            double others) {

        long errors() {
            return httpErrors + socketErrors;
        }
    }

    /** Two things asked for in turn, so that whatever else the machine does falls on both alike. */
    private record Pair(String name, String first, List<String> plain, String second, List<String> other, boolean depth) {}

    /** What came out; {@code verdict} says whether the second is as it should be beside the first. */
    private record Turn(Pair pair, Sum plain, Sum other) {

        double cpu() {
            return other.cpu() / plain.cpu();
        }

        double rate() {
            return other.rate() / plain.rate();
        }

        String verdict() {
            return pair.depth()
                    ? met("≤ 1.3 × the CPU", cpu() <= DEEP_CPU)
                    : met("rate within 10 %", Math.abs(1 - rate()) <= SAME);
        }
    }

    /** Several runs of the same together: CPU milliseconds and rate per request. */
    private record Sum(long requests, double rate, double cpu, long errors) {

        static Sum of(List<Run> runs) {
            long requests = runs.stream().mapToLong(Run::requests).sum();
            double seconds =
                    runs.stream().mapToDouble(run -> run.requests() / run.rate()).sum();
            double cpu = runs.stream()
                    .mapToDouble(run -> run.cpu() * run.requests())
                    .sum();
            return new Sum(
                    requests,
                    requests / seconds,
                    cpu / Math.max(1, requests),
                    runs.stream().mapToLong(Run::errors).sum());
        }
    }

    private record Memory(long rss, long peak, int files) {}

    private record Soak(
            List<String> lines,
            long requests,
            long errors,
            double heapBefore,
            double heapAfter,
            long rssBefore,
            long rssAfter) {}

    /** A server that this program started. */
    private record Server(Process process, int port) {

        String address() {
            return "http://127.0.0.1:" + port;
        }

        /** CPU time in seconds of the process and all its descendants, also of those that have ended. */
        double cpu() throws IOException {
            double ticks = ticks(process.pid());
            for (ProcessHandle child : process.descendants().toList()) {
                ticks += ticks(child.pid());
            }
            return ticks / TICKS_PER_SECOND;
        }

        Memory memory() throws IOException {
            Map<String, Long> status = new LinkedHashMap<>();
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                    status.put(line.substring(0, 5), Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
            try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
                return new Memory(
                        status.getOrDefault("VmRSS", 0L), status.getOrDefault("VmHWM", 0L), (int) files.count());
            }
        }
    }

    /** utime, stime, cutime, cstime of /proc/pid/stat. */
    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Arrays.stream(fields, 11, 15).mapToLong(Long::parseLong).sum();
        } catch (IOException e) {
            return 0; // it ended meanwhile; its parent has its time now
        }
    }

    public static void main(String[] args) throws Exception {
        Bench bench = new Bench();
        Runtime.getRuntime().addShutdownHook(new Thread(bench::stopAll));
        endWithParent();
        try {
            bench.run();
        } catch (Failure e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
        System.exit(bench.isLossless() ? 0 : 2);
    }

    /** Whether all that was acknowledged is there, once. A target that is missed is another matter. */
    private boolean isLossless() {
        return inboxes.values().stream().allMatch(inbox -> inbox.get("lost") == 0 && inbox.get("twice") == 0);
    }

    /** Something that the person in front of it can mend. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    private void run() throws Exception {
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        if (!settings.only().isEmpty()) {
            say("only " + settings.only());
        }
        Files.createDirectories(out);
        needWrk();
        machine(load);
        if (settings.wants("cached") || settings.wants("uncached") || settings.wants("inbox")) {
            pages();
        }
        if (settings.wants("board")) {
            board();
        }
        write();
    }

    /** What everybody reads. */
    private void pages() throws Exception {
        if (settings.wants("cached") || settings.wants("uncached")) {
            speed(chosen(local()));
        }
        if (settings.wants("inbox")) {
            for (String database : settings.databases()) {
                if (database.equals("postgres")) {
                    try (EmbeddedPostgres server = postgres()) {
                        say("PostgreSQL at port " + server.getPort());
                        inbox(new Ground(database, besides("-postgres"), POSTGRES));
                    }
                } else {
                    inbox(local());
                }
            }
        }
    }

    /**
     * What a portal stands on.
     *
     * @param environment by which portal and commands find their database
     */
    private record Ground(String database, Path data, Map<String, String> environment) {

        /** That and more. */
        Map<String, String> with(Map<String, String> more) {
            Map<String, String> both = new LinkedHashMap<>(environment);
            both.putAll(more);
            return both;
        }
    }

    private Ground local() {
        return new Ground("h2", settings.data(), Map.of());
    }

    private Path besides(String ending) {
        return settings.data().resolveSibling(settings.data().getFileName() + ending);
    }

    private static final int POSTGRES_PORT = 25_435;

    private static final Map<String, String> POSTGRES = Map.of(
            "PORTAL_DS_CLASS", "org.postgresql.xa.PGXADataSource",
            "PORTAL_DS_URL", "jdbc:postgresql://127.0.0.1:" + POSTGRES_PORT + "/portal",
            "PORTAL_DS_USER", "portal",
            "PORTAL_DS_PASSWORD", "portal");

    /** A PostgreSQL server as it is by itself, on the disk. */
    private EmbeddedPostgres postgres() throws Exception {
        Path folder = besides("-postgres-server");
        boolean first = settings.fresh() || !Files.exists(folder.resolve("PG_VERSION"));
        if (first) {
            delete(folder);
        }
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.toFile())
                .setCleanDataDirectory(false)
                .setPort(POSTGRES_PORT)
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
        return server;
    }

    /** The addresses that are asked for, of a portal that is filled if it is not yet. */
    private Properties chosen(Ground ground) throws Exception {
        Path file = ground.data().resolve("targets.properties");
        // The cached pages and the inbox of H2 stand on the same.
        if (filled.add(ground.data()) && settings.fresh() || !Files.exists(file)) {
            fill(ground);
        }
        Properties chosen = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            chosen.load(in);
        }
        line("Content (" + ground.database() + "): " + chosen.getProperty("procedures") + " procedures, "
                + chosen.getProperty("articles") + " articles.");
        return chosen;
    }

    private final Set<Path> filled = new java.util.HashSet<>();

    private void speed(Properties chosen) throws Exception {
        if (settings.wants("cached")) {
            cached(chosen);
        }
        if (settings.wants("uncached")) {
            uncached(chosen);
        }
    }

    private void cached(Properties chosen) throws Exception {
        Server portal = portal("cached", "64");
        targets = targets(portal, chosen);
        // Comparisons in turns need no plain file beside them.
        Optional<Server> plain = targets.isEmpty() ? Optional.empty() : Optional.of(fileServer(targets));
        warmUp(portal, "warm-up", mixed(targets), settings.warmUp());
        if (plain.isPresent()) {
            warmUp(plain.get(), "warm-up, files", files(targets), settings.warmUp() / 4);
        }
        memory.put("cached, before", portal.memory());
        for (Target target : targets) {
            files.put(
                    target.name(), drive(plain.orElseThrow(), target.name() + ", file", files(List.of(target)), settings.seconds()));
            cached.put(target.name(), drive(portal, target.name() + ", cached", target.paths(), settings.seconds()));
        }
        inTurn(portal, strangers(chosen));
        memory.put("cached, after", portal.memory());
        if (plain.isPresent()) {
            stop(plain.get().process());
        }
        stop(portal.process());
    }

    private void uncached(Properties chosen) throws Exception {
        Server portal = portal("uncached", "0");
        targets = targets(portal, chosen);
        warmUp(portal, "warm-up", mixed(targets), settings.warmUp());
        memory.put("uncached, before", portal.memory());
        for (Target target : targets) {
            startProfile(portal);
            uncached.put(
                    target.name(), drive(portal, target.name() + ", uncached", target.paths(), settings.seconds()));
            stopProfile(portal, target);
        }
        inTurn(portal, depths(portal));
        memory.put("uncached, after", portal.memory());
        if (settings.soak() > 0) {
            soak = Optional.of(soak(portal, targets));
            memory.put("after the soak", portal.memory());
        }
        stop(portal.process());
    }

    /** The editors' screens, over a data folder of their own. */
    private void board() throws Exception {
        Path data = settings.data().resolveSibling(settings.data().getFileName() + "-board");
        makeFolder(data);
        Server portal = portal("board", data, Map.of());
        Path table = out.resolve("board.md");
        command(local(), "board-desks", "Board.java", portal.address(), data.toString(), table.toString());
        line("");
        line("The editors' screens over 50,000 articles of ten versions and 200 people:");
        line("");
        Files.readAllLines(table).forEach(this::line);
        memory.put("board, after", portal.memory());
        stop(portal.process());
    }

    // The inbox
    // ----------------------------------------------------------------------------------------------------------

    /** Reading alone, then beside citizens who send; then a queue of very many. */
    private void inbox(Ground ground) throws Exception {
        Properties chosen = chosen(ground);
        String name = "inbox-" + ground.database();
        Map<String, Double> inbox = new LinkedHashMap<>();
        // The work is checked as ever; that this program finds it sooner than a telephone does changes nothing for the portal.
        Map<String, String> environment = ground.with(Map.of("PORTAL_INBOX_WORK", "1000"));
        List<String> pages = List.of("/", NEWS, LIST, chosen.getProperty("article"), chosen.getProperty("procedure"));
        Server portal = portal(name, ground.data(), environment);
        warmUp(portal, "warm-up, reading", pages, settings.warmUp() / 2);
        submissions(
                ground, name + "-warm-up", "load", portal.address(), "20", String.valueOf(Math.max(2, settings.warmUp() / 10)));
        Run alone = drive(portal, "reading alone", pages, settings.submitting());
        Path log = out.resolve(name + "-load.log");
        Process load = start(
                submissionsCommand(
                        ground,
                        "load",
                        portal.address(),
                        String.valueOf(settings.rate()),
                        String.valueOf(settings.submitting())),
                log,
                ground.environment());
        while (load.isAlive() && !Files.readString(log).contains("sending")) {
            Thread.sleep(50);
        }
        Run beside = drive(portal, "reading beside it", pages, settings.submitting());
        if (load.waitFor() != 0) {
            throw new Failure("sending failed, see " + log);
        }
        started.remove(load);
        memory.put(name + ", after sending", portal.memory());
        inbox.putAll(numbers(log));
        inbox.put("reading alone", alone.rate());
        inbox.put("reading beside it", beside.rate());
        inbox.put("reading, errors", (double) (alone.errors() + beside.errors()));
        stop(portal.process());
        inbox.putAll(submissions(ground, name + "-fill", "fill", String.valueOf(settings.items())));
        portal = portal(name + "-full", ground.data(), environment);
        inbox.putAll(submissions(ground, name + "-desk", "desk", portal.address(), STAFF, STAFF_PASSWORD));
        memory.put(name + ", " + settings.items() + " items", portal.memory());
        stop(portal.process());
        inboxes.put(ground.database(), inbox);
    }

    private Map<String, Double> submissions(Ground ground, String name, String... arguments) throws Exception {
        Path log = out.resolve(name + ".log");
        say(name + " " + String.join(" ", arguments));
        Process process = start(submissionsCommand(ground, arguments), log, ground.environment());
        int status = process.waitFor();
        started.remove(process);
        if (status != 0) {
            throw new Failure(name + " failed, see " + log);
        }
        return numbers(log);
    }

    private List<String> submissionsCommand(Ground ground, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file=" + settings.project().resolve("config/commands-logging.properties"),
                "-Dportal.data=" + ground.data(),
                "-cp",
                System.getProperty("java.class.path"),
                settings.project().resolve("src/bench/java/Submissions.java").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Map<String, Double> numbers(Path log) throws IOException {
        return Pattern.compile("bench\\.([\\w.]+)=(\\d+(?:\\.\\d+)?)")
                .matcher(Files.readString(log))
                .results()
                .collect(Collectors.toMap(
                        each -> each.group(1), each -> Double.parseDouble(each.group(2)), (a, b) -> b, LinkedHashMap::new));
    }

    private void writeInbox(String database, Map<String, Double> inbox, List<String> verdicts) {
        double kept = inbox.get("reading beside it") / inbox.get("reading alone");
        line("");
        line(String.format(
                Locale.ROOT,
                "Inbox on %s: %,.0f forms, %d a second, of which some are pressed twice, each filled and looked over before with its proof of"
                        + " work; then %,d items.",
                database,
                inbox.get("sent"),
                settings.rate(),
                settings.items()));
        line("");
        line("| | p50 ms | p99 ms | longest ms | target |");
        line("|---|--:|--:|--:|---|");
        inboxLine(inbox, verdicts, "sending, until the answer", "submit", SUBMIT_P99);
        inboxLine(inbox, verdicts, "queue, what is open", "queue", QUEUE_P50);
        inboxLine(inbox, verdicts, "queue, all", "all", QUEUE_P50);
        inboxLine(inbox, verdicts, "queue, what is open, first paint in a browser", "paint.queue", QUEUE_P50);
        inboxLine(inbox, verdicts, "queue, all, first paint in a browser", "paint.all", QUEUE_P50);
        inboxLine(inbox, verdicts, "full-text search in all", "search", FOUND_P50);
        line("");
        String whole = met("none lost", inbox.get("lost") == 0) + ", " + met("none twice", inbox.get("twice") == 0) + ", "
                + met("all acknowledged", inbox.get("acknowledged") >= (double) settings.rate() * settings.submitting()) + ", "
                + met("reading keeps 70 %", kept >= READING);
        line(String.format(
                Locale.ROOT,
                "%,.0f acknowledged at %.0f a second, %.0f refused, %.0f without an answer; reading %,.0f → %,.0f a second (%.0f %%);"
                        + " the first search after a start %,.0f ms: %s.",
                inbox.get("acknowledged"),
                inbox.get("rate"),
                inbox.get("refused"),
                inbox.get("failed"),
                inbox.get("reading alone"),
                inbox.get("reading beside it"),
                kept * 100,
                inbox.get("search.first"),
                whole));
        verdicts.add(whole);
    }

    private static String notMeasured(String label) {
        return "| " + label + " | | | | **missed**: not measured, no Chromium |";
    }

    /** Sending is held to its p99, since each is somebody who waits; the desk to what is usual. */
    private void inboxLine(Map<String, Double> inbox, List<String> verdicts, String label, String name, double most) {
        if (!inbox.containsKey(name + ".p50")) {
            line(notMeasured(label));
            verdicts.add(notMeasured(label));
            return;
        }
        boolean sending = name.equals("submit");
        String verdict = met(
                (sending ? "p99 ≤ " : "p50 ≤ ") + (int) most + " ms", inbox.get(name + (sending ? ".p99" : ".p50")) <= most);
        line(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %s |",
                label,
                inbox.get(name + ".p50"),
                inbox.get(name + ".p99"),
                inbox.get(name + ".max"),
                verdict));
        verdicts.add(verdict);
    }

    // Content
    // ----------------------------------------------------------------------------------------------------------

    private void fill(Ground ground) throws Exception {
        Path data = ground.data();
        makeFolder(data);
        say("filling " + data);
        // The first start loads the sample content: sections, pictures, units.
        stop(portal("first", data, ground.environment()).process());
        String file = settings.file();
        if (file.isEmpty()) {
            file = out.resolve("procedures.jsonl").toString();
            command(ground, "content", "Content.java", "procedures", String.valueOf(PROCEDURES), file);
        }
        command(ground, "import", "vn.minhbach.tools.ImportCommand", file);
        command(ground, "content", "Content.java", "articles", String.valueOf(ARTICLES));
        command(ground, "content", "Content.java", "targets", data.toString());
    }

    /** Empty, and marked as ours. */
    private static void makeFolder(Path data) throws IOException, Failure {
        if (Files.exists(data) && !Files.exists(data.resolve(".bench"))) {
            throw new Failure(data + " is not a folder of this benchmark; it would be deleted");
        }
        delete(data);
        Files.createDirectories(data);
        Files.createFile(data.resolve(".bench"));
    }

    /** Runs a class of the portal, or a program beside this one, on the same data. */
    private void command(Ground ground, String name, String program, String... arguments) throws Exception {
        say(name + " " + String.join(" ", arguments));
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.config.file=" + settings.project().resolve("config/commands-logging.properties"),
                "-Dportal.data=" + ground.data(),
                "-cp",
                System.getProperty("java.class.path"),
                program.endsWith(".java")
                        ? settings.project()
                                .resolve("src/bench/java")
                                .resolve(program)
                                .toString()
                        : program));
        command.addAll(List.of(arguments));
        Path log = out.resolve(name + ".log");
        if (start(command, log, ground.environment()).waitFor() != 0) {
            throw new Failure(name + " failed, see " + log);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    // Servers
    // ----------------------------------------------------------------------------------------------------------

    /** Starts the portal as {@code mvn -Prun} does, and waits until the index holds everything. */
    private Server portal(String name, String cacheMegabytes) throws Exception {
        return portal(name, settings.data(), Map.of("PORTAL_PAGE_CACHE_MEGABYTES", cacheMegabytes));
    }

    /** Who looks at the desks; a portal makes them when its data are new. */
    private static final String STAFF = "quantri";

    private static final String STAFF_PASSWORD = "mat-khau-do-toc-do";

    private Server portal(String name, Path data, Map<String, String> more) throws Exception {
        Path log = out.resolve(name + ".log");
        Map<String, String> environment = new LinkedHashMap<>(more);
        environment.put("PORTAL_ADMIN_USER", STAFF);
        environment.put("PORTAL_ADMIN_PASSWORD", STAFF_PASSWORD);
        Instant begin = Instant.now();
        Server server = launch(
                settings.project().resolve("target/minhbach"),
                data,
                settings.port(),
                log,
                environment);
        Pattern index = Pattern.compile("\"index\"\\s*:\\s*\"READY\"|(?s)^(?!.*\"index\").*\"status\"\\s*:\\s*\"UP\"");
        Pattern position = Pattern.compile("\"(index|log)Position\"\\s*:\\s*\"?(\\d+)");
        for (int i = 0; i < 2_400; i++) {
            if (!server.process().isAlive()) {
                throw new Failure("the portal ended, see " + log);
            }
            Optional<String> health = text(server, "/health/ready");
            if (health.isPresent() && index.matcher(health.get()).find()) {
                List<String> positions = position.matcher(health.get())
                        .results()
                        .map(found -> found.group(2))
                        .toList();
                // A portal that keeps its positions to itself is ready when it says so.
                if (positions.size() != 2 || positions.get(0).equals(positions.get(1))) {
                    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
                    say(String.format(
                            Locale.ROOT, "%s: ready after %.1f s, positions %s", name, seconds, positions));
                    return server;
                }
            }
            Thread.sleep(250);
        }
        throw new Failure("the portal was not ready after ten minutes, see " + log);
    }

    /**
     * Starts the same server with a web application of nothing but files, one for each target, as long as the target's answer
     * on the wire. It runs beside the portal, so that both are measured in the same minute.
     */
    private Server fileServer(List<Target> targets) throws Exception {
        Path war = out.resolve("files");
        delete(war);
        Files.createDirectories(war.resolve("WEB-INF"));
        Files.writeString(war.resolve("index.html"), "files");
        for (Target target : targets) {
            Files.writeString(war.resolve(target.name() + ".html"), "x".repeat(target.bytes()));
        }
        Path data = settings.project().resolve("target/bench-files");
        Server server = launch(war, data, settings.port() + 1, out.resolve("files.log"), Map.of());
        for (int i = 0; i < 480; i++) {
            if (!server.process().isAlive()) {
                throw new Failure("the file server ended, see " + out.resolve("files.log"));
            }
            if (text(server, "/index.html").isPresent()) {
                return server;
            }
            Thread.sleep(250);
        }
        throw new Failure("the file server was not ready after two minutes");
    }

    private Server launch(Path war, Path data, int port, Path log, Map<String, String> environment) throws IOException {
        Path payara = settings.payara();
        List<String> command = List.of(
                java(),
                "@" + settings.project().resolve("config/payara/jvm.options"),
                "-cp",
                settings.project().resolve("target/launcher-run.jar") + ":"
                        + payara.resolve("glassfish/modules/glassfish.jar"),
                "vn.minhbach.tools.run.RunPortal",
                "--payara",
                payara.toString(),
                "--war",
                war.toString(),
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port));
        return new Server(start(command, log, environment), port);
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
        return process;
    }

    private void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        started.remove(process);
    }

    private void stopAll() {
        started.forEach(Process::destroy);
        for (Process process : started) {
            try {
                stop(process);
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        }
    }

    /** Nobody should have to look for a server that a killed Maven left behind. */
    private static void endWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread watch = new Thread(() -> {
            try {
                while (ProcessHandle.current().parent().equals(parent)) {
                    Thread.sleep(1_000);
                }
                System.exit(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        if (parent.isPresent()) {
            watch.start();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    // What is asked for
    // ------------------------------------------------------------------------------------------------

    private List<Target> targets(Server server, Properties chosen) throws Exception {
        List<String> queries = Files.readAllLines(settings.data().resolve("queries.txt")).stream()
                .map(query -> URLEncoder.encode(query, StandardCharsets.UTF_8))
                .toList();
        Random random = new Random(SEED);
        Map<String, List<String>> paths = new LinkedHashMap<>();
        paths.put("home", List.of("/"));
        paths.put("article", List.of(chosen.getProperty("article")));
        paths.put("procedure", List.of(chosen.getProperty("procedure")));
        paths.put("longest", List.of(chosen.getProperty("longest")));
        paths.put("list", List.of(LIST));
        if (settings.asksFor("facets")) {
            paths.put("facets", narrowed(server, random));
        }
        if (settings.asksFor("pages")) {
            paths.put("pages", randomPages(server, random, List.of(LIST, LIST + "?sap-xep=ma", NEWS)));
        }
        if (settings.asksFor("sorted")) {
            paths.put("sorted", randomPages(server, random, SORTED));
        }
        paths.put(
                "search", queries.stream().map(query -> "/tim-kiem?q=" + query).toList());
        paths.put(
                "api",
                queries.stream().map(query -> "/api/v1/search?q=" + query).toList());
        List<Target> targets = new ArrayList<>();
        for (var entry : paths.entrySet()) {
            String name = entry.getKey();
            if (settings.asksFor(name)) {
                targets.add(new Target(
                        name,
                        name.equals("search") || name.equals("api") ? Kind.SEARCH : Kind.PAGE,
                        entry.getValue(),
                        bytes(server, entry.getValue())));
            }
        }
        if (targets.isEmpty() && !settings.asksForTurns()) {
            throw new Failure("nothing to measure; there are " + paths.keySet()
                    + ", facets, pages, sorted, turns");
        }
        return targets;
    }

    private static final String LIST = "/danh-muc-thu-tuc";
    private static final String NEWS = "/tin-tuc";
    private static final List<String> FACETS = List.of("linh-vuc", "co-quan", "cap", "doi-tuong", "muc-do", "su-kien");
    private static final String QUESTION = "/tim-kiem?q=" + URLEncoder.encode("thủ tục", StandardCharsets.UTF_8);
    private static final List<String> SORTED = List.of(QUESTION + "&sap-xep=ten", QUESTION + "&sap-xep=moi");

    /** Lists narrowed by two facets, and random pages of them. */
    private List<String> narrowed(Server server, Random random) throws Exception {
        List<String> all = new ArrayList<>();
        for (String once : facets(server, LIST)) {
            for (String twice : facets(server, once)) {
                all.add(twice);
                int pages = pages(server, twice);
                if (pages > 1) {
                    all.add(page(twice, 2 + random.nextInt(pages - 1)));
                }
            }
            if (all.size() >= 4 * ADDRESSES) {
                break;
            }
        }
        if (all.isEmpty()) {
            throw new Failure("no link narrows " + LIST + " twice");
        }
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(ADDRESSES, all.size()));
    }

    /** Where the links of a list lead that narrow it further by a facet. */
    private List<String> facets(Server server, String list) throws Exception {
        String page = text(server, list).orElseThrow(() -> new Failure("no page " + list));
        return links(page)
                .filter(link -> link.startsWith(LIST) && !link.contains("trang=") && !link.contains("sap-xep="))
                .filter(link -> link.length() > list.length()
                        && FACETS.stream().anyMatch(facet -> link.contains(facet + "=")))
                .distinct()
                .toList();
    }

    private static Stream<String> links(String page) {
        return Pattern.compile("href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"));
    }

    /** Any page of these lists is as likely as any other. */
    private List<String> randomPages(Server server, Random random, List<String> lists) throws Exception {
        List<String> all = new ArrayList<>();
        for (String list : lists) {
            int pages = pages(server, list);
            for (int i = 0; i < ADDRESSES / lists.size(); i++) {
                all.add(page(list, 1 + random.nextInt(pages)));
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** How many pages a list has: the highest that its first page links to. */
    private int pages(Server server, String list) throws Exception {
        String page = text(server, list).orElseThrow(() -> new Failure("no page " + list));
        return links(page)
                .flatMap(link -> Pattern.compile("[?&]trang=(\\d+)").matcher(link).results())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(1);
    }

    private static String page(String list, int number) {
        return number == 1 ? list : list + (list.contains("?") ? "&" : "?") + "trang=" + number;
    }

    /** The first page of a list beside its last ones. */
    private List<Pair> depths(Server server) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        List<String> lists = new ArrayList<>(List.of(LIST, LIST + "?sap-xep=ma", NEWS));
        lists.addAll(SORTED);
        for (String list : lists) {
            int pages = pages(server, list);
            if (pages > 2) {
                pairs.add(new Pair(
                        URLDecoder.decode(list, StandardCharsets.UTF_8),
                        "page 1",
                        List.of(list),
                        "pages " + (pages - 1) + " and " + pages,
                        List.of(page(list, pages - 1), page(list, pages)),
                        true));
            }
        }
        return pairs;
    }

    /** A cached page beside the same page with what others hang on its address, each time something else. */
    private static List<Pair> strangers(Properties chosen) {
        String article = chosen.getProperty("article");
        return List.of(
                new Pair("/", "plain", List.of("/" + NOTHING), "distinct fbclid", List.of("/?fbclid=" + EVER_NEW), false),
                new Pair(
                        "an article",
                        "plain",
                        List.of(article + NOTHING),
                        "distinct utm_campaign",
                        List.of(article + "?utm_source=zalo&utm_campaign=" + EVER_NEW),
                        false),
                new Pair(
                        LIST,
                        "plain",
                        List.of(LIST + NOTHING),
                        "distinct fbclid",
                        List.of(LIST + "?fbclid=" + EVER_NEW),
                        false));
    }

    private void inTurn(Server server, List<Pair> pairs) throws Exception {
        if (!settings.asksForTurns()) {
            return;
        }
        int seconds = Math.max(1, settings.seconds() / 4);
        for (Pair pair : pairs) {
            List<Run> plain = new ArrayList<>();
            List<Run> other = new ArrayList<>();
            for (int turn = -1; turn < TURNS; turn++) {
                Run first = drive(server, pair.first(), pair.plain(), seconds);
                Run second = drive(server, pair.second(), pair.other(), seconds);
                if (turn >= 0) { // the first turn only warms up
                    plain.add(first);
                    other.add(second);
                }
            }
            turns.add(new Turn(pair, Sum.of(plain), Sum.of(other)));
        }
    }

    /** The mean length of the answers as they go over the wire; each must be a good one. */
    private int bytes(Server server, List<String> paths) throws Exception {
        long sum = 0;
        for (String path : paths) {
            HttpResponse<byte[]> answer = get(server, path, BROWSER_ENCODINGS);
            if (answer.statusCode() != 200) {
                throw new Failure(path + " answered " + answer.statusCode());
            }
            sum += answer.body().length;
        }
        return (int) (sum / paths.size());
    }

    private Optional<String> text(Server server, String path) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = get(server, path, "identity");
            return answer.statusCode() == 200
                    ? Optional.of(new String(answer.body(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<byte[]> get(Server server, String path, String encodings)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept-Encoding", encodings)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    // Load
    // -------------------------------------------------------------------------------------------------------------

    private void warmUp(Server server, String name, List<String> paths, int seconds) throws Exception {
        if (seconds > 0 && !paths.isEmpty()) {
            drive(server, name, paths, seconds);
        }
    }

    private static List<String> files(List<Target> targets) {
        return targets.stream().map(target -> "/" + target.name() + ".html").toList();
    }

    /** Every target equally often; those with many addresses give a different one each time. */
    private static List<String> mixed(List<Target> targets) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            for (Target target : targets) {
                paths.add(target.paths().get(i % target.paths().size()));
            }
        }
        return paths;
    }

    /** Loads a server for some seconds and reads the operating system's accounts before and after. */
    private Run drive(Server server, String name, List<String> paths, int seconds) throws Exception {
        Path list = out.resolve("paths.txt");
        Files.write(list, paths);
        Path script = out.resolve("load.lua");
        Files.writeString(script, LOAD);
        Path log = out.resolve("wrk.log");
        double before = server.cpu();
        double ownBefore = ticks(ProcessHandle.current().pid());
        long[] machineBefore = machineTicks();
        Process wrk = start(
                List.of(
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--timeout",
                        "10s",
                        "-s",
                        script.toString(),
                        server.address(),
                        "--",
                        list.toString()),
                log,
                Map.of());
        int status = wrk.waitFor();
        started.remove(wrk);
        long[] machineAfter = machineTicks();
        double cpu = server.cpu() - before;
        double own = (ticks(ProcessHandle.current().pid()) - ownBefore) / TICKS_PER_SECOND;
        String output = Files.readString(log);
        Map<String, Double> found = Pattern.compile("bench\\.(\\w+)=(\\d+(?:\\.\\d+)?)")
                .matcher(output)
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> Double.parseDouble(each.group(2))));
        if (status != 0 || !found.containsKey("requests")) {
            throw new Failure("wrk failed: " + output);
        }
        double requests = found.get("requests");
        double busy = (machineAfter[0] - machineBefore[0]) / TICKS_PER_SECOND;
        double all = (machineAfter[1] - machineBefore[1]) / TICKS_PER_SECOND;
        Run run = new Run(
                (long) requests,
                requests / (found.get("duration") / 1e6),
                found.get("p50") / 1e3,
                found.get("p99") / 1e3,
                found.get("status").longValue(),
                (long) (found.get("connect") + found.get("read") + found.get("write") + found.get("timeout")),
                cpu * 1_000 / Math.max(1, requests),
                Math.max(0, busy - cpu - own) / Math.max(.01, all));
        say(String.format(
                Locale.ROOT,
                "%-20s %8.0f/s  p50 %6.2f  p99 %7.2f ms  %6.3f ms CPU  %d errors  others %2.0f %%",
                name,
                run.rate(),
                run.p50(),
                run.p99(),
                run.cpu(),
                run.errors(),
                run.others() * 100));
        return run;
    }

    /** Takes the addresses in turn; asks as a browser does. */
    private static final String LOAD = """
            local requests = {}
            local made = {}
            local at = 0
            local number = os.time() * 1000000

            function init(args)
              wrk.headers["Accept-Encoding"] = "@encodings@"
              wrk.headers["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64) bench"
              for path in io.lines(args[1]) do
                made[#requests + 1] = path:find("{[n0]}") and path
                requests[#requests + 1] = wrk.format("GET", path)
              end
            end

            function request()
              at = at % #requests + 1
              if made[at] then
                number = number + 1
                return wrk.format("GET", (made[at]:gsub("{n}", string.format("%d", number)):gsub("{0}", "")))
              end
              return requests[at]
            end

            function done(summary, latency)
              local errors = summary.errors
              print(string.format("bench.requests=%d bench.duration=%d bench.p50=%d bench.p99=%d",
                summary.requests, summary.duration, latency:percentile(50), latency:percentile(99)))
              print(string.format("bench.connect=%d bench.read=%d bench.write=%d bench.status=%d bench.timeout=%d",
                errors.connect, errors.read, errors.write, errors.status, errors.timeout))
            end
            """.replace("@encodings@", BROWSER_ENCODINGS);

    /** Busy and all ticks of the whole machine. */
    private static long[] machineTicks() throws IOException {
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split(" +");
        long[] ticks = Arrays.stream(fields, 1, Math.min(9, fields.length))
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks).sum();
        return new long[] {all - ticks[3] - ticks[4], all}; // without idle and iowait
    }

    /** Minutes of mixed load on the portal without its cache: there every request renders, so that a leak would show. */
    private Soak soak(Server server, List<Target> targets) throws Exception {
        List<String> paths = mixed(targets);
        double heapBefore = liveHeap(server);
        List<String> lines = new ArrayList<>();
        long requests = 0;
        long errors = 0;
        long rssBefore = 0;
        long rssAfter = 0;
        for (int second = 0; second < settings.soak(); second += 30) {
            Run run = drive(server, "soak", paths, Math.min(30, settings.soak() - second));
            Memory memory = server.memory();
            requests += run.requests();
            errors += run.errors();
            rssBefore = rssBefore == 0 ? memory.rss() : rssBefore;
            rssAfter = memory.rss();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %d | %.0f | %.2f | %d |",
                    Math.min(settings.soak(), second + 30),
                    memory.rss() / MEBIBYTE,
                    memory.files(),
                    run.rate(),
                    run.cpu(),
                    run.errors()));
        }
        return new Soak(lines, requests, errors, heapBefore, liveHeap(server), rssBefore, rssAfter);
    }

    /** What is still reachable, in MiB: used heap after a full collection. */
    private double liveHeap(Server server) throws Exception {
        jcmd(server, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(server, "GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) / MEBIBYTE : 0;
    }

    private void startProfile(Server server) throws Exception {
        if (settings.profile()) {
            jcmd(server, "JFR.configure", "stackdepth=256");
            jcmd(server, "JFR.start", "name=bench", "settings=profile");
        }
    }

    private void stopProfile(Server server, Target target) throws Exception {
        if (settings.profile()) {
            jcmd(server, "JFR.stop", "name=bench", "filename=" + out.resolve(target.name() + ".jfr"));
        }
    }

    private String jcmd(Server server, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(server.process().pid())));
        command.addAll(List.of(arguments));
        return output(command);
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private void needWrk() throws Exception {
        if (hasWrk()) {
            return;
        }
        say("installing wrk");
        List<String> install = List.of("apt-get", "install", "-y", "--no-install-recommends", "wrk");
        try {
            if (output(List.of("id", "-u")).strip().equals("0")) {
                output(install);
            } else {
                output(Stream.concat(Stream.of("sudo", "-n"), install.stream()).toList());
            }
        } catch (IOException e) {
            // no apt-get here; told below
        }
        if (!hasWrk()) {
            throw new Failure("wrk is missing and could not be installed; on Debian: apt-get install wrk");
        }
    }

    private boolean hasWrk() throws InterruptedException {
        try {
            return output(List.of("wrk", "-v")).contains("wrk");
        } catch (IOException e) {
            return false;
        }
    }

    // Report
    // -----------------------------------------------------------------------------------------------------------

    private void machine(String load) throws Exception {
        String model = value("/proc/cpuinfo", "model name");
        double memory = Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / MEBIBYTE / 1024;
        String java = System.getProperty("java.vm.name") + " " + Runtime.version();
        int cores = Runtime.getRuntime().availableProcessors();
        String kernel = System.getProperty("os.name") + " " + System.getProperty("os.version");
        line(String.format(
                Locale.ROOT,
                "Machine: %d cores (%s), %.0f GiB, %s. %s. Load average before: %s.",
                cores,
                model,
                memory,
                kernel,
                java,
                load.replaceAll(" \\d+/.*", "")));
        line(String.format(
                "Load: `wrk -t1 -c%d`, %d s each after %d s of mixed load, on the same machine; `Accept-Encoding: %s`.%s",
                CONNECTIONS,
                settings.seconds(),
                settings.warmUp(),
                BROWSER_ENCODINGS,
                settings.profile() ? " **With the profiler running: not comparable.**" : ""));
        json.put("at", Instant.now().toString());
        json.put("cores", cores);
        json.put("cpu", model);
        json.put("memoryGiB", memory);
        json.put("java", java);
        json.put("loadBefore", load);
        json.put("seconds", settings.seconds());
        json.put("warmUp", settings.warmUp());
    }

    private static String value(String file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("?");
        }
    }

    private void write() throws IOException {
        List<String> verdicts = new ArrayList<>();
        if (!uncached.isEmpty()) {
            writeUncached(verdicts);
        }
        if (!cached.isEmpty()) {
            writeCached(verdicts);
        }
        if (!turns.isEmpty()) {
            writeTurns(verdicts);
        }
        inboxes.forEach((database, inbox) -> {
            writeInbox(database, inbox, verdicts);
            json.put("inbox " + database, inbox);
        });
        line("");
        line("| memory | RSS MiB | highest RSS MiB | open files |");
        line("|---|--:|--:|--:|");
        memory.forEach((when, was) -> line(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d |",
                when,
                was.rss() / MEBIBYTE,
                was.peak() / MEBIBYTE,
                was.files())));
        line("");
        double highest = memory.values().stream().mapToLong(Memory::peak).max().orElse(0) / MEBIBYTE;
        String verdict = met("RSS ≤ 850 MiB", highest <= MEMORY);
        long errors = Stream.of(cached, files, uncached)
                .flatMap(runs -> runs.values().stream())
                .mapToLong(Run::errors)
                .sum()
                + turns.stream()
                        .mapToLong(turn -> turn.plain().errors() + turn.other().errors())
                        .sum();
        line("Highest RSS " + Math.round(highest) + " MiB: " + verdict + ". Errors: " + errors
                + (errors == 0 ? "." : " **missed**."));
        verdicts.add(verdict);
        verdicts.add(met("no error", errors == 0));
        json.put("turns", turns);
        soak.ifPresent(was -> verdicts.add(write(was)));
        long missed = verdicts.stream().filter(each -> each.contains("missed")).count();
        line("");
        line(missed == 0 ? "All targets are met." : missed + " lines miss a target.");
        if (!isLossless()) {
            line("**LOST OR TAKEN TWICE: see the inbox.**");
        }

        json.put("uncached", uncached);
        json.put("cached", cached);
        json.put("files", files);
        json.put(
                "bytes",
                targets.stream()
                        .collect(Collectors.toMap(Target::name, Target::bytes, (a, b) -> a, LinkedHashMap::new)));
        json.put("memory", memory);
        soak.ifPresent(was -> json.put("soak", was));
        Files.writeString(out.resolve("report.md"), report);
        Files.writeString(out.resolve("report.json"), json(json) + "\n");
        System.out.println();
        System.out.println(report);
        say("written to " + out.resolve("report.md") + " and report.json");
    }

    private void writeUncached(List<String> verdicts) {
        line("");
        line("Uncached: every page rendered, every query searched (`PORTAL_PAGE_CACHE_MEGABYTES=0`).");
        line("");
        line("| | bytes sent | requests/s | p50 ms | p99 ms | CPU ms/request | errors | others' CPU | targets |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|---|");
        for (Target target : targets) {
            Run run = uncached.get(target.name());
            boolean any = run.requests() > 0;
            boolean isShort = target.name().equals("home") || target.name().equals("article");
            double most = isShort ? SHORT_CPU : PAGE_CPU;
            String verdict = target.kind() == Kind.PAGE
                    ? met("≤ " + most + " ms", any && run.cpu() <= most) + ", " + met("≥ 1,000/s", run.rate() >= PAGE_RATE)
                    : met("≤ 3 ms", any && run.cpu() <= SEARCH_CPU)
                            + ", "
                            + met("p99 ≤ 25 ms", any && run.p99() <= SEARCH_P99);
            line(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,.0f | %.1f | %.1f | **%.2f** | %d | %.0f %% | %s |",
                    label(target.name()),
                    target.bytes(),
                    run.rate(),
                    run.p50(),
                    run.p99(),
                    run.cpu(),
                    run.errors(),
                    run.others() * 100,
                    verdict));
            verdicts.add(verdict);
        }
    }

    private void writeCached(List<String> verdicts) {
        line("");
        line("Cached (the default), beside a plain file of the same length from the same server.");
        line("");
        line("| | bytes sent | requests/s | p50 ms | p99 ms | CPU ms/request | errors | file: requests/s | file: CPU ms"
                + " | times the file's | others' CPU | target |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
        for (Target target : targets) {
            Run run = cached.get(target.name());
            Run file = files.get(target.name());
            double times = run.cpu() / file.cpu();
            String verdict = met("≤ 1.5 ×", times <= CACHED_CPU);
            line(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,.0f | %.2f | %.2f | **%.3f** | %d | %,.0f | %.3f | %.2f | %.0f %% | %s |",
                    label(target.name()),
                    target.bytes(),
                    run.rate(),
                    run.p50(),
                    run.p99(),
                    run.cpu(),
                    run.errors(),
                    file.rate(),
                    file.cpu(),
                    times,
                    Math.max(run.others(), file.others()) * 100,
                    verdict));
            verdicts.add(verdict);
        }
    }

    private void writeTurns(List<String> verdicts) {
        line("");
        line("In turns: " + TURNS + " times one after the other, so that both met the same machine. What others hang on an"
                + " address is asked of the portal with its cache, depth of the one without.");
        line("");
        line("| | beside | requests/s | CPU ms/request | | requests/s | CPU ms/request | times the CPU | target |");
        line("|---|---|--:|--:|---|--:|--:|--:|---|");
        for (Turn turn : turns) {
            line(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | %.3f | %s | %,.0f | %.3f | **%.2f** | %s |",
                    turn.pair().name(),
                    turn.pair().first(),
                    turn.plain().rate(),
                    turn.plain().cpu(),
                    turn.pair().second(),
                    turn.other().rate(),
                    turn.other().cpu(),
                    turn.cpu(),
                    turn.verdict()));
            verdicts.add(turn.verdict());
        }
    }

    private String write(Soak soak) {
        line("");
        line("Soak: " + settings.soak() + " s of all of the above in turn, uncached.");
        line("");
        line("| after s | RSS MiB | open files | requests/s | CPU ms/request | errors |");
        line("|--:|--:|--:|--:|--:|--:|");
        soak.lines().forEach(this::line);
        boolean steady = soak.heapAfter() <= soak.heapBefore() * GROWTH && soak.rssAfter() <= soak.rssBefore() * GROWTH;
        String verdict = met("no growth beyond 10 %", steady) + ", " + met("no error", soak.errors() == 0);
        line("");
        line(String.format(
                Locale.ROOT,
                "%,d requests; live heap %.0f → %.0f MiB, RSS %.0f → %.0f MiB: %s.",
                soak.requests(),
                soak.heapBefore(),
                soak.heapAfter(),
                soak.rssBefore() / MEBIBYTE,
                soak.rssAfter() / MEBIBYTE,
                verdict));
        return verdict;
    }

    private static String met(String target, boolean met) {
        return target + (met ? " met" : " **missed**");
    }

    private static String label(String name) {
        return switch (name) {
            case "home" -> "home";
            case "article" -> "article";
            case "procedure" -> "procedure, median length";
            case "longest" -> "procedure, the longest";
            case "list" -> "list of procedures";
            case "facets" -> "lists, two random facets";
            case "pages" -> "random pages of procedures and news";
            case "sorted" -> "random pages of a search by name or date";
            case "search" -> "search page, 200 queries";
            case "api" -> "search API, 200 queries";
            default -> name;
        };
    }

    private void line(String text) {
        report.append(text).append('\n');
    }

    private static void say(String text) {
        System.out.println("bench: " + text);
    }

    /** Maps, lists, records of numbers and texts; nothing else comes here. */
    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> json(String.valueOf(entry.getKey())) + ":" + json(entry.getValue()))
                        .collect(Collectors.joining(",\n", "{", "}"));
            case List<?> list -> list.stream().map(Bench::json).collect(Collectors.joining(",", "[", "]"));
            case Boolean truth -> truth.toString();
            case Double number -> String.format(Locale.ROOT, "%.4f", number);
            case Number number -> number.toString();
            case Record record ->
                Arrays.stream(record.getClass().getRecordComponents())
                        .map(part -> {
                            try {
                                return json(part.getName()) + ":"
                                        + json(part.getAccessor().invoke(record));
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .collect(Collectors.joining(",", "{", "}"));
            default -> '"' + String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }
}
