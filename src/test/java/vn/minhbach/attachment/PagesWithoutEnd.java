package vn.minhbach.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Documents of one page, and some kilobytes, that keep whoever paints or reads them busy for longer than anybody waits. */
final class PagesWithoutEnd {

    private static final int LEVELS = 8;
    private static final int DRAWN = 30;

    private PagesWithoutEnd() {}

    /** Draws a page. */
    @FunctionalInterface
    interface Drawn {
        void draw(PDDocument document, PDPage page) throws IOException;
    }

    static byte[] page(Drawn drawn) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(200, 200));
            page.setResources(new PDResources());
            document.addPage(page);
            drawn.draw(document, page);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    static void write(PDDocument document, PDPage page, String content) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
    }

    /** Eight forms, each of which draws the next one by thirty names: 656,100,000,000 drawings in four kilobytes. */
    static byte[] forms() throws IOException {
        return page((document, page) -> {
            var inner = form(document, "10 10 50 50 re f");
            for (var level = 0; level < LEVELS; level++) {
                inner = filled(form(document, ""), inner);
            }
            page.getResources().put(COSName.getPDFName("F0"), inner);
            write(document, page, "/F0 Do");
        });
    }

    private static PDFormXObject form(PDDocument document, String content) throws IOException {
        var form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(200, 200));
        form.setResources(new PDResources());
        write(form.getContentStream(), content);
        return form;
    }

    private static void write(PDStream stream, String content) throws IOException {
        try (var out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static PDFormXObject filled(PDFormXObject outer, PDFormXObject inner) throws IOException {
        var resources = outer.getResources();
        var content = new StringBuilder();
        for (var i = 0; i < DRAWN; i++) {
            resources.put(COSName.getPDFName("F" + i), inner);
            content.append("/F").append(i).append(" Do\n");
        }
        outer.setResources(resources);
        write(outer.getContentStream(), content.toString());
        return outer;
    }

    /** One shade of colour, reckoned out anew for each point of the picture by a program of 60,000 steps. */
    static byte[] shade() throws IOException {
        return page((document, page) -> {
            var program = document.getDocument().createCOSStream();
            program.setInt(COSName.FUNCTION_TYPE, 4);
            program.setItem(COSName.DOMAIN, numbers(0, 1, 0, 1));
            program.setItem(COSName.RANGE, numbers(0, 1));
            try (var out = program.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(("{ add " + "sin cos ".repeat(30_000) + "}").getBytes(StandardCharsets.US_ASCII));
            }
            var shading = new COSDictionary();
            shading.setInt(COSName.SHADING_TYPE, 1);
            shading.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            shading.setItem(COSName.DOMAIN, numbers(0, 1, 0, 1));
            shading.setItem(COSName.MATRIX, numbers(200, 0, 0, 200, 0, 0));
            shading.setItem(COSName.FUNCTION, program);
            var shadings = new COSDictionary();
            shadings.setItem(COSName.getPDFName("S"), shading);
            page.getResources().getCOSObject().setItem(COSName.SHADING, shadings);
            write(document, page, "/S sh");
        });
    }

    private static COSArray numbers(int... all) {
        var array = new COSArray();
        for (var each : all) {
            array.add(new COSFloat(each));
        }
        return array;
    }

    /** A picture in a page that says of itself how large it is; of its points there are none. */
    static COSStream picture(PDDocument document, int width, int height) throws IOException {
        var image = document.getDocument().createCOSStream();
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, width);
        image.setInt(COSName.HEIGHT, height);
        image.setItem(COSName.BITS_PER_COMPONENT, COSInteger.get(8));
        image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        try (var out = image.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(new byte[16]);
        }
        return image;
    }
}
