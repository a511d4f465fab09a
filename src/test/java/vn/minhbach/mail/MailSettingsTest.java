package vn.minhbach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

    private static MailSettings with(String host, String tls, String from) {
        var settings = MailSettings.off();
        settings.givenHost = Optional.of(host);
        settings.givenGuard = tls;
        settings.givenFrom = Optional.of(from);
        settings.read();
        return settings;
    }

    @Test
    void withoutAServerMailIsOff() {
        var settings = MailSettings.off();
        settings.read();
        assertThat(settings.getCondition()).isEqualTo(MailSettings.Condition.OFF);
        assertThat(with("  ", "starttls", "a@example.vn").isOn()).isFalse();
    }

    @Test
    void theUsualPortBelongsToTheWayThatItIsGuarded() {
        assertThat(with("mail.example.vn", "starttls", "a@example.vn").getPort())
                .isEqualTo(587);
        assertThat(with("mail.example.vn", "TLS", "a@example.vn").getPort()).isEqualTo(465);
        assertThat(with("mail.example.vn", "none", "Sở <a@example.vn>").isOn()).isTrue();
    }

    @Test
    void whatMakesNoSenseSwitchesItOffWithAReason() {
        assertThat(with("mail.example.vn", "ssl", "a@example.vn").getCondition())
                .isEqualTo(MailSettings.Condition.MISREAD);
        assertThat(with("mail.example.vn", "tls", "").getCondition()).isEqualTo(MailSettings.Condition.NO_SENDER);
        assertThat(with("mail.example.vn", "tls", "so van hoa").getCondition())
                .isEqualTo(MailSettings.Condition.NO_SENDER);
        var port = with("mail.example.vn", "tls", "a@example.vn");
        port.givenPort = Optional.of("70000");
        port.read();
        assertThat(port.getCondition()).isEqualTo(MailSettings.Condition.MISREAD);
    }

    @Test
    void noPasswordGoesOverTheNetworkForEverybodyToRead() {
        var settings = with("mail.example.vn", "none", "a@example.vn");
        settings.givenUser = Optional.of("cong");
        settings.read();
        assertThat(settings.getCondition()).isEqualTo(MailSettings.Condition.OPEN_PASSWORD);
        settings.givenHost = Optional.of("127.0.0.1");
        settings.read();
        assertThat(settings.isOn()).isTrue();
    }
}
