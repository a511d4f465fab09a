package vn.minhbach.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of this installation: {@code portal.data.keys}, else the file in the data folder, which a portal that was started by
 * {@code mvn -Prun} makes if there is none. A server for the public makes none up: a key that nobody knows of is in no backup. Without a key
 * the portal runs, and takes no submissions.
 */
@ApplicationScoped
public class DataKeys {

    /** Whether there are keys. */
    public enum Condition {
        READY,
        MISSING,
        /** What is set is none, or the file cannot be read. */
        MISREAD
    }

    private static final Logger LOG = Logger.getLogger(DataKeys.class.getName());

    @Inject
    @ConfigProperty(name = "portal.data.keys")
    Optional<String> setting = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.data", defaultValue = "data")
    String data = "data";

    /** Set by the launcher alone. */
    @Inject
    @ConfigProperty(name = "portal.data.keys-made-up", defaultValue = "false")
    boolean madeUp;

    private KeyRing ring = KeyRing.EMPTY;
    private Condition condition = Condition.MISSING;
    private String problem = "";

    protected DataKeys() {}

    /** For commands and tests. */
    public static DataKeys of(KeyRing ring) {
        var keys = new DataKeys();
        keys.ring = ring;
        keys.condition = ring.isEmpty() ? Condition.MISSING : Condition.READY;
        return keys;
    }

    /** As the portal would read them, for a command; never makes any. */
    public static DataKeys of(Optional<String> setting, Path data) {
        var keys = new DataKeys();
        keys.setting = setting;
        keys.data = data.toString();
        keys.read();
        return keys;
    }

    @PostConstruct
    void read() {
        try {
            var given = setting.map(String::strip).filter(text -> !text.isEmpty());
            var file = new KeyFile(Path.of(data).toAbsolutePath().normalize());
            var said = given.isPresent() ? given : madeUp ? Optional.of(file.readOrMake()) : file.read();
            ring = said.map(KeyRing::parse).orElse(KeyRing.EMPTY);
            condition = ring.isEmpty() ? Condition.MISSING : Condition.READY;
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.log(Level.FINE, "The file of keys cannot be read", e);
            refuse("không đọc được tệp khoá (the file of keys cannot be read): "
                    + e.getClass().getSimpleName());
        }
    }

    private void refuse(String why) {
        ring = KeyRing.EMPTY;
        condition = Condition.MISREAD;
        problem = why;
    }

    public KeyRing ring() {
        return ring;
    }

    public Condition condition() {
        return condition;
    }

    /** What is wrong with the keys; empty if nothing is. Names no key. */
    public String problem() {
        return problem;
    }
}
