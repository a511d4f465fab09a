package vn.minhbach.privacy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import vn.minhbach.store.PrivateFiles;

/**
 * The keys in the data folder, {@code <portal.data>/keys/data.keys}, readable by the account that runs the portal alone: for a portal on
 * somebody's own computer, where nobody sets any. It is written once and never over another.
 */
final class KeyFile {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Two keys that were made up must not share an id: one lost key would then hide behind the other. */
    private static final int ID_BYTES = 4;

    private final Path file;

    KeyFile(Path data) {
        file = data.resolve("keys").resolve("data.keys");
    }

    Optional<String> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    /** What it says; a key is made up if there is no such file. */
    String readOrMake() throws IOException {
        var known = read();
        if (known.isPresent()) {
            return known.get();
        }
        PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        var fresh = file.resolveSibling("data.keys." + HexFormat.of().formatHex(random(ID_BYTES)));
        PrivateFiles.write(fresh, madeUp() + "\n");
        try {
            // A link fails where another process was faster; a move would take its key away.
            Files.createLink(file, fresh);
            Files.delete(fresh);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static String madeUp() {
        return "k" + HexFormat.of().formatHex(random(ID_BYTES)) + ":"
                + Base64.getEncoder().encodeToString(random(KeyRing.BYTES));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
