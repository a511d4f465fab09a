package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.shared.RuleBrokenException;

/** What a field keeps of what is typed, and what it refuses. */
class RowFieldTest {

    private static final RowField LINK = RowField.of(RowField.Type.LINK, "link");
    private static final RowField MOMENT = RowField.of(RowField.Type.MOMENT, "from");
    private static final RowField DAY = RowField.of(RowField.Type.DAY, "from");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "http://evil.example/",
                "https://portal.gov.vn@evil.example/",
                "https://",
                "https:evil.example",
                "https:///evil.example",
                "ftp://evil.example",
                "tin-tuc",
                "/tin tuc",
                "https://evil.example/\" onclick=\"alert(1)",
                "mailto:a@b.vn"
            })
    void aLinkLeadsToThePortalOrElsewhereByHttps(String typed) {
        assertThatThrownBy(() -> LINK.kept(typed))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("row.error.link");
    }

    @ParameterizedTest
    @CsvSource({
        "/tin-tuc, /tin-tuc",
        "/tim-kiem?q=a, /tim-kiem?q=a",
        "https://dichvucong.gov.vn, https://dichvucong.gov.vn",
        "https://dichvucong.gov.vn/p?a=1&b=2#c, https://dichvucong.gov.vn/p?a=1&b=2#c",
        "https://example.vn/tin-tức, https://example.vn/tin-t%E1%BB%A9c"
    })
    void whatIsRightIsKept(String typed, String kept) {
        assertThat(LINK.kept(typed)).isEqualTo(kept);
    }

    /** A kind that the form does not know would be typed as a line. */
    @Test
    void theFormKnowsHowEachKindIsTyped() throws IOException {
        var form = Files.readString(Path.of("src/main/webapp/WEB-INF/tags/field.xhtml"));

        for (var type : RowField.Type.values()) {
            var kind = RowField.of(type, "field").kind();
            assertThat(kind.equals("line") || form.contains("#{type eq '" + kind + "'}"))
                    .as(kind)
                    .isTrue();
        }
        assertThat(RowField.of(RowField.Type.PICTURE, "picture").kind()).isEqualTo("picture");
    }

    /** Line breaks would end a header; they become a space, which no address has. */
    @Test
    void noLineBreakComesIntoAnAddress() {
        assertThatThrownBy(() -> LINK.kept("/tin-tuc\r\nSet-Cookie: a=b")).hasMessage("row.error.link");
        assertThatThrownBy(() -> LINK.kept("https://example.vn/\r\nX: y")).hasMessage("row.error.link");
        assertThat(LINK.kept("/tin-\u0000tuc")).isEqualTo("/tin-tuc");
    }

    @Test
    void lettersAreComposedAndWhatCannotBeShownIsDropped() {
        var composed = "Đường dây nóng";

        assertThat(RowField.line("name", 200)
                        .kept(" " + Normalizer.normalize(composed, Normalizer.Form.NFD) + "\u0000 "))
                .isEqualTo(composed);
        assertThat(RowField.area("text", 200).kept("một\r\nhai \r\n\r\n")).isEqualTo("một\nhai");
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> RowField.line("name", 200).kept("a".repeat(1_000_000)))
                .hasMessage("row.error.long");
        assertThatThrownBy(() -> RowField.line("name", 200).kept("a".repeat(201)))
                .hasMessage("row.error.long");
        assertThat(RowField.line("name", 200).kept("a".repeat(200))).hasSize(200);
    }

    @Test
    void whatIsNeededIsAskedForAtItsField() {
        assertThatThrownBy(() -> RowField.line("name", 200).needed().kept(" \u00a0 "))
                .isInstanceOfSatisfying(RuleBrokenException.class, e -> {
                    assertThat(e.getMessage()).isEqualTo("row.error.empty");
                    assertThat(e.field()).isEqualTo("name");
                });
        assertThat(RowField.line("name", 200).kept("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "05/12/2026 07:30, 2026-12-05T07:30",
        "5/12/2026 7:30, 2026-12-05T07:30",
        "31/12/2026 23:59, 2026-12-31T23:59",
        "5/12/2026 7h30, 2026-12-05T07:30"
    })
    void aMomentIsTypedAsPeopleWriteIt(String typed, String kept) {
        assertThat(MOMENT.kept(typed)).isEqualTo(kept);
        assertThat(MOMENT.kept(MOMENT.shown(kept))).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026 07:30",
                "05/13/2026 07:30",
                "05/12/2026",
                "05/12/2026 24:30",
                "ngày mai",
                "5/12/26 7:30"
            })
    void aMomentThatThereIsNotIsRefused(String typed) {
        assertThatThrownBy(() -> MOMENT.kept(typed)).hasMessage("row.error.moment");
    }

    @Test
    void aDayIsADay() {
        assertThat(DAY.kept("1/7/2025")).isEqualTo("2025-07-01");
        assertThat(DAY.shown("2025-07-01")).isEqualTo("01/07/2025");
        assertThatThrownBy(() -> DAY.kept("30/02/2025")).hasMessage("row.error.day");
    }

    @Test
    void onlyWhatIsOfferedCanBeChosen() {
        var choice = RowField.choice("level", "NORMAL", "URGENT");

        assertThat(choice.kept("URGENT")).isEqualTo("URGENT");
        assertThatThrownBy(() -> choice.kept("SECRET")).hasMessage("row.error.choice");
    }

    @Test
    void numbersPhonesAndMailAreWhatTheySay() {
        assertThat(RowField.of(RowField.Type.NUMBER, "size").kept("007")).isEqualTo("7");
        assertThatThrownBy(() -> RowField.of(RowField.Type.NUMBER, "size").kept("-1"))
                .hasMessage("row.error.number");
        assertThat(RowField.of(RowField.Type.PHONE, "phone").kept("0200 3820 168"))
                .isEqualTo("0200 3820 168");
        assertThatThrownBy(() -> RowField.of(RowField.Type.PHONE, "phone").kept("gọi tôi"))
                .hasMessage("row.error.phone");
        assertThat(RowField.of(RowField.Type.EMAIL, "email").kept("a@b.gov.vn")).isEqualTo("a@b.gov.vn");
        assertThatThrownBy(() -> RowField.of(RowField.Type.EMAIL, "email").kept("a@b"))
                .hasMessage("row.error.email");
    }
}
