package vn.minhbach;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.h2.jdbcx.JdbcDataSource;
import vn.minhbach.store.Migrator;

/**
 * A fresh database in memory with the portal's tables and entities, without a server. A transaction that meets the lock
 * of another waits for it, and fails if that takes too long.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    /** What makes the tables, as H2 itself writes it down: all migrations one after the other take ten times as long. */
    private static final class Script {
        private static final List<String> LINES = script();
    }

    /** Reading all entities takes as long again. A factory goes from one database to the next and keeps nothing of any. */
    private static final Queue<Factory> FREE = new ConcurrentLinkedQueue<>();

    private final JdbcDataSource dataSource;
    private final Factory factory;

    private TestDatabase(int lockTimeoutMillis) {
        dataSource = inMemory(lockTimeoutMillis);
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var line : Script.LINES) {
                statement.execute(line);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var free = FREE.poll();
        factory = free == null ? new Factory() : free;
        factory.at.set(dataSource);
    }

    private static JdbcDataSource inMemory(int lockTimeoutMillis) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + lockTimeoutMillis);
        return source;
    }

    private static List<String> script() {
        var source = inMemory(PATIENCE_MILLIS);
        Migrator.migrate(source);
        var lines = new ArrayList<String>();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("script")) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(lines);
    }

    /** A persistence unit without a database of its own. */
    private static final class Factory {

        final AtomicReference<DataSource> at = new AtomicReference<>();
        final EntityManagerFactory entities;

        Factory() {
            entities = Persistence.createEntityManagerFactory(
                    "portal",
                    Map.of(
                            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                            "jakarta.persistence.jtaDataSource", "",
                            "jakarta.persistence.nonJtaDataSource", forwarding(),
                            "eclipselink.session-name", UUID.randomUUID().toString(),
                            "eclipselink.weaving", "false",
                            "eclipselink.logging.level", "OFF"));
        }

        private DataSource forwarding() {
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
                        try {
                            return method.invoke(Objects.requireNonNull(at.get(), "no database"), given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        /** Numbers that were fetched ahead belong to the database that gave them. */
        void forget() {
            at.set(null);
            JpaHelper.getEntityManagerFactory(entities)
                    .unwrap(ServerSession.class)
                    .getSequencingControl()
                    .initializePreallocated();
        }
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
        return factory.entities;
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
        try (var em = factory.entities.createEntityManager()) {
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
        factory.forget();
        FREE.add(factory);
    }
}
