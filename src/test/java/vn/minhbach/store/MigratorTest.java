package vn.minhbach.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A command makes the form of an empty database, and never changes that of one in use. */
class MigratorTest {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void anEmptyDatabaseIsGivenItsFormAndOneOfThisVersionIsLeftAlone() throws SQLException {
        Migrator.prepare(url, "sa", "");
        var migrations = migrations();
        assertThat(migrations).isPositive();

        Migrator.prepare(url, "sa", "");

        assertThat(migrations()).isEqualTo(migrations);
    }

    @Test
    void oneOfAnOlderVersionIsRefusedAndStaysAsItIs() throws SQLException {
        Migrator.prepare(url, "sa", "");
        change("delete from \"flyway_schema_history\" where \"installed_rank\" = "
                + "(select max(\"installed_rank\") from \"flyway_schema_history\")");
        var migrations = migrations();

        assertThatThrownBy(() -> Migrator.prepare(url, "sa", ""))
                .isInstanceOf(DatabaseVersionException.class)
                .hasMessageContaining("Cơ sở dữ liệu ở phiên bản");
        assertThat(migrations()).isEqualTo(migrations);
    }

    @Test
    void oneOfANewerVersionIsRefused() throws SQLException {
        Migrator.prepare(url, "sa", "");
        change("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                + " \"script\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\")"
                + " values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'sa', current_timestamp, 1, true)");

        assertThatThrownBy(() -> Migrator.prepare(url, "sa", ""))
                .isInstanceOf(DatabaseVersionException.class)
                .hasMessageContaining("9999");
    }

    @Test
    void oneThatAnswersLateIsWaitedFor() throws SQLException {
        var database = new JdbcDataSource();
        database.setURL(url);
        database.setUser("sa");
        var asked = new AtomicInteger();
        var late = late(database, asked);

        assertThatThrownBy(() -> Migrator.migrate(late)).hasRootCauseMessage("not yet");
        Migrator.migrate(Migrator.patient(late, 1));

        assertThat(asked).hasValueGreaterThan(2);
        assertThat(migrations()).isPositive();
    }

    /** Refuses the first two connections. */
    private static DataSource late(DataSource database, AtomicInteger asked) {
        return (DataSource) Proxy.newProxyInstance(
                MigratorTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
                    if (method.getName().equals("getConnection") && asked.incrementAndGet() <= 2) {
                        throw new SQLException("not yet");
                    }
                    return method.invoke(database, given);
                });
    }

    private long migrations() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var rows =
                        connection.createStatement().executeQuery("select count(*) from \"flyway_schema_history\"")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute(sql);
        }
    }
}
