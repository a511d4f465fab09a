package vn.minhbach.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The portal's database for a command that runs beside the server, or without it: the same settings, the same entities,
 * its own transactions.
 *
 * <p>By default this is the H2 file in the data folder. Whoever opens that file first lets others in over loopback
 * ({@code AUTO_SERVER}), so a command works whether the portal is running or not.
 */
public final class StandaloneDatabase implements AutoCloseable {

    private final EntityManagerFactory factory;

    private StandaloneDatabase(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /**
     * Opens the database named by {@code portal.ds.*} in system properties or environment; an empty one is given its form.
     *
     * @throws DatabaseVersionException if the database is in the form of another version
     */
    public static StandaloneDatabase open() {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        var local = new LocalDatabase(Path.of(dataFolder()));
        var ours =
                setting("portal.ds.url").isEmpty() && setting("portal.ds.user").isEmpty();
        return open(
                setting("portal.ds.url").orElseGet(local::url),
                setting("portal.ds.user").orElse(LocalDatabase.USER),
                setting("portal.ds.password").orElseGet(() -> ours ? password(local) : ""));
    }

    private static String password(LocalDatabase local) {
        try {
            return local.password(() -> DriverManager.getDriver(local.url()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the data folder cannot be opened", e);
        }
    }

    public static StandaloneDatabase open(String url, String user, String password) {
        Migrator.prepare(url, user, password);
        var properties = new HashMap<String, String>();
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.jtaDataSource", "");
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("jakarta.persistence.jdbc.user", user);
        properties.put("jakarta.persistence.jdbc.password", password);
        properties.put("eclipselink.weaving", "false");
        return new StandaloneDatabase(Persistence.createEntityManagerFactory("portal", Map.copyOf(properties)));
    }

    /** The folder in which everything lies that the portal writes. */
    public static String dataFolder() {
        return Path.of(setting("portal.data").orElse("data"))
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    /** A setting as MicroProfile Config would find it: system property first, then the environment. */
    private static Optional<String> setting(String key) {
        @Nullable String value = System.getProperty(key);
        if (value == null) {
            value = System.getenv(key.replace('.', '_').toUpperCase(java.util.Locale.ROOT));
        }
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    public EntityManager entityManager() {
        return factory.createEntityManager();
    }

    @Override
    public void close() {
        factory.close();
    }
}
