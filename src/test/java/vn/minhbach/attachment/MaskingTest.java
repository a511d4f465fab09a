package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.shared.RuleBrokenException;

/** A page that a stranger made to keep the portal busy is given up, and whoever waits behind it goes on. */
@Timeout(90)
class MaskingTest {

    private static final int MEGAPIXELS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path pdf(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "page", ".pdf"), bytes);
    }

    private Masking.Painted paint(byte[] pdf, Duration patience) throws IOException {
        return new Masking(folder, MEGAPIXELS, patience).page(pdf(pdf), 1, List.of());
    }

    private void assertRefused(byte[] pdf, Duration patience) {
        assertThatThrownBy(() -> paint(pdf, patience))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("mask.error.page");
    }

    private static byte[] ordinary() throws IOException {
        return PagesWithoutEnd.page((document, page) -> PagesWithoutEnd.write(document, page, "10 10 50 50 re f"));
    }

    @Test
    void anOrdinaryPageIsPainted() throws IOException {
        try (var painted = paint(ordinary(), PATIENCE)) {
            assertThat(painted.width()).isEqualTo(1600);
            assertThat(painted.type()).isEqualTo(FileType.JPEG);
        }
    }

    @Test
    void thereIsNoPageBeforeTheFirstAndAfterTheLast() throws IOException {
        var pdf = pdf(ordinary());
        var masking = new Masking(folder, MEGAPIXELS);

        assertThat(masking.pages(pdf)).isEqualTo(1);
        for (var number : new int[] {0, -1, 2, Masking.MOST_PAGES + 1}) {
            assertThatThrownBy(() -> masking.page(pdf, number, List.of())).hasMessage("mask.error.page");
        }
    }

    /** There is one, and everybody of the staff waits for it. */
    @Test
    void aTurnIsGivenBackWhateverGoesWrong() throws IOException {
        var nowhere = new Masking(folder.resolve("khong-co"), MEGAPIXELS);
        var pdf = pdf(ordinary());

        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> nowhere.page(pdf, 1, List.of())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> nowhere.pages(pdf)).isInstanceOf(IOException.class);
        }
        assertThat(new Masking(folder, MEGAPIXELS).pages(pdf)).isEqualTo(1);
    }

    @Test
    void pagesThatComeToNoEndAreGivenUp() throws IOException {
        for (var bomb : List.of(PagesWithoutEnd.forms(), PagesWithoutEnd.shade())) {
            assertThat(bomb.length).isLessThan(20_000);
            assertRefused(bomb, Duration.ofSeconds(5));
        }
        // Whoever comes next has their turn.
        try (var painted = paint(ordinary(), PATIENCE)) {
            assertThat(painted.width()).isPositive();
        }
    }

    /** Whether it can be painted is the business of the process that tries. */
    @Test
    void aPictureInItThatIsLargerThanMemoryTakesNoneHere() throws IOException {
        var before = made();
        for (var bomb : List.of(
                PagesWithoutEnd.page(
                        (document, page) -> picture(document, page, PagesWithoutEnd.picture(document, 30_000, 30_000))),
                PagesWithoutEnd.page((document, page) -> {
                    var small = PagesWithoutEnd.picture(document, 1, 1);
                    small.setItem(COSName.SMASK, PagesWithoutEnd.picture(document, 30_000, 30_000));
                    picture(document, page, small);
                }))) {
            try (var painted = paint(bomb, PATIENCE)) {
                assertThat(painted.width()).isEqualTo(1600);
            } catch (RuleBrokenException e) {
                assertThat(e).hasMessage("mask.error.page");
            }
        }
        assertThat(made() - before).isLessThan(200_000_000);
    }

    private static long made() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void picture(PDDocument document, PDPage page, COSStream image) throws IOException {
        var objects = new COSDictionary();
        objects.setItem(COSName.getPDFName("I"), image);
        page.getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
        PagesWithoutEnd.write(document, page, "200 0 0 200 0 0 cm /I Do");
    }
}
