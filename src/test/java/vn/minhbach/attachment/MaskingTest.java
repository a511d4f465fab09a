package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.shared.RuleBrokenException;

/** A page that a stranger made to keep the portal busy is given up, and whoever waits behind it goes on. */
@Timeout(60)
class MaskingTest {

    private static final int MEGAPIXELS = 60;

    @TempDir
    Path folder;

    /** Draws a page. */
    private interface Page {
        void draw(PDDocument document, PDPage page) throws IOException;
    }

    private Path pdf(Page drawn) throws IOException {
        var file = Files.createTempFile(folder, "page", ".pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(200, 200));
            page.setResources(new PDResources());
            document.addPage(page);
            drawn.draw(document, page);
            document.save(file.toFile());
        }
        return file;
    }

    private static void write(PDDocument document, PDPage page, String content) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
    }

    private Masking.Painted paint(Path pdf) throws IOException {
        return new Masking(folder, MEGAPIXELS, Duration.ofSeconds(2)).page(pdf, 1, List.of());
    }

    private void assertRefused(Path pdf) {
        assertThatThrownBy(() -> paint(pdf))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("mask.error.page");
    }

    @Test
    void anOrdinaryPageIsPainted() throws IOException {
        try (var painted = paint(pdf((document, page) -> write(document, page, "10 10 50 50 re f")))) {
            assertThat(painted.width()).isPositive();
        }
    }

    /** Eight forms, each of which draws the next one by thirty names: 656,100,000,000 drawings in four kilobytes. */
    @Test
    void formsThatDrawOneAnotherAreNotDrawnForYears() throws IOException {
        var bomb = pdf((document, page) -> {
            var inner = form(document, "10 10 50 50 re f");
            for (var level = 0; level < 8; level++) {
                var outer = form(document, "");
                inner = filled(outer, inner);
            }
            page.getResources().put(COSName.getPDFName("F0"), inner);
            write(document, page, "/F0 Do");
        });
        assertThat(Files.size(bomb)).isLessThan(20_000);

        assertRefused(bomb);
        // Whoever comes next has their turn.
        try (var painted = paint(pdf((document, page) -> write(document, page, "10 10 50 50 re f")))) {
            assertThat(painted.width()).isPositive();
        }
    }

    private static PDFormXObject form(PDDocument document, String content) throws IOException {
        var form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(200, 200));
        form.setResources(new PDResources());
        try (var out = form.getContentStream().createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return form;
    }

    private static PDFormXObject filled(PDFormXObject outer, PDFormXObject inner) throws IOException {
        var resources = outer.getResources();
        var content = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            resources.put(COSName.getPDFName("F" + i), inner);
            content.append("/F").append(i).append(" Do\n");
        }
        outer.setResources(resources);
        try (var out = outer.getContentStream().createOutputStream()) {
            out.write(content.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return outer;
    }

    @Test
    void noPictureInIsLargerThanMemoryAllowsNorWhatMakesItTransparent() throws IOException {
        assertRefused(pdf((document, page) -> picture(document, page, image(document, 30_000, 30_000))));
        assertRefused(pdf((document, page) -> {
            var small = image(document, 1, 1);
            small.setItem(COSName.SMASK, image(document, 30_000, 30_000));
            picture(document, page, small);
        }));
        assertRefused(pdf((document, page) ->
                write(document, page, "200 0 0 200 0 0 cm BI /W 30000 /H 30000 /BPC 1 /CS /G ID 00 EI")));
    }

    private static void picture(PDDocument document, PDPage page, COSStream image) throws IOException {
        var objects = new COSDictionary();
        objects.setItem(COSName.getPDFName("I"), image);
        page.getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
        write(document, page, "200 0 0 200 0 0 cm /I Do");
    }

    private static COSStream image(PDDocument document, int width, int height) throws IOException {
        var image = document.getDocument().createCOSStream();
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, width);
        image.setInt(COSName.HEIGHT, height);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        try (var out = image.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(new byte[16]);
        }
        return image;
    }
}
