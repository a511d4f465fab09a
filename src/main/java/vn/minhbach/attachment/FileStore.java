package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.Sha256;

/**
 * The bytes of all files, below {@code <portal.data>/uploads}, each under the SHA-256 of its content. The same bytes are kept
 * once; a file never changes, so a copy of the folder is a backup.
 */
@ApplicationScoped
public class FileStore {

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data;

    /** Keeps the bytes; a crash in between leaves a temporary file and nothing half written under a final name. */
    StoredFile put(InputStream bytes) {
        try {
            var folder = Files.createDirectories(folder());
            var temporary = Files.createTempFile(folder, "in", ".tmp");
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

    private Path folder() {
        return Path.of(data, "uploads");
    }
}
