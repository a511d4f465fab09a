package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.Sha256;
import vn.minhbach.store.LostFiles;
import vn.minhbach.store.WorkFolder;

/**
 * The bytes of all files, below {@code <portal.data>/uploads}, each under the SHA-256 of its content. The same bytes are kept
 * once; a file never changes, so a copy of the folder is a backup.
 */
@ApplicationScoped
public class FileStore {

    private static final int BUFFER = 64 * 1024;

    /** How the names of files end that are being looked at. */
    static final String TEMPORARY = ".tmp";

    /** The SHA-256; of a smaller size of a picture, its width behind it. */
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(?:-\\d{1,5})?");

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data = "data";

    /**
     * Takes bytes in to be looked at, before anything is kept of them.
     *
     * @param folder where they lie for now
     * @return a file of its own, which whoever asked deletes
     * @throws vn.minhbach.shared.RuleBrokenException if there are more than so many; the rest is not read
     */
    Path receive(InputStream bytes, long most, Path folder) throws IOException {
        var temporary = Files.createTempFile(folder, "in", TEMPORARY);
        try (var out = Files.newOutputStream(temporary)) {
            var buffer = new byte[BUFFER];
            var size = 0L;
            for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > most) {
                    throw FileType.refused("long");
                }
                out.write(buffer, 0, read);
            }
            return temporary;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** How many bytes there is room for. */
    long free() {
        try {
            return Files.getFileStore(Files.createDirectories(folder())).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where files lie that are being looked at. */
    Path workshop() throws IOException {
        return Files.createDirectories(folder());
    }

    /** Throws away what was being looked at before that moment: the server stopped meanwhile, or the files would be gone. */
    void clean(Instant before) throws IOException {
        WorkFolder.clean(
                workshop(),
                before,
                file -> BoundedProcess.isRoom(file) || file.toString().endsWith(TEMPORARY));
    }

    /** Keeps a file beside its smaller sizes, which are found by its own name and their width. The given files are moved. */
    StoredFile put(Path file, Map<Integer, Path> sizes) throws IOException {
        var digest = Sha256.digest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        var size = Files.size(file);
        var sha256 = HexFormat.of().formatHex(digest.digest());
        Files.createDirectories(path(sha256).getParent());
        for (var each : sizes.entrySet()) {
            Files.move(each.getValue(), path(sha256, each.getKey()), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(file, path(sha256), StandardCopyOption.ATOMIC_MOVE);
        return new StoredFile(sha256, size);
    }

    /** A smaller size of a picture. */
    Path path(String sha256, int width) {
        var whole = path(sha256);
        return whole.resolveSibling(whole.getFileName() + "-" + width);
    }

    /** Keeps the bytes; a crash in between leaves a temporary file and nothing half written under a final name. */
    StoredFile put(InputStream bytes) {
        try {
            var folder = Files.createDirectories(folder());
            var temporary = Files.createTempFile(folder, "in", TEMPORARY);
            try {
                var digest = Sha256.digest();
                long size;
                try (var in = new DigestInputStream(bytes, digest)) {
                    size = Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
                }
                var sha256 = HexFormat.of().formatHex(digest.digest());
                var place = path(sha256);
                Files.createDirectories(place.getParent());
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
                return new StoredFile(sha256, size);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String sha256) {
        return folder().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    /** Clears the folder of what nothing names. */
    LostFiles lost() {
        return new LostFiles(folder(), NAME);
    }

    private Path folder() {
        return Path.of(data, "uploads");
    }
}
