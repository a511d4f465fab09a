package vn.minhbach.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The gate for files, and files to be sent through it, for the tests of other packages. */
public final class TestIntake {

    private TestIntake() {}

    /** @param clamav where the virus scanner listens, or {@code none} */
    public static Intake over(Path data, String clamav) {
        var store = new FileStore();
        store.data = data.toString();
        return new Intake(store, new VirusScanner(clamav), new HeicConverter("none", Duration.ZERO), 500, 60);
    }

    /** Red on the left, blue on the right. */
    public static byte[] picture(int width, int height, String format) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo in which something is said that nobody sees: in a segment of its own, as cameras write Exif. */
    public static byte[] photoSaying(String hidden) {
        var plain = picture(600, 400, "jpg");
        var said = ("Exif\0\0" + hidden).getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(0xFF);
        out.write(0xE1);
        out.write((said.length + 2) >> 8);
        out.write((said.length + 2) & 0xFF);
        out.writeBytes(said);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A PDF of one page with a line of text in its middle, and the same word in its properties. */
    public static byte[] pdf(String line, String property, String password) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setAuthor(property);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                content.newLineAtOffset(72, page.getMediaBox().getHeight() / 2);
                content.showText(line);
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
