package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.privacy.Masks.Mask;

/** What a person chose to mask, laid over the text it was chosen for. */
class MasksTest {

    private static final String TEXT = "Tôi là Trần Thị Lan, gọi 0987654321 nhé.";

    private static Mask mask(String text, String what, Kind kind) {
        var at = text.indexOf(what);
        return new Mask(at, at + what.length(), kind);
    }

    @Test
    void theMaskedPlacesSayWhatTheyAre() {
        var masks =
                Masks.of(TEXT, List.of(mask(TEXT, "0987654321", Kind.PHONE), mask(TEXT, "Trần Thị Lan", Kind.NAME)));
        var shown = masks.over(TEXT);
        assertThat(shown.text()).isEqualTo("Tôi là [đã che: họ tên], gọi [đã che: số điện thoại] nhé.");
        assertThat(shown.isMasked()).isTrue();
        assertThat(shown.parts()).filteredOn(MaskedText.Part::masked).hasSize(2);
        assertThat(shown.toString()).doesNotContain("0987654321", "Lan");
    }

    /** Long or short, the reader sees the same. */
    @Test
    void theLengthIsNotKept() {
        var other = TEXT.replace("0987654321", "+84 (0)987 654 321");
        assertThat(Masks.certain(other, PersonalData.find(other, KnownPerson.NONE))
                        .over(other)
                        .text())
                .isEqualTo(Masks.certain(TEXT, PersonalData.find(TEXT, KnownPerson.NONE))
                        .over(TEXT)
                        .text());
    }

    @Test
    void whatIsKeptIsReadAgain() {
        var masks = Masks.of(TEXT, List.of(mask(TEXT, "Lan", Kind.NAME), mask(TEXT, "gọi", Kind.OTHER)));
        var kept = masks.kept();
        assertThat(kept).doesNotContain("Lan", "gọi").startsWith("m1;").endsWith(";16-19:NAME,21-24:OTHER");
        assertThat(Masks.read(kept).over(TEXT)).isEqualTo(masks.over(TEXT));
        assertThat(Masks.read(Masks.none(TEXT).kept()).over(TEXT).text()).isEqualTo(TEXT);
        assertThat(masks).hasToString("Masks: 2");
    }

    @Test
    void aTextThatWasChangedSinceIsRefused() {
        var masks = Masks.of(TEXT, List.of(mask(TEXT, "0987654321", Kind.PHONE)));
        var changed = "Xin chào. " + TEXT;
        assertThat(masks.fit(changed)).isFalse();
        assertThatThrownBy(() -> masks.over(changed))
                .isInstanceOf(StaleMasksException.class)
                .hasMessage("privacy.error.stale");
    }

    @Test
    void aTextThatIsNotComposedIsRefused() {
        var decomposed = Normalizer.normalize(TEXT, Normalizer.Form.NFD);
        assertThatIllegalArgumentException().isThrownBy(() -> Masks.none(decomposed));
    }

    @Test
    void placesThatOverlapBecomeOne() {
        var masks = Masks.of(
                TEXT, List.of(new Mask(7, 15, Kind.NAME), new Mask(12, 19, Kind.NAME), new Mask(18, 24, Kind.OTHER)));
        assertThat(masks.places()).containsExactly(new Mask(7, 24, Kind.OTHER));
    }

    @Test
    void noLetterIsCutInHalf() {
        var text = "a😀b m\u0323\u0304 c";
        var nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(Masks.of(nfc, List.of(new Mask(2, 3, Kind.OTHER))).places())
                .containsExactly(new Mask(1, 3, Kind.OTHER));
        var at = nfc.indexOf('\u0304');
        assertThat(Masks.of(nfc, List.of(new Mask(at, at + 1, Kind.OTHER))).places())
                .containsExactly(new Mask(at - 1, at + 1, Kind.OTHER));
    }

    @Test
    void placesLieWithinTheText() {
        assertThatIllegalArgumentException().isThrownBy(() -> Masks.of("ngắn", List.of(new Mask(2, 9, Kind.NAME))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mask(3, 3, Kind.NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m1;",
                "m2;00000000000000000000000000000000;",
                "m1;00000000000000000000000000000000;5-1:NAME",
                "m1;00000000000000000000000000000000;1-5:NOBODY",
                "m1;00000000000000000000000000000000;1-5:NAME,3-9:NAME",
                "m1;00000000000000000000000000000000;1-5"
            })
    void whatWasNeverKeptIsRefused(String kept) {
        assertThatIllegalArgumentException().isThrownBy(() -> Masks.read(kept));
    }

    @Test
    void namesOfFilesAreMaskedAsWell() {
        var form = new KnownPerson("Nguyễn Văn Hùng", "", "0912345678", "");
        assertThat(MaskedFileName.of("CCCD_NguyenVanHung_001085012345.jpg", form))
                .isEqualTo("CCCD_da-che.jpg");
        assertThat(MaskedFileName.of("Đơn của anh Hùng.pdf", form)).isEqualTo("Đơn của anh da-che.pdf");
        assertThat(MaskedFileName.of("zalo-0912345678.png", form)).isEqualTo("zalo-da-che.png");
        assertThat(MaskedFileName.of("IMG_20261105_193000.jpg", form)).isEqualTo("IMG_da-che.jpg");
        assertThat(MaskedFileName.of("bien so 30A-123.45.heic", form)).isEqualTo("bien so da-che.heic");
        assertThat(MaskedFileName.of("Phụ lục 2.docx", form)).isEqualTo("Phụ lục 2.docx");
    }
}
