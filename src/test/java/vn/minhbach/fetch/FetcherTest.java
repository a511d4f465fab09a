package vn.minhbach.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile server, or a hostile address, can do: nothing. */
@Timeout(60)
class FetcherTest {

    private static final Limits LIMITS = new Limits(100_000, Duration.ofSeconds(5));

    private HttpServer server;
    private final Fetcher local = Fetcher.onLoopback();

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(String path, int status, Map<String, String> headers, byte[] body) {
        server.createContext(path, exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static FetchTrouble trouble(Fetcher fetcher, String address) {
        return trouble(() -> fetcher.get(URI.create(address), LIMITS, Map.of()));
    }

    private interface Asking {
        Object ask() throws FetchException;
    }

    private static FetchTrouble trouble(Asking asking) {
        try {
            return failed(asking.ask());
        } catch (FetchException e) {
            return e.trouble();
        }
    }

    private static FetchTrouble failed(Object answer) {
        throw new AssertionError("was answered: " + answer);
    }

    @Test
    void anAnswerComesWhole() throws Exception {
        answer("/tin", 200, Map.of("Content-Type", "application/rss+xml", "ETag", "\"1\""), "tin".getBytes());
        var answer = local.get(at("/tin"), LIMITS, Map.of("If-None-Match", "\"0\""));

        assertThat(answer.isGood()).isTrue();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("tin");
        assertThat(answer.header("etag")).isEqualTo("\"1\"");
        assertThat(local.head(at("/tin"), LIMITS).status()).isEqualTo(200);
    }

    @Test
    void chunksAndCompressionAreUndone() throws Exception {
        var text = "nhiều chữ ".repeat(5_000);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        server.createContext("/x", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        });

        assertThat(new String(local.get(at("/x"), LIMITS, Map.of()).body(), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void whatIsTooLargeIsNotTaken() throws Exception {
        answer("/said", 200, Map.of(), new byte[100_001]);
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless(exchange.getResponseBody());
        });
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50_000_000]);
        }
        assertThat(bomb.size()).isLessThan(100_000);
        answer("/bomb", 200, Map.of("Content-Encoding", "gzip"), bomb.toByteArray());

        for (var path : List.of("/said", "/endless", "/bomb")) {
            assertThat(trouble(local, at(path).toString())).as(path).isEqualTo(FetchTrouble.TOO_LARGE);
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void endless(OutputStream out) throws IOException {
        while (true) {
            out.write(new byte[1_000]);
        }
    }

    /** Each byte comes in time, and the whole never. */
    @Test
    void aServerThatDripsIsSlow() throws Exception {
        for (var beginning : List.of("", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\n\r\n")) {
            try (var dripping = new Raw(out -> {
                out.write(beginning.getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(50);
                }
            })) {
                var before = System.nanoTime();
                assertThat(trouble(() ->
                                local.get(dripping.at("http"), new Limits(100_000, Duration.ofMillis(600)), Map.of())))
                        .isEqualTo(FetchTrouble.SLOW);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void aServerThatDripsItsHandshakeIsSlow() throws Exception {
        try (var dripping = new Raw(out -> {
            // The beginning of a record of 16 KB.
            out.write(new byte[] {22, 3, 3, 64, 0, 2, 0, 63, (byte) 252});
            while (true) {
                out.write(0);
                out.flush();
                Thread.sleep(50);
            }
        })) {
            var before = System.nanoTime();
            assertThat(trouble(() ->
                            local.get(dripping.at("https"), new Limits(100_000, Duration.ofMillis(600)), Map.of())))
                    .isIn(FetchTrouble.SLOW, FetchTrouble.TLS);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatIsNoHttpIsTold() throws Exception {
        for (var nonsense : List.of(
                "SSH-2.0-OpenSSH_9.9\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 999 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxyz")) {
            try (var raw = new Raw(out -> out.write(nonsense.getBytes(StandardCharsets.US_ASCII)))) {
                assertThat(trouble(local, raw.at("http").toString()))
                        .as(nonsense)
                        .isEqualTo(FetchTrouble.GARBLED);
            }
        }
        try (var raw = new Raw(out -> out.write(
                ("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(500) + "\r\n").getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(trouble(local, raw.at("http").toString())).isEqualTo(FetchTrouble.TOO_LARGE);
        }
        try (var raw = new Raw(out ->
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(trouble(local, raw.at("http").toString())).isEqualTo(FetchTrouble.UNREACHABLE);
        }
    }

    /** A server that writes what it likes. */
    private static final class Raw implements AutoCloseable {

        private interface Writing {
            void write(OutputStream out) throws Exception;
        }

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Thread thread;

        Raw(Writing writing) throws IOException {
            thread = Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    var ignored = client.getInputStream().read(new byte[4_096]);
                    assertThat(ignored).isPositive();
                    writing.write(client.getOutputStream());
                } catch (Exception e) {
                    // The client has had enough.
                }
            });
        }

        URI at(String scheme) {
            return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        @Override
        public void close() throws IOException, InterruptedException {
            socket.close();
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void redirectsAreFollowedWithinReason() throws Exception {
        answer("/mot", 301, Map.of("Location", "/hai?a=b"), new byte[0]);
        answer("/hai", 302, Map.of("Location", at("/ba").toString()), new byte[0]);
        answer("/ba", 200, Map.of(), "đây".getBytes(StandardCharsets.UTF_8));
        answer("/vong", 302, Map.of("Location", "/vong"), new byte[0]);
        answer("/tep", 302, Map.of("Location", "file:///etc/passwd"), new byte[0]);

        var answer = local.get(at("/mot"), LIMITS, Map.of());

        assertThat(answer.address().getPath()).isEqualTo("/ba");
        assertThat(answer.moved()).isFalse();
        assertThat(trouble(local, at("/vong").toString())).isEqualTo(FetchTrouble.TOO_MANY_REDIRECTS);
        assertThat(trouble(local, at("/tep").toString())).isEqualTo(FetchTrouble.NO_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "http://[2001:0:7f00:1::]/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.100.100.200/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/"
            })
    void whatIsNotPublicIsNotAsked(String address) {
        assertThat(trouble(new Fetcher(), address))
                .isIn(FetchTrouble.PRIVATE_ADDRESS, FetchTrouble.UNKNOWN_HOST, FetchTrouble.NO_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.vn/",
                "gopher://example.vn/",
                "jar:http://example.vn!/",
                "http:///x",
                "http:x",
                "//example.vn/",
                "http://user:secret@example.vn/",
                "http://example.vn@127.0.0.1/",
                "http://example.vn:22/",
                "http://example.vn:25/",
                "http://example.vn:6379/",
                "http://example.vn:99999/",
                "http://exa%6dple.vn/"
            })
    void whatIsNoAddressOfTheWebIsRefused(String address) {
        assertThat(trouble(new Fetcher(), address)).isEqualTo(FetchTrouble.NO_ADDRESS);
    }

    @Test
    void publicAddressesArePublic() throws Exception {
        for (var address :
                List.of("1.1.1.1", "8.8.8.8", "113.160.0.1", "172.32.0.1", "2606:4700::1111", "2405:4800::1")) {
            assertThat(Networks.isPublic(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    /** A name that is public at the first asking and this machine's at the second: it is asked once, and connected to as it was checked. */
    @Test
    void aNameIsResolvedOnce() throws Exception {
        answer("/", 200, Map.of(), "bí mật".getBytes(StandardCharsets.UTF_8));
        var asked = new ArrayList<String>();
        var rebinding = new Fetcher(
                name -> {
                    asked.add(name);
                    return new InetAddress[] {
                        asked.size() == 1 ? InetAddress.getByName("192.0.2.1") : InetAddress.getLoopbackAddress()
                    };
                },
                // As if the first one were public; nobody answers there.
                address -> address.getHostAddress().equals("192.0.2.1"),
                port -> true);
        var address =
                URI.create("http://doi-ten.example.vn:" + server.getAddress().getPort() + "/");

        assertThat(trouble(() -> rebinding.get(address, new Limits(1_000, Duration.ofMillis(300)), Map.of())))
                .isIn(FetchTrouble.SLOW, FetchTrouble.UNREACHABLE);
        assertThat(asked).hasSize(1);
        // At the second time it is this machine's, and refused.
        assertThat(trouble(() -> rebinding.get(address, LIMITS, Map.of()))).isEqualTo(FetchTrouble.PRIVATE_ADDRESS);
    }

    @Test
    void aNameWithOnePrivateAddressIsRefusedWhole() throws Exception {
        var mixed = new Fetcher(
                name -> new InetAddress[] {InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")},
                Networks::isPublic,
                port -> true);

        assertThat(trouble(mixed, "http://example.vn/")).isEqualTo(FetchTrouble.PRIVATE_ADDRESS);
    }

    /** Public at first, then it leads into the inner network: each step is looked at. */
    @Test
    void aRedirectIntoTheInnerNetworkIsNotFollowed() throws Exception {
        answer("/", 302, Map.of("Location", "http://169.254.169.254/latest/meta-data/"), new byte[0]);
        assertThat(trouble(local, at("/").toString())).isEqualTo(FetchTrouble.PRIVATE_ADDRESS);
    }

    @Test
    void theNameStandsInTheRequestAndNothingElseCanBePutThere() throws Exception {
        var hosts = new ArrayList<String>();
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            assertThat(exchange.getRequestHeaders().getFirst("X-Evil")).isNull();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        var named = new Fetcher(
                name -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                InetAddress::isLoopbackAddress,
                p -> true);
        var port = server.getAddress().getPort();

        named.get(URI.create("http://tin.example.vn:" + port + "/"), LIMITS, Map.of("If-None-Match", "x\r\nX-Evil: 1"));
        named.get(new URI("http://sở.vn:" + port + "/tin tức".replace(" ", "%20")), LIMITS, Map.of());

        assertThat(hosts).containsExactly("tin.example.vn:" + port, java.net.IDN.toASCII("sở.vn") + ":" + port);
        assertThatThrownBy(() -> new URI("http://a.vn/\r\nX-Evil: 1")).isInstanceOf(java.net.URISyntaxException.class);
    }
}
