package vn.minhbach.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps what is written instead of sending it, so that it can be kept, marked and compressed. Errors and redirects pass. */
class CapturedResponse extends HttpServletResponseWrapper {

    private final Bytes bytes = new Bytes();
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;
    private boolean answered;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether an error or a redirect was sent past this. */
    boolean isAnsweredAlready() {
        return answered || super.isCommitted();
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return bytes.toByteArray();
    }

    String type() {
        return Objects.requireNonNullElse(getContentType(), "text/html;charset=UTF-8");
    }

    @Override
    public void sendError(int status) throws IOException {
        answered = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        answered = true;
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        answered = true;
        super.sendRedirect(location);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Capture(bytes);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public boolean isCommitted() {
        return answered || super.isCommitted();
    }

    @Override
    public void flushBuffer() {
        // What was captured is sent by the filter.
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
    }

    @Override
    public void setContentLength(int length) {
        // It may change by compression, and tells how much room what is written needs.
        bytes.expect(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        setContentLength(Math.toIntExact(length));
    }

    /** What was written; not copied if its length was told beforehand. */
    private static final class Bytes extends ByteArrayOutputStream {

        private static final int USUAL = 8 * 1024;

        Bytes() {
            super(USUAL);
        }

        synchronized void expect(int length) {
            if (count == 0 && length > 0) {
                buf = new byte[length];
            }
        }

        @Override
        public synchronized byte[] toByteArray() {
            return count == buf.length ? buf : super.toByteArray();
        }
    }

    private static final class Capture extends ServletOutputStream {

        private final Bytes bytes;

        Capture(Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes.write(b, off, len);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Pages are written at once");
        }
    }
}
