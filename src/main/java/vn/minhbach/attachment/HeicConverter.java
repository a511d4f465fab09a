package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Reads the pictures of iPhones (HEIC) by a program of the system, libheif's {@code heif-convert} (Debian: {@code libheif-examples}),
 * where there is one. It runs as a process of its own: a picture made to break a decoder breaks that process and nothing else.
 */
@ApplicationScoped
public class HeicConverter {

    private static final Logger LOG = Logger.getLogger(HeicConverter.class.getName());

    /** What libheif writes is painted anew afterwards; the quality only must not be seen. */
    private static final String QUALITY = "95";

    @Inject
    @ConfigProperty(name = "portal.heic", defaultValue = "heif-convert")
    String program = "heif-convert";

    /**
     * What the program may take: two gigabytes of memory, a minute of a processor, a quarter of a gigabyte for a file (in KiB, seconds, and pieces
     * of 512 bytes, as every shell counts). A picture of a few kilobytes may say of itself that it is as large as a field.
     */
    private static final String BOUNDS = "ulimit -v 2097152; ulimit -t 60; ulimit -f 524288;";

    private Duration patience = Duration.ofSeconds(60);

    /** Each takes a processor and some hundred megabytes. */
    final Semaphore turns = new Semaphore(2, true);

    public HeicConverter() {}

    HeicConverter(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /**
     * The picture as JPEG, upright.
     *
     * @param folder in which it is laid
     * @throws RuleBrokenException if there is no such program here, it cannot read the picture, or too many wait for it
     */
    Path toJpeg(Path heic, Path folder) throws IOException {
        var command = command().orElseThrow(() -> FileType.refused("heic"));
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw FileType.refused("busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a picture waited for its turn", e);
        }
        try {
            return toJpeg(command, heic, folder);
        } finally {
            turns.release();
        }
    }

    private Path toJpeg(Path command, Path heic, Path folder) throws IOException {
        return BoundedProcess.inRoom(folder, room -> {
            // Both by their endings: the program goes by them.
            var given = Files.createLink(room.resolve("in.heic"), heic);
            var made = room.resolve("out.jpg");
            run(command, given, made);
            // A file of several pictures comes out as several, the first one numbered.
            var first = Files.exists(made) ? made : room.resolve("out-1.jpg");
            if (!Files.exists(first)) {
                throw FileType.refused("brokenPicture");
            }
            return Files.move(
                    first,
                    Files.createTempFile(folder, "in", FileStore.TEMPORARY),
                    StandardCopyOption.REPLACE_EXISTING);
        });
    }

    private void run(Path command, Path given, Path made) throws IOException {
        var ended = new BoundedProcess(BOUNDS, patience)
                .run(List.of(command.toString(), "-q", QUALITY, given.toString(), made.toString()));
        if (ended.isEmpty()) {
            LOG.log(Level.WARNING, "{0} took longer than {1} for a picture", new Object[] {command, patience});
        }
        if (ended.equals(OptionalInt.of(BoundedProcess.NOT_STARTED))) {
            throw FileType.refused("busy");
        }
        if (!ended.equals(OptionalInt.of(0))) {
            throw FileType.refused("brokenPicture");
        }
    }

    /** The program, if it is there; one without a slash is looked for where the system looks for programs. */
    private Optional<Path> command() {
        if (program.equals("none") || program.isBlank()) {
            return Optional.empty();
        }
        var places = program.contains("/")
                ? Stream.of(program)
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> folder + "/" + program);
        return places.map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
