package vn.minhbach.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Fetches by HTTP/1.1 what lies at an address of the web, and nothing else.
 *
 * <p>It speaks over sockets of its own, since Java's client resolves a name by itself: a name that was public when it was checked could
 * be this machine's when it is connected to (DNS rebinding). Here the address that was checked is the one that is connected to; the
 * name goes into {@code Host} and into the TLS handshake, where the certificate is compared with it.
 */
@ApplicationScoped
public class Fetcher {

    private static final int MOST_REDIRECTS = 5;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);

    private static final String USER_AGENT = "User-Agent";

    /** Who asks, and where one finds out why. */
    private static final String AGENT = "MinhBach/1 (+https://github.com/minhbach)";

    private final Resolver resolver;
    private final Predicate<InetAddress> permitted;
    private final Predicate<Integer> ports;

    /** Asks which addresses a name has. */
    interface Resolver {
        InetAddress[] resolve(String name) throws UnknownHostException;
    }

    public Fetcher() {
        this(InetAddress::getAllByName, Networks::isPublic, PORTS::contains);
    }

    /**
     * For tests, which have no other server than one on this machine.
     *
     * @param permitted which addresses are asked although they are not public; there is no setting for this
     */
    Fetcher(Resolver resolver, Predicate<InetAddress> permitted, Predicate<Integer> ports) {
        this.resolver = resolver;
        this.permitted = permitted;
        this.ports = ports;
    }

    /** For tests of other parts: may ask this machine. */
    public static Fetcher onLoopback() {
        return new Fetcher(InetAddress::getAllByName, InetAddress::isLoopbackAddress, port -> true);
    }

    public Answer get(URI address, Limits limits, Map<String, String> headers) throws FetchException {
        return ask("GET", address, limits, headers);
    }

    /** Only whether something is there. */
    public Answer head(URI address, Limits limits) throws FetchException {
        return head(address, limits, Map.of());
    }

    /** The same with headers, of which {@code User-Agent} stands in the place of the usual one. */
    public Answer head(URI address, Limits limits, Map<String, String> headers) throws FetchException {
        return ask("HEAD", address, limits, headers);
    }

    private Answer ask(String method, URI address, Limits limits, Map<String, String> headers) throws FetchException {
        var deadline = System.nanoTime() + limits.time().toNanos();
        var at = checked(address);
        var moved = true;
        for (var hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var answer = once(method, at, limits, headers, deadline);
            var target = answer.header("location");
            if (!REDIRECTS.contains(answer.status()) || target.isEmpty()) {
                return new Answer(at, answer.status(), answer.headers(), answer.body(), hop > 0 && moved);
            }
            moved = moved && FOR_GOOD.contains(answer.status());
            at = checked(next(at, target));
        }
        throw new FetchException(FetchTrouble.TOO_MANY_REDIRECTS, at.toString());
    }

    private static URI next(URI at, String target) throws FetchException {
        try {
            return at.resolve(new URI(target.strip().replace(" ", "%20")));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FetchException(FetchTrouble.NO_ADDRESS, target);
        }
    }

    /**
     * An address of the web in its one spelling.
     *
     * @throws FetchException if it is none
     */
    public URI checked(URI given) throws FetchException {
        try {
            var scheme = Objects.requireNonNullElse(given.getScheme(), "").toLowerCase(Locale.ROOT);
            var authority = given.getRawAuthority();
            if (!Set.of("http", "https").contains(scheme) || authority == null || authority.contains("@")) {
                throw new FetchException(FetchTrouble.NO_ADDRESS, given.toString());
            }
            // A name with marks makes no host for Java: it must be taken out of the authority.
            var colon = authority.lastIndexOf(':');
            var hasPort = colon > authority.lastIndexOf(']');
            var host = (hasPort ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
            var port = hasPort && colon + 1 < authority.length()
                    ? Integer.parseInt(authority.substring(colon + 1))
                    : scheme.equals("https") ? 443 : 80;
            var name = host.startsWith("[") ? host : IDN.toASCII(host);
            if (name.isEmpty() || !ports.test(port) || name.chars().anyMatch(c -> c <= ' ' || c == '%' || c > '~')) {
                throw new FetchException(FetchTrouble.NO_ADDRESS, given.toString());
            }
            var path = Objects.requireNonNullElse(given.getRawPath(), "");
            var query = given.getRawQuery();
            var whole = scheme + "://" + name + ":" + port + (path.isEmpty() ? "/" : path)
                    + (query == null ? "" : "?" + query);
            var made = URI.create(URI.create(whole).toASCIIString());
            if (made.getHost() == null) {
                throw new FetchException(FetchTrouble.NO_ADDRESS, given.toString());
            }
            return made;
        } catch (IllegalArgumentException e) {
            throw new FetchException(FetchTrouble.NO_ADDRESS, given.toString());
        }
    }

    private Answer once(String method, URI at, Limits limits, Map<String, String> headers, long deadline)
            throws FetchException {
        var address = resolved(at);
        try (var plain = new Timed(deadline)) {
            plain.connect(
                    new InetSocketAddress(address, at.getPort()), (int) Math.min(CONNECT.toMillis(), left(deadline)));
            try (var socket = at.getScheme().equals("https") ? secured(plain, at) : plain) {
                socket.getOutputStream().write(request(method, at, headers));
                socket.getOutputStream().flush();
                return answer(method, at, new Input(socket.getInputStream()), limits);
            }
        } catch (FetchException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw new FetchException(FetchTrouble.SLOW, at.toString());
        } catch (SSLException e) {
            throw new FetchException(FetchTrouble.TLS, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new FetchException(FetchTrouble.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    /** All addresses of the name must be permitted: one that is not shows what the name is meant for. */
    private InetAddress resolved(URI at) throws FetchException {
        InetAddress[] found;
        try {
            found = resolver.resolve(at.getHost());
        } catch (UnknownHostException e) {
            throw new FetchException(FetchTrouble.UNKNOWN_HOST, at.getHost());
        }
        for (var address : found) {
            if (!permitted.test(address)) {
                throw new FetchException(FetchTrouble.PRIVATE_ADDRESS, at.getHost());
            }
        }
        return found[0];
    }

    private static Socket secured(Socket plain, URI at) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, at.getHost(), at.getPort(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!at.getHost().startsWith("[") && !at.getHost().matches("[0-9.]+")) {
            parameters.setServerNames(List.of(new SNIHostName(at.getHost())));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(String method, URI at, Map<String, String> headers) {
        var usual = at.getPort() == (at.getScheme().equals("https") ? 443 : 80);
        var query = at.getRawQuery();
        var text = new StringBuilder()
                .append(method)
                .append(' ')
                .append(at.getRawPath())
                .append(query == null ? "" : "?" + query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(at.getHost())
                .append(usual ? "" : ":" + at.getPort())
                .append(headers.containsKey(USER_AGENT) ? "" : "\r\nUser-Agent: " + AGENT)
                .append("\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nConnection: close\r\n");
        headers.forEach((name, value) -> text.append(name)
                .append(": ")
                .append(value.replaceAll("[^\\x20-\\x7e]", ""))
                .append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int left(long deadline) throws SocketTimeoutException {
        var millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    private static Answer answer(String method, URI at, Input in, Limits limits) throws IOException, FetchException {
        var status = 0;
        Map<String, String> headers = Map.of();
        // What only says "go on" is passed over.
        for (var i = 0; i < 5 && status / 100 <= 1; i++) {
            status = status(in.line());
            headers = headers(in);
        }
        var empty = method.equals("HEAD") || status == 204 || status == 304 || REDIRECTS.contains(status);
        var body = empty ? new byte[0] : body(in, headers, limits.bytes());
        return new Answer(at, status, headers, body, false);
    }

    private static int status(String line) throws FetchException {
        var parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].matches("HTTP/1\\.[01]") || !parts[1].matches("[1-5]\\d\\d")) {
            throw new FetchException(FetchTrouble.GARBLED, "");
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(Input in) throws IOException, FetchException {
        var headers = new LinkedHashMap<String, String>();
        for (var count = 0; count <= MOST_HEADERS; count++) {
            var line = in.line();
            if (line.isEmpty()) {
                return headers;
            }
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new FetchException(FetchTrouble.TOO_LARGE, "headers");
    }

    private static byte[] body(Input in, Map<String, String> headers, int most) throws IOException, FetchException {
        InputStream content = in;
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            content = new Chunks(in);
        } else if (headers.getOrDefault("content-length", "").matches("\\d{1,18}")) {
            var length = Long.parseLong(headers.get("content-length"));
            if (length > most) {
                throw new FetchException(FetchTrouble.TOO_LARGE, Long.toString(length));
            }
            content = new Counted(in, length);
        }
        var encoding = headers.getOrDefault("content-encoding", "").toLowerCase(Locale.ROOT);
        if (encoding.equals("gzip") || encoding.equals("x-gzip")) {
            content = new GZIPInputStream(content);
        } else if (!encoding.isEmpty() && !encoding.equals("identity")) {
            throw new FetchException(FetchTrouble.GARBLED, encoding);
        }
        var out = new ByteArrayOutputStream();
        var piece = new byte[8 * 1024];
        for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
            if (out.size() + read > most) {
                throw new FetchException(FetchTrouble.TOO_LARGE, "");
            }
            out.write(piece, 0, read);
        }
        return out.toByteArray();
    }

    /** A socket that gives as long as there is time: a server that sends a byte now and then, also of its handshake, is slow as well. */
    private static final class Timed extends Socket {

        private final long deadline;

        Timed(long deadline) {
            this.deadline = deadline;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    setSoTimeout(left(deadline));
                    return in.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    setSoTimeout(left(deadline));
                    return in.read(target, offset, length);
                }
            };
        }
    }

    /** What comes from the socket, in lines or in pieces. */
    private static final class Input extends InputStream {

        private final InputStream in;
        private final byte[] kept = new byte[8 * 1024];
        private int from;
        private int until;

        Input(InputStream in) {
            this.in = in;
        }

        private boolean fill() throws IOException {
            if (from < until) {
                return true;
            }
            var read = in.read(kept);
            from = 0;
            until = Math.max(0, read);
            return read > 0;
        }

        @Override
        public int read() throws IOException {
            return fill() ? kept[from++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            var count = Math.min(length, until - from);
            System.arraycopy(kept, from, target, offset, count);
            from += count;
            return count;
        }

        String line() throws IOException, FetchException {
            var line = new StringBuilder();
            for (var c = read(); c != '\n'; c = read()) {
                if (c < 0) {
                    throw new FetchException(FetchTrouble.GARBLED, "");
                }
                if (line.length() >= LONGEST_LINE) {
                    throw new FetchException(FetchTrouble.TOO_LARGE, "line");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }

    /** A body whose length was said. */
    private static final class Counted extends InputStream {

        private final Input in;
        private long left;

        Counted(Input in, long length) {
            this.in = in;
            left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var read = in.read(target, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new IOException("The answer ends early");
            }
            left -= read;
            return read;
        }
    }

    /** A body that comes in chunks. */
    private static final class Chunks extends InputStream {

        private final Input in;
        private @Nullable Counted chunk;
        private boolean ended;

        Chunks(Input in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (!ended) {
                var here = chunk;
                if (here != null) {
                    var read = here.read(target, offset, length);
                    if (read >= 0) {
                        return read;
                    }
                    line();
                }
                var size = line().split(";", 2)[0].strip();
                if (!size.matches("[0-9a-fA-F]{1,8}")) {
                    throw new IOException("No size of a chunk");
                }
                var next = Long.parseLong(size, 16);
                ended = next == 0;
                chunk = new Counted(in, next);
            }
            return -1;
        }

        private String line() throws IOException {
            try {
                return in.line();
            } catch (FetchException e) {
                throw new IOException(e);
            }
        }
    }
}
