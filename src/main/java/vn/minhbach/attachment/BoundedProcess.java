package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.minhbach.store.WorkFolder;

/**
 * A program that opens what strangers brought, as a process of its own: a file that is made to break a decoder, to fill the memory or to keep a
 * processor busy does that to the process and nothing else. It is told nothing of what the portal is told, its secrets least of all; whatever it
 * leaves behind lies in a room of its own and is thrown away.
 */
final class BoundedProcess {

    private static final String ROOM = "room";

    /** How it ended, if it was never there; a shell says the same of a program that there is not. */
    static final int NOT_STARTED = 127;

    private static final Logger LOG = Logger.getLogger(BoundedProcess.class.getName());

    /** It leaves nothing that it held in memory lying about. */
    private static final String NO_CORE = "ulimit -c 0; ";

    private static final Path SHELL = Path.of("/bin/sh");

    private final String bounds;
    private final Duration patience;

    /**
     * @param bounds what it may take of the machine, as {@code ulimit} of every shell says it; where there is no shell only time binds it
     * @param patience after which it is killed
     */
    BoundedProcess(String bounds, Duration patience) {
        this.bounds = bounds;
        this.patience = patience;
    }

    /** What is done while there is a room. */
    @FunctionalInterface
    interface Work<T> {
        T in(Path room) throws IOException;
    }

    /** Whether something in a folder is such a room. */
    static boolean isRoom(Path file) {
        return file.getFileName().toString().startsWith(ROOM) && Files.isDirectory(file);
    }

    /** Does some work with an empty room, which is gone afterwards with all that lies in it. */
    static <T> T inRoom(Path folder, Work<T> work) throws IOException {
        var room = Files.createTempDirectory(folder, ROOM);
        try {
            return work.in(room);
        } finally {
            WorkFolder.delete(room);
        }
    }

    /** How it ended; empty if it was killed because it came to no end. */
    OptionalInt run(List<String> words) throws IOException {
        var process = new ProcessBuilder(Files.isExecutable(SHELL) ? bounded(words) : words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().clear();
        // But how names of files are spelled: the data folder may be called anything.
        process.environment().put("LC_ALL", "C.UTF-8");
        Process running;
        try {
            running = process.start();
        } catch (IOException e) {
            // As after an upgrade of the Java under a server that runs, or where no more processes may be.
            LOG.log(Level.SEVERE, words.getFirst() + " cannot be started", e);
            return OptionalInt.of(NOT_STARTED);
        }
        try {
            return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(running.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a program was at work", e);
        } finally {
            end(running);
        }
    }

    /** Until it is gone: nobody writes into the room any more when that is emptied. Who is interrupted waits for that as well. */
    private static void end(Process running) {
        running.destroyForcibly();
        var interrupted = false;
        while (running.isAlive()) {
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> bounded(List<String> words) {
        return Stream.concat(
                        Stream.of(SHELL.toString(), "-c", NO_CORE + bounds + " exec \"$@\"", SHELL.toString()),
                        words.stream())
                .toList();
    }
}
