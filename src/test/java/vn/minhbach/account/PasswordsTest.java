package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How passwords are kept, and which are taken. */
class PasswordsTest {

    private static final String GOOD = "Trời hôm nay đẹp quá";

    private final Passwords passwords = new Passwords("1024,1,1", 10);

    @Test
    void areKeptAsArgon2idAndNeverTwiceTheSame() {
        var one = passwords.hash(GOOD);

        assertThat(one).startsWith("$argon2id$v=19$m=1024,t=1,p=1$").isNotEqualTo(passwords.hash(GOOD));
        assertThat(passwords.matches(GOOD, Optional.of(one))).isTrue();
        assertThat(passwords.matches(GOOD + " ", Optional.of(one))).isFalse();
        assertThat(passwords.isOutdated(one)).isFalse();
        assertThat(new Passwords("2048,1,1", 10).isOutdated(one)).isTrue();
        assertThat(new Passwords("2048,1,1", 10).matches(GOOD, Optional.of(one)))
                .isTrue();
    }

    @Test
    void theSameLettersComposedOrNotAreTheSamePassword() {
        var decomposed = Normalizer.normalize(GOOD, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(GOOD);
        assertThat(passwords.matches(decomposed, Optional.of(passwords.hash(GOOD))))
                .isTrue();
    }

    @Test
    void noAccountAndNoPasswordOpenNothing() {
        assertThat(passwords.matches("của không ai cả", Optional.empty())).isFalse();
        assertThat(passwords.matches("", Optional.of(""))).isFalse();
        assertThat(passwords.matches("của không ai cả", Optional.of(""))).isFalse();
    }

    /** As Jakarta Security kept them until now. */
    @Test
    void theHashesOfBeforeOpenAndAreOutdated() throws Exception {
        var salt = "một hạt muối của ngày trước".getBytes(StandardCharsets.UTF_8);
        var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(GOOD.toCharArray(), salt, 1000, 256))
                .getEncoded();
        var base64 = Base64.getEncoder();
        var kept = "PBKDF2WithHmacSHA512:1000:" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);

        assertThat(passwords.matches(GOOD, Optional.of(kept))).isTrue();
        assertThat(passwords.matches("khác", Optional.of(kept))).isFalse();
        assertThat(passwords.isOutdated(kept)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn quá, SHORT",
        "'', SHORT",
        "password123, COMMON",
        "Mật khẩu 12345, COMMON",
        "1234567890, COMMON",
        "aaaaaaaaaaaa, COMMON",
        "!!Iloveyou!!1, COMMON",
        "Quản trị 2026!, COMMON",
        "hoa.nguyen-vui, NAME",
        "xin chào Nguyễn Thị Hoa, NAME",
    })
    void thoseThatAreTriedFirstAreRefused(String password, WeakPasswordException.Weakness why) {
        assertThat(catchThrowableOfType(
                                WeakPasswordException.class,
                                () -> passwords.check(password, "hoa.nguyen", "Nguyễn Thị Hoa"))
                        .weakness())
                .isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "mat-khau-thu-nghiem",
                "Mật khẩu đẹp 2026",
                "x7$Kq!m2Zp",
                "🌻🌻🌻🌻🌻🌻🌻🌻🌻🌻",
                "東京の空は青いですよね"
            })
    void othersAreTaken(String password) {
        assertThatCode(() -> passwords.check(password, "hoa.nguyen", "Nguyễn Thị Hoa"))
                .doesNotThrowAnyException();
    }

    @Test
    void lengthIsCountedInLettersAsPeopleDo() {
        assertThatThrownBy(() -> passwords.check("🌻🌻🌻🌻🌻🌻🌻🌻🌻", "hoa", "Hoa"))
                .isInstanceOf(WeakPasswordException.class);
    }

    @Test
    void aCostThatIsNoneIsToldAtTheStart() {
        assertThatThrownBy(() -> new Passwords("nhiều", 10)).hasMessageContaining("PORTAL_PASSWORD_ARGON2");
    }
}
