package vn.minhbach.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.store.LocalDatabase;

/** What the server under the portal answers, and lets be seen, when it runs as {@code mvn -Prun} runs it. */
@Tag("browser")
class LauncherIT {

    /** Under these the server administrates itself, shows what it holds, or takes calls for beans. */
    private static final List<String> SERVERS_OWN = List.of(
            "/management",
            "/management/domain",
            "/management/domain.json",
            "/management/domain/applications/application",
            "/management/domain/applications/application?id=/tmp/x.war",
            "/monitoring",
            "/monitoring/domain",
            "/command",
            "/command/version",
            "/__asadmin",
            "/__asadmin/version",
            "/__asadmin/deploy?path=/tmp/x.war",
            "/__asadmin/stop-domain",
            "/__admingui",
            "/asadmin",
            "/admin",
            "/admin/",
            "/admin/index.jsf",
            "/admin;x=1",
            "/management;x=1/domain",
            "//management/domain",
            "/%6Danagement/domain",
            "/x/../management/domain",
            "/ejb-invoker",
            "/ejb-invoker/jndi/lookup",
            "/arthas",
            "/opentracing",
            "/rest",
            "/restapi",
            "/healthui",
            "/application.wadl",
            "/__wstx-services",
            "/.jsp",
            "/x.jsp");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO");

    /** How the portal says no. */
    private static final List<Integer> REFUSALS = List.of(301, 308, 400, 403, 404, 405, 421, 501);

    private static final String ID_NUMBER = "001099012345";

    private static Path data;
    private static RunningPortal portal;

    @BeforeAll
    static void startPortal(@TempDir Path folder) throws IOException, InterruptedException {
        data = folder.resolve("data");
        portal = RunningPortal.start(data);
    }

    /** The log is complete when the server has stopped; every line of this class went through it. */
    @AfterAll
    static void stopPortalAndReadItsLog() throws IOException, InterruptedException {
        ask("GET", "/tim-kiem?q=" + ID_NUMBER, "localhost");
        var longest = "/" + "b".repeat(100_000);
        ask("GET", longest, "localhost");
        portal.close();

        assertThat(log("server.log")).doesNotContain("BufferOverflowException");
        var access = log("server_access_log");
        assertThat(access).contains("\"/tim-kiem\"").doesNotContain(ID_NUMBER);
        assertThat(access.lines().filter(line -> line.contains(longest))).hasSize(1);
    }

    @Test
    void nothingAdministratesOnThePortalsPort() throws IOException {
        for (var host : List.of("localhost:" + portal.port(), "127.0.0.1", "evil.example")) {
            for (var method : METHODS) {
                for (var address : SERVERS_OWN) {
                    var answer = ask(method, address, host);
                    var asked = method + " " + address + " at " + host;
                    // Whatever the portal answers goes through its first filter, which puts this number on it. The
                    // others are
                    // the server's refusals of what is no request at all.
                    var ours = answer.head().contains("X-Request-Id: ");
                    var refused = ours ? REFUSALS : List.of(400, 405, 501);
                    if (!(ours && method.equals("OPTIONS") && answer.body().isEmpty())) {
                        assertThat(refused).as(asked + "\n" + answer.head()).contains(answer.status());
                    }
                    assertThat(answer.all()).as(asked).doesNotContainIgnoringCase("WWW-Authenticate");
                }
            }
        }
    }

    /** Each holds a thread of the server for as long as it dribbles. */
    @Test
    void aHundredSlowBodiesKeepNoReaderWaiting() throws IOException, InterruptedException {
        var slow = new ArrayList<Socket>();
        var dribble = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < 100; i++) {
                var socket = connect();
                slow.add(socket);
                var address = i % 2 == 0 ? "/quan-tri" : "/dang-nhap";
                send(socket, """
                        POST %s HTTP/1.1
                        Host: localhost:%d
                        Origin: http://localhost:%d
                        Content-Type: application/x-www-form-urlencoded
                        Content-Length: 60000

                        a=""".formatted(address, portal.port(), portal.port())
                        .replace("\n", "\r\n"));
            }
            dribble.scheduleAtFixedRate(() -> slow.forEach(LauncherIT::dribble), 0, 1, TimeUnit.SECONDS);

            try (var reader = HttpClient.newHttpClient()) {
                var page = reader.send(
                        HttpRequest.newBuilder(URI.create(portal.url("/danh-muc-thu-tuc")))
                                .timeout(Duration.ofMinutes(1))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

                assertThat(page.statusCode()).isEqualTo(200);
            }
        } finally {
            dribble.shutdownNow();
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void theDataFolderIsClosedToOtherPeople() throws IOException {
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("db/password"))).isEqualTo("rw-------");
    }

    /** The port that H2 opens for the commands lets nobody in who cannot read the data folder. */
    @Test
    void theDatabaseAsksForItsPassword() throws SQLException, IOException {
        var database = new LocalDatabase(data);

        assertThatThrownBy(() -> DriverManager.getConnection(database.url(), LocalDatabase.USER, ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Wrong user name or password");

        var password = database.password(() -> DriverManager.getDriver(database.url()));
        DriverManager.getConnection(database.url(), LocalDatabase.USER, password)
                .close();
    }

    private static Answer ask(String method, String address, String host) throws IOException {
        try (var socket = connect()) {
            var body = method.equals("POST") || method.equals("PUT") ? "Content-Length: 0\r\n" : "";
            send(
                    socket,
                    method + " " + address + " HTTP/1.1\r\nHost: " + host + "\r\nX-Requested-By: test\r\n" + body
                            + "Connection: close\r\n\r\n");
            return new Answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
        }
    }

    private static Socket connect() throws IOException {
        return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), portal.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static void dribble(Socket socket) {
        try {
            send(socket, "a");
        } catch (IOException e) {
            // The server has given it up, which is its right.
        }
    }

    private static String log(String name) throws IOException {
        try (var files = Files.list(data.resolve("log"))) {
            var text = new StringBuilder();
            for (var file : files.filter(file -> file.getFileName().toString().startsWith(name))
                    .sorted()
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /**
     * One answer, as it came over the wire.
     *
     * @param all its head and its body
     */
    private record Answer(String all) {

        int status() {
            return Integer.parseInt(all.substring(9, 12));
        }

        String head() {
            return all.split("\r\n\r\n", 2)[0];
        }

        String body() {
            return all.substring(head().length()).strip();
        }
    }
}
