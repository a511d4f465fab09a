package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.Effort;
import vn.minhbach.shared.RuleBrokenException;

/** What people bring, and what bad people bring: taken and put right, or refused in one sentence; nothing is left lying about. */
class IntakeTest {

    @TempDir
    Path data;

    private FileStore store;
    private Intake intake;

    @BeforeEach
    void open() {
        store = new FileStore();
        store.data = data.toString();
        intake = new Intake(store, new VirusScanner("none"), new HeicConverter("none", Duration.ZERO), 1, 60);
    }

    @AfterEach
    void nothingIsLeftOver() throws IOException {
        try (var files = Files.walk(data)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    private Taken take(String name, byte[] bytes) throws IOException {
        return intake.take(name, new ByteArrayInputStream(bytes));
    }

    private void refused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> take(name, bytes))
                .as(name)
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("file.error." + why);
        for (var bundle : new String[] {"vi", "en"}) {
            assertThat(ResourceBundle.getBundle("vn.minhbach.messages", java.util.Locale.of(bundle))
                            .getString("file.error." + why))
                    .isNotBlank();
        }
    }

    @Test
    void aPictureIsPaintedAnewUprightAndInSmallerSizes() throws IOException {
        // Turned by a quarter, with the place where it was taken.
        var photo = withExif(picture(1200, 800, "jpg"), 6);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS-21.0285,105.8542");
        try (var taken = take("IMG_2026.JPG", photo)) {
            assertThat(taken.name()).isEqualTo("IMG_2026.jpg");
            assertThat(taken.type()).isEqualTo(FileType.JPEG);
            assertThat(taken.width()).isEqualTo(800);
            assertThat(taken.height()).isEqualTo(1200);
            assertThat(taken.widths()).containsExactly(480);
            assertThat(Files.readString(taken.file(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("GPS", "Exif");
            var small = ImageIO.read(
                    java.util.Objects.requireNonNull(taken.sizes().get(480)).toFile());
            assertThat(small.getWidth()).isEqualTo(480);
            assertThat(small.getHeight()).isEqualTo(720);
            // What was red on the left is on top now.
            assertThat(new Color(small.getRGB(240, 20)).getRed()).isGreaterThan(200);
            assertThat(new Color(small.getRGB(240, 700)).getBlue()).isGreaterThan(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"png, PNG, png", "gif, PNG, png", "jpg, JPEG, jpg"})
    void picturesAreTakenAsWhatTheyAre(String format, FileType kept, String ending) throws IOException {
        try (var taken = take("ảnh.gì đó", picture(300, 200, format))) {
            assertThat(taken.type()).isEqualTo(kept);
            assertThat(taken.name()).endsWith("." + ending);
            assertThat(taken.remarks()).contains(Remark.NAME, Remark.SMALL);
            assertThat(taken.widths()).isEmpty();
        }
    }

    @Test
    void webpIsReadAndKeptAsWhatEveryBrowserShows() throws IOException {
        try (var webp = IntakeTest.class.getResourceAsStream("cong-lang.webp")) {
            try (var taken = take(
                    "cong-lang.webp", java.util.Objects.requireNonNull(webp).readAllBytes())) {
                assertThat(taken.type()).isEqualTo(FileType.JPEG);
                assertThat(taken.name()).isEqualTo("cong-lang.jpg");
                assertThat(taken.width()).isEqualTo(640);
                assertThat(taken.height()).isEqualTo(360);
                var seen = new Color(ImageIO.read(taken.file().toFile()).getRGB(20, 180));
                assertThat(seen.getRed()).isGreaterThan(180);
            }
        }
    }

    @Test
    void whatIsHiddenBehindAPictureIsGone() throws IOException {
        var polyglot = new ByteArrayOutputStream();
        polyglot.write(picture(600, 400, "jpg"));
        polyglot.write(zip("evil.html", "<script>alert(1)</script>"));
        try (var taken = take("a.jpg", polyglot.toByteArray())) {
            assertThat(Files.readString(taken.file(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("PK", "evil.html", "script");
        }
    }

    /** A few kilobytes that would be gigabytes of points: refused by what its head says, before anything is unpacked. */
    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedUnseen() throws IOException {
        var bomb = pngOfOneColour(30_000, 30_000);
        assertThat(bomb.length).isLessThan(1_000_000);
        assertThat(Effort.bytes(() -> refused("to.png", bomb, "bigPicture"))).isLessThan(20_000_000);
        refused("dai.png", pngOfOneColour(100_000, 1), "bigPicture");
    }

    @Test
    void whatIsNoPictureOrNotWholeIsRefused() throws IOException {
        var whole = picture(900, 600, "png");
        refused("a.png", java.util.Arrays.copyOf(whole, whole.length / 2), "brokenPicture");
        refused("a.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0, 0}, "brokenPicture");
        refused("a.jpg", new byte[0], "empty");
        refused(
                "a.svg",
                utf8("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                "svg");
        refused("a.png", utf8("\uFEFF <svg onload='alert(1)'/>"), "svg");
        refused("IMG.HEIC", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "heic");
        refused("a.avif", bytes("\0\0\0\u0018ftypavif\0\0\0\0"), "otherPicture");
        refused("a.tif", bytes("II*\0\0\0\0\0"), "otherPicture");
    }

    @Test
    void documentsAreKnownByTheirContent() throws IOException {
        try (var taken = take("Tờ khai.docx", zip("word/document.xml", "<w:t xmlns:w='w'>Tờ khai</w:t>"))) {
            assertThat(taken.type()).isEqualTo(FileType.DOCX);
            assertThat(taken.text()).contains("Tờ khai");
            assertThat(taken.remarks()).isEmpty();
        }
        try (var taken = take("Bảng.pdf", zip("xl/workbook.xml", "x"))) {
            assertThat(taken.type()).isEqualTo(FileType.XLSX);
            assertThat(taken.name()).isEqualTo("Bảng.xlsx");
            assertThat(taken.remarks()).containsExactly(Remark.NAME);
        }
        try (var taken = take("cu.doc", bytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 xxxx"))) {
            assertThat(taken.type()).isEqualTo(FileType.DOC);
            assertThat(taken.remarks()).containsExactly(Remark.OLD);
        }
        try (var taken = take("so-lieu.csv", utf8("Tháng;Hồ sơ\n11;240\n"))) {
            assertThat(taken.type()).isEqualTo(FileType.CSV);
        }
        refused("a.csv", new byte[] {'T', 'h', (byte) 0xE1, 'n', 'g'}, "encoding");
        refused("a.txt", utf8("<html><script>alert(1)</script>"), "unknown");
        refused("a.html", utf8("xin chào"), "unknown");
        refused("bao-cao.pdf", bytes("MZ\u0090\0"), "program");
        refused("bao-cao.pdf", utf8("#!/bin/sh\nrm -rf /"), "program");
        refused("a.rar", bytes("Rar!\u001A\u0007"), "archive");
        refused("a.docm", zip("word/vbaProject.bin", "x"), "macro");
        refused("a.docx", java.util.Arrays.copyOf(zip("word/document.xml", "x".repeat(500)), 60), "brokenZip");
        refused("a.mov", bytes("\0\0\0\u0014ftypqt  \0\0\0\0"), "quicktime");
    }

    @Test
    void aPdfIsOpenedBeforeItIsKept() throws IOException {
        try (var taken = take("Quyết định.pdf", pdf("Quyet dinh 61", null))) {
            assertThat(taken.text()).contains("Quyet dinh 61");
            assertThat(taken.remarks()).isEmpty();
        }
        try (var taken = take("quet.pdf", pdf("", null))) {
            assertThat(taken.remarks()).containsExactly(Remark.NO_TEXT);
        }
        refused("mat.pdf", pdf("kín", "matkhau"), "encryptedPdf");
        var whole = pdf("Quyet dinh", null);
        refused("hong.pdf", bytes("%PDF-1.7\nkhông có gì"), "brokenPdf");
        refused("hong.pdf", java.util.Arrays.copyOf(whole, 40), "brokenPdf");
    }

    /** As many bytes as one likes go to the disk as they come; of what is too long no more than the limit is read. */
    @Test
    void aLongFileIsNeverInMemoryAndEndsAtTheLimit() throws IOException {
        intake = new Intake(store, new VirusScanner("none"), new HeicConverter("none", Duration.ZERO), 200, 60);
        assertThat(Effort.bytes(() -> {
                    try (var taken = intake.take("le-hoi.mp4", video(150L * 1024 * 1024))) {
                        assertThat(taken.type()).isEqualTo(FileType.MP4);
                        assertThat(Files.size(taken.file())).isEqualTo(150L * 1024 * 1024);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .isLessThan(20_000_000);
        var endless = video(Long.MAX_VALUE);
        assertThatThrownBy(() -> intake.take("a.mp4", endless)).hasMessage("file.error.long");
    }

    @Test
    void namesAreKeptAsPeopleCanReadThem() throws IOException {
        for (var name : new String[] {
            "2. QCVN 10;2025; BCA.docx",
            "Mẫu #1 + #2 & phụ lục.docx",
            "Tờ khai 100% trực tuyến.docx",
            "To\u031b\u0300 khai (Mac).docx"
        }) {
            try (var taken = take(name, zip("word/document.xml", "x"))) {
                assertThat(taken.name()).isEqualTo(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC));
            }
        }
        try (var taken = take("../../etc/cron.d/x\r\nSet-Cookie: a=b.docx", zip("word/document.xml", "x"))) {
            assertThat(taken.name()).doesNotContain("/", "\r", "\n", ":");
        }
        try (var taken = take("a".repeat(300) + ".docx", zip("word/document.xml", "x"))) {
            assertThat(taken.name()).hasSize(150).endsWith(".docx");
        }
    }

    // --- What they bring

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Red on its left half, blue on its right. */
    private static byte[] picture(int width, int height, String format) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width / 2, height);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(200);
        exif.put(bytes("Exif\0\0MM\0*")).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0);
        exif.put(bytes("GPS-21.0285,105.8542"));
        var segment = ByteBuffer.allocate(4 + exif.position());
        segment.put((byte) 0xFF)
                .put((byte) 0xE1)
                .putShort((short) (2 + exif.position()))
                .put(exif.array(), 0, exif.position());
        var out = ByteBuffer.allocate(jpeg.length + segment.capacity());
        out.put(jpeg, 0, 2).put(segment.array()).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    private static byte[] pngOfOneColour(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(bytes("\u0089PNG\r\n\u001A\n"));
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        var deflater = new Deflater(9);
        var packed = new ByteArrayOutputStream();
        var row = new byte[1 + (width + 7) / 8];
        var buffer = new byte[65536];
        for (var y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) throws IOException {
        var crc = new CRC32();
        crc.update(bytes(name));
        crc.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(bytes(name));
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] zip(String entry, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(utf8(content));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] pdf(String text, @Nullable String password) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            if (!text.isEmpty()) {
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text.replaceAll("[^\\x20-\\x7E]", ""));
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("chủ", password, new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static InputStream video(long length) {
        return new InputStream() {
            private final byte[] head = bytes("\0\0\0\u0018ftypisom\0\0\0\0isommp42");
            private long at;

            @Override
            public int read() {
                return at >= length ? -1 : at < head.length ? head[(int) at++] : (int) (at++ & 0x7F);
            }

            @Override
            public int read(byte[] into, int from, int most) {
                var count = (int) Math.min(most, length - at);
                if (count <= 0) {
                    return -1;
                }
                for (var i = 0; i < Math.min(count, 64); i++) {
                    into[from + i] = (byte) read();
                }
                at += Math.max(0, count - 64);
                return count;
            }
        };
    }
}
