package vn.minhbach.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The H2 file in the data folder, which the portal uses when no other database is named: its address and its password. The
 * launcher and the commands ask here, so that all of them open the same file in the same way.
 *
 * <p>The password is made up once and lies beside the database, readable by the account that runs the portal. Whoever can
 * connect to the port which H2 opens for the commands, but cannot read that file, stays outside; with H2 a person who is let
 * in can run code.
 *
 * <p>Uses nothing of the portal but {@link PrivateFiles}, since the launcher carries both without the rest.
 */
public final class LocalDatabase {

    /** The account in the database, if the settings name no other. */
    public static final String USER = "portal";

    private static final int PASSWORD_BYTES = 24;

    private final Path data;

    public LocalDatabase(Path data) {
        this.data = data;
    }

    /**
     * The address of the file, for the one process that holds the data folder. What the settings say:
     *
     * <ul>
     *   <li>{@code WRITE_DELAY=0}: a commit is answered after its bytes were handed to the operating system.
     *   <li>{@code REUSE_SPACE=FALSE}: a commit is appended, and never written over an older one, which a process that dies at
     *       that moment may need to find the last state.
     *   <li>{@code DEFRAG_ALWAYS=TRUE}: what is out of date goes when the database is closed, by writing a new file that takes
     *       the place of the old one in one step. Left to itself H2 would tidy up inside the file, and a process killed
     *       meanwhile would leave a file that cannot be read, or that lacks what was committed last.
     *   <li>{@code AUTO_SERVER=TRUE}: commands may come in, see {@link #guestUrl}.
     * </ul>
     */
    public String url() {
        return "jdbc:h2:file:" + data
                + "/db/portal;AUTO_SERVER=TRUE;WRITE_DELAY=0;QUERY_CACHE_SIZE=64;REUSE_SPACE=FALSE;DEFRAG_ALWAYS=TRUE;LOCK_TIMEOUT=10000";
    }

    /**
     * The address for a command while another process holds the data folder: the port that H2 opened there for us, and the
     * random word that lets us in. It does not name the file, and so a command never takes the database over when that process
     * dies: it loses its connection and says so.
     *
     * @throws IOException if nobody has opened the database
     */
    public String guestUrl() throws IOException {
        Properties lock = new Properties();
        try (var in = Files.newInputStream(data.resolve("db/portal.lock.db"))) {
            lock.load(in);
        }
        @Nullable String server = lock.getProperty("server");
        @Nullable String word = lock.getProperty("id");
        if (server == null || word == null) {
            throw new IOException("Nobody has opened the database in " + data);
        }
        return "jdbc:h2:tcp://" + server + "/" + word + ";LOCK_TIMEOUT=10000";
    }

    /**
     * The password, made up if there is none. A database that was made without one is given it now, unless an older portal is
     * running on it, which knows of none: then the answer is empty this time.
     *
     * @param h2 the driver, asked for only if there is a database without a known password
     * @throws SQLException if the database has a password that we do not know, or cannot be opened
     */
    public String password(DriverSource h2) throws IOException, SQLException {
        Path file = data.resolve("db/password");
        if (Files.exists(file)) {
            return read(file);
        }
        PrivateFiles.folder(data.resolve("db"));
        // Under this name while the database does not know it for certain: a stop between the two is made up for next
        // time.
        Path pending = data.resolve("db/password.new");
        String password = Files.exists(pending) ? read(pending) : "";
        if (password.isEmpty()) {
            password = madeUp();
            PrivateFiles.write(pending, password + "\n");
        }
        if (Files.exists(data.resolve("db/portal.mv.db")) && !give(password, h2.get())) {
            return "";
        }
        Files.move(pending, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** Whether the database has the password from now on. */
    private boolean give(String password, Driver h2) throws SQLException {
        try (Connection opened = connect(h2, password)) {
            return true;
        } catch (SQLException e) {
            if (!"28000".equals(e.getSQLState())) { // wrong user name or password
                throw e;
            }
        }
        try (Connection connection = connect(h2, "");
                var statement = connection.createStatement()) {
            try (var others = statement.executeQuery("select count(*) from information_schema.sessions")) {
                others.next();
                if (others.getInt(1) > 1) {
                    return false;
                }
            }
            statement.execute("alter user " + USER + " set password '" + password + "'");
            return true;
        }
    }

    private Connection connect(Driver h2, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        @Nullable Connection connection = h2.connect(url() + ";IFEXISTS=TRUE", properties);
        if (connection == null) {
            throw new SQLException("Not the driver of H2: " + h2);
        }
        return connection;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    private static String madeUp() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        // Of hexadecimal digits alone, EclipseLink would take it for an encrypted one, and the commands could not come
        // in.
        return "h2-" + HexFormat.of().formatHex(bytes);
    }

    /** Where the driver of H2 comes from; the launcher has it in the server's folder only. */
    @FunctionalInterface
    public interface DriverSource {
        Driver get() throws IOException, SQLException;
    }
}
