package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file that was looked at and may be kept.
 *
 * @param file where its bytes lie for now
 * @param sizes the smaller ones of a picture, by their width
 * @param text its words
 */
public record Taken(
        Path file,
        Map<Integer, Path> sizes,
        String name,
        FileType type,
        int width,
        int height,
        String text,
        Set<Remark> remarks)
        implements AutoCloseable {

    List<Integer> widths() {
        return sizes.keySet().stream().sorted().toList();
    }

    boolean isQuarantined() {
        return remarks.contains(Remark.WAITS);
    }

    /** What was not kept is not left lying about. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        for (var each : sizes.values()) {
            Files.deleteIfExists(each);
        }
    }
}
