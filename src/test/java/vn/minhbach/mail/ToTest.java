package vn.minhbach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.shared.RuleBrokenException;

class ToTest {

    @Test
    void aDomainWithMarksIsKeptAsMailServersReadIt() {
        assertThat(To.of("lan@sở.vn", "Lan").address())
                .isEqualTo("lan@xn--s-0gb.vn".replace("xn--s-0gb", java.net.IDN.toASCII("sở")));
        assertThat(To.of(" lan.nguyen+cong@Example.GOV.vn ", "").address()).isEqualTo("lan.nguyen+cong@example.gov.vn");
    }

    @Test
    void aNameIsOneLine() {
        assertThat(To.of("lan@example.vn", "Nguyễn\r\n Thị\tLan").name()).isEqualTo("Nguyễn Thị Lan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lan",
                "@example.vn",
                "lan@",
                "lan@example",
                "lan@localhost",
                "lan@example.vn\r\nBcc: a@b.vn",
                "lan@example.vn, mai@example.vn",
                "lan@example.vn;mai@example.vn",
                "Lan <lan@example.vn>",
                "\"la n\"@example.vn",
                "lan(x)@example.vn",
                ".lan@example.vn",
                "la..n@example.vn",
                "lan@-example.vn",
                "lan@exa_mple.vn",
                "lan@[127.0.0.1]",
                "làn@example.vn",
                "lan@example.vn%0aBcc:x@y.vn",
                "lan@example.vn\u0000",
                "@hop.vn:lan@example.vn"
            })
    void whatIsNoAddressIsRefused(String given) {
        assertThatThrownBy(() -> To.of(given, ""))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class, e -> assertThat(e.field()).isEqualTo("email"));
    }

    @Test
    void anAddressWithoutEndIsRefused() {
        assertThatThrownBy(() -> To.of("a".repeat(65) + "@example.vn", "")).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> To.of("a@" + "b".repeat(60) + "." + "c.".repeat(100) + "vn", ""))
                .isInstanceOf(RuleBrokenException.class);
    }
}
