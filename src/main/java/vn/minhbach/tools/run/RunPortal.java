package vn.minhbach.tools.run;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs the portal in one Java process, on this computer only. The process lives as long as its terminal or the Maven that
 * started it; everything that it writes lies in one folder.
 */
public final class RunPortal {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 250;
    private static final int STOP_SECONDS = 15;

    private final PrintStream console;
    private final PrintStream errors;

    /** Set once the last word was said, whether good or bad. */
    private final AtomicBoolean told = new AtomicBoolean();

    /** Held for life: the garbage collector must not close the channel behind it. */
    @SuppressWarnings("unused")
    private @Nullable FileLock lock;

    private RunPortal(PrintStream console, PrintStream errors) {
        this.console = console;
        this.errors = errors;
    }

    /** See {@link Options} for the arguments. */
    public static void main(String[] args) throws InterruptedException {
        RunPortal portal = new RunPortal(utf8(System.out), utf8(System.err));
        try {
            portal.run(Options.parse(args));
        } catch (StartException e) {
            portal.fail(e.getMessage());
        }
    }

    private void run(Options options) throws StartException, InterruptedException {
        check(options);
        tell(options);
        Path log = options.log().resolve("server.log");
        haltWhenStuck(log);
        new ParentWatch().start();
        try {
            silence(options.log().resolve("console.log"));
            Domain domain = new Domain(options);
            domain.prepare();
            new PayaraServer(options, domain).boot();
        } catch (IOException | ReflectiveOperationException | IllegalStateException e) {
            e.printStackTrace();
            throw failed(log);
        }
        await(options, log);
        greet(options, log);
    }

    private void check(Options options) throws StartException {
        Checks.java(Runtime.version().feature());
        Checks.isolated(ClassLoader.getSystemClassLoader());
        Checks.payara(options.payara());
        Checks.war(options.war());
        Checks.writable(options.data());
        lock = Checks.alone(options.data());
        Checks.free(options.port());
    }

    /** Sets what the application reads, unless the caller or the environment says otherwise. */
    private static void tell(Options options) throws StartException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        System.setProperty("portal.data", options.data().toString());
        if (!isGiven("portal.ds.url")) {
            System.setProperty("portal.ds.url", options.database().url());
            if (!isGiven("portal.ds.user") && !isGiven("portal.ds.password")) {
                System.setProperty("portal.ds.password", password(options));
            }
        }
        System.setProperty("portal.data.keys-made-up", "true");
        if (!isGiven("portal.url")) {
            System.setProperty("portal.url", options.url());
        }
        if (!isGiven("portal.hosts")) {
            System.setProperty("portal.hosts", "localhost,127.0.0.1,[::1]");
        }
    }

    /** Whether the caller or the environment sets it, by the rules of MicroProfile Config. */
    private static boolean isGiven(String key) {
        return System.getProperty(key) != null
                || System.getenv(key.replace('.', '_').toUpperCase(Locale.ROOT)) != null;
    }

    private static String password(Options options) throws StartException {
        try {
            return options.database().password(() -> new ServerLibraries(options.payara()).h2());
        } catch (IOException | SQLException e) {
            throw new StartException(
                    "Không mở được cơ sở dữ liệu trong " + options.data() + ": " + e.getMessage(),
                    "the database there cannot be opened");
        }
    }

    /**
     * Sends what libraries print to a file, so that the last lines on the terminal are ours, and gives them nothing to
     * read: the server would wait for a password on the standard input, which Maven keeps open.
     */
    private static void silence(Path file) throws IOException {
        PrintStream sink = new PrintStream(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8);
        System.setOut(sink);
        System.setErr(sink);
        System.setIn(InputStream.nullInputStream());
    }

    /** The server stops in its own shutdown hook; this one sees to it that stopping comes to an end. */
    private void haltWhenStuck(Path log) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (told.compareAndSet(false, true)) {
                errors.println("Cổng thông tin dừng trước khi sẵn sàng, xem " + log + " (stopped before it was ready)");
            }
            Thread halt = new Thread(() -> {
                try {
                    Thread.sleep(Duration.ofSeconds(STOP_SECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                Runtime.getRuntime().halt(1);
            });
            halt.setDaemon(true);
            halt.start();
        }));
    }

    private void await(Options options, Path log) throws StartException, InterruptedException {
        Readiness readiness = new Readiness(options.port());
        Instant end = Instant.now().plus(PATIENCE);
        Readiness.State state = readiness.look();
        while (state == Readiness.State.STARTING && Instant.now().isBefore(end)) {
            Thread.sleep(POLL_MILLIS);
            state = readiness.look();
        }
        if (state != Readiness.State.READY) {
            throw failed(log);
        }
    }

    private void greet(Options options, Path log) {
        if (!told.compareAndSet(false, true)) {
            return; // stopping already
        }
        double seconds = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1_000.0;
        console.printf(Locale.ROOT, """

            Cổng thông tin đã sẵn sàng sau %.1f giây (the portal is ready).
              Trang công khai (public pages):  %s/
              Trang quản trị (back office):    %2$s/quan-tri
              Dữ liệu (data):                  %s
              Nhật ký (log):                   %s
              Dừng (stop):                     Ctrl-C
            """, seconds, options.url(), options.data(), log);
        console.flush();
    }

    private void fail(@Nullable String line) {
        if (told.compareAndSet(false, true)) {
            errors.println(line);
        }
        System.exit(1);
    }

    private static StartException failed(Path log) {
        return new StartException(
                "Cổng thông tin không khởi động được, xem " + log, "the portal did not start, see there");
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
