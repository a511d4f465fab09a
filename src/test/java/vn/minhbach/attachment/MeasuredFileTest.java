package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file that unpacks to a large one does not take the memory of everybody. */
class MeasuredFileTest {

    private static final int MEGA = 1024 * 1024;
    private static final int UNPACKED = 700 * MEGA;

    @TempDir
    Path folder;

    private static long made() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** A document whose table of contents is packed and says nothing, at great length. */
    private Path bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            var nothing = new byte[MEGA];
            for (var i = 0; i < UNPACKED / MEGA; i++) {
                out.write(nothing);
            }
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.5\n"));
        var at = file.size();
        file.writeBytes(ascii("1 0 obj\n<</Type/XRef/Size 3/W[1 4 2]/Root 2 0 R/Filter/FlateDecode/Length "
                + packed.size() + ">>\nstream\n"));
        file.writeBytes(packed.toByteArray());
        file.writeBytes(ascii("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n"));
        return Files.write(folder.resolve("bomb.pdf"), file.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatUnpacksWithoutAnEndIsGivenUp() throws IOException {
        var bomb = bomb();
        assertThat(Files.size(bomb)).isLessThan(MEGA);
        var before = made();

        assertThatThrownBy(() -> PdfFile.measured(bomb, PDDocument::getNumberOfPages))
                .isInstanceOf(IOException.class);
        assertThat(made() - before).isLessThan(UNPACKED / 2);
    }

    @Test
    void anOrdinaryDocumentIsOpened() throws IOException {
        var plain = Files.write(folder.resolve("plain.pdf"), TestIntake.pdf("Xin chao", "a", ""));

        assertThat(PdfFile.<Integer>measured(plain, PDDocument::getNumberOfPages))
                .isEqualTo(1);
    }
}
