package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Assignment;
import vn.minhbach.account.Audit;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.Role;
import vn.minhbach.account.RolePermission;
import vn.minhbach.account.UserService;
import vn.minhbach.links.OwnAddresses;

/**
 * Walks every door of the portal, taken from the portal's own table, in every spelling and as everybody: nobody gets past one that
 * is not theirs, and nothing that was made for one person is kept for another.
 */
@ArquillianTest
class DoorsIT {

    private static final String PASSWORD = "Mật khẩu đẹp 2026";

    @Inject
    Doors doors;

    @Inject
    OwnAddresses own;

    @Inject
    UserService users;

    @Inject
    Audit audit;

    @Inject
    HttpServletRequest request;

    private record Answer(int status, String location, String caching, String body) {}

    /** Somebody at the portal's doors, with a cookie or without. */
    private final class Visitor {

        private final HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();

        Answer ask(String method, String path, String... headers) throws Exception {
            var asked = HttpRequest.newBuilder(URI.create(home() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Origin", origin());
            for (var i = 0; i < headers.length; i += 2) {
                asked.header(headers[i], headers[i + 1]);
            }
            return answer(client.send(asked.build(), HttpResponse.BodyHandlers.ofString()));
        }

        Answer send(String path, Map<String, String> fields) throws Exception {
            var body = new StringBuilder();
            fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return answer(client.send(
                    HttpRequest.newBuilder(URI.create(home() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", origin())
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }

        Visitor signedIn(String name) throws Exception {
            var answer = send("/dang-nhap", Map.of("name", name, "password", PASSWORD));
            assertThat(answer.status()).as("sign-in of " + name).isEqualTo(303);
            return this;
        }

        private static Answer answer(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("Cache-Control").orElse(""),
                    response.body());
        }
    }

    private String origin() {
        return "http://localhost:" + request.getLocalPort();
    }

    private String home() {
        return origin() + request.getContextPath();
    }

    /** Opens an account for each role, named after the test that needs it. */
    private String account(String test, Set<Assignment> roles) {
        var name = test + "-" + System.nanoTime();
        users.open(name, test, PASSWORD, roles);
        return name;
    }

    private static String path(Doors.Entry door) {
        return door.path().replaceAll("\\{[^}]*}", "khong-co");
    }

    private static List<String> spellings(Doors.Entry door) {
        var path = path(door);
        var spellings = new ArrayList<String>();
        for (var prefix : List.of("", "/en", "/EN", "/en;x=1", "/%65n")) {
            var one = prefix + path;
            spellings.add(one);
            spellings.add(one + "/");
            spellings.add(one + ";a=b");
            spellings.add(one + ";jsessionid=1");
            spellings.add("/" + one);
            spellings.add(one.toUpperCase(java.util.Locale.ROOT).replace("%65N", "%65n"));
            spellings.add(prefix + "/%" + Integer.toHexString(path.length() > 1 ? path.charAt(1) : 'x')
                    + (path.length() > 1 ? path.substring(2) : ""));
            spellings.add(prefix + "/./" + path.substring(1));
            spellings.add(prefix + "/tin-tuc/.." + path);
            spellings.add(prefix + "/tin-tuc/%2e%2e" + path);
            spellings.add(prefix + "/tin-tuc/..;" + path);
            spellings.add(one + ".xhtml");
            spellings.add(one + "/index.xhtml");
            spellings.add(one + "%00");
            spellings.add(one + "%2f");
            spellings.add(one.replace("/", "//"));
        }
        spellings.removeIf(each -> each.startsWith("//khong-co") || each.isEmpty());
        return spellings;
    }

    @Test
    void nobodyGetsPastADoorInAnySpelling() throws Exception {
        var nobody = new Visitor();
        var past = new LinkedHashMap<String, Answer>();
        for (var door : doors.all()) {
            if (door.permission() == Permission.READ_PUBLIC || door.permission() == Permission.MONITOR) {
                continue;
            }
            for (var spelling : spellings(door)) {
                for (var method : List.of("GET", "POST")) {
                    var answer = nobody.ask(method, spelling);
                    var led = answer.location().contains("/dang-nhap?tiep=")
                            || answer.status() == 301 && !answer.location().contains("//");
                    if (!(answer.status() == 303 || answer.status() == 301 ? led : answer.status() >= 400)
                            || answer.status() >= 500
                            || answer.body()
                                    .contains("action=\"" + request.getContextPath() + "/quan-tri/dang-xuat\"")) {
                        past.put(method + " " + spelling, answer);
                    }
                }
            }
        }
        assertThat(past).isEmpty();
    }

    @Test
    void everyoneEntersWhatTheTableOfRightsGivesThemAndNothingElse() throws Exception {
        var wrong = new ArrayList<String>();
        for (var role : Role.values()) {
            var visitor = new Visitor().signedIn(account("door", Set.of(new Assignment(role, ""))));
            var rights = users.rights().stream()
                    .filter(right -> right.getRole() == role)
                    .map(RolePermission::getPermission)
                    .toList();
            for (var door : doors.all()) {
                if (door.kind() != Doors.Kind.DESK) {
                    continue;
                }
                var status = visitor.ask("GET", path(door)).status();
                var may = rights.contains(door.permission()) || door.permission() == Permission.OWN_ACCOUNT;
                if (status != (may ? 200 : 403)) {
                    wrong.add(role + " " + door.path() + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasNoRoleIsRefusedAndThatIsWrittenDown() throws Exception {
        var name = account("none", Set.of());
        var visitor = new Visitor().signedIn(name);
        assertThat(visitor.ask("GET", "/quan-tri").status()).isEqualTo(403);
        assertThat(audit.newest(200)).anySatisfy(entry -> {
            assertThat(entry.getActor()).isEqualTo(name);
            assertThat(entry.getOutcome()).isEqualTo(AuditEntry.Outcome.REFUSED);
        });
    }

    @Test
    void whoSignsInWhereAnotherIsStillSignedInIsKnownFromThenOn() throws Exception {
        var second = account("second", Set.of(new Assignment(Role.EDITOR, "")));
        var visitor = new Visitor().signedIn(account("first", Set.of(new Assignment(Role.REPORTER, ""))));
        assertThat(visitor.ask("GET", "/quan-tri/tu-dong-nghia").status()).isEqualTo(403);
        visitor.signedIn(second);
        assertThat(visitor.ask("GET", "/quan-tri/tu-dong-nghia").status()).isEqualTo(200);
    }

    @Test
    void aClosedAccountIsOutWithItsNextRequest() throws Exception {
        var name = account("closed", Set.of(new Assignment(Role.EDITOR, "")));
        var visitor = new Visitor().signedIn(name);
        assertThat(visitor.ask("GET", "/quan-tri").status()).isEqualTo(200);
        users.close(name);
        assertThat(visitor.ask("GET", "/quan-tri").status()).isEqualTo(303);
        assertThat(visitor.send("/dang-nhap", Map.of("name", name, "password", PASSWORD))
                        .status())
                .isEqualTo(422);
    }

    /** Every answer to a request that may be somebody's is theirs alone, and none of them is shown to another. */
    @Test
    void whatOnePersonSeesIsNeverCached() throws Exception {
        var editor = new Visitor().signedIn(account("cached", Set.of(new Assignment(Role.EDITOR, ""))));
        var nobody = new Visitor();
        var kept = new ArrayList<String>();
        for (var door : doors.all()) {
            var path = path(door);
            var answers = Map.of(
                    "with a session", editor.ask("GET", path),
                    "with a cookie", nobody.ask("GET", path, "Cookie", "khac=1"),
                    "with a cookie, written otherwise", nobody.ask("GET", path + "/", "Cookie", "khac=1"),
                    "with authorization", nobody.ask("GET", path, "Authorization", "Basic eDp5"));
            answers.forEach((how, answer) -> {
                // What names its own content is the same for everybody, whoever asks.
                var caching = answer.caching();
                if (!(caching.equals("no-store") || door.lasting() && answer.status() == 200)) {
                    kept.add(how + " " + path + " " + answer.status() + ": " + caching);
                }
            });
        }
        assertThat(kept).isEmpty();

        var query = "/tim-kiem?q=th%C6%B0+vi%E1%BB%87n&giai%2Dthich=1";
        var explained = editor.ask("GET", query).body();
        var plain = nobody.ask("GET", query).body();
        assertThat(explained).contains("Vì sao kết quả này ở đây");
        assertThat(plain).doesNotContain("Vì sao kết quả này ở đây");
    }

    @Test
    void parametersThatNoPageDeclaresNeitherChangeNorTravel() throws Exception {
        var nobody = new Visitor();
        for (var path : List.of("/tin-tuc", "/danh-muc-thu-tuc?q=cap", "/tim-kiem?q=the+thao", "/")) {
            var plain = nobody.ask("GET", path).body();
            var tracked = nobody.ask(
                            "GET", path + (path.contains("?") ? "&" : "?") + "fbclid=canary7&utm_source=canary7")
                    .body();
            assertThat(tracked).as(path).isEqualTo(plain).doesNotContain("canary7");
        }
    }

    @Test
    void otherMethodsOriginsHostsAndLengthsAreRefused() throws Exception {
        var nobody = new Visitor();
        for (var door : doors.all()) {
            for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "FOO")) {
                assertThat(nobody.ask(method, path(door)).status())
                        .as(method + " " + door.path())
                        .isEqualTo(405);
            }
        }
        var foreign = HttpRequest.newBuilder(URI.create(home() + "/dang-nhap"))
                .header("Content-Type", "application/x-www-form-urlencoded");
        for (var origin : List.of("http://evil.example", "null", "http://localhost", "http://localhost:1")) {
            assertThat(nobody.client
                            .send(
                                    foreign.copy()
                                            .header("Origin", origin)
                                            .POST(HttpRequest.BodyPublishers.ofString("name=x&password=y"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(nobody.ask("POST", "/dang-nhap", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(nobody.ask("POST", "/dang-nhap", "X-Forwarded-Proto", "https")
                        .status())
                .as("over https, from a page without it")
                .isEqualTo(403);
        for (var length : List.of(1_000_000, 1_100_000, 5_000_000)) {
            var tooLong = nobody.client.send(
                    foreign.copy()
                            .header("Origin", origin())
                            .POST(HttpRequest.BodyPublishers.ofString("name=" + "x".repeat(length)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(tooLong.statusCode()).as(length + " bytes").isEqualTo(413);
            assertThat(tooLong.body()).contains("<html lang=\"vi\"", "413");
        }
    }

    @Test
    void everyAnswerPassesOurHands() throws Exception {
        var nobody = new Visitor();
        for (var path : List.of(
                "/bai-viet/%ff",
                "/bai-viet/a%2fb",
                "/khong-co",
                "/quan-tri/khong-co",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/api/v1/khong-co",
                "/tin-tuc;x/",
                "/tep/x/y",
                "/feed/x",
                "/sitemap/x",
                "/j_security_check")) {
            var answer = nobody.ask("GET", path);
            assertThat(answer.status()).as(path).isBetween(301, 499);
            assertThat(answer.body()).as(path).doesNotContain("Payara", "Exception", "GlassFish");
        }
        for (var path : List.of(
                "/bai-viet/x%00", "/%00", "/x%5cy", "/en/x%5c", "/bai-viet/100%", "/%zz", "/..%2f..%5c", "/a\\b")) {
            var answer = raw("GET " + request.getContextPath() + path + " HTTP/1.1");
            assertThat(answer).as(path).startsWith("HTTP/1.1 400");
            assertThat(answer)
                    .as(path)
                    .contains(path.startsWith("/en/") ? "<html lang=\"en\"" : "<html lang=\"vi\"", "site.");
            assertThat(answer.substring(answer.indexOf("\n\r\n")))
                    .as(path)
                    .doesNotContain("Payara", "Exception", "GlassFish");
        }
    }

    /** What comes back for a line that no well-behaved client would send. */
    private String raw(String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), request.getLocalPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost:" + request.getLocalPort() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Whose parameters are words to look for or places in a list: what is made of them comes from the index or from lists in memory and costs little,
     * whatever stands there. Where there is no index, nobody knows the fields of answers.
     */
    private static final Set<String> OF_ANY_WORDS = Set.of(
            "/tim-kiem",
            "/danh-muc-thu-tuc",
            "/tin-tuc",
            "/chuyen-muc/{slug}",
            "/nhan/{slug}",
            "/thu-tuc/{code}",
            "/api/v1/search",
            "/api/v1/procedures",
            "/api/v1/articles",
            "/hoi-dap?linh-vuc",
            "/phan-anh?linh-vuc");

    /** Each address that a cached page takes is a page of its own in memory; so what means nothing is refused, or led to what is meant. */
    @Test
    void whatAParameterCannotMeanIsNoPageOfItsOwn() throws Exception {
        var nobody = new Visitor();
        var kept = new TreeSet<String>();
        var asked = 0;
        for (var door : doors.all()) {
            if (!door.cached() || OF_ANY_WORDS.contains(door.path())) {
                continue;
            }
            for (var parameter : door.parameters()) {
                if (!OF_ANY_WORDS.contains(door.path() + "?" + parameter)) {
                    asked++;
                    var status = nobody.ask("GET", path(door) + "?" + parameter + "=khong-co-dau-ca")
                            .status();
                    if (status != 301 && status != 404) {
                        kept.add(door.path() + "?" + parameter + ": " + status);
                    }
                }
            }
        }
        assertThat(kept).isEmpty();
        assertThat(asked).isGreaterThan(5);
    }

    /** What a page of either language leads to, or lets a script or a form ask for, is a door, and written as it is to be written. */
    @Test
    void everyAddressThatAPagePrintsIsADoor() throws Exception {
        var nobody = new Visitor();
        var wrong = new TreeSet<String>();
        var checked = 0;
        for (var path : List.of(
                "",
                "/tin-tuc",
                "/danh-muc-thu-tuc?q=cap",
                "/tim-kiem?q=thu+vien",
                "/tim-kiem?q=zzqq",
                "/don-vi",
                "/don-vi/so-van-hoa-va-the-thao",
                "/thu-tuc/1.002396",
                "/so-do-trang",
                "/tro-nang",
                "/cai-cach-hanh-chinh",
                "/dang-nhap",
                "/khong-co")) {
            for (var asked : List.of(path.isEmpty() ? "/" : path, "/en" + path)) {
                for (var element : Jsoup.parse(nobody.ask("GET", asked).body()).getAllElements()) {
                    for (var attribute : element.attributes()) {
                        var value = attribute.getValue();
                        if (value.startsWith(request.getContextPath() + "/")) {
                            checked++;
                            var address = value.substring(
                                            request.getContextPath().length())
                                    .replaceFirst("#.*", "");
                            var query = address.indexOf('?');
                            var resolution = doors.addresses()
                                    .resolve(
                                            query < 0 ? address : address.substring(0, query),
                                            query < 0 ? null : address.substring(query + 1));
                            if (!(resolution instanceof Resolution.Found)) {
                                wrong.add(asked + ": " + attribute.getKey() + "=" + value);
                            }
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(1_000);
    }

    /** By what the portal says of its own addresses, links within it are checked each night without a request. */
    @Test
    void whatThePortalSaysOfItsAddressesIsWhatReadersGet() throws Exception {
        var nobody = new Visitor();
        for (var path : List.of(
                "/",
                "/tin-tuc",
                "/en/tin-tuc",
                "/tin-tuc?trang=1",
                "/tin-tuc/",
                "/TIN-TUC",
                "/khong-co",
                "/bai-viet/khong-co",
                "/chuyen-muc/khong-co",
                "/nhan/khong-co",
                "/don-vi/so-van-hoa-va-the-thao",
                "/don-vi/khong-co",
                "/thu-tuc/1.002396",
                "/en/thu-tuc/1.002396",
                "/thu-tuc/1.999999",
                "/thu-tuc/khong-co",
                "/nguon-thu-tuc/1.999999",
                "/hoi-dap/khong-co",
                "/tep/999999/khong-co.pdf",
                "/tep/khong/co.pdf")) {
            var answered = nobody.ask("GET", path).status();
            assertThat(own.status(path)).as(path).isEqualTo(answered / 100 == 3 ? 301 : answered);
        }
    }
}
