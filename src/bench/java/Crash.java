import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.Normalised;
import vn.minhbach.search.IndexCheck;
import vn.minhbach.search.Sources;
import vn.minhbach.store.StandaloneDatabase;

/**
 * {@code mvn -Pcrash}: kills the portal, the import beside it and the database while they write, over and over, takes the mail
 * server, the database and the room on the disk away from a portal that runs on, and says whether anything that was answered as
 * saved is gone. See src/site/markdown/crash.md.
 *
 * <p>Each round writes over every door that answers, kills somebody at a moment drawn by lot, starts what was killed, and
 * reads the database and the search index. A write that was answered must be there. One that was not answered must be there
 * as a whole or not at all. The change log must have grown by what was answered, and must have no gap. What a citizen was given a
 * code for is asked for as a citizen does, with its day and its files. In the end each letter that is owed must have left, under
 * one Message-ID however often.
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
    private static final int CITIZENS = 4;
    private static final int BATCH = 100; // lines of an import that are saved together
    private static final int PROCEDURES = 2_000;

    /** How often the disk is filled. */
    private static final int FILLINGS = 3;

    private static final Duration FULL = Duration.ofSeconds(10);

    /** How long a portal that was not killed may take to serve citizens again, once it has what it lacked. */
    private static final Duration COMING_BACK = Duration.ofSeconds(90);

    /** A letter whose node died is taken up after six minutes, and one that was refused twice waits five. */
    private static final Duration LAST_LETTER = Duration.ofMinutes(30);

    private final Settings settings = Settings.read();
    private final Path out = settings.project().resolve("target/crash");
    private final Set<Process> started = ConcurrentHashMap.newKeySet();

    /** Of those who look something up: how many they are must not change the lots that are drawn. */
    private final Random addresses = new Random(settings.seed());

    private final Map<String, Map<String, Count>> table = new LinkedHashMap<>();
    private final Map<String, Map<Victim, Integer>> killed = new LinkedHashMap<>();

    /** What else was found, a row of the report each. */
    private final List<String> lookedUp = new ArrayList<>();

    private final List<String> letters = new ArrayList<>();
    private final List<String> cameBack = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    /** What could not be tried here. */
    private final List<String> untried = new ArrayList<>();

    private volatile Optional<Path> mounted = Optional.empty();
    private int failures;

    /** What a person may give on the command line. */
    private record Settings(
            Path project,
            Path payara,
            Path data,
            int port,
            int postgresPort,
            int mailPort,
            List<String> databases,
            List<String> scenes,
            int kills,
            Path small,
            int megabytes,
            long seed) {

        boolean wants(String scene) {
            return scenes.contains(scene);
        }

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
                    Integer.parseInt(text("crash.mail.port", "25434")),
                    List.of(text("crash.database", "h2,postgres").split(",")),
                    List.of(text("crash.scenes", "kills,restarts,disk").split(",")),
                    Integer.parseInt(text("crash.kills", "50")),
                    Path.of(text("crash.small", "")),
                    Integer.parseInt(text("crash.small.megabytes", "512")),
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
        DATABASE("database and portal, kill -9"),
        RESTART("database restarted, the portal runs on"),
        DISK("disk full, the portal runs on");

        final String text;

        Victim(String text) {
            this.text = text;
        }

        boolean stopsPortal() {
            return this != IMPORT && this != RESTART && this != DISK;
        }
    }

    /** How a database server ends. */
    private enum Ending {
        FAST("INT", "told to stop"),
        IMMEDIATE("QUIT", "told to stop at once"),
        KILLED("KILL", "kill -9");

        final String signal;
        final String text;

        Ending(String signal, String text) {
            this.signal = signal;
            this.text = text;
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
            crash.unmount();
            crash.report(); // also of half a run, when somebody has lost patience
        }));
        int code;
        try {
            crash.run();
            code = crash.failures > 0 ? 2 : crash.untried.isEmpty() ? 0 : 1;
        } catch (Failure e) {
            System.out.println("crash: " + e.getMessage());
            crash.untried.add("all that was to follow: " + e.getMessage());
            code = crash.failures == 0 ? 1 : 2;
        }
        System.exit(code);
    }

    private void run() throws Exception {
        Files.createDirectories(out);
        say("seed " + settings.seed() + " (repeat the same draws with -Dcrash.seed=" + settings.seed() + ")");
        Random random = new Random(settings.seed());
        for (String database : settings.databases()) {
            boolean postgres = database.equals("postgres");
            Path data = settings.data().resolve(database);
            if (settings.wants("kills") || postgres && settings.wants("restarts")) {
                Store store = postgres ? new Postgres(settings.data().resolve("postgres-server")) : new H2();
                over(database, data, store, Map.of(), site -> rounds(site, random));
            }
            if (settings.wants("disk")) {
                small(database, random);
            }
        }
    }

    /** Something that is tried out on a portal. */
    private interface Scene {
        void play(Site site) throws Exception;
    }

    /**
     * A portal with all that stands around it.
     *
     * @param acknowledged all that was ever given a code
     * @param answers what citizens were answered instead of a receipt, and how often
     */
    private record Site(
            String name,
            Path data,
            Store store,
            Portal portal,
            Postbox post,
            Ledger ledger,
            List<Submission> acknowledged,
            Map<String, Integer> answers) {}

    /** Plays a scene on an empty data folder. In the end all that was acknowledged is asked for once more, and all letters must have left. */
    private void over(String name, Path data, Store store, Map<String, String> environment, Scene scene) throws Exception {
        delete(data);
        Files.createDirectories(data);
        try (Postbox post = new Postbox(settings.mailPort())) {
            store.start(data);
            Map<String, Count> counts = table.computeIfAbsent(name, unused -> new TreeMap<>());
            killed.computeIfAbsent(name, unused -> new TreeMap<>());
            Site site = new Site(
                    name,
                    data,
                    store,
                    new Portal(data, store, environment),
                    post,
                    new Ledger(counts),
                    Collections.synchronizedList(new ArrayList<>()),
                    new ConcurrentHashMap<>());
            site.portal().start();
            check(site, 0);
            scene.play(site);
            Found found = new Found();
            lookUp(site, site.acknowledged(), 0, found);
            lookedUp.add(String.format(
                    Locale.ROOT, "| %s | %d | %d | %d | %d |", name, found.codes, found.days, found.files, found.faults));
            checkMail(site);
            site.portal().stop();
        } finally {
            started.forEach(Process::destroyForcibly);
            store.close();
        }
    }

    // Rounds
    // ----------------------------------------------------------------------------------------------------------

    private void rounds(Site site, Random random) throws Exception {
        for (int round = 1; settings.wants("kills") && round <= settings.kills(); round++) {
            // Every second round has its trouble with the mail server as well, and never two in turn the same.
            site.post().set(round % 4 == 2 ? Postbox.Mood.AWAY : round % 4 == 0 ? Postbox.Mood.HANGS_UP : Postbox.Mood.TAKES);
            round(site, victim(random, site.store()), Ending.KILLED, round, random);
            site.post().set(Postbox.Mood.TAKES);
        }
        if (settings.wants("restarts") && site.store().canBeKilled()) {
            int round = settings.kills();
            for (Ending ending : Ending.values()) {
                round(site, Victim.RESTART, ending, ++round, random);
            }
        }
    }

    private void round(Site site, Victim victim, Ending ending, int round, Random random) throws Exception {
        boolean importing = victim == Victim.IMPORT || victim == Victim.BOTH || victim.stopsPortal() && random.nextInt(3) == 0;
        Import run = importing ? new Import(site.data(), site.store(), site.ledger(), random, site.name() + "-" + round) : null;
        List<Submission> before = List.copyOf(site.acknowledged());
        List<Writer> writers = people(site, random);
        writers.forEach(Writer::start);
        awaitReceipt(writers, Duration.ofSeconds(60));
        if (run != null) {
            run.start();
            run.awaitFirstBatch();
        }
        Thread.sleep(random.nextInt(2_000));
        int failed = failures;
        if (victim == Victim.RESTART) {
            restart(site, ending, writers, round, random);
        } else {
            kill(victim, site.portal(), run, site.store(), random);
        }
        writers.forEach(Writer::finish);
        for (Writer writer : writers) {
            writer.join();
        }
        if (victim == Victim.DATABASE) {
            site.store().start(site.data());
        }
        if (victim.stopsPortal()) {
            site.portal().start();
        }
        if (run != null) {
            run.finish();
        }
        killed.get(site.name()).merge(victim, 1, Integer::sum);
        check(site, round);
        site.portal().awaitIndex();
        compareIndex(site, round);
        List<Submission> fresh = new ArrayList<>(site.acknowledged());
        fresh.removeAll(before);
        lookUp(site, fresh, round, new Found());
        say(String.format(
                Locale.ROOT,
                "%s %d: %s%s%s; %s, %d codes%s",
                site.name(),
                round,
                victim.text,
                victim == Victim.RESTART ? " (" + ending.text + ")" : "",
                run == null || victim == Victim.IMPORT || victim == Victim.BOTH ? "" : ", an import beside it",
                site.ledger().summary(),
                fresh.size(),
                failures == failed ? "" : "  FAILED"));
    }

    private static List<Writer> people(Site site, Random random) {
        List<Writer> people = new ArrayList<>();
        for (int i = 1; i <= WRITERS; i++) {
            people.add(new Writer(site.portal(), site.ledger(), "w" + i, random.nextLong()));
        }
        for (int i = 1; i <= CITIZENS; i++) {
            people.add(new Citizen(site, "c" + i, random.nextLong()));
        }
        return people;
    }

    /** Waits until one more citizen has a receipt. */
    private static boolean awaitReceipt(List<Writer> people, Duration most) throws InterruptedException {
        int before = receipts(people);
        for (Instant end = Instant.now().plus(most); Instant.now().isBefore(end); Thread.sleep(20)) {
            if (receipts(people) > before) {
                return true;
            }
        }
        return false;
    }

    private static int receipts(List<Writer> people) {
        return people.stream()
                .filter(Citizen.class::isInstance)
                .mapToInt(Writer::answers)
                .sum();
    }

    /** The database goes and comes; the portal must find it again by itself. */
    private void restart(Site site, Ending ending, List<Writer> people, int round, Random random) throws Exception {
        site.answers().clear();
        site.store().end(ending);
        Thread.sleep(1_000 + random.nextInt(5_000));
        site.store().start(site.data());
        awaitComeBack(site, "database " + ending.text, people, round);
        report(site, "database away (" + ending.text + ")");
    }

    private void awaitComeBack(Site site, String what, List<Writer> people, int round) throws Exception {
        Instant begin = Instant.now();
        boolean back = awaitReceipt(people, COMING_BACK);
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
        cameBack.add(String.format(
                Locale.ROOT, "| %s | %s | %s |", site.name(), what, back ? String.format(Locale.ROOT, "%.1f s", seconds) : "**not at all**"));
        if (!back) {
            fail(site, round, "no citizen was given a receipt within " + COMING_BACK.toSeconds() + " s after: " + what);
            site.portal().kill();
            site.portal().start();
        }
    }

    /** What citizens were told instead of a receipt. An answer without a page that says what is the matter is a fault. */
    private void report(Site site, String what) {
        new TreeMap<>(site.answers()).forEach((answer, times) -> {
            refusals.add(String.format(Locale.ROOT, "| %s | %s | %s | %d |", site.name(), what, answer, times));
            if (answer.startsWith(Desk.UNCLEAR)) {
                fail(site, 0, "citizens were answered " + answer);
            }
        });
    }

    private void fail(Site site, int round, String text) {
        failures++;
        say(site.name() + " round " + round + " FAILED: " + text);
    }

    // A full disk
    // ----------------------------------------------------------------------------------------------------------

    /** On a small file system of its own, which this program makes if it may. */
    private void small(String database, Random random) throws Exception {
        Path small = settings.small();
        if (small.toString().isEmpty()) {
            small = settings.data().resolve("small");
            if (!mount(small)) {
                untried.add(database + ", disk full: a small file system could not be made (mount -t tmpfs, for root only); give one with"
                        + " -Dcrash.small=/folder");
                say("NOT TRIED: " + untried.getLast());
                return;
            }
        }
        Path folder = small;
        Store store = database.equals("postgres") ? new Postgres(folder.resolve("postgres-server")) : new H2();
        // By itself the portal leaves a gigabyte free and takes no files before. Here there is no such gigabyte.
        Map<String, String> bare = Map.of("PORTAL_INBOX_FREE_MEGABYTES", "0");
        try {
            over(database + ", disk full", folder.resolve(database), store, bare, site -> fillings(site, folder, random));
        } finally {
            Files.deleteIfExists(folder.resolve("filler"));
            unmount();
        }
    }

    private void fillings(Site site, Path folder, Random random) throws Exception {
        Path filler = folder.resolve("filler");
        List<Writer> people = people(site, random);
        people.forEach(Writer::start);
        awaitReceipt(people, Duration.ofSeconds(60));
        for (int time = 1; time <= FILLINGS; time++) {
            site.answers().clear();
            int before = receipts(people);
            for (Instant end = Instant.now().plus(FULL); Instant.now().isBefore(end); Thread.sleep(200)) {
                fill(filler); // whatever is let go of meanwhile is taken as well
            }
            say(site.name() + " " + time + ": full for " + FULL.toSeconds() + " s, " + (receipts(people) - before)
                    + " receipts meanwhile, " + site.answers());
            Files.delete(filler);
            if (!site.store().isAlive()) {
                site.store().end(Ending.KILLED);
                site.store().start(site.data());
                cameBack.add("| " + site.name() + " | the database server had ended and was started again | |");
            }
            awaitComeBack(site, "disk full, time " + time, people, time);
            report(site, "disk full, time " + time);
            killed.get(site.name()).merge(Victim.DISK, 1, Integer::sum);
        }
        people.forEach(Writer::finish);
        for (Writer each : people) {
            each.join();
        }
        check(site, FILLINGS);
        site.portal().awaitIndex();
        compareIndex(site, FILLINGS);
        lookUp(site, site.acknowledged(), FILLINGS, new Found());
        // What it has written since must be found by one that starts on it.
        site.portal().kill();
        site.portal().start();
        check(site, FILLINGS + 1);
        compareIndex(site, FILLINGS + 1);
        say(site.name() + ": " + site.ledger().summary() + ", " + site.acknowledged().size() + " codes");
    }

    /** Takes all the room that there is, to the last kilobyte. */
    private static void fill(Path filler) throws IOException {
        byte[] bytes = new byte[1 << 20];
        for (int size = bytes.length; size >= 512; size /= 2) {
            try (OutputStream to = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    to.write(bytes, 0, size);
                }
            } catch (IOException full) {
                continue; // a smaller piece may still fit
            }
        }
    }

    private boolean mount(Path folder) throws Exception {
        Files.createDirectories(folder);
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + settings.megabytes() + "m,mode=0755", "portal-crash", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.resolve("mount.log").toFile())
                .start();
        boolean done = mount.waitFor() == 0;
        mounted = done ? Optional.of(folder) : Optional.empty();
        return done;
    }

    private void unmount() {
        mounted.ifPresent(folder -> {
            try {
                new ProcessBuilder("umount", "-l", folder.toString()).inheritIO().start().waitFor();
                mounted = Optional.empty();
            } catch (IOException e) {
                System.out.println("crash: " + folder + " is still mounted: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
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
                store.end(random.nextBoolean() ? Ending.KILLED : Ending.IMMEDIATE);
                Thread.sleep(random.nextInt(500));
                portal.kill();
            }
            case RESTART, DISK -> throw new IllegalStateException(victim + " kills nobody");
        }
    }

    /** How much of what was acknowledged was asked for, and how often it was not as it should be. */
    private static final class Found {
        int codes;
        int days;
        int files;
        int faults;
    }

    /**
     * Who was given a code finds by it, with the number they gave, what they sent, until when the answer is due, and their files: a PDF byte by
     * byte, a photo point by point, since the portal paints photos anew.
     */
    private void lookUp(Site site, List<Submission> acknowledged, int round, Found found) throws Exception {
        for (Submission sent : List.copyOf(acknowledged)) {
            try {
                lookUp(site, sent, found);
            } catch (IOException | IllegalStateException e) {
                found.faults++;
                fail(site, round, "the code " + sent.code() + " was given, and: " + e.getMessage());
            }
        }
    }

    private void lookUp(Site site, Submission sent, Found found) throws IOException, InterruptedException {
        Desk citizen = new Desk(site.portal().url(), Citizen.address(addresses));
        Document page = citizen.submit(citizen.get("/tra-cuu"), "ma-so", Map.of("ma-so", sent.code(), "lien-he", sent.phone()));
        if (!page.text().contains(sent.code()) || page.selectFirst("main form input[name=ma-so][type=text]") != null) {
            throw new IllegalStateException("it finds nothing: " + page.select(".notice").text());
        }
        found.codes++;
        String due = page.select("main .notice strong").text();
        if (sent.day().isEmpty() || !due.contains(sent.day())) {
            throw new IllegalStateException("its answer was due on '" + sent.day() + "', and now: " + due);
        }
        found.days++;
        List<Element> buttons = page.select("main button[name=so]");
        if (buttons.size() != sent.files().size()) {
            throw new IllegalStateException(buttons.size() + " of its " + sent.files().size() + " files are there");
        }
        for (Attached file : sent.files()) {
            Element button = buttons.stream()
                    .filter(each -> each.text().endsWith(" " + file.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("its file " + file.name() + " is not there"));
            if (!Attached.mark(citizen.file(button)).equals(file.mark())) {
                throw new IllegalStateException("its file " + file.name() + " is another one");
            }
            found.files++;
        }
    }

    /** Waits until all letters have left, and holds what the mail server took against what was owed. */
    private void checkMail(Site site) throws Exception {
        site.post().set(Postbox.Mood.TAKES);
        BlindIndex index = new BlindIndex(DataKeys.of(Optional.empty(), site.data()));
        Set<String> owed = site.acknowledged().stream()
                .map(sent -> index.of(Normalised.email(sent.mail())))
                .collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        int again = 0;
        int once = 0;
        int attempts = 0;
        List<?> rows;
        try (StandaloneDatabase database = site.store().open(site.data());
                EntityManager em = database.entityManager()) {
            Instant end = Instant.now().plus(LAST_LETTER);
            for (long waiting = waiting(em), told = -1; waiting > 0 && Instant.now().isBefore(end); waiting = waiting(em)) {
                if (waiting != told) {
                    say(site.name() + ": " + waiting + " letters wait");
                    told = waiting;
                }
                Thread.sleep(2_000);
            }
            rows = em.createNativeQuery("select message_id, address_key, state, attempts from mail_letter").getResultList();
        }
        Map<String, List<Postbox.Taken>> taken = site.post().taken();
        Set<String> missing = new LinkedHashSet<>(owed);
        Set<String> known = new LinkedHashSet<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            String id = String.valueOf(columns[0]);
            String key = String.valueOf(columns[1]);
            known.add(id);
            if (!missing.remove(key) && owed.contains(key)) {
                faults.add("a second letter is owed for one submission: " + id);
            }
            List<Postbox.Taken> copies = taken.getOrDefault(id, List.of());
            attempts += (int) number(columns[3]);
            if (!columns[2].equals("SENT") || copies.isEmpty()) {
                faults.add(id + " is " + columns[2] + " after " + columns[3] + " attempts and came " + copies.size() + " times");
            } else if (copies.size() > number(columns[3])) {
                faults.add(id + " came " + copies.size() + " times in " + columns[3] + " attempts");
            } else if (copies.stream().distinct().count() > 1) {
                faults.add(id + " did not come with the same words to the same person each time");
            } else if (!key.equals(index.of(Normalised.email(copies.getFirst().to())))) {
                faults.add(id + " came to somebody else");
            } else if (copies.size() > 1) {
                again++;
            } else {
                once++;
            }
        }
        missing.forEach(key -> faults.add("no letter is owed for an acknowledged submission"));
        taken.keySet().stream().filter(id -> !known.contains(id)).forEach(id -> faults.add(id + " came, and nobody owes it"));
        Map<String, List<Postbox.Taken>> byPerson =
                taken.values().stream().flatMap(List::stream).distinct().collect(Collectors.groupingBy(Postbox.Taken::to));
        for (Submission sent : List.copyOf(site.acknowledged())) {
            List<Postbox.Taken> came = byPerson.getOrDefault(sent.mail(), List.of());
            if (came.size() != 1 || !came.getFirst().text().contains(sent.code())) {
                faults.add("for " + sent.code() + " came " + came.size() + " letters, or one without the code");
            }
        }
        letters.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |",
                site.name(),
                rows.size(),
                once,
                again,
                attempts,
                faults.size()));
        faults.stream().limit(20).forEach(fault -> say("  letters: " + fault));
        if (!faults.isEmpty()) {
            fail(site, 0, faults.size() + " faults with letters");
        }
    }

    private static long waiting(EntityManager em) {
        return number(em.createNativeQuery("select count(*) from mail_letter where state = 'WAITING'").getSingleResult());
    }

    private void check(Site site, int round) throws IOException {
        List<String> faults = site.ledger().compare(read(site.store(), site.data()));
        if (faults.isEmpty()) {
            return;
        }
        fail(site, round, "what was written is not as it was answered; the folder is kept in " + keep(site, round));
        faults.stream().limit(20).forEach(fault -> say("  " + fault));
        Files.write(kept(site, round).resolve("faults.txt"), faults);
    }

    private Path kept(Site site, int round) {
        return out.resolve("failed-" + site.name().replaceAll("[^a-z0-9]+", "-") + "-" + round);
    }

    private Path keep(Site site, int round) throws IOException {
        Path kept = kept(site, round);
        delete(kept);
        copy(site.data(), kept);
        return kept;
    }

    /** What {@code mvn -Pcheck} does, here in this process. The index follows a moment later, so a difference must last. */
    private void compareIndex(Site site, int round) throws Exception {
        IndexCheck.Result result = compareIndex(site.store(), site.data());
        for (int i = 0; i < 5 && !result.agrees(); i++) {
            Thread.sleep(1_000);
            result = compareIndex(site.store(), site.data());
        }
        if (!result.agrees()) {
            fail(site, round, "index and database differ, the folder is kept in " + keep(site, round));
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
            Observed observed = observe(em);
            observeArticles(em, observed.values());
            observeSubmissions(em, observed.values());
            return observed;
        }
    }

    /** Drafts, by their titles. */
    private static void observeArticles(EntityManager em, Map<String, String> values) {
        for (Object content : em.createNativeQuery("select content from item_version where content like '%bài thử%'")
                .getResultList()) {
            JsonObject article = Json.createReader(new StringReader(String.valueOf(content))).readObject();
            values.put("article:" + article.getString("title"), article.getString("lead"));
        }
    }

    /** What citizens sent, by the blind mark of their number; whole if each part is there once. */
    private static void observeSubmissions(EntityManager em, Map<String, String> values) {
        for (Object row : em.createNativeQuery("select s.phone_key, count(*), max(s.due_step), max(s.due_day),"
                                + " sum((select count(*) from inbox_event e where e.submission_id = s.id and e.deed = 'SUBMIT')),"
                                + " sum((select count(*) from mail_letter l where l.address_key = s.email_key)),"
                                + " sum((select count(*) from inbox_words w where w.submission_id = s.id)),"
                                + " sum((select count(*) from inbox_enclosure f where f.submission_id = s.id))"
                                + " from inbox_submission s where s.phone_key <> '' and s.email_key <> '' group by s.phone_key")
                .getResultList()) {
            Object[] columns = (Object[]) row;
            boolean whole = number(columns[1]) == 1
                    && columns[2] != null
                    && !String.valueOf(columns[3]).startsWith("9999")
                    && number(columns[4]) == 1
                    && number(columns[5]) == 1
                    && number(columns[6]) == 1;
            values.put(
                    "submission:" + columns[0],
                    whole
                            ? Submit.whole(number(columns[7]))
                            : columns[1] + " rows, due " + columns[2] + " " + columns[3] + ", steps " + columns[4]
                                    + ", letters " + columns[5] + ", words " + columns[6] + ", files " + columns[7]);
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
            answered(kind, wanted, wanted.size());
        }

        /** @param changes by how much the change log must have grown by it at least */
        synchronized void answered(String kind, Map<String, Optional<String>> wanted, int changes) {
            counts.get(kind).answered++;
            round++;
            answeredChanges += changes;
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

        /** How much the change log grows by it at least. */
        default int changes() {
            return wanted().size();
        }
    }

    /** Somebody at the desk, who writes until the portal is gone. */
    private static class Writer extends Thread {

        private final Portal portal;
        private final Ledger ledger;
        private final String name;
        private final Random random;

        /** What this writer wrote and had answered, by name, and in what state it is. */
        private final Map<String, String> written = new LinkedHashMap<>();

        /** The removal that the page before us offers to take back. */
        private Remove removal;

        private final AtomicInteger answers = new AtomicInteger();
        private volatile boolean finished;
        private int number;

        Writer(Portal portal, Ledger ledger, String name, long seed) {
            super("writer-" + name);
            setDaemon(true);
            this.portal = portal;
            this.ledger = ledger;
            this.name = name;
            this.random = new Random(seed);
        }

        /** How many of its writes were answered. */
        int answers() {
            return answers.get();
        }

        void finish() {
            finished = true;
        }

        @Override
        public void run() {
            Desk desk = desk();
            boolean signedIn = false;
            while (!finished) {
                try {
                    if (!signedIn) {
                        arrive(desk);
                        signedIn = true;
                    }
                    Write write = draw(desk);
                    ledger.sent(write.kind(), write.wanted());
                    removal = null;
                    write.wanted().keySet().forEach(written::remove);
                    if (write.send(desk)) {
                        ledger.answered(write.kind(), write.wanted(), write.changes());
                        answers.incrementAndGet();
                        write.wanted().forEach((what, state) -> state.ifPresent(value -> written.put(what, value)));
                        removal = write instanceof Remove removed ? removed : null;
                    } else {
                        Thread.sleep(50);
                    }
                } catch (IOException | IllegalStateException e) {
                    signedIn = signedIn && !(e instanceof IllegalStateException);
                    refused(String.valueOf(e.getMessage()));
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

        /** Something else was answered, or nothing. */
        void refused(String answer) {
            // The desk goes on.
        }

        Desk desk() {
            return new Desk(portal.url(), "");
        }

        void arrive(Desk desk) throws IOException, InterruptedException {
            desk.signIn();
        }

        /** A name that nothing else has. */
        String fresh() {
            return Long.toString(System.nanoTime(), 36) + " " + name + " " + ++number;
        }

        /** The next write: new things mostly, now and then a change or a removal of what this writer wrote before. */
        Write draw(Desk desk) {
            if (removal != null && random.nextBoolean()) {
                return new Undo(removal);
            }
            String id = "thử " + fresh();
            int lot = random.nextInt(10);
            if (lot < 4) {
                List<String> known = written.keySet().stream()
                        .filter(what -> !what.startsWith("article:"))
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
                case 7 -> new SaveArticle("Một bài " + id);
                default -> new KeepWord("word, added", id, "nghĩa " + id);
            };
        }
    }

    /** Somebody without an account, who sends a question with files and then opens another form. */
    private static final class Citizen extends Writer {

        private final Site site;
        private final Random random;
        private final BlindIndex index;

        Citizen(Site site, String name, long seed) {
            super(site.portal(), site.ledger(), name, seed);
            this.site = site;
            this.random = new Random(seed);
            this.index = new BlindIndex(DataKeys.of(Optional.empty(), site.data()));
        }

        /** Nobody is held up because others send from the same network: each has an address of their own. */
        static String address(Random random) {
            return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
        }

        @Override
        Desk desk() {
            return new Desk(site.portal().url(), address(random));
        }

        @Override
        void arrive(Desk desk) {
            // There is no door.
        }

        @Override
        void refused(String answer) {
            site.answers().merge(answer, 1, Integer::sum);
        }

        @Override
        Write draw(Desk desk) {
            String phone = String.format(Locale.ROOT, "09%08d", random.nextInt(100_000_000));
            List<Attached> files = new ArrayList<>();
            if (random.nextInt(4) > 0) {
                files.add(Attached.photo(random));
            }
            if (random.nextInt(3) == 0) {
                files.add(Attached.paper(random));
            }
            return new Submit(
                    index.of(phone), phone, fresh(), List.copyOf(files), random.nextInt(5) == 0, site.acknowledged(), site.answers());
        }
    }

    /**
     * A file that a citizen sends along, made up and not like any other.
     *
     * @param mark what is seen in it, by which it is known when it is handed back
     */
    private record Attached(String name, String type, byte[] bytes, String mark) {

        static Attached photo(Random random) {
            BufferedImage picture = new BufferedImage(240, 180, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    picture.setRGB(x, y, random.nextInt(1 << 24));
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            try {
                ImageIO.write(picture, "png", png);
                return of("anh-" + random.nextInt(100_000) + ".png", "image/png", png.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Attached paper(Random random) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            try (PDDocument paper = new PDDocument()) {
                paper.addPage(new PDPage());
                paper.getDocumentInformation().setTitle("Giấy tờ thử " + random.nextLong());
                paper.save(pdf);
                return of("giay-" + random.nextInt(100_000) + ".pdf", "application/pdf", pdf.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Attached of(String name, String type, byte[] bytes) throws IOException {
            return new Attached(name, type, bytes, mark(bytes));
        }

        /** Of a picture its points, of anything else its bytes. */
        static String mark(byte[] bytes) throws IOException {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            MessageDigest digest = sha256();
            if (picture == null) {
                return HexFormat.of().formatHex(digest.digest(bytes));
            }
            digest.update((picture.getWidth() + "x" + picture.getHeight()).getBytes(StandardCharsets.US_ASCII));
            for (int point : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
                digest.update(new byte[] {(byte) (point >> 16), (byte) (point >> 8), (byte) point});
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Something that was acknowledged with its code.
     *
     * @param day until which the receipt promised an answer
     * @param files as they are known again, without their bytes
     */
    private record Submission(String code, String phone, String mail, String day, List<Attached> files) {}

    /**
     * A question with files by the public form: filled, looked over, sent with its proof of work, sometimes by two presses at once. What is
     * acknowledged by a receipt must be there, once, with its clock, its files and its letter.
     */
    private record Submit(
            String mark,
            String phone,
            String id,
            List<Attached> files,
            boolean twice,
            List<Submission> acknowledged,
            Map<String, Integer> answers)
            implements Write {

        private static final Pattern DAY = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
        private static final byte[] NOTHING = {};

        static String whole(long files) {
            return "whole, with " + files + " files";
        }

        @Override
        public String kind() {
            return "submission, public form";
        }

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of("submission:" + mark, Optional.of(whole(files.size())));
        }

        /** Nothing of it is public. */
        @Override
        public int changes() {
            return 0;
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            String mail = "nguoi-" + phone + "@example.vn";
            Document review = desk.submit(
                    desk.get("/gui-cau-hoi"),
                    "noi-dung",
                    Map.of(
                            "tieu-de", "Hỏi " + id,
                            "noi-dung", "Nội dung " + id,
                            "ho-ten", "Người gửi " + id,
                            "dia-chi", "Số 1 phố Thử",
                            "dien-thoai", phone,
                            "email", mail,
                            "dong-y", "1"),
                    files);
            Element button = review.selectFirst("main button[name=gui]");
            if (button == null) {
                return refused(review);
            }
            if (review.select("main input[type=hidden][name^=tep-]").size() != files.size()) {
                return refused(review);
            }
            Document receipt = desk.press(button, desk.proof(button.closest("form")), twice);
            if (!URI.create(receipt.location()).getPath().endsWith("/bien-nhan")) {
                return refused(receipt);
            }
            Element code = receipt.getElementById("ma-tra-cuu");
            Matcher day = DAY.matcher(receipt.select("footer.sheet strong").text());
            if (code != null) {
                acknowledged.add(new Submission(
                        code.text(),
                        phone,
                        mail,
                        day.find() ? day.group() : "",
                        files.stream()
                                .map(each -> new Attached(each.name(), each.type(), NOTHING, each.mark()))
                                .toList()));
            }
            return true;
        }

        private boolean refused(Document page) {
            answers.merge("422 " + page.select("main .state.bad, main .notice.bad").text(), 1, Integer::sum);
            return false;
        }
    }

    /** A draft that an editor saves. */
    private record SaveArticle(String title) implements Write {

        @Override
        public String kind() {
            return "article, saved by an editor";
        }

        @Override
        public Map<String, Optional<String>> wanted() {
            return Map.of("article:bài thử: " + title, Optional.of("Lời dẫn của " + title));
        }

        /** A draft is not public. */
        @Override
        public int changes() {
            return 0;
        }

        @Override
        public boolean send(Desk desk) throws IOException, InterruptedException {
            Document page = desk.get("/quan-tri/bai-viet/soan");
            Element section = page.selectFirst("select[name$=:section] option[value]:not([value=''])");
            return section != null
                    && desk.saved(desk.submit(
                            page,
                            "title",
                            Map.of(
                                    "title", "bài thử: " + title,
                                    "lead", "Lời dẫn của " + title,
                                    "body", "<p>Nội dung của " + title + "</p>",
                                    "section", section.attr("value"))));
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

        /** Of a refusal that does not say what is the matter. */
        static final String UNCLEAR = "UNCLEAR ";

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

        /** Whom a proxy before the portal would name; empty for nobody. */
        private final String from;

        Desk(String base, String from) {
            this.base = base;
            this.from = from;
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

        Document submit(Document page, String field, Map<String, String> values) throws IOException, InterruptedException {
            return submit(page, field, values, List.of());
        }

        /** Fills the form that has a field of this name, and presses its first button. */
        Document submit(Document page, String field, Map<String, String> values, List<Attached> files)
                throws IOException, InterruptedException {
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
            return send(request(form, filled, button, files));
        }

        Document press(Element button) throws IOException, InterruptedException {
            return press(button, Map.of(), false);
        }

        /** @param twice as impatient people do: at the same moment once more */
        Document press(Element button, Map<String, String> values, boolean twice) throws IOException, InterruptedException {
            HttpRequest request = ready(request(form(button), values, button, List.of()));
            CompletableFuture<?> other = twice
                    ? http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).exceptionally(gone -> null)
                    : CompletableFuture.completedFuture(null);
            try {
                return shown(http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
            } finally {
                other.join();
            }
        }

        /** The file that a button hands out. */
        byte[] file(Element button) throws IOException, InterruptedException {
            HttpResponse<byte[]> answer =
                    http.send(ready(request(form(button), Map.of(), button, List.of())), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " for its file " + button.text());
            }
            return answer.body();
        }

        /** A button may stand outside of its form, and name it. */
        private static Element form(Element button) {
            return button.hasAttr("form")
                    ? button.ownerDocument().getElementById(button.attr("form"))
                    : button.closest("form");
        }

        /** The work that a browser does before it sends (ALTCHA). */
        Map<String, String> proof(Element form) throws IOException, InterruptedException {
            Element widget = form.selectFirst("altcha-widget");
            if (widget == null) {
                throw new IllegalStateException("the form asks for no work");
            }
            HttpResponse<String> answer = http.send(
                    ready(HttpRequest.newBuilder(URI.create(widget.absUrl("challengeurl"))).GET()),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IOException(refusal(answer));
            }
            JsonObject given = Json.createReader(new StringReader(answer.body())).readObject();
            MessageDigest digest = sha256();
            byte[] wanted = HexFormat.of().parseHex(given.getString("challenge"));
            byte[] salt = given.getString("salt").getBytes(StandardCharsets.UTF_8);
            long number = 0;
            do {
                digest.update(salt);
                digest.update(Long.toString(number++).getBytes(StandardCharsets.US_ASCII));
            } while (!Arrays.equals(wanted, digest.digest()));
            String solved = Json.createObjectBuilder()
                    .add("algorithm", given.getString("algorithm"))
                    .add("challenge", given.getString("challenge"))
                    .add("number", number - 1)
                    .add("salt", given.getString("salt"))
                    .add("signature", given.getString("signature"))
                    .build()
                    .toString();
            return Map.of(
                    widget.attr("name"), Base64.getEncoder().encodeToString(solved.getBytes(StandardCharsets.UTF_8)));
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
            return send(request(form, values, button, List.of()));
        }

        private HttpRequest.Builder request(Element form, Map<String, String> values, Element button, List<Attached> files) {
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
            if (button != null && button.hasAttr("name")) {
                fields.put(button.attr("name"), button.attr("value"));
            }
            String action = form.absUrl("action");
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(action.isEmpty() ? form.baseUri() : action))
                    .header("Origin", base);
            if (form.attr("enctype").startsWith("multipart/")) {
                String boundary = "----portal" + System.nanoTime();
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
                fields.forEach((name, value) ->
                        body.writeBytes((part + name + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
                for (Attached file : files) {
                    String head = part + "tep\"; filename=\"" + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n";
                    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                    body.writeBytes(file.bytes());
                    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
                return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
            }
            String body = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            return request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }

        private HttpRequest ready(HttpRequest.Builder request) {
            if (!from.isEmpty()) {
                request.header("X-Forwarded-For", from);
            }
            return request.timeout(Duration.ofSeconds(20)).build();
        }

        private Document send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return shown(http.send(ready(request), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        }

        private Document shown(HttpResponse<String> answer) throws IOException {
            if (answer.statusCode() != 200 && answer.statusCode() != 422) { // 422 shows a form with its errors
                throw new IOException(refusal(answer));
            }
            page = Jsoup.parse(answer.body(), answer.uri().toString());
            return page;
        }

        /** What somebody is told who is not served. Only "come again later" with a heading, in words for people, is clear. */
        private static String refusal(HttpResponse<String> answer) {
            Document page = Jsoup.parse(answer.body());
            String heading = page.select("h1").text();
            boolean clear = answer.statusCode() < 500
                    || answer.statusCode() == 503
                            && (!heading.isBlank() && answer.headers().firstValue("Retry-After").isPresent()
                                    || answer.uri().getPath().endsWith("/kiem-tra"))
                            && !answer.body().contains("Exception");
            return (clear ? "" : UNCLEAR) + answer.statusCode() + " " + heading;
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
        private final Map<String, String> special;
        private Process process;

        Portal(Path data, Store store, Map<String, String> special) {
            this.data = data;
            this.store = store;
            this.special = special;
        }

        String url() {
            return "http://localhost:" + settings.port();
        }

        void start() throws Exception {
            Map<String, String> environment = new HashMap<>(store.environment());
            environment.put("PORTAL_ADMIN_USER", USER);
            environment.put("PORTAL_ADMIN_PASSWORD", PASSWORD);
            environment.put("PORTAL_MAIL_HOST", "127.0.0.1");
            environment.put("PORTAL_MAIL_PORT", String.valueOf(settings.mailPort()));
            environment.put("PORTAL_MAIL_TLS", "none");
            environment.put("PORTAL_MAIL_PER_MINUTE", "100000");
            environment.put("PORTAL_MAIL_FROM", "cong@example.vn");
            // The work is checked as ever; how long it takes to be found is the citizens' affair.
            environment.put("PORTAL_INBOX_WORK", "1000");
            // The program fills in a form at once; what is held is owed no letter until somebody has looked at it.
            environment.put("PORTAL_INBOX_FASTEST_SECONDS", "0");
            environment.putAll(special);
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

        boolean isAlive();

        void end(Ending ending) throws Exception;

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
        public boolean isAlive() {
            return true; // as long as the portal is
        }

        @Override
        public void end(Ending ending) {
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

        private final Path folder;
        private EmbeddedPostgres server;

        Postgres(Path folder) {
            this.folder = folder;
        }

        @Override
        public void start(Path data) throws Exception {
            boolean first = server == null;
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

        @Override
        public boolean isAlive() {
            try {
                return postmaster().isPresent();
            } catch (IOException e) {
                return false;
            }
        }

        private Optional<ProcessHandle> postmaster() throws IOException {
            Path file = folder.resolve("postmaster.pid");
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        }

        /** All its processes at once with SIGKILL, or by itself: its immediate shutdown saves nothing either. */
        @Override
        public void end(Ending ending) throws Exception {
            Optional<ProcessHandle> found = postmaster();
            if (found.isPresent()) {
                ProcessHandle postmaster = found.get();
                if (ending == Ending.KILLED) {
                    List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                            .toList();
                    all.forEach(ProcessHandle::destroyForcibly);
                } else {
                    new ProcessBuilder("kill", "-" + ending.signal, String.valueOf(postmaster.pid()))
                            .start()
                            .waitFor();
                }
                postmaster.onExit().get(30, TimeUnit.SECONDS);
            }
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

    /**
     * A mail server of this program's own, since one must be taken away, be made to hang up and remember all that it ever took, whatever
     * becomes of those who sent it. It speaks as much of SMTP as the portal does without TLS.
     */
    private static final class Postbox implements AutoCloseable {

        /** How it receives who comes. */
        enum Mood {
            TAKES,
            /** Nobody listens. */
            AWAY,
            /** It takes each second letter without a word and hangs up: the sender cannot know that it arrived. */
            HANGS_UP
        }

        /** A letter as it came. */
        private record Taken(String to, String text) {}

        private static final int HANG_UP_EVERY = 2;

        private final int port;
        private final Map<String, List<Taken>> taken = new TreeMap<>();
        private Mood mood = Mood.AWAY;
        private ServerSocket listening;
        private int letters;

        Postbox(int port) throws IOException {
            this.port = port;
            set(Mood.TAKES);
        }

        synchronized void set(Mood wanted) throws IOException {
            mood = wanted;
            if (wanted == Mood.AWAY) {
                close();
            } else if (listening == null) {
                ServerSocket socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
                listening = socket;
                Thread.ofPlatform().daemon().name("postbox").start(() -> listen(socket));
            }
        }

        /** All that was ever taken, by Message-ID. */
        synchronized Map<String, List<Taken>> taken() {
            Map<String, List<Taken>> copy = new TreeMap<>();
            taken.forEach((id, copies) -> copy.put(id, List.copyOf(copies)));
            return copy;
        }

        @Override
        public synchronized void close() throws IOException {
            if (listening != null) {
                listening.close();
                listening = null;
            }
        }

        private void listen(ServerSocket socket) {
            while (!socket.isClosed()) {
                try {
                    Socket caller = socket.accept();
                    Thread.ofPlatform().daemon().start(() -> talk(caller));
                } catch (IOException e) {
                    return; // it is away
                }
            }
        }

        private void talk(Socket caller) {
            try (caller;
                    InputStream in = new BufferedInputStream(caller.getInputStream());
                    OutputStream out = caller.getOutputStream()) {
                caller.setSoTimeout(60_000);
                String to = "";
                say(out, "220 postbox");
                for (String line = line(in); line != null; line = line(in)) {
                    String said = line.toUpperCase(Locale.ROOT);
                    if (said.startsWith("RCPT TO:")) {
                        to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(out, "250 yes");
                    } else if (said.equals("DATA")) {
                        say(out, "354 go on");
                        if (!take(to, body(in))) {
                            return;
                        }
                        say(out, "250 taken");
                    } else if (said.equals("QUIT")) {
                        say(out, "221 goodbye");
                        return;
                    } else {
                        say(out, "250 yes");
                    }
                }
            } catch (IOException | MessagingException e) {
                // Whoever called is gone; a letter that did not come to its end was not taken.
            }
        }

        /** @return whether it is said */
        private synchronized boolean take(String to, byte[] letter) throws IOException, MessagingException {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(letter));
            taken.computeIfAbsent(message.getMessageID(), unused -> new ArrayList<>())
                    .add(new Taken(to, message.getSubject() + "\n" + message.getContent()));
            return mood != Mood.HANGS_UP || ++letters % HANG_UP_EVERY != 0;
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static byte[] body(InputStream in) throws IOException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (String line = line(in); !".".equals(line); line = line(in)) {
                if (line == null) {
                    throw new IOException("half a letter");
                }
                body.writeBytes(((line.startsWith(".") ? line.substring(1) : line) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            return body.toByteArray();
        }

        /** Null at the end. */
        private static String line(InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int one = in.read(); one != '\n'; one = in.read()) {
                if (one < 0) {
                    return null;
                }
                line.write(one);
            }
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
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
                    "%n%s: %d rounds (%s)%n%n",
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
        append(text, "| acknowledged, asked for in the end | codes | with their day | files, compared | faults |", 4, lookedUp);
        append(text, "| letters | owed | taken once | again, same Message-ID | attempts | faults |", 5, letters);
        append(text, "| not killed | lacked | served again after |", 2, cameBack);
        append(text, "| citizens were answered | while | answer | times |", 3, refusals);
        untried.forEach(each -> text.append(String.format("%nNOT TRIED: %s%n", each)));
        text.append(String.format(
                "%nseed %d; %s%n",
                settings.seed(),
                failures == 0
                        ? "nothing that was answered is lost" + (untried.isEmpty() ? "" : ", as far as it was tried")
                        : failures + " checks FAILED"));
        System.out.println(text);
        try {
            Files.writeString(out.resolve("report.md"), text);
        } catch (IOException e) {
            System.out.println("crash: the report could not be kept: " + e);
        }
    }

    private static void append(StringBuilder text, String head, int columns, List<String> rows) {
        if (!rows.isEmpty()) {
            text.append('\n').append(head).append("\n|---|").append("--:|".repeat(columns)).append('\n');
            rows.forEach(row -> text.append(row).append('\n'));
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
