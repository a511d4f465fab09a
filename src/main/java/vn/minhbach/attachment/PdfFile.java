package vn.minhbach.attachment;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Opens PDF files, whoever brought them, each in a process of its own ({@link PdfReader}) with an end to its memory and its time. What takes more is
 * taken for a broken one, a page of it for one that cannot be painted, and of its words there is what was read until then.
 */
final class PdfFile {

    private static final Logger LOG = Logger.getLogger(PdfFile.class.getName());

    /** A processor for so many seconds, and half a gigabyte for each file that is written (in pieces of 512 bytes, as every shell counts). */
    private static final String BOUNDS = "ulimit -t 120; ulimit -f 1048576;";

    /** What a Java says that has no memory any more ({@code -XX:+ExitOnOutOfMemoryError}). */
    private static final int NO_MEMORY = 3;

    /** What a shell adds to the number of a signal by which a program ended. */
    private static final int BY_SIGNAL = 128;

    private static final Semaphore READING = new Semaphore(1, true);

    private static final Duration TO_COUNT = Duration.ofSeconds(20);
    private static final Duration TO_READ = Duration.ofSeconds(30);

    /** For its tables of objects, not for what its pages show. */
    private static final int MEGABYTES_TO_COUNT = 192;

    private static final int MEGABYTES_TO_SHOW = 512;

    private static final String CLASS_PATH = Stream.of(
                    PdfReader.class, Loader.class, RandomAccessRead.class, FontBoxFont.class, LogFactory.class)
            .map(PdfFile::lies)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));

    /** What became of the work. */
    private enum Ended {
        WELL,
        ENCRYPTED,
        /** There is no such page, it is damaged, or takes more than there is for one. */
        BROKEN,
        /** The program was not there to look at it, or had no room: nothing is known of the file. */
        NOT_THERE
    }

    private final Path file;
    private final Path folder;

    /** @param folder in which the process has its room while it runs */
    PdfFile(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * What a document says.
     *
     * @param words as far as they were read
     * @param whole whether all was read, as far as words of a file are looked for at all
     */
    record Words(String words, boolean whole) {}

    /**
     * How many pages it has.
     *
     * @throws RuleBrokenException if it is none, is damaged or encrypted
     */
    int pages() throws IOException {
        return BoundedProcess.inRoom(folder, room -> {
            require(run(room, MEGABYTES_TO_COUNT, TO_COUNT, "count"));
            return pages(room);
        });
    }

    /**
     * Its words. Whatever is wrong with it, it is kept and handed out: it is only not found by what was not read. One is read at a time, in a turn of
     * its own, since it may take long and others wait for pictures.
     */
    Words words() throws IOException {
        return words(TO_READ);
    }

    /** With another patience, for tests. */
    Words words(Duration patience) throws IOException {
        try {
            if (!READING.tryAcquire(TO_READ.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Words("", false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Words("", false);
        }
        try {
            return BoundedProcess.inRoom(folder, room -> {
                var words = room.resolve("words");
                var ended = run(room, MEGABYTES_TO_SHOW, patience, "read", words.toString());
                return new Words(Files.exists(words) ? text(words) : "", ended == Ended.WELL);
            });
        } finally {
            READING.release();
        }
    }

    /**
     * Paints a page.
     *
     * @param number from 1
     * @param longestSide in points of the picture
     * @param picture where it is laid, as PNG
     * @param patience how long somebody waits for it
     * @throws RuleBrokenException if there is no such page, or it cannot be painted
     */
    void paint(int number, int longestSide, Path picture, Duration patience) throws IOException {
        var ended = BoundedProcess.inRoom(
                folder,
                room -> run(
                        room,
                        MEGABYTES_TO_SHOW,
                        patience,
                        "paint",
                        String.valueOf(number),
                        String.valueOf(longestSide),
                        picture.toString()));
        switch (ended) {
            case WELL -> {
                // It lies there.
            }
            case NOT_THERE -> throw FileType.refused("busy");
            default -> throw new RuleBrokenException("mask.error.page");
        }
    }

    private static int pages(Path room) throws IOException {
        var pages = Integer.parseInt(Files.readString(room.resolve("pages")));
        if (pages < 1) {
            throw FileType.refused("brokenPdf");
        }
        return pages;
    }

    /** So much as is looked for: a page may say more than there is memory. Where it is cut off the last letter may be half of one. */
    private static String text(Path words) throws IOException {
        try (var in = Files.newInputStream(words)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(in.readNBytes(4 * FileText.LONGEST)))
                    .toString();
        }
    }

    private static void require(Ended ended) {
        switch (ended) {
            case WELL -> {
                // It is whole.
            }
            case ENCRYPTED -> throw FileType.refused("encryptedPdf");
            case NOT_THERE -> throw FileType.refused("busy");
            default -> throw FileType.refused("brokenPdf");
        }
    }

    private Ended run(Path room, int megabytes, Duration patience, String work, String... more) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + room.resolve("error"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + room,
                // Which letters this machine has is looked for once; kept in the portal's own folder, where nobody else
                // writes.
                "-Dpdfbox.fontcache=" + folder,
                "-cp",
                CLASS_PATH,
                PdfReader.class.getName(),
                work,
                file.toString(),
                room.resolve("pages").toString()));
        words.addAll(List.of(more));
        return ended(new BoundedProcess(BOUNDS, patience).run(words), work);
    }

    private static Ended ended(OptionalInt code, String work) {
        if (code.isEmpty() || code.getAsInt() == NO_MEMORY || code.getAsInt() > BY_SIGNAL) {
            LOG.log(Level.INFO, "A PDF file takes more time or memory than there is for one, to {0} it", work);
            return Ended.BROKEN;
        }
        return switch (code.getAsInt()) {
            case 0 -> Ended.WELL;
            case PdfReader.ENCRYPTED -> Ended.ENCRYPTED;
            case PdfReader.BROKEN, PdfReader.NO_PAGE -> Ended.BROKEN;
            default -> {
                LOG.log(Level.WARNING, "No program for PDF files runs here; it ended with {0}, of {1}", new Object[] {
                    code.getAsInt(), CLASS_PATH
                });
                yield Ended.NOT_THERE;
            }
        };
    }

    private static String lies(Class<?> part) {
        try {
            return place(
                    Path.of(part.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    part.getName());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Where " + part + " lies cannot be said", e);
        }
    }

    /** The archive or folder in which a class lies; the server says of one in a folder of its application where the class itself lies. */
    static String place(Path said, String name) {
        var file = Path.of(name.replace('.', '/') + ".class");
        return (said.endsWith(file)
                        ? said.getRoot().resolve(said.subpath(0, said.getNameCount() - file.getNameCount()))
                        : said)
                .toString();
    }
}
