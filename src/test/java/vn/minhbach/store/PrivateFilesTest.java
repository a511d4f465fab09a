package vn.minhbach.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    private final Path data;

    PrivateFilesTest(@TempDir Path folder) {
        this.data = folder.resolve("new/data");
    }

    @Test
    void makesADataFolderThatIsClosedToOthers() throws IOException {
        PrivateFiles.dataFolder(data);

        assertEquals("rwx------", permissions(data));
    }

    @Test
    void closesTheDataFolderOfAnEarlierVersion() throws IOException {
        for (var part : new String[] {"db", "log", "uploads"}) {
            open(Files.createDirectories(data.resolve(part)));
        }
        open(Files.createDirectories(data.resolve("index")));
        Files.createFile(data.resolve("portal.lock"));
        open(data);

        PrivateFiles.dataFolder(data);

        assertEquals("rwx------", permissions(data));
        assertEquals("rwx------", permissions(data.resolve("index")));
    }

    @Test
    void closesAFolderThatWasMadeForIt() throws IOException {
        open(Files.createDirectories(data));

        PrivateFiles.dataFolder(data);

        assertEquals("rwx------", permissions(data));
    }

    /** Somebody may say {@code -Dportal.data=/tmp}. */
    @Test
    void leavesAFolderOfOthersOpenButOurPartsClosed() throws IOException {
        open(Files.createDirectories(data));
        Files.createFile(data.resolve("letter.txt"));

        PrivateFiles.dataFolder(data);

        assertEquals("rwxr-xr-x", permissions(data));
        assertEquals("rwx------", permissions(data.resolve("db")));
        assertEquals("rwx------", permissions(data.resolve("log")));
    }

    @Test
    void writesAFileThatIsClosedToOthersInThePlaceOfAnOpenOne() throws IOException {
        var file = Files.createDirectories(data).resolve("password");
        Files.writeString(file, "much longer than the new one");

        PrivateFiles.write(file, "new");

        assertEquals("rw-------", permissions(file));
        assertEquals("new", Files.readString(file));
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
