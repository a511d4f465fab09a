package vn.minhbach.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Opens PDF files, whoever brought them. What is kept of one while it is open lies in a little memory and then on the disk, and neither is without an
 * end. What a file unpacks to in one piece no setting of PDFBox limits: of a stranger's it is measured, and one that takes all the memory is a broken one.
 */
final class PdfFile {

    static {
        JdkPictures.begin();
    }

    private static final long MEGA = 1024L * 1024;
    private static final long MEMORY = 16 * MEGA;

    /** Memory and disk. */
    private static final long MOST = 512 * MEGA;

    /** What becomes of a document while it is opened: its tables, not what its pages show. */
    private static final long MOST_IN_MEMORY = 128 * MEGA;

    private PdfFile() {}

    /**
     * Until when somebody waits for a document. A few kilobytes whose forms draw one another, each a few times, would be drawn for years; so whoever
     * goes through what a page holds asks at each step. What is thrown is none of those faults that PDFBox passes over.
     */
    static final class Patience {

        private final long until;

        Patience(Duration most) {
            until = System.nanoTime() + most.toNanos();
        }

        void require() {
            if (System.nanoTime() - until > 0) {
                throw new UncheckedIOException(new IOException("A PDF file that comes to no end"));
            }
        }
    }

    /** Work with a document. */
    @FunctionalInterface
    interface Work<T> {
        T with(PDDocument document) throws IOException;
    }

    /**
     * Does some work with a document, and closes it.
     *
     * @throws RuleBrokenException of the work
     * @throws IOException if it is none, or one that cannot be held
     */
    static <T> T read(Path file, Work<T> work) throws IOException {
        try (var in = new RandomAccessReadBufferedFile(file.toFile())) {
            return read(in, work);
        }
    }

    /**
     * The same with a document that a stranger brought, of which no more comes into memory than is needed to see that it is whole.
     *
     * @throws RuleBrokenException of the work
     * @throws IOException likewise
     */
    static <T> T measured(Path file, Work<T> work) throws IOException {
        try (var in = MeasuredFile.open(file, MOST_IN_MEMORY)) {
            return read(in, work);
        }
    }

    private static <T> T read(RandomAccessRead in, Work<T> work) throws IOException {
        try (var document = Loader.loadPDF(in, MemoryUsageSetting.setupMixed(MEMORY, MOST).streamCache)) {
            return work.with(document);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new IOException("A PDF file that cannot be held", e);
        }
    }
}
