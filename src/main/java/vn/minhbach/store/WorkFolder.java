package vn.minhbach.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.function.Predicate;

/** A folder in which files lie while they are looked at; they stay there only if the server stops meanwhile. */
public final class WorkFolder {

    private WorkFolder() {}

    /**
     * Throws away what has lain there since before that moment, folders with all that lies in them.
     *
     * @param work what is of that kind, where other things lie there as well
     */
    public static void clean(Path folder, Instant before, Predicate<Path> work) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(work).filter(each -> isOlder(each, before)).toList()) {
                delete(file);
            }
        }
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (IOException e) {
            // It went away meanwhile.
            return false;
        }
    }

    /** Deletes a file, or a folder with all that lies in it; what goes away meanwhile is gone. */
    public static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes what) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException fault) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
