package vn.minhbach.attachment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/**
 * A file of a stranger, of which no more comes into memory than was said. A thousand bytes of it may unpack to a million, and PDFBox unpacks into memory
 * without an end; but it reads piece by piece, and before each piece the machine is asked how much this thread has made of those before. Read by one
 * thread.
 */
final class MeasuredFile extends RandomAccessReadBufferedFile {

    private static final MBeanServer MACHINE = ManagementFactory.getPlatformMBeanServer();
    private static final ObjectName THREADS = threads();

    /** What the machine calls it; a machine that does not know it measures nothing. */
    private static final String MADE = "CurrentThreadAllocatedBytes";

    private final Path file;
    private final long most;
    private @Nullable MeasuredFile parts;

    /** @param most in bytes, from now on */
    static MeasuredFile open(Path file, long most) throws IOException {
        return new MeasuredFile(file, made() + most);
    }

    private MeasuredFile(Path file, long most) throws IOException {
        super(file);
        this.file = file;
        this.most = most;
    }

    private static ObjectName threads() {
        try {
            return new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
        } catch (JMException e) {
            throw new IllegalStateException("Every Java has threads", e);
        }
    }

    private static long made() {
        try {
            return (Long) MACHINE.getAttribute(THREADS, MADE);
        } catch (JMException | UnsupportedOperationException e) {
            return 0;
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (made() > most) {
            throw new IOException("A file of which too much comes");
        }
        return super.read(into, from, length);
    }

    /** Its streams are read beside the file itself, and measured with it. */
    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        var beside = parts;
        if (beside == null) {
            beside = new MeasuredFile(file, most);
            parts = beside;
        }
        return new RandomAccessReadView(beside, start, length);
    }

    @Override
    public void close() throws IOException {
        try (var beside = parts) {
            super.close();
        }
    }
}
