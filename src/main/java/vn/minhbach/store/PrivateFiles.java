package vn.minhbach.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Folders and files that nobody but the account which runs the portal may open: other people may have a shell on the same
 * machine. Where the file system knows no such rights (Windows), its own defaults hold.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** What the portal and its launcher make in the data folder. */
    private static final List<String> PARTS = List.of("db", "enclosures", "index", "log", "server", "uploads");

    private PrivateFiles() {}

    /**
     * Makes the data folder, or closes the one that is there to everybody else. A folder that holds other things, and nothing
     * of ours yet, may be anybody's, even {@code /tmp}: it is left as it is, and our folders in it are closed one by one.
     */
    public static void dataFolder(Path data) throws IOException {
        boolean ours = !Files.isDirectory(data) || isOurs(data);
        if (ours) {
            folder(data);
        }
        for (String part : PARTS) {
            if (!ours || Files.isDirectory(data.resolve(part))) {
                folder(data.resolve(part));
            }
        }
    }

    /** Makes a folder that is closed to everybody else, or closes the one that is there. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try {
                Files.createDirectory(folder, attributes(FOLDER));
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
        }
        if (POSIX && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /** Writes a new file that is closed to everybody else from its first byte on. */
    public static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, attributes(FILE));
        Files.writeString(file, text, StandardOpenOption.SYNC);
    }

    /** Closes a file that is there to everybody else. */
    public static void close(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static boolean isOurs(Path data) throws IOException {
        try (var children = Files.list(data)) {
            var names = children.map(child -> child.getFileName().toString()).toList();
            return PARTS.containsAll(names)
                    || names.contains("portal.lock")
                    || names.containsAll(List.of("index", "uploads"));
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
