package vn.minhbach.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Paints pages of documents that strangers brought: no longer than somebody waits, and no picture in them that is larger than memory allows. */
final class PagePainter extends PDFRenderer {

    private final long mostPixels;
    private final PdfFile.Patience patience;

    PagePainter(PDDocument document, long mostPixels, Duration longest) {
        super(document);
        this.mostPixels = mostPixels;
        this.patience = new PdfFile.Patience(longest);
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    /** A page of a few kilobytes can hold a picture of gigabytes, be it only as what makes another one transparent. */
    private void requireSize(PDImage image) throws IOException {
        requirePixels(image);
        if (image instanceof PDImageXObject object) {
            var soft = object.getSoftMask();
            var mask = soft == null ? object.getMask() : soft;
            if (mask != null) {
                requirePixels(mask);
            }
        }
    }

    private void requirePixels(PDImage image) {
        if ((long) image.getWidth() * image.getHeight() > mostPixels) {
            throw new UncheckedIOException(new IOException("A picture that is too large"));
        }
    }

    /** Of patterns, groups and letters that are drawn as well. */
    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            patience.require();
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            requireSize(image);
            super.drawImage(image);
        }
    }
}
