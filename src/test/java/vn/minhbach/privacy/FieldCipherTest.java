package vn.minhbach.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.privacy.FieldCipher.Trouble;
import vn.minhbach.shared.RuleBrokenException;

/** Fields sealed and opened, and the keys for it. */
class FieldCipherTest {

    private static final String PLAIN = "0912345678, Nguyễn Văn Hùng";

    /** "k1:…", always the same for one id. */
    static String key(String id) {
        var bytes = new byte[KeyRing.BYTES];
        new Random(id.hashCode()).nextBytes(bytes);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    static DataKeys keys(String... ids) {
        var setting = new StringBuilder();
        for (var id : ids) {
            setting.append(setting.isEmpty() ? "" : ",").append(key(id));
        }
        return DataKeys.of(setting.isEmpty() ? KeyRing.EMPTY : KeyRing.parse(setting.toString()));
    }

    private final FieldCipher cipher = new FieldCipher(keys("k1"));

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Nguyễn Văn Hùng", "dòng 1\ndòng 2", "😀", "e2:k1:abc"})
    void whatIsSealedOpensAgain(String plain) {
        var sealed = cipher.seal(plain, "");
        assertThat(sealed).startsWith("e2:k1:");
        assertThat(cipher.opened(sealed, "").text()).isEqualTo(plain);
    }

    @Test
    void noTwoSealedValuesAreAlike() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 10_000; i++) {
            var sealed = cipher.seal(PLAIN + i, "ngữ cảnh");
            assertThat(seen.add(sealed)).isTrue();
            assertThat(cipher.opened(sealed, "ngữ cảnh").text()).isEqualTo(PLAIN + i);
        }
        assertThat(cipher.seal(PLAIN, "")).isNotEqualTo(cipher.seal(PLAIN, ""));
    }

    @Test
    void aChangedValueSaysSo() {
        var sealed = cipher.seal(PLAIN, "");
        for (var i = "e2:k1:".length(); i < sealed.length() - 1; i++) {
            var changed = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'B' : 'A') + sealed.substring(i + 1);
            var opened = cipher.opened(changed, "");
            assertThat(opened.trouble()).isEqualTo(Trouble.ALTERED);
            assertThat(opened.text())
                    .isEqualTo("⟦không mở được: dữ liệu đã bị thay đổi, bị chuyển chỗ hoặc sai khoá k1⟧");
        }
        assertThat(cipher.opened("e2:k1:AAAA", "").trouble()).isEqualTo(Trouble.ALTERED);
        assertThat(cipher.opened("e2:k1:A", "").trouble()).isEqualTo(Trouble.ALTERED);
    }

    @Test
    void aValueOpensInItsOwnPlaceOnly() {
        var sealed = cipher.seal(PLAIN, "submission.phone:A");
        assertThat(cipher.opened(sealed, "submission.phone:A").text()).isEqualTo(PLAIN);
        assertThat(cipher.opened(sealed, "submission.phone:B").trouble()).isEqualTo(Trouble.ALTERED);
        assertThat(cipher.opened(sealed, "").trouble()).isEqualTo(Trouble.ALTERED);
    }

    private static final SealedColumn PHONE = SealedColumn.of("person", "id", "phone_sealed", "seal_id");
    private static final SealedColumn FAX = SealedColumn.of("person", "id", "fax_sealed", "seal_id");
    private static final SealedRow LAN = SealedRow.of("person", "lan");
    private static final SealedRow HOA = SealedRow.of("person", "hoa");

    @Test
    void aValueOfARowOpensInItsColumnOfItsRowOnly() {
        var sealed = cipher.seal(PLAIN, PHONE, LAN);

        assertThat(cipher.open(new SealedValue(PHONE, LAN, sealed))).isEqualTo(PLAIN);
        assertThat(cipher.opened(new SealedValue(PHONE, HOA, sealed)).trouble()).isEqualTo(Trouble.ALTERED);
        assertThat(cipher.opened(new SealedValue(FAX, LAN, sealed)).trouble()).isEqualTo(Trouble.ALTERED);
        assertThat(cipher.open(new SealedValue(PHONE, HOA, sealed)))
                .isEqualTo("⟦không mở được: dữ liệu đã bị thay đổi, bị chuyển chỗ hoặc sai khoá k1⟧");
        assertThat(cipher.seal("", PHONE, LAN)).isEmpty();
        assertThat(cipher.open(new SealedValue(PHONE, LAN, ""))).isEmpty();
    }

    /** What was sealed before opens in any row of its column, as it did, and is not passed off as one that is bound, nor the other way. */
    @Test
    void aValueFromBeforeStillOpens() {
        var former = FormerSeals.seal(keys("k1"), PLAIN, "person.phone_sealed");

        assertThat(cipher.open(new SealedValue(PHONE, LAN, former))).isEqualTo(PLAIN);
        assertThat(cipher.opened(new SealedValue(FAX, LAN, former)).trouble()).isEqualTo(Trouble.ALTERED);
        assertThat(cipher.opened(new SealedValue(PHONE, LAN, former.replace("e1:", "e2:")))
                        .trouble())
                .isEqualTo(Trouble.ALTERED);
        var bound = cipher.seal(PLAIN, PHONE, LAN);
        assertThat(cipher.opened(new SealedValue(PHONE, LAN, bound.replace("e2:", "e1:")))
                        .trouble())
                .isEqualTo(Trouble.ALTERED);
        var toItsOwner = PHONE.formerlyBoundTo("seal_id");
        assertThat(cipher.open(new SealedValue(
                        toItsOwner, LAN, FormerSeals.seal(keys("k1"), PLAIN, "person.phone_sealed:lan"))))
                .isEqualTo(PLAIN);
    }

    /** Two rows whose parts are the same letters, parted elsewhere, are two rows. */
    @Test
    void noTwoRowsAreToldAlike() {
        var column = SealedColumn.of("person", "id", "phone_sealed", "family", "given");

        assertThat(column.context(SealedRow.of("person", "1:2", "3")))
                .isNotEqualTo(column.context(SealedRow.of("person", "1", "2:3")));
        assertThat(column.context(SealedRow.of("person", "", "x")))
                .isNotEqualTo(column.context(SealedRow.of("person", "x", "")));
    }

    @Test
    void aColumnIsBoundToARowOfItsOwnTable() {
        assertThatIllegalArgumentException().isThrownBy(() -> SealedColumn.of("person", "id", "phone_sealed"));
        assertThatIllegalArgumentException().isThrownBy(() -> cipher.seal(PLAIN, PHONE, SealedRow.of("house", "lan")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.seal(PLAIN, PHONE, SealedRow.of("person", "lan", "hoa")));
        assertThatIllegalArgumentException().isThrownBy(() -> PHONE.formerlyBoundTo("place"));
    }

    @Test
    void anotherKeyOfTheSameIdDoesNotOpenIt() {
        var other = new FieldCipher(DataKeys.of(KeyRing.parse("k1:" + key("k9").substring(3))));
        assertThat(other.opened(cipher.seal(PLAIN, ""), "").trouble()).isEqualTo(Trouble.ALTERED);
    }

    /** The id belongs to what is bound: a value is not tried with a key that it does not name. */
    @Test
    void aValueCannotBePassedOffAsAnotherKeys() {
        var both = new FieldCipher(keys("k1", "k2"));
        assertThat(both.opened(both.seal(PLAIN, "").replace("e2:k1:", "e2:k2:"), "")
                        .trouble())
                .isEqualTo(Trouble.ALTERED);
    }

    @Test
    void aLostKeyIsNamedAndNothingThrown() {
        var sealed = cipher.seal(PLAIN, "");
        for (var without : new FieldCipher[] {new FieldCipher(keys("k2")), new FieldCipher(keys())}) {
            assertThat(without.opened(sealed, "").text()).isEqualTo("⟦không mở được: thiếu khoá k1⟧");
            assertThat(without.opened(sealed, "").trouble()).isEqualTo(Trouble.KEY_MISSING);
        }
        assertThat(cipher.opened("0912345678", "").text()).isEqualTo("⟦không mở được: dữ liệu chưa được mã hoá⟧");
        assertThat(cipher.opened("", "").text()).isEmpty();
    }

    /** A form that shows the mark and is saved must not write it over what may still be opened one day. */
    @Test
    void theMarkOfAnUnopenedValueIsNeverSealed() {
        var mark =
                new FieldCipher(keys("k2")).opened(cipher.seal(PLAIN, ""), "").text();
        assertThatThrownBy(() -> cipher.seal(mark, ""))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("privacy.error.unopened");
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        var without = new FieldCipher(keys());
        assertThat(without.isReady()).isFalse();
        assertThat(cipher.isReady()).isTrue();
        assertThatThrownBy(() -> without.seal(PLAIN, ""))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("privacy.error.key")
                .hasNoCause();
        assertThatThrownBy(() -> new BlindIndex(keys()).of("0912345678")).isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void theFormerKeyStillOpens() {
        var later = new FieldCipher(keys("k2", "k1"));
        assertThat(later.opened(cipher.seal(PLAIN, ""), "").text()).isEqualTo(PLAIN);
        assertThat(later.seal(PLAIN, "")).startsWith("e2:k2:");
    }

    @Test
    void nothingTellsAKeyOrAValue() {
        var secret = key("k1").substring(3);
        var ring = KeyRing.parse(key("k1"));
        assertThat(ring).hasToString("KeyRing [k1]");
        assertThat(ring.all().toString()).isEqualTo("[k1]");
        assertThat(cipher.opened(cipher.seal(PLAIN, ""), "")).hasToString("Opened NONE k1");
        assertThat(cipher.seal(PLAIN, "")).doesNotContain("0912345678");
        for (var wrong : new String[] {secret, "k1:" + secret + "x", "K1:" + secret, key("k1") + "," + key("k1")}) {
            assertThatThrownBy(() -> KeyRing.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(thrown ->
                            assertThat(String.valueOf(thrown.getMessage())).doesNotContain(secret.substring(0, 10)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k1", "k1:", "k1:AAAA", "k_1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatIsNoKeyIsRefused(String setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.parse(setting));
    }

    /** RFC 5869, test case 3: no salt, and here no info. */
    @Test
    void keysAreDerivedByTheStandard() {
        var derived = KeyRing.hkdf(HexFormat.of().parseHex("0b".repeat(22)), "");
        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
    }

    // --- Where keys come from
    // ---------------------------------------------------------------------------------------------------

    @Test
    void aServerMakesNoKeyUp(@TempDir Path data) {
        var keys = DataKeys.of(Optional.empty(), data);
        assertThat(keys.condition()).isEqualTo(DataKeys.Condition.MISSING);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void theLaunchersPortalMakesOneOnceAndKeepsItPrivate(@TempDir Path data) throws Exception {
        var made = new KeyFile(data).readOrMake();
        var file = data.resolve("keys/data.keys");
        assertThat(new KeyFile(data).readOrMake()).isEqualTo(made);
        assertThat(DataKeys.of(Optional.empty(), data).ring().ids()).hasSize(1);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**/data.keys.*");
        if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void theSettingWinsOverTheFile(@TempDir Path data) throws Exception {
        new KeyFile(data).readOrMake();
        assertThat(DataKeys.of(Optional.of(key("k7")), data).ring().ids()).containsExactly("k7");
    }

    @Test
    void aSettingThatIsNoneIsSaidWithoutItself(@TempDir Path data) {
        var keys = DataKeys.of(Optional.of("mật khẩu của tôi"), data);
        assertThat(keys.condition()).isEqualTo(DataKeys.Condition.MISREAD);
        assertThat(keys.problem()).contains("32 byte").doesNotContain("mật");
        assertThat(new FieldCipher(keys).isReady()).isFalse();
    }

    // --- Blind index
    // -----------------------------------------------------------------------------------------------------------

    @Test
    void equalValuesHaveEqualMarks() {
        var index = new BlindIndex(keys("k1"));
        assertThat(index.of(Normalised.phone("+84 912 345 678"))).isEqualTo(index.of(Normalised.phone("0912.345.678")));
        assertThat(index.of(Normalised.phone("0912345678"))).isNotEqualTo(index.of(Normalised.phone("0912345679")));
        assertThat(index.of("0912345678")).startsWith("k1.").doesNotContain("0912345678");
        assertThat(index.of("")).isEmpty();
        assertThat(index.candidates("")).isEmpty();
    }

    @Test
    void marksByFormerKeysAreFoundAsWell() {
        var before = new BlindIndex(keys("k1")).of("0912345678");
        var later = new BlindIndex(keys("k2", "k1"));
        assertThat(later.candidates("0912345678")).containsExactly(later.of("0912345678"), before);
    }
}
