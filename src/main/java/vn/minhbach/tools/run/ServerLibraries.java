package vn.minhbach.tools.run;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;

/** What the launcher borrows from the server before it boots. */
record ServerLibraries(Path payara) {

    /** The driver of the database that the portal will open in the server. */
    Driver h2() throws IOException, SQLException {
        URL jar = payara.resolve("h2db/bin/h2.jar").toUri().toURL();
        try {
            // Left open: the driver loads its classes as it needs them, and this process ends when the portal does.
            ClassLoader loader = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
            return (Driver) loader.loadClass("org.h2.Driver").getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new SQLException("No driver in " + jar, e);
        }
    }
}
