package vn.minhbach.tools.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import vn.minhbach.store.PrivateFiles;

/** What must hold before the server is touched; each check that fails says so in one line. */
final class Checks {

    private static final int OLDEST_JAVA = 21;

    private Checks() {}

    static void java(int feature) throws StartException {
        if (feature < OLDEST_JAVA) {
            throw new StartException(
                    "Cần Java " + OLDEST_JAVA + " trở lên, đang chạy Java " + feature,
                    "Java " + OLDEST_JAVA + " or newer is needed");
        }
    }

    /** The application must come from its WAR alone: what the class path holds would hide it. */
    static void isolated(ClassLoader loader) throws StartException {
        if (loader.getResource("META-INF/persistence.xml") != null) {
            throw new StartException(
                    "Ứng dụng không được nằm trên classpath của trình khởi động",
                    "the class path of the launcher must not hold the application");
        }
    }

    static void payara(Path payara) throws StartException {
        if (!Files.isRegularFile(payara.resolve("glassfish/modules/glassfish.jar"))) {
            throw new StartException("Không thấy Payara Server trong " + payara, "no Payara Server there");
        }
    }

    static void war(Path war) throws StartException {
        if (!Files.isDirectory(war.resolve("WEB-INF")) && !Files.isRegularFile(war)) {
            throw new StartException("Không thấy ứng dụng " + war, "no web application there, build it first");
        }
    }

    /** Makes the data folder, closes it to the other people on this machine, and proves that it can be written. */
    static void writable(Path data) throws StartException {
        try {
            PrivateFiles.dataFolder(data);
            PrivateFiles.folder(data.resolve("log"));
            Files.delete(Files.createTempFile(data, "write", ".tmp"));
        } catch (IOException | SecurityException e) {
            throw new StartException("Không ghi được vào thư mục dữ liệu " + data, "data folder not writable");
        }
    }

    /**
     * Keeps a second copy away from the same data. The operating system gives the lock up when this process ends, however
     * it ends.
     *
     * @return the lock, which the caller must hold for life
     */
    static FileLock alone(Path data) throws StartException {
        @Nullable FileLock lock;
        try {
            FileChannel channel =
                    FileChannel.open(data.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lockOrClose(channel);
        } catch (IOException e) {
            throw new StartException("Không khóa được thư mục dữ liệu " + data, "data folder cannot be locked");
        }
        if (lock == null) {
            throw new StartException(
                    "Cổng thông tin đang chạy trên thư mục dữ liệu " + data, "another copy runs on this data");
        }
        return lock;
    }

    /** Binds the port for a moment, on the interface that the server will use. */
    static void free(int port) throws StartException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException e) {
            throw new StartException(
                    "Cổng " + port + " đang được dùng, hãy chọn cổng khác",
                    "port " + port + " is in use, choose another");
        }
    }

    private static @Nullable FileLock lockOrClose(FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
        }
        return lock;
    }
}
