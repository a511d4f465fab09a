package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code on a printed sheet: what is drawn is what the code says, with the rim that readers need. */
class QrCodeTest {

    private static final String URL = "https://so.example.vn/thu-tuc/1.001234/truong-hop/cap-lai";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    @Test
    void everyDarkModuleIsDrawnAndNoOther() {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(URL, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var drawn = new boolean[code.size + 8][code.size + 8];
        RUN.matcher(QrCode.svg(URL)).results().forEach(run -> {
            for (var i = 0; i < Integer.parseInt(run.group(3)); i++) {
                drawn[Integer.parseInt(run.group(2))][Integer.parseInt(run.group(1)) + i] = true;
            }
        });

        for (var y = 0; y < drawn.length; y++) {
            for (var x = 0; x < drawn.length; x++) {
                assertThat(drawn[y][x]).as("%d, %d", x, y).isEqualTo(code.getModule(x - 4, y - 4));
            }
        }
    }

    @Test
    void thePictureIsSmallAndHoldsNothingOfTheAddressInClear() {
        assertThat(QrCode.svg(URL + "?q=\"><script>"))
                .hasSizeLessThan(16_000)
                .doesNotContain("script", "example")
                .startsWith("<svg ")
                .endsWith("</svg>");
    }
}
