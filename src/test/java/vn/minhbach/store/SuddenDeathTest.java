package vn.minhbach.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The settings of {@link LocalDatabase#url()} against a process that dies at any moment: while it opens the database, while it
 * commits, while it closes. H2 works on a file system that takes a number of writes and then no more; the last of them may be
 * cut off in the middle, as {@code kill -9} may cut off a long write. What was committed before must be found afterwards.
 *
 * <p>The times that H2 keeps old data for, and works in the file for when it closes, are set to their worst.
 */
class SuddenDeathTest {

    private static final long SEED = 20_261_129;
    private static final int LIVES = 60;
    private static final int MOST_COMMITS = 8;
    private static final int MOST_WRITES = 40;

    private static final MortalFiles FILES = new MortalFiles();

    @TempDir
    Path folder;

    @BeforeAll
    static void register() {
        FilePath.register(FILES);
    }

    @AfterAll
    static void unregister() {
        FilePath.unregister(FILES);
    }

    @Test
    void whatWasCommittedIsThereIfTheProcessDiesWhileItWrites() throws Exception {
        die(false);
    }

    @Test
    void whatWasCommittedIsThereIfTheProcessDiesWhileItCloses() throws Exception {
        die(true);
    }

    private void die(boolean closing) throws Exception {
        var random = new Random(SEED);
        var url = new LocalDatabase(folder)
                        .url()
                        .replace("jdbc:h2:file:", "jdbc:h2:mortal:")
                        // The socket and the lock file play no part here, and take seconds.
                        .replace(";AUTO_SERVER=TRUE", "")
                + ";RETENTION_TIME=0;MAX_COMPACT_TIME=5000";
        assertTrue(url.startsWith("jdbc:h2:mortal:"), url);
        Files.createDirectories(folder.resolve("db"));
        FILES.live(Integer.MAX_VALUE, 0);
        DriverManager.getConnection(url).close();
        var committed = 0;
        for (var life = 1; life <= LIVES; life++) {
            committed = live(url, committed, closing, random);
            var found = found();
            assertTrue(
                    found == committed || found == committed + 1,
                    "life %d: %d were committed, %d are there".formatted(life, committed, found));
            committed = found;
        }
        assertTrue(committed > LIVES, "so little was committed that nothing is shown: " + committed);
    }

    /** Commits, and dies: while it does so, or while it closes the database. Returns the number of the last commit. */
    private static int live(String url, int before, boolean closing, Random random) throws IOException {
        var committed = before;
        var end = random.nextInt(MOST_WRITES);
        var lastPart = random.nextDouble();
        FILES.live(Integer.MAX_VALUE, 0);
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            if (!closing) {
                FILES.live(end, lastPart);
            }
            for (var i = closing ? 1 + random.nextInt(MOST_COMMITS) : Integer.MAX_VALUE; i > 0; i--) {
                commit(connection, committed + 1, random);
                committed++;
            }
            FILES.live(end, lastPart);
        } catch (SQLException | IllegalStateException e) {
            // it died
        }
        FILES.die();
        return committed;
    }

    private static void commit(Connection connection, int number, Random random) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (number == 1) {
                statement.execute("create table if not exists word (term int primary key, text varchar)");
                statement.execute("create table if not exists log (position int primary key)");
            }
            statement.execute("merge into word values (%d, '%s')"
                    .formatted(random.nextInt(300), "x".repeat(random.nextInt(8) == 0 ? 9_000 : 900)));
            statement.execute("insert into log values (" + number + ")");
        }
        connection.commit();
        if (FILES.isDead()) {
            throw new IllegalStateException("nobody is left to hear of it");
        }
    }

    /** How many commits are found by the next process; on a copy, so that nothing is tidied up by looking. */
    private int found() throws Exception {
        var file = folder.resolve("db/portal.mv.db");
        if (!Files.exists(file)) {
            return 0;
        }
        var copy = Files.createTempDirectory(folder, "look");
        Files.copy(file, copy.resolve("portal.mv.db"));
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("portal"));
                var statement = connection.createStatement()) {
            var tables =
                    statement.executeQuery("select count(*) from information_schema.tables where table_name = 'LOG'");
            tables.next();
            if (tables.getInt(1) == 0) {
                return 0;
            }
            var rows = statement.executeQuery("select count(*), coalesce(max(position), 0) from log");
            rows.next();
            assertEquals(rows.getInt(1), rows.getInt(2));
            return rows.getInt(1);
        }
    }

    /** A file system that stops taking writes after a while, as if the process had died. H2 makes one for each path. */
    public static final class MortalFiles extends FilePathWrapper {

        private static final Set<FileChannel> OPEN = ConcurrentHashMap.newKeySet();

        private static int writesLeft;
        private static double lastPart;
        private static boolean dead;

        void live(int writes, double lastWritten) {
            synchronized (MortalFiles.class) {
                writesLeft = writes;
                lastPart = lastWritten;
                dead = false;
            }
        }

        /** Whatever is still open belongs to a process that is gone. */
        void die() throws IOException {
            synchronized (MortalFiles.class) {
                dead = true;
            }
            for (var channel : OPEN) {
                channel.close();
            }
            OPEN.clear();
        }

        boolean isDead() {
            synchronized (MortalFiles.class) {
                return dead;
            }
        }

        /** Whether one more write is done; the last one is done in part. */
        private static boolean next() {
            return !dead && writesLeft-- > 0;
        }

        private static void step() {
            synchronized (MortalFiles.class) {
                if (!next()) {
                    dead = true;
                    throw new IllegalStateException("dead");
                }
            }
        }

        @Override
        public String getScheme() {
            return "mortal";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            var channel = super.open(mode);
            OPEN.add(channel);
            return new MortalChannel(channel);
        }

        @Override
        public boolean createFile() {
            step();
            return super.createFile();
        }

        @Override
        public void delete() {
            step();
            super.delete();
        }

        @Override
        public void moveTo(FilePath newName, boolean atomicReplace) {
            step();
            super.moveTo(newName, atomicReplace);
        }

        private static final class MortalChannel extends FileBase {

            private final FileChannel channel;

            MortalChannel(FileChannel channel) {
                this.channel = channel;
            }

            @Override
            public int write(ByteBuffer bytes, long position) throws IOException {
                synchronized (MortalFiles.class) {
                    if (next()) {
                        return channel.write(bytes, position);
                    }
                    if (!dead) {
                        dead = true;
                        // Linux cuts at the end of a page of memory.
                        var part = bytes.duplicate();
                        part.limit(part.position() + (int) (part.remaining() * lastPart) / 4096 * 4096);
                        channel.write(part, position);
                    }
                    throw new IOException("dead");
                }
            }

            @Override
            public int write(ByteBuffer bytes) throws IOException {
                var written = write(bytes, channel.position());
                channel.position(channel.position() + written);
                return written;
            }

            @Override
            public FileChannel truncate(long size) throws IOException {
                step();
                channel.truncate(size);
                return this;
            }

            @Override
            public int read(ByteBuffer bytes) throws IOException {
                return channel.read(bytes);
            }

            @Override
            public int read(ByteBuffer bytes, long position) throws IOException {
                return channel.read(bytes, position);
            }

            @Override
            public long position() throws IOException {
                return channel.position();
            }

            @Override
            public FileChannel position(long position) throws IOException {
                channel.position(position);
                return this;
            }

            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public FileLock tryLock(long position, long size, boolean shared) throws IOException {
                return channel.tryLock(position, size, shared);
            }

            @Override
            protected void implCloseChannel() throws IOException {
                channel.close();
            }
        }
    }
}
