package vn.minhbach.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Clears a folder of files that the database does not know. Nothing that is gone from a disk comes back, and that the database does not know a file may
 * as well mean that it is an empty one, the wrong one, or one restored from an older backup. So such files are set aside, in {@code lost/<day>} of the
 * same folder, and deleted thirty days later; those that the database knows again by then are put back; and as long as it knows none at all, or does
 * not know too many, nothing is moved or deleted.
 *
 * <p>Files lie in folders of their own in the folder, one deep, as the first two letters of their names say.
 */
public final class LostFiles {

    /** For so long a file is kept that belongs to nothing. */
    static final Duration KEPT = Duration.ofDays(30);

    /** What is younger may belong to something that is just being taken in. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** So many may be lost by accidents of the portal's own, in however small a folder. */
    private static final int FEW = 50;

    /** One in so many may be lost in a large folder. */
    private static final int SHARE = 50;

    private static final int BATCH = 200;
    private static final String ASIDE = "lost";

    private final Path folder;
    private final Pattern name;

    /**
     * @param name what files are called there; its first group is what the database knows of a file. Several files may share one
     */
    public LostFiles(Path folder, Pattern name) {
        this.folder = folder;
        this.name = name;
    }

    /** What the database knows. */
    public interface Known {

        /** How many files it knows in all. */
        long files();

        /** Which of these it knows. */
        Set<String> known(Collection<String> names);

        /** Which of these it once knew and were given up on purpose: they are not lost. */
        Set<String> givenUp(Collection<String> names);
    }

    /** Whether it may be trusted that what the database does not know belongs to nothing. */
    public enum Verdict {
        CLEAR,
        /** It knows no file at all. */
        NOTHING_KNOWN,
        TOO_MANY
    }

    /**
     * What came of it.
     *
     * @param all how many the folder held that may be lost, or known
     * @param lost how many of them the database never knew
     */
    public record Swept(Verdict verdict, long all, long lost, int setAside, int putBack) {}

    static Verdict verdict(long known, long all, long lost) {
        if (lost == 0) {
            return Verdict.CLEAR;
        }
        if (known == 0) {
            return Verdict.NOTHING_KNOWN;
        }
        return lost > FEW && lost * SHARE > all ? Verdict.TOO_MANY : Verdict.CLEAR;
    }

    /** Sets aside what belongs to nothing, puts back what is known again, and deletes what was set aside long ago. */
    public Swept sweep(Known database, Instant now) throws IOException {
        var back = putBack(database);
        var found = found(now.minus(PATIENCE));
        var unknown = new ArrayList<String>();
        batches(found.keySet(), batch -> {
            var known = database.known(batch);
            batch.stream().filter(each -> !known.contains(each)).forEach(unknown::add);
        });
        var givenUp = new HashSet<String>();
        batches(unknown, batch -> givenUp.addAll(database.givenUp(batch)));
        var lost = unknown.size() - givenUp.size();
        var all = found.size() - givenUp.size();
        var verdict = verdict(database.files(), all, lost);
        if (verdict != Verdict.CLEAR) {
            return new Swept(verdict, all, lost, 0, back);
        }
        for (var each : unknown) {
            setAside(found.getOrDefault(each, List.of()), now);
        }
        if (!unknown.isEmpty()) {
            // The same bytes may have been brought again in this very moment.
            back += putBack(database);
        }
        deleteOld(now);
        return new Swept(verdict, all, lost, unknown.size(), back);
    }

    private interface Batch {
        void take(List<String> names) throws IOException;
    }

    private static void batches(Collection<String> names, Batch batch) throws IOException {
        var all = List.copyOf(names);
        for (var from = 0; from < all.size(); from += BATCH) {
            batch.take(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    /** The files that lie there since before that moment, by what the database knows of them. */
    private Map<String, List<Path>> found(Instant before) throws IOException {
        var found = new LinkedHashMap<String, List<Path>>();
        for (var inner : folders(folder)) {
            collect(inner, before, found);
        }
        return found;
    }

    private void collect(Path inner, Instant before, Map<String, List<Path>> found) throws IOException {
        try (var files = Files.list(inner)) {
            for (var file : files.filter(each -> isBefore(each, before)).toList()) {
                var matched = name.matcher(file.getFileName().toString());
                if (matched.matches()) {
                    found.computeIfAbsent(matched.group(1), unused -> new ArrayList<>())
                            .add(file);
                }
            }
        }
    }

    private static List<Path> folders(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (var inner = Files.list(in)) {
            return inner.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static boolean isBefore(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            // It went away meanwhile.
            return false;
        }
    }

    private void setAside(List<Path> files, Instant now) throws IOException {
        var day = folder.resolve(ASIDE)
                .resolve(now.atZone(ZoneOffset.UTC).toLocalDate().toString());
        PrivateFiles.folder(folder.resolve(ASIDE));
        PrivateFiles.folder(day);
        for (var file : files) {
            if (isBefore(file, now.minus(PATIENCE))) {
                Files.move(file, day.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** @return how many the database knows again */
    private int putBack(Known database) throws IOException {
        var aside = new LinkedHashMap<String, List<Path>>();
        for (var day : folders(folder.resolve(ASIDE))) {
            collect(day, Instant.MAX, aside);
        }
        var known = new HashSet<String>();
        batches(aside.keySet(), batch -> known.addAll(database.known(batch)));
        for (var each : known) {
            for (var file : aside.getOrDefault(each, List.of())) {
                var place = folder.resolve(each.substring(0, 2));
                PrivateFiles.folder(place);
                Files.move(file, place.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return known.size();
    }

    private void deleteOld(Instant now) throws IOException {
        var last = now.minus(KEPT).atZone(ZoneOffset.UTC).toLocalDate();
        for (var day : folders(folder.resolve(ASIDE))) {
            if (isBefore(day.getFileName().toString(), last)) {
                try (var files = Files.list(day)) {
                    for (var file : files.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
                Files.deleteIfExists(day);
            }
        }
    }

    private static boolean isBefore(String day, LocalDate last) {
        try {
            return LocalDate.parse(day).isBefore(last);
        } catch (DateTimeException e) {
            // Somebody else's folder.
            return false;
        }
    }
}
