package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.privacy.FieldCipher.Trouble;

/** What an administrator reads at the start when something is wrong with the keys: one line that says all. */
class KeyWatchTest {

    private static final SealedColumn PHONE = SealedColumn.of("letter", "id", "phone", "code");
    private static final SealedColumn BODY = SealedColumn.of("letter", "id", "body", "code");
    private static final String NOTHING_LOST = "Không có gì bị xoá";

    @TempDir
    Path data;

    private static KeyCheck.Finding finding(SealedColumn column, Trouble trouble, String key) {
        return new KeyCheck.Finding(column, trouble, key);
    }

    private static void isOneLine(String line) {
        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains(NOTHING_LOST, "nothing is deleted");
    }

    @Test
    void whereAllIsWellThereIsNothingToSay() {
        assertThat(KeyWatch.line(FieldCipherTest.keys("k1"), List.of())).isEmpty();
    }

    @Test
    void aLostKeyIsSaidWithWhatNeedsItInOneLine() {
        var line = KeyWatch.line(
                DataKeys.of(KeyRing.EMPTY),
                List.of(finding(PHONE, Trouble.KEY_MISSING, "k1"), finding(BODY, Trouble.KEY_MISSING, "k1")));

        isOneLine(line);
        assertThat(line)
                .startsWith("Thiếu khoá mã hoá dữ liệu cá nhân (portal.data.keys): cổng chưa nhận câu hỏi, phản ánh.")
                .contains("cần khoá k1 ")
                .doesNotContain("letter.phone");
    }

    @Test
    void aFormerKeyThatIsGoneIsNamedThoughThereIsANewOne() {
        var line = KeyWatch.line(FieldCipherTest.keys("k1"), List.of(finding(PHONE, Trouble.KEY_MISSING, "cu")));

        isOneLine(line);
        assertThat(line).startsWith("Dữ liệu đã niêm cần khoá cu ").doesNotContain("cổng chưa nhận");
    }

    @Test
    void anotherKeyOfTheSameNameIsTold() {
        var line = KeyWatch.line(FieldCipherTest.keys("k1"), List.of(finding(PHONE, Trouble.ALTERED, "k1")));

        isOneLine(line);
        assertThat(line).contains("letter.phone", "k1");
    }

    /** That all is bound is not the end of it. */
    @Test
    void ofValuesFromBeforeItIsSaidThatOnlyTheEndOfTheirKeyShutsThemOut() {
        assertThat(KeyWatch.FORMER.lines()).hasSize(1);
        assertThat(KeyWatch.FORMER)
                .contains("mvn -Protate để gắn", "khoá mới và khoá cũ được bỏ ra", "the old one is taken out");
    }

    @Test
    void aSettingThatCannotBeReadIsSaidAndNotShown() {
        var keys = DataKeys.of(Optional.of("k1:mat-khau-cua-toi"), data);

        var line = KeyWatch.line(keys, List.of());

        isOneLine(line);
        assertThat(line).contains("không đọc được", "khoá thứ 1").doesNotContain("mat-khau-cua-toi");
    }
}
