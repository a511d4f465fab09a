package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.store.LostFiles;
import vn.minhbach.store.PrivateFiles;
import vn.minhbach.store.WorkFolder;

/**
 * The bytes of what citizens send along, below {@code <portal.data>/enclosures}, apart from everything that is ever handed out: each file sealed, under
 * a random name, so that who has the folder has nothing. A file is on the disk, and its folder too, before anything says that it is there.
 */
@ApplicationScoped
class EnclosureStore {

    private static final int PLACE_BYTES = 16;
    private static final Pattern PLACE = Pattern.compile("([0-9a-f]{32})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String WORKSHOP = "work";

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data = "data";

    EnclosureStore() {}

    EnclosureStore(Path data) {
        this.data = data.toString();
    }

    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    /** Where files lie that are being looked at: unsealed, for as long as that takes. */
    Path workshop() throws IOException {
        PrivateFiles.folder(folder());
        PrivateFiles.folder(folder().resolve(WORKSHOP));
        return folder().resolve(WORKSHOP);
    }

    /** How many bytes there is room for on the disk. */
    long free() throws IOException {
        return Files.getFileStore(workshop()).getUsableSpace();
    }

    /**
     * Keeps a file, sealed.
     *
     * @return its place
     */
    String put(Path plain, FileKey key) throws IOException {
        try (var in = Files.newInputStream(plain)) {
            return put(in, key);
        }
    }

    /** The same of what is read. */
    String put(InputStream plain, FileKey key) throws IOException {
        var random = new byte[PLACE_BYTES];
        RANDOM.nextBytes(random);
        var place = HexFormat.of().formatHex(random);
        var temporary = Files.createTempFile(workshop(), "seal", ".tmp");
        try {
            try (var file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                // Closing what seals writes the last piece, and would close the file: it must be on the disk before.
                var sealing = key.seal(new java.io.FilterOutputStream(Channels.newOutputStream(file)) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        out.write(bytes, from, length);
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                });
                plain.transferTo(sealing);
                sealing.close();
                file.force(true);
            }
            var at = path(place);
            PrivateFiles.folder(folderOf(place));
            Files.move(temporary, at, StandardCopyOption.ATOMIC_MOVE);
            force(folderOf(place));
            force(folder());
            return place;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What was named in a folder is there after a crash, too. Where the system knows no such thing (Windows), it is there anyway. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /**
     * The bytes of a file as they were before they were sealed. Reading fails where something was changed.
     *
     * @throws NoSuchFileException if it is not there
     */
    InputStream open(String place, FileKey key) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path(place)), 64 * 1024);
        try {
            return key.open(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** A file of its own with the bytes as they were, for as long as somebody works on it; they delete it. */
    Path unsealed(String place, FileKey key) throws IOException {
        var temporary = Files.createTempFile(workshop(), "open", ".tmp");
        try (var in = open(place, key)) {
            Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
            return temporary;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    void delete(String place) throws IOException {
        Files.deleteIfExists(path(place));
    }

    boolean has(String place) {
        return Files.exists(path(place));
    }

    /** Clears the folder of what belongs to nothing. */
    LostFiles lost() {
        return new LostFiles(folder(), PLACE);
    }

    /** Throws away what was being looked at when the portal went down. */
    void clean(Instant before) throws IOException {
        WorkFolder.clean(workshop(), before, file -> true);
    }

    private Path path(String place) {
        if (!isPlace(place)) {
            throw new IllegalArgumentException("No place of an enclosure");
        }
        return folderOf(place).resolve(place);
    }

    private Path folderOf(String place) {
        return folder().resolve(place.substring(0, 2));
    }

    private Path folder() {
        return Path.of(data, "enclosures");
    }
}
