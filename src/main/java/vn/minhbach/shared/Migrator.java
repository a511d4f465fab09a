package vn.minhbach.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the database to the form that this version needs, before anything else touches it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrator {

    @Resource(lookup = "java:app/jdbc/portal")
    DataSource database;

    @PostConstruct
    void start() {
        migrate(database);
    }

    /** The same for tests and commands. */
    public static void migrate(DataSource database) {
        migrate(flyway().dataSource(database));
    }

    /** The same for a command that runs beside the portal. */
    static void migrate(String url, String user, String password) {
        migrate(flyway().dataSource(url, user, password));
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure(Migrator.class.getClassLoader()).locations("classpath:db/migration");
    }

    private static void migrate(FluentConfiguration configuration) {
        configuration.load().migrate();
    }
}
