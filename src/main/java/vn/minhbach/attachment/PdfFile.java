package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Opens PDF files, whoever brought them. What is kept of one while it is open lies in a little memory and then on the disk, and neither is without an
 * end. What a file unpacks to in one piece no setting of PDFBox limits: a file that takes all the memory is a broken one.
 */
final class PdfFile {

    private static final long MEGA = 1024L * 1024;
    private static final long MEMORY = 16 * MEGA;

    /** Memory and disk. */
    private static final long MOST = 512 * MEGA;

    private PdfFile() {}

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
        try (var in = new RandomAccessReadBufferedFile(file.toFile());
                var document = Loader.loadPDF(in, MemoryUsageSetting.setupMixed(MEMORY, MOST).streamCache)) {
            return work.with(document);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw new IOException("A PDF file that cannot be held", e);
        }
    }
}
