package vn.minhbach.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the database to the form that this version needs, before anything else touches it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    /** How often, and after how many seconds, a database that does not answer at the start is asked again. */
    private static final int TRIES = 60;

    private static final int PAUSE = 2;

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    /**
     * Waits for a database that is not there yet, as after a power cut: the server tries to start the portal once, and would stay
     * without it until somebody restarts the service.
     */
    @PostConstruct
    void start() {
        migrate(patient(database, TRIES));
    }

    static FluentConfiguration patient(DataSource database, int tries) {
        return flyway().dataSource(database).connectRetries(tries).connectRetriesInterval(PAUSE);
    }

    /** The same for tests and commands. */
    public static void migrate(DataSource database) {
        migrate(flyway().dataSource(database));
    }

    /**
     * The same for a command that runs beside the portal: it makes the form of an empty database, and leaves one in use as it
     * is.
     *
     * @throws DatabaseVersionException if the database is in the form of another version
     */
    static void prepare(String url, String user, String password) {
        var flyway = flyway().dataSource(url, user, password).load();
        var state = flyway.info();
        var current = state.current();
        if (current == null) {
            flyway.migrate();
            return;
        }
        var ours = Arrays.stream(state.all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (!ours.equals(current.getVersion())) {
            throw new DatabaseVersionException(String.valueOf(current.getVersion()), ours.toString());
        }
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure(Migrator.class.getClassLoader())
                .locations("classpath:db/migration")
                .javaMigrations(new ArticlesToItems(), new ItemsToBoard(), new ProfileToRows(), new TagsOfArticles());
    }

    static void migrate(FluentConfiguration configuration) {
        configuration.load().migrate();
    }
}
