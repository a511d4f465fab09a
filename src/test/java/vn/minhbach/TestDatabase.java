package vn.minhbach;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import vn.minhbach.store.Migrator;

/**
 * A fresh database in memory with the portal's tables and entities, without a server. A transaction that meets the lock
 * of another waits for it, and fails if that takes too long.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final JdbcDataSource dataSource = new JdbcDataSource();
    private final EntityManagerFactory factory;

    private TestDatabase(int lockTimeoutMillis) {
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + lockTimeoutMillis);
        Migrator.migrate(dataSource);
        factory = Persistence.createEntityManagerFactory(
                "portal",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource,
                        "eclipselink.session-name", dataSource.getURL(),
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "OFF"));
    }

    /** A database in which transactions wait patiently for each other. */
    public static TestDatabase create() {
        return new TestDatabase(PATIENCE_MILLIS);
    }

    /** A database in which a transaction that would have to wait for another fails soon. */
    public static TestDatabase impatient() {
        return new TestDatabase(50);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** Does the work in one transaction, committed if it ends well, rolled back if it throws. */
    public void inTransaction(Consumer<EntityManager> work) {
        ask(em -> {
            work.accept(em);
            return true;
        });
    }

    /** As {@link #inTransaction}, for work that has a result. */
    public <T> T ask(Function<EntityManager, T> work) {
        try (var em = factory.createEntityManager()) {
            var transaction = em.getTransaction();
            transaction.begin();
            try {
                var result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        inTransaction(em -> em.createNativeQuery("set db_close_delay 0").executeUpdate());
        factory.close();
    }
}
