package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Looks at what somebody of the staff or a citizen brings, before anything is kept: how long it is, what it is, whether it is whole, whether the
 * virus scanner knows it. The bytes go to the disk as they come, however many they are. Pictures are painted anew.
 */
@ApplicationScoped
public class Intake {

    private static final long MEGA = 1024L * 1024;
    private static final int NARROW = 480;

    @Inject
    FileStore store;

    @Inject
    VirusScanner scanner;

    @Inject
    HeicConverter heic;

    @Inject
    @ConfigProperty(name = "portal.upload.megabytes", defaultValue = "500")
    long megabytes = 500;

    @Inject
    @ConfigProperty(name = "portal.upload.megapixels", defaultValue = "60")
    long megapixels = 60;

    public Intake() {}

    Intake(FileStore store, VirusScanner scanner, HeicConverter heic, long megabytes, long megapixels) {
        this.store = store;
        this.scanner = scanner;
        this.heic = heic;
        this.megabytes = megabytes;
        this.megapixels = megapixels;
    }

    /** The longest file that is taken, in bytes. */
    public long longest() {
        return megabytes * MEGA;
    }

    /**
     * What is asked of a file.
     *
     * @param workshop where it lies until it was looked at
     * @param longest in bytes
     * @param types what it may be
     * @param widths the smaller sizes that are made of a picture, in points
     * @param read whether its words are read
     * @param turns among whom it is unpacked
     */
    public record Demand(
            Path workshop, long longest, Set<FileType> types, List<Integer> widths, boolean read, Unpacking turns) {

        public Demand {
            types = Set.copyOf(types);
            widths = List.copyOf(widths);
        }
    }

    /**
     * Takes a file of the staff in; nothing of it is kept yet.
     *
     * @throws RuleBrokenException if the portal does not take it; the message says what to do instead
     */
    public Taken take(String givenName, InputStream bytes) throws IOException {
        return take(
                givenName,
                bytes,
                new Demand(
                        store.workshop(),
                        longest(),
                        EnumSet.allOf(FileType.class),
                        PictureMaker.WIDTHS,
                        true,
                        Unpacking.STAFF));
    }

    /**
     * The same with other demands.
     *
     * @throws RuleBrokenException if the portal does not take it
     */
    public Taken take(String givenName, InputStream bytes, Demand demand) throws IOException {
        var received = store.receive(bytes, demand.longest(), demand.workshop());
        try {
            return looked(FileName.clean(givenName), received, demand);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(received);
            throw e;
        }
    }

    private Taken looked(String name, Path received, Demand demand) throws IOException {
        var type = FileType.of(received, name);
        if (!demand.types().contains(type)) {
            throw FileType.refused("unknown");
        }
        var remarks = EnumSet.noneOf(Remark.class);
        switch (scanner.scan(received)) {
            case INFECTED -> throw FileType.refused("virus");
            case UNKNOWN -> remarks.add(Remark.WAITS);
            case CLEAN -> {
                // Nothing to say.
            }
        }
        if (!type.isSaidBy(name)) {
            remarks.add(Remark.NAME);
        }
        return switch (type.group()) {
            case IMAGE -> picture(name, received, type, demand, remarks);
            case CLIP -> whole(name, received, type, "", remarks);
            case FILE -> document(name, received, type, demand, remarks);
        };
    }

    private Taken picture(String name, Path received, FileType type, Demand demand, EnumSet<Remark> remarks)
            throws IOException {
        if (type == FileType.HEIC) {
            var jpeg = heic.toJpeg(received, demand.workshop());
            try {
                var taken = picture(name, jpeg, FileType.JPEG, demand, remarks);
                Files.deleteIfExists(received);
                return taken;
            } finally {
                Files.deleteIfExists(jpeg);
            }
        }
        var made = new PictureMaker(megapixels * 1_000_000)
                .make(received, type, demand.workshop(), demand.widths(), demand.turns());
        Files.deleteIfExists(received);
        if (made.width() < NARROW) {
            remarks.add(Remark.SMALL);
        }
        return new Taken(
                made.file(),
                made.sizes(),
                FileName.withEnding(name, made.type().ending()),
                made.type(),
                made.width(),
                made.height(),
                "",
                remarks);
    }

    private static Taken document(String name, Path received, FileType type, Demand demand, EnumSet<Remark> remarks)
            throws IOException {
        if (type == FileType.DOC || type == FileType.XLS || type == FileType.PPT) {
            remarks.add(Remark.OLD);
        }
        if (type == FileType.PDF) {
            return pdf(name, received, demand, remarks);
        }
        return whole(name, received, type, demand.read() ? FileText.of(received, type.mediaType()) : "", remarks);
    }

    private static Taken pdf(String name, Path received, Demand demand, EnumSet<Remark> remarks) throws IOException {
        var pdf = new PdfFile(received, demand.workshop());
        demand.turns().begin();
        try {
            pdf.pages();
        } finally {
            demand.turns().end();
        }
        if (!demand.read()) {
            return whole(name, received, FileType.PDF, "", remarks);
        }
        var words = pdf.words();
        var text = FileText.kept(words.words());
        if (words.whole() && text.isBlank()) {
            remarks.add(Remark.NO_TEXT);
        }
        return whole(name, received, FileType.PDF, text, remarks);
    }

    private static Taken whole(String name, Path received, FileType type, String text, EnumSet<Remark> remarks) {
        return new Taken(
                received,
                Map.of(),
                remarks.contains(Remark.NAME) ? FileName.withEnding(name, type.ending()) : name,
                type,
                0,
                0,
                text,
                remarks);
    }
}
