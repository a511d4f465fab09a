package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks ClamAV's daemon ({@code clamd}, command INSTREAM) about a file, if the portal is told where it listens: {@code host:3310}, or
 * the path of its socket. Without it nothing is asked and everything is taken for clean.
 */
@ApplicationScoped
public class VirusScanner {

    private static final Logger LOG = Logger.getLogger(VirusScanner.class.getName());
    private static final int PORT = 3310;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    @Inject
    @ConfigProperty(name = "portal.clamav", defaultValue = "none")
    String where = "none";

    /** What is known of a file. */
    enum Verdict {
        CLEAN,
        INFECTED,
        /** The daemon could not be asked; the file waits. */
        UNKNOWN
    }

    public VirusScanner() {}

    VirusScanner(String where) {
        this.where = where;
    }

    boolean isAsked() {
        return !where.equals("none") && !where.isBlank();
    }

    Verdict scan(Path file) {
        if (!isAsked()) {
            return Verdict.CLEAN;
        }
        try {
            var answer = ask(file);
            if (answer.endsWith(" OK")) {
                return Verdict.CLEAN;
            }
            if (answer.endsWith(" FOUND")) {
                LOG.log(Level.WARNING, "The virus scanner refuses a file: {0}", answer);
                return Verdict.INFECTED;
            }
            LOG.log(Level.WARNING, "The virus scanner does not say what a file is: {0}", answer);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "The virus scanner at " + where + " cannot be asked", e);
        }
        return Verdict.UNKNOWN;
    }

    private String ask(Path file) throws IOException {
        try (var clamd = open();
                var ready = Selector.open();
                var in = FileChannel.open(file)) {
            clamd.configureBlocking(false);
            clamd.register(ready, SelectionKey.OP_CONNECT);
            if (!clamd.connect(address())) {
                await(clamd, ready, SelectionKey.OP_CONNECT);
                clamd.finishConnect();
            }
            send(clamd, ready, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            var chunk = ByteBuffer.allocate(4 + CHUNK);
            while (true) {
                chunk.clear().position(4);
                var read = in.read(chunk);
                if (read <= 0) {
                    break;
                }
                chunk.putInt(0, read).flip();
                send(clamd, ready, chunk);
            }
            send(clamd, ready, ByteBuffer.allocate(4));
            var answer = ByteBuffer.allocate(LONGEST_ANSWER);
            // Until the daemon hangs up.
            for (var read = 0; read >= 0 && answer.hasRemaining(); read = clamd.read(answer)) {
                if (read == 0) {
                    await(clamd, ready, SelectionKey.OP_READ);
                }
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }

    private SocketChannel open() throws IOException {
        return where.startsWith("/") ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private SocketAddress address() {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        var colon = where.lastIndexOf(':');
        return new InetSocketAddress(
                colon < 0 ? where : where.substring(0, colon),
                colon < 0 ? PORT : Integer.parseInt(where.substring(colon + 1)));
    }

    private static void send(SocketChannel clamd, Selector ready, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (clamd.write(bytes) == 0) {
                await(clamd, ready, SelectionKey.OP_WRITE);
            }
        }
    }

    /** A daemon that hangs must not hold whoever uploads. */
    private static void await(SocketChannel clamd, Selector ready, int what) throws IOException {
        clamd.register(ready, what);
        if (ready.select(PATIENCE_MILLIS) == 0) {
            throw new SocketTimeoutException("The virus scanner does not answer");
        }
        ready.selectedKeys().clear();
    }
}
