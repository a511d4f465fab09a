package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Rotation;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.shared.Sha256;
import vn.minhbach.web.PortalUrl;

/** Codes of an app, and those that are written down. */
@Timeout(60)
class TotpTest {

    /** "12345678901234567890", the secret of RFC 6238, appendix B, in Base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final AccountsOnH2 h2 = new AccountsOnH2();
    private KeyRing keys = KeyRing.EMPTY;

    @AfterEach
    void close() {
        h2.close();
    }

    /** The last six of the eight digits that the RFC gives for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void aSecretHas160BitsAndNoTwoAreTheSame() {
        assertThat(Totp.secret()).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(Totp.secret());
    }

    @Test
    void theAddressIsReadByEveryApp() {
        assertThat(Totp.address(SECRET, "Sở Văn hóa", "lan.nguyen"))
                .isEqualTo("otpauth://totp/S%E1%BB%9F%20V%C4%83n%20h%C3%B3a:lan.nguyen?secret=" + SECRET
                        + "&issuer=S%E1%BB%9F%20V%C4%83n%20h%C3%B3a");
    }

    private SecondFactors factors(AccountsOnH2.Desk desk) {
        return new SecondFactors(
                desk.factorRows,
                new PasskeyCheck(new PortalUrl("http://localhost:8080")),
                new FieldCipher(DataKeys.of(keys)),
                h2.clock);
    }

    private boolean taken(String name, String code) {
        return h2.ask(desk -> factors(desk).takeCode(desk.get(name), code));
    }

    private String code(int steps) {
        return Totp.code(SECRET, Totp.step(h2.clock.instant()) + steps);
    }

    private void share(String name) {
        h2.person(name);
        assertThat(h2.holds(desk -> factors(desk).shareTotp(desk.get(name), SECRET, code(-1))))
                .isTrue();
    }

    @Test
    void aCodeCountsOnceAndAnEarlierOneNoMore() {
        share("lan");

        assertThat(taken("lan", code(-1))).as("used when it was shared").isFalse();
        assertThat(taken("lan", " " + code(0).substring(0, 3) + " " + code(0).substring(3)))
                .isTrue();
        assertThat(taken("lan", code(0))).isFalse();
        assertThat(taken("lan", code(1))).isTrue();
        assertThat(taken("lan", code(0))).isFalse();
        assertThat(taken("lan", code(2))).as("too early").isFalse();
        assertThat(taken("lan", "")).isFalse();
        assertThat(taken("lan", "\u0661\u0662\u0663\u0664\u0665\u0666")).isFalse();
    }

    private String kept(String column) {
        return h2.database.ask(em -> String.valueOf(
                em.createNativeQuery("select " + column + " from account_totp").getSingleResult()));
    }

    private static String key(String id, int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void theSecretLiesSealedAndOpensForItsAccountAlone() {
        keys = KeyRing.parse(key("k1", 1));
        share("lan");
        assertThat(kept("secret")).isEmpty();
        assertThat(kept("secret_sealed")).startsWith("e2:k1:");
        assertThat(taken("lan", code(0))).isTrue();

        // Whoever can write to the database moves it to their own account.
        h2.person("hoa");
        h2.database.inTransaction(em -> em.createNativeQuery(
                        "update account_totp set last_step = 0, user_id = (select id from portal_user where name = 'hoa')")
                .executeUpdate());
        assertThat(taken("hoa", code(1))).isFalse();
    }

    @Test
    void withoutAKeyItWorksInClearAndIsSealedAtTheStartOnceThereIsOne() {
        share("lan");
        assertThat(kept("secret")).isEqualTo(SECRET);
        int none = h2.ask(desk -> factors(desk).sealSecrets());
        assertThat(none).isZero();
        assertThat(taken("lan", code(0))).isTrue();

        keys = KeyRing.parse(key("k1", 1));
        int sealed = h2.ask(desk -> factors(desk).sealSecrets());
        int again = h2.ask(desk -> factors(desk).sealSecrets());

        assertThat(sealed).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(kept("secret")).isEmpty();
        assertThat(taken("lan", code(1))).isTrue();
    }

    @Test
    void aNewKeySealsItAnewAndALostOneLetsNobodyIn() throws Exception {
        keys = KeyRing.parse(key("k1", 1));
        share("lan");
        keys = KeyRing.parse(key("k2", 2) + "," + key("k1", 1));
        try (var connection = h2.database.dataSource().getConnection()) {
            new Rotation(DataKeys.of(keys), work -> work.with(connection)).run(SealedColumns.all(), count -> {});
        }
        assertThat(kept("secret_sealed")).startsWith("e2:k2:");

        keys = KeyRing.EMPTY;
        assertThat(taken("lan", code(0))).isFalse();
        keys = KeyRing.parse(key("k2", 2));
        assertThat(taken("lan", code(0))).isTrue();
    }

    @Test
    void theCodeOfOneIsNotThatOfAnother() {
        share("lan");
        h2.person("hoa");

        assertThat(taken("hoa", code(0))).isFalse();
    }

    @Test
    void aWrittenCodeCountsOnceForItsOwnerOnly() {
        share("lan");
        share("hoa");
        var codes = h2.ask(desk -> factors(desk).newRecoveryCodes(desk.get("lan")));
        h2.run(desk -> factors(desk).newRecoveryCodes(desk.get("hoa")));

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(taken("hoa", codes.getFirst())).isFalse();
        assertThat(taken("lan", codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ')))
                .isTrue();
        assertThat(taken("lan", codes.getFirst())).isFalse();
        assertThat(h2.<Long>ask(desk -> factors(desk).countRecoveryCodes(desk.get("lan"))))
                .isEqualTo(9);
        h2.run(desk -> factors(desk).newRecoveryCodes(desk.get("lan")));
        assertThat(taken("lan", codes.getLast())).as("of the set before").isFalse();
    }

    @Test
    void whatWasToBeSignedCountsOnceAndNotForLong() {
        h2.person("lan");
        var challenge = h2.ask(desk -> factors(desk).newChallenge());
        var late = h2.ask(desk -> factors(desk).newChallenge());

        assertThat(h2.holds(desk -> desk.factorRows.takeChallenge(Sha256.of(challenge, 32), h2.clock.instant())))
                .isTrue();
        assertThat(h2.<Optional<User>>ask(desk -> factors(desk).signed(challenge, "{}")))
                .isEmpty();
        h2.clock.pass(SecondFactors.TO_SIGN);
        assertThat(h2.<Optional<User>>ask(desk -> factors(desk).signed(late, "{}")))
                .isEmpty();
        assertThat(h2.<Optional<User>>ask(desk -> factors(desk).signed("không phải base64 \u0000", "{\"id\":")))
                .isEmpty();
        var fresh = h2.ask(desk -> factors(desk).newChallenge());
        for (var broken : new String[] {
            "", "null", "[]", "{", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}"
        }) {
            assertThat(h2.holds(desk -> factors(desk).addPasskey(desk.get("lan"), fresh, broken, "khóa")))
                    .isFalse();
        }
    }

    @Test
    void whoMustShowMoreIsASetting() {
        h2.person("lan", Role.EDITOR);
        h2.person("quan", Role.ADMINISTRATOR);
        for (var asked : SecondFactors.Demand.values()) {
            h2.run(desk -> {
                var factors = factors(desk);
                factors.demand = asked.name().toLowerCase(Locale.ROOT);
                assertThat(factors.mustProve(desk.get("lan"))).isEqualTo(asked == SecondFactors.Demand.EVERYONE);
                assertThat(factors.mustProve(desk.get("quan"))).isEqualTo(asked != SecondFactors.Demand.OPTIONAL);
            });
        }
    }
}
