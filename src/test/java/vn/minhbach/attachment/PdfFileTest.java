package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.shared.RuleBrokenException;

/** Whatever a PDF file does when it is opened, it does in a process of its own, which ends. */
@Timeout(90)
class PdfFileTest {

    private static final int MEGA = 1024 * 1024;

    @TempDir
    Path folder;

    private Path workshop = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        workshop = Files.createDirectory(folder.resolve("workshop"));
    }

    /** However it went, nothing is left behind. */
    @AfterEach
    void nothingIsLeft() throws IOException {
        try (var left = Files.list(workshop)) {
            // But what the library knows of this machine's letters.
            assertThat(left.filter(each -> !each.endsWith(".pdfbox.cache"))).isEmpty();
        }
    }

    private PdfFile pdf(byte[] bytes) throws IOException {
        return new PdfFile(Files.write(folder.resolve("a.pdf"), bytes), workshop);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deflated(byte[] piece, int times) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            for (var i = 0; i < times; i++) {
                out.write(piece);
            }
        }
        return packed.toByteArray();
    }

    /** A document whose table of contents is packed and says nothing, at great length. */
    private static byte[] bomb(String filter, byte[] packed) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.5\n"));
        var at = file.size();
        file.writeBytes(ascii("1 0 obj\n<</Type/XRef/Size 3/W[1 4 2]/Root 2 0 R/Filter" + filter + "/Length "
                + packed.length + ">>\nstream\n"));
        file.writeBytes(packed);
        file.writeBytes(ascii("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private void assertBroken(byte[] bytes) throws IOException {
        var pdf = pdf(bytes);
        assertThatThrownBy(pdf::pages).isInstanceOf(RuleBrokenException.class).hasMessage("file.error.brokenPdf");
        assertThat(pdf.words()).isEqualTo(new PdfFile.Words("", false));
    }

    @Test
    void whatUnpacksWithoutAnEndIsABrokenFile() throws IOException {
        var once = bomb("/FlateDecode", deflated(new byte[MEGA], 1500));
        assertThat(once.length).isLessThan(2 * MEGA);
        assertBroken(once);
    }

    /** Two packers, one in the other: 129 bytes of it are one, then two, of some kilobytes of what was packed. */
    @Test
    void soIsWhatWasPackedTwice() throws IOException {
        var run = new byte[MEGA];
        for (var i = 0; i < run.length; i += 2) {
            run[i] = (byte) 129;
        }
        var twice = bomb("[/FlateDecode/RunLengthDecode]", deflated(run, 24));
        assertThat(twice.length).isLessThan(50_000);
        assertBroken(twice);
    }

    @Test
    void whatIsNoneIsABrokenFile() throws IOException {
        assertBroken(ascii("not what it says it is"));
        assertBroken(ascii("%PDF-1.7\n%%EOF\n"));
        assertBroken(new byte[0]);
    }

    @Test
    void whatIsOpenedByAPasswordOnlySaysSo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("chu", "mat-khau", new AccessPermission()));
            document.save(bytes);
        }
        var pdf = pdf(bytes.toByteArray());

        assertThatThrownBy(pdf::pages).hasMessage("file.error.encryptedPdf");
        assertThat(pdf.words().whole()).isFalse();
    }

    /** What would open it is a library that is not here. */
    @Test
    void soDoesWhatIsOpenedByACertificateOnly() throws IOException {
        var text = new String(document("Xin chao"), StandardCharsets.ISO_8859_1);
        var sealed = text.replace(
                "/Root",
                "/ID [<00><00>] /Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 2 /Length 128"
                        + " /Recipients [<3000>] >> /Root");

        assertThat(sealed).isNotEqualTo(text);
        assertThatThrownBy(pdf(sealed.getBytes(StandardCharsets.ISO_8859_1))::pages)
                .hasMessage("file.error.encryptedPdf");
    }

    @Test
    void itsPagesAreCountedAndItsWordsRead() throws IOException {
        var pdf = pdf(document("To khai so 1", "Trang hai"));

        assertThat(pdf.pages()).isEqualTo(2);
        var words = pdf.words();
        assertThat(words.whole()).isTrue();
        assertThat(words.words().lines()).contains("To khai so 1", "Trang hai");
    }

    private static byte[] document(String... pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var text : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    /** One page may say more than the server has memory. */
    @Test
    void ofALongTextNoMoreComesIntoMemoryThanIsLookedFor() throws IOException {
        var words = pdf(PagesWithoutEnd.page((document, page) -> {
                    var letters = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
                    page.getResources().put(COSName.getPDFName("F"), letters);
                    var lines = IntStream.range(0, 1_500)
                            .mapToObj(line -> "1 0 0 1 5 " + 20 * line + " Tm (" + "ab".repeat(500) + ") Tj ")
                            .collect(Collectors.joining());
                    PagesWithoutEnd.write(document, page, "BT /F 9 Tf " + lines + "ET");
                }))
                .words();

        assertThat(words.words().length()).isBetween(FileText.LONGEST, 4 * FileText.LONGEST);
    }

    @Test
    void aProgramThatCannotBeStartedIsNoFaultOfTheFile() throws IOException {
        assertThat(new BoundedProcess("", Duration.ofSeconds(20)).run(List.of("/khong/co/java")))
                .hasValue(BoundedProcess.NOT_STARTED);
    }

    /** That nothing was found in it is said of a document only that was read to its end. */
    @Test
    void whatComesToNoEndIsKeptAndNotSaidToBeEmpty() throws IOException {
        var pdf = pdf(PagesWithoutEnd.forms());

        var words = pdf.words(Duration.ofSeconds(4));

        assertThat(words.whole()).isFalse();
        assertThat(pdf.pages()).isEqualTo(1);
    }

    @Test
    void aFolderMayHaveANameInAnyLanguageAndWithSpaces() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
        var named = Files.createDirectory(folder.resolve("dữ liệu của Sở"));
        var file = Files.write(named.resolve("đơn.pdf"), document("Xin chao"));

        assertThat(new PdfFile(file, workshop).pages()).isEqualTo(1);
    }

    /** A server tells where the classes of an application lie otherwise than a test. */
    @Test
    void theProgramIsFoundWhereverItLies() {
        var name = "vn.minhbach.attachment.PdfReader";
        for (var said :
                List.of("/app/WEB-INF/classes", "/app/WEB-INF/classes/vn/minhbach/attachment/PdfReader.class")) {
            assertThat(PdfFile.place(Path.of(said), name)).isEqualTo("/app/WEB-INF/classes");
        }
        assertThat(PdfFile.place(Path.of("/app/WEB-INF/lib/pdfbox-3.jar"), name))
                .isEqualTo("/app/WEB-INF/lib/pdfbox-3.jar");
    }

    @Test
    void theProgramLearnsNothingOfThePortalAndIsNotHeldUpByTheServersOptions() throws IOException {
        var seen = folder.resolve("seen");
        var ended = new BoundedProcess("", Duration.ofSeconds(20))
                .run(List.of("/bin/sh", "-c", "/usr/bin/env > '" + seen + "'"));

        assertThat(ended).hasValue(0);
        assertThat(Files.readString(seen)).doesNotContain("JAVA", "HOME", "PORTAL");
    }
}
