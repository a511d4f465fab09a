package vn.minhbach.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Opens a PDF file in a process of its own; {@link PdfFile} starts it, and knows what it says by the way it ends. A few kilobytes of a PDF can unpack
 * to gigabytes, in more ways than could be counted, and draw for years: PDFBox has no bound for either, but a process has.
 */
final class PdfReader {

    /** A file that is no PDF, or one that is damaged. */
    static final int BROKEN = 12;

    /** One that is opened by a password only. */
    static final int ENCRYPTED = 13;

    /** There is no such page, or nobody could print it. */
    static final int NO_PAGE = 14;

    /** There is no room on the disk. Like every other number it says that nothing is known of the file. */
    private static final int NO_ROOM = 20;

    /** Of one with more pages the end is not read. */
    private static final int PAGES = 500;

    /** Of a longer text neither, in bytes: three at most for each letter that is kept. */
    private static final long LONGEST_WORDS = 3L * FileText.LONGEST;

    /** Points of a page, 72 to the inch, beyond which nobody prints. */
    private static final float LARGEST_PAGE = 14_400;

    private static final long MEGA = 1024L * 1024;
    private static final long MEMORY = 16 * MEGA;

    /** Memory and disk. */
    private static final long MOST = 512 * MEGA;

    private PdfReader() {}

    /**
     * @param words what to do ({@code count}, {@code read} or {@code paint}), the file, and the file into which is written how many pages it has;
     *     then the file for its words, or number of the page, its longest side in points, and the file for the picture
     */
    public static void main(String[] words) {
        System.exit(done(words));
    }

    private static int done(String[] words) {
        try (var document =
                Loader.loadPDF(Path.of(words[1]).toFile(), MemoryUsageSetting.setupMixed(MEMORY, MOST).streamCache)) {
            if (!isSaid(document.getNumberOfPages(), Path.of(words[2]))) {
                return NO_ROOM;
            }
            return switch (words[0]) {
                case "read" -> read(document, Path.of(words[3]));
                case "paint" -> paint(document, Integer.parseInt(words[3]) - 1, Integer.parseInt(words[4]), words[5]);
                default -> 0;
            };
        } catch (InvalidPasswordException e) {
            return ENCRYPTED;
        } catch (NoClassDefFoundError e) {
            // By a certificate: what would open it is not here, and whoever sends it cannot expect that.
            if (String.valueOf(e.getMessage()).startsWith("org/bouncycastle")) {
                return ENCRYPTED;
            }
            throw e;
        } catch (IOException | RuntimeException | VirtualMachineError | AssertionError e) {
            return BROKEN;
        }
    }

    /** Whether the disk takes it; if not, that is no fault of the file. */
    private static boolean isSaid(int pages, Path into) {
        try {
            Files.writeString(into, String.valueOf(pages));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Page by page: of a document that comes to no end there is what was read until then. */
    private static int read(PDDocument document, Path into) throws IOException {
        var stripper = new PDFTextStripper();
        try (var words = Files.newBufferedWriter(into)) {
            for (var page = 1; page <= Math.min(PAGES, document.getNumberOfPages()); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.writeText(document, words);
                words.flush();
                if (Files.size(into) > LONGEST_WORDS) {
                    break;
                }
            }
        }
        return 0;
    }

    private static int paint(PDDocument document, int page, int longestSide, String into) throws IOException {
        if (page < 0 || page >= document.getNumberOfPages()) {
            return NO_PAGE;
        }
        var box = document.getPage(page).getCropBox();
        var longest = Math.max(box.getWidth(), box.getHeight());
        if (!(longest >= 1 && longest <= LARGEST_PAGE && Math.min(box.getWidth(), box.getHeight()) > 0)) {
            return NO_PAGE;
        }
        var painter = new PDFRenderer(document);
        painter.setSubsamplingAllowed(true);
        var painted = painter.renderImage(page, longestSide / longest, ImageType.RGB);
        return ImageIO.write(painted, "png", Path.of(into).toFile()) ? 0 : NO_PAGE;
    }
}
