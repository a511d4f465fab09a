package vn.minhbach.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How this installation sends mail, {@code portal.mail.*}. Without a server it does not: nothing is written to the outbox, and
 * whoever depends on it knows. A setting that makes no sense switches it off as well, with a reason that the desk shows; a portal
 * does not stay down because its mail server is misspelt.
 */
@ApplicationScoped
public class MailSettings {

    /** Whether letters can be sent. */
    public enum Condition {
        OFF,
        ON,
        /** No sender's address, or none that can be. */
        NO_SENDER,
        /** TLS is neither starttls nor tls nor none, or the port or rate no number. */
        MISREAD,
        /** A password would go over the network for everybody to read. */
        OPEN_PASSWORD
    }

    /** How the way to the mail server is guarded. */
    public enum Guard {
        /** Begins openly and is guarded before anything is said. */
        STARTTLS(587),
        TLS(465),
        NONE(25);

        private final int port;

        Guard(int port) {
            this.port = port;
        }
    }

    private static final Logger LOG = Logger.getLogger(MailSettings.class.getName());
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final int USUAL_RATE = 60;

    @Inject
    @ConfigProperty(name = "portal.mail.host")
    Optional<String> givenHost = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.mail.port")
    Optional<String> givenPort = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.mail.user")
    Optional<String> givenUser = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.mail.password")
    Optional<String> givenPassword = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.mail.tls", defaultValue = "starttls")
    String givenGuard = "starttls";

    @Inject
    @ConfigProperty(name = "portal.mail.from")
    Optional<String> givenFrom = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.mail.per-minute")
    Optional<String> givenRate = Optional.empty();

    private Condition condition = Condition.OFF;
    private Guard guard = Guard.STARTTLS;
    private int port;
    private int rate = USUAL_RATE;
    private String from = "";

    protected MailSettings() {}

    /** For tests: as if these were set. */
    static MailSettings of(String host, int port, Guard guard, String from) {
        var settings = new MailSettings();
        settings.givenHost = Optional.of(host);
        settings.givenPort = Optional.of(Integer.toString(port));
        settings.givenGuard = guard.name();
        settings.givenFrom = Optional.of(from);
        settings.read();
        return settings;
    }

    static MailSettings off() {
        return new MailSettings();
    }

    @PostConstruct
    void read() {
        condition = readCondition();
        if (condition != Condition.OFF && condition != Condition.ON) {
            LOG.log(Level.WARNING, "No mail is sent: {0} (portal.mail.*)", condition);
        }
    }

    private Condition readCondition() {
        if (getHost().isEmpty()) {
            return Condition.OFF;
        }
        try {
            guard = Guard.valueOf(givenGuard.strip().toUpperCase(Locale.ROOT));
            port = Integer.parseInt(given(givenPort).orElse(Integer.toString(guard.port)));
            rate = Integer.parseInt(given(givenRate).orElse(Integer.toString(USUAL_RATE)));
        } catch (IllegalArgumentException e) {
            return Condition.MISREAD;
        }
        if (port < 1 || port > 65_535 || rate < 1) {
            return Condition.MISREAD;
        }
        if (guard == Guard.NONE && given(givenUser).isPresent() && !LOOPBACK.contains(getHost())) {
            return Condition.OPEN_PASSWORD;
        }
        from = given(givenFrom).orElse("");
        try {
            var sender = new InternetAddress(from, true);
            return sender.getAddress().contains("@") ? Condition.ON : Condition.NO_SENDER;
        } catch (AddressException e) {
            return Condition.NO_SENDER;
        }
    }

    private static Optional<String> given(Optional<String> setting) {
        return setting.map(String::strip).filter(text -> !text.isEmpty());
    }

    public boolean isOn() {
        return condition == Condition.ON;
    }

    public Condition getCondition() {
        return condition;
    }

    public String getHost() {
        return given(givenHost).orElse("");
    }

    public int getPort() {
        return port;
    }

    public Guard getGuard() {
        return guard;
    }

    /** Name and address of the sender, as letters show it. */
    public String getFrom() {
        return from;
    }

    /** How many letters all nodes together send in a minute. */
    public int getRate() {
        return rate;
    }

    Optional<String> user() {
        return given(givenUser);
    }

    String password() {
        return givenPassword.orElse("");
    }
}
