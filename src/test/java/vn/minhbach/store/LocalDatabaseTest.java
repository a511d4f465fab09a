package vn.minhbach.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {

    private final Path data;
    private final LocalDatabase database;

    LocalDatabaseTest(@TempDir Path folder) {
        this.data = folder.resolve("data");
        this.database = new LocalDatabase(data);
    }

    @Test
    void makesUpAPasswordOnceAndKeepsItPrivate() throws Exception {
        var password = password();

        assertEquals(password, password());
        assertTrue(password.length() >= 32, password);
        assertEquals("rw-------", permissions(data.resolve("db/password")));
        assertEquals("rwx------", permissions(data.resolve("db")));
        assertNotEquals(password, new LocalDatabase(data.resolveSibling("other")).password(LocalDatabaseTest::h2));
    }

    @Test
    void closesADatabaseThatWasMadeWithoutPassword() throws Exception {
        makeWithout();

        var password = password();

        assertThrows(SQLException.class, () -> connect(""));
        try (var connection = connect(password);
                var row = connection.createStatement().executeQuery("select word from known")) {
            assertTrue(row.next());
            assertEquals("giấy khai sinh", row.getString(1));
        }
    }

    /** The portal of the version before knows no password; its next connection must still be let in. */
    @Test
    void leavesADatabaseInUseAsItIs() throws Exception {
        makeWithout();
        try (var portal = connect("")) {
            assertEquals("", password());
            assertFalse(portal.isClosed());
            connect("").close();
        }
        assertFalse(password().isEmpty());
        assertThrows(SQLException.class, () -> connect(""));
    }

    /** The process may end after the database has taken the password, and before the file has its name. */
    @Test
    void goesOnWhereItWasInterrupted() throws Exception {
        makeWithout();
        var password = password();
        Files.move(data.resolve("db/password"), data.resolve("db/password.new"));

        assertEquals(password, password());
        assertFalse(Files.exists(data.resolve("db/password.new")));
        connect(password).close();
    }

    @Test
    void goesOnWhereItWasInterruptedBeforeTheDatabaseKnew() throws Exception {
        makeWithout();
        PrivateFiles.write(data.resolve("db/password.new"), "half-way\n");

        assertEquals("half-way", password());
        connect("half-way").close();
    }

    @Test
    void doesNotGuessThePasswordThatSomebodyElseGave() throws Exception {
        makeWithout();
        try (var connection = connect("")) {
            connection.createStatement().execute("alter user portal set password 'of the department'");
        }

        assertThrows(SQLException.class, this::password);
        connect("of the department").close();
    }

    private void makeWithout() throws Exception {
        Files.createDirectories(data.resolve("db"));
        try (var connection = connect("");
                var statement = connection.createStatement()) {
            statement.execute("create table known (word varchar(40))");
            statement.execute("insert into known values ('giấy khai sinh')");
        }
    }

    private String password() throws IOException, SQLException {
        return database.password(LocalDatabaseTest::h2);
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(database.url(), LocalDatabase.USER, password);
    }

    private static java.sql.Driver h2() throws SQLException {
        return DriverManager.getDriver("jdbc:h2:mem:");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
