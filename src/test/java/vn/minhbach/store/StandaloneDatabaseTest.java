package vn.minhbach.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a command gets into a database that the portal has opened. */
class StandaloneDatabaseTest {

    private final LocalDatabase database;
    private final String password;

    StandaloneDatabaseTest(@TempDir Path folder) throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        this.database = new LocalDatabase(folder);
        this.password = database.password(() -> DriverManager.getDriver("jdbc:h2:mem:"));
    }

    @Test
    void aGuestSeesWhatTheOwnerWrote() throws Exception {
        try (var owner = DriverManager.getConnection(database.url(), LocalDatabase.USER, password)) {
            owner.createStatement().execute("create table word (text varchar)");
            owner.createStatement().execute("insert into word values ('giấy khai sinh')");
            try (var guest = DriverManager.getConnection(database.guestUrl(), LocalDatabase.USER, password);
                    var row = guest.createStatement().executeQuery("select text from word")) {
                assertTrue(row.next());
                assertEquals("giấy khai sinh", row.getString(1));
            }
        }
    }

    /** A guest that opened the file itself would be its owner when the portal is started again. */
    @Test
    void aGuestDoesNotTakeOverWhenTheOwnerIsGone() throws Exception {
        var owner = DriverManager.getConnection(database.url(), LocalDatabase.USER, password);
        var url = database.guestUrl();
        try (var guest = DriverManager.getConnection(url, LocalDatabase.USER, password);
                var statement = guest.createStatement()) {
            owner.createStatement().execute("shutdown immediately");
            assertThrows(SQLException.class, () -> statement.executeQuery("select 1"));
        } catch (SQLException e) {
            // closing a connection that is broken
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url, LocalDatabase.USER, password));
        assertFalse(url.contains("AUTO_SERVER"), url);
    }

    @Test
    void nobodyIsAGuestWhereNobodyIsAtHome() {
        assertThrows(IOException.class, database::guestUrl);
    }

    /** EclipseLink takes a password of hexadecimal digits for one that it has encrypted itself. */
    @Test
    void theMadeUpPasswordLetsACommandIn() throws Exception {
        try (var opened = StandaloneDatabase.open(database.url(), LocalDatabase.USER, password);
                var em = opened.entityManager()) {
            assertEquals(
                    0L,
                    em.createNativeQuery("select count(*) from content_change").getSingleResult());
        }
        assertTrue(Files.exists(
                Path.of(database.url().replaceFirst("^jdbc:h2:file:", "").replaceFirst(";.*", "") + ".mv.db")));
    }
}
