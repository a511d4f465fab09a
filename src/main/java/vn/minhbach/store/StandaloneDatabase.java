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
 * <p>By default this is the H2 file in the data folder. Only who holds that folder opens the file; while the portal holds it, a
 * command is its guest over loopback. So a command works whether the portal is running or not, and never takes the file over
 * from a portal that dies: two processes that hand one file to each other in a hurry are the last thing that is needed then.
 */
public final class StandaloneDatabase implements AutoCloseable {

    private final EntityManagerFactory factory;

    /** The data folder, if nobody else sees to it. */
    private final @Nullable DataFolder folder;

    private StandaloneDatabase(EntityManagerFactory factory, @Nullable DataFolder folder) {
        this.factory = factory;
        this.folder = folder;
    }

    /**
     * Opens the database named by {@code portal.ds.*} in system properties or environment; an empty one is given its form.
     * Holds the data folder meanwhile, if it is free.
     *
     * @throws DatabaseVersionException if the database is in the form of another version
     */
    public static StandaloneDatabase open() {
        try {
            var folder = DataFolder.holdIfFree(Path.of(dataFolder()));
            try {
                return new StandaloneDatabase(open(folder).factory, folder);
            } catch (RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for a command that has asked for the data folder itself.
     *
     * @param folder to be closed by the caller, after the database
     */
    public static StandaloneDatabase open(DataFolder folder) {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        var local = new LocalDatabase(Path.of(dataFolder()));
        var user = setting("portal.ds.user").orElse(LocalDatabase.USER);
        var url = setting("portal.ds.url");
        if (url.isPresent()) {
            return open(url.get(), user, setting("portal.ds.password").orElse(""));
        }
        var password = setting("portal.ds.password")
                .orElseGet(() -> setting("portal.ds.user").isEmpty() ? password(local) : "");
        return open(folder.isHeld() ? local.url() : guestUrl(local, user, password), user, password);
    }

    /** The way in that the portal has opened. Between its start and its opening of the database there is none. */
    private static String guestUrl(LocalDatabase local, String user, String password) {
        try {
            var url = local.guestUrl();
            DriverManager.getConnection(url, user, password).close();
            return url;
        } catch (IOException | SQLException e) {
            var closed = new IllegalStateException(
                    "Cổng thông tin đang khởi động hoặc đang dừng, hãy thử lại sau (starting or stopping, try again)");
            closed.addSuppressed(e);
            throw closed;
        }
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
        return new StandaloneDatabase(Persistence.createEntityManagerFactory("portal", Map.copyOf(properties)), null);
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
        if (folder != null) {
            try {
                folder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
