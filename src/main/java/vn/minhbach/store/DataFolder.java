package vn.minhbach.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The data folder as a command holds it while it works without the portal, so that nobody starts the portal on it
 * meanwhile. If the portal is running, the folder is its own, and the command goes through the database alone.
 */
public final class DataFolder implements AutoCloseable {

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private DataFolder(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder if no portal and no other command has it. */
    public static DataFolder holdIfFree(Path folder) throws IOException {
        PrivateFiles.dataFolder(folder);
        var channel =
                FileChannel.open(folder.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new DataFolder(channel, channel.tryLock());
    }

    /** Whether the folder is ours; if not, the portal is running on it. */
    public boolean isHeld() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
