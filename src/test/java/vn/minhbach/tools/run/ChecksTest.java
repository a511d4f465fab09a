package vn.minhbach.tools.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

    private final Path folder;

    ChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void refusesOldJava() {
        assertThrows(StartException.class, () -> Checks.java(17));
        assertDoesNotThrow(() -> Checks.java(21));
    }

    @Test
    void refusesAFolderWithoutServer() throws IOException {
        assertThrows(StartException.class, () -> Checks.payara(folder));

        Files.createFile(
                Files.createDirectories(folder.resolve("glassfish/modules")).resolve("glassfish.jar"));

        assertDoesNotThrow(() -> Checks.payara(folder));
    }

    @Test
    void takesAnArchiveOrAnExplodedApplication() throws IOException {
        assertThrows(StartException.class, () -> Checks.war(folder.resolve("none.war")));
        assertThrows(StartException.class, () -> Checks.war(folder));

        Files.createDirectories(folder.resolve("app/WEB-INF"));

        assertDoesNotThrow(() -> Checks.war(folder.resolve("app")));
        assertDoesNotThrow(() -> Checks.war(Files.createFile(folder.resolve("app.war"))));
    }

    @Test
    void refusesTheApplicationOnItsOwnClassPath() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertDoesNotThrow(() -> Checks.isolated(loader));

            Files.createFile(Files.createDirectories(folder.resolve("META-INF")).resolve("persistence.xml"));

            assertThrows(StartException.class, () -> Checks.isolated(loader));
        }
    }

    @Test
    void makesTheDataFolderAndLeavesNothingElseInIt() throws Exception {
        Path data = folder.resolve("new/data");

        Checks.writable(data);

        try (var files = Files.list(data)) {
            assertTrue(files.allMatch(data.resolve("log")::equals));
        }
    }

    @Test
    void refusesADataFolderThatCannotBe() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThrows(StartException.class, () -> Checks.writable(file.resolve("data")));
    }

    @Test
    void letsOneCopyWorkOnTheDataAtATime() throws Exception {
        FileLock lock = Checks.alone(folder);
        try {
            assertThrows(StartException.class, () -> Checks.alone(folder));
        } finally {
            lock.channel().close();
        }
        Checks.alone(folder).channel().close();
    }

    @Test
    void refusesABusyPort() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = socket.getLocalPort();
            String message = String.valueOf(
                    assertThrows(StartException.class, () -> Checks.free(port)).getMessage());
            assertTrue(message.contains(Integer.toString(port)), message);
        }
        assertDoesNotThrow(() -> Checks.free(port));
    }
}
