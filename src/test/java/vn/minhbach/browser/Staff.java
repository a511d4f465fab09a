package vn.minhbach.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import vn.minhbach.account.Role;
import vn.minhbach.store.LocalDatabase;

/** Opens accounts in a running portal, straight in its database: with the first administrator's password and another role. */
final class Staff {

    private final Path data;

    Staff(Path data) {
        this.data = data;
    }

    /** @param place the slug of a section; empty for all */
    void open(String name, Role role, String place) throws IOException, SQLException {
        var database = new LocalDatabase(data);
        try (var connection = DriverManager.getConnection(
                        database.guestUrl(),
                        LocalDatabase.USER,
                        Files.readString(data.resolve("db/password")).strip());
                var statement = connection.createStatement()) {
            var columns = new ArrayList<String>();
            try (var rows = statement.executeQuery("select column_name from information_schema.columns"
                    + " where table_name = 'PORTAL_USER' and column_name not in ('ID', 'NAME')")) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            var others = String.join(", ", columns);
            var id = 1_000_000L + name.hashCode() % 1_000;
            statement.executeUpdate("insert into portal_user (id, name, " + others + ") select " + id + ", '" + name
                    + "', " + others + " from portal_user where name = '" + RunningPortal.ADMIN + "'");
            statement.executeUpdate("insert into portal_assignment (user_id, role, place) values (" + id + ", '" + role
                    + "', '" + place + "')");
        }
    }
}
