package vn.minhbach.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import vn.minhbach.shared.Time;
import vn.minhbach.store.PrivateFiles;

/**
 * Where the chain of the audit ended, written down outside of the database: in {@code <portal.data>/audit}, the last end in one file and one
 * end of each day in another, and in the log of the server. Whoever changes the database alone does not reach these.
 */
final class AuditHeads {

    private static final Logger LOG = Logger.getLogger(AuditHeads.class.getName());
    private static final Pattern LINE = Pattern.compile("(\\S{10,40}+) (\\d{1,18}+) ([0-9a-f]{64})");

    private final Path folder;
    private LocalDate lastDay = LocalDate.MIN;

    AuditHeads(Path data) {
        folder = data.resolve("audit");
    }

    /** The chain ends there now. */
    synchronized void remember(AuditChain.Head head, Instant now) throws IOException {
        PrivateFiles.folder(folder);
        var line = now + " " + head.position() + " " + head.digest() + "\n";
        var fresh = folder.resolve("head.new");
        PrivateFiles.write(fresh, line);
        Files.move(fresh, folder.resolve("head"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        var day = Time.day(now);
        if (!day.equals(lastDay)) {
            if (!day.equals(lastWritten())) {
                append(line);
            }
            lastDay = day;
            LOG.log(Level.INFO, "The audit ends at place {0} with the digest {1}", new Object[] {
                Long.toString(head.position()), head.digest()
            });
        }
    }

    private void append(String line) throws IOException {
        var days = folder.resolve("days");
        if (!Files.exists(days)) {
            PrivateFiles.write(days, "");
        }
        Files.writeString(days, line, StandardOpenOption.APPEND);
    }

    private LocalDate lastWritten() throws IOException {
        var days = lines("days");
        return days.isEmpty()
                ? LocalDate.MIN
                : Time.day(Instant.parse(days.getLast().substring(0, days.getLast().indexOf(' '))));
    }

    /** All ends that were written down. */
    List<AuditChain.Head> known() throws IOException {
        var known = new ArrayList<AuditChain.Head>();
        for (var name : List.of("days", "head")) {
            for (var line : lines(name)) {
                var read = LINE.matcher(line);
                if (read.matches()) {
                    known.add(new AuditChain.Head(Long.parseLong(read.group(2)), read.group(3)));
                }
            }
        }
        return known;
    }

    private List<String> lines(String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> LINE.matcher(line).matches())
                        .toList()
                : List.of();
    }
}
