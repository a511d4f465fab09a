package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.minhbach.IndexWatch;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.TestIntake;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Method;
import vn.minhbach.web.Words;

/**
 * What of the inbox leaves the server: what is handed out to a person is written when the transaction that gathered it is over; and by the
 * doors that everybody may open nothing leaves that is masked.
 */
@ArquillianTest
class PersonPackageIT {

    private static final String TOKEN = "PersonPackageITAAAAAAA";
    private static final String CLIENT = "203.0.113.7";
    private static final Actor MODERATOR = new Actor(
            "moderator",
            Set.of(
                    new Actor.Grant(Permission.READ_INBOX, ""),
                    new Actor.Grant(Permission.SEE_SENDERS, ""),
                    new Actor.Grant(Permission.SERVE_PERSONS, "")));

    /** Whoever has not the secret that stands in these addresses gets nothing; files of the staff and of the theme are no citizen's. */
    private static final Set<String> NOT_OF_THE_INBOX = Set.of(
            "/xem-truoc/tep/{id}/{name}",
            "/xem-truoc/tep/{id}/{width}/{name}",
            "/xem-truoc-thu-tuc/tep/{id}/{name}",
            "/tep/{id}/{name}",
            "/tep/{id}/{width}/{name}",
            "/tinh/{file*}",
            "/nhan/{slug}",
            "/chuyen-muc/{slug}",
            "/nguon-thu-tuc/{code}",
            "/thu-tuc/{code}/truong-hop/{slug}",
            "/api/v1/articles/{slug}",
            "/api/v1/procedures/{code}");

    @Inject
    EnclosureIntake intake;

    @Inject
    EnclosureService enclosed;

    @Inject
    PersonDataService persons;

    @Inject
    InboxRepository repository;

    @Inject
    InboxService inbox;

    @Inject
    InboxDeskService desk;

    @Inject
    InboxWorkService work;

    @Inject
    EnclosureDeskService files;

    @Inject
    EnclosureMasks masks;

    @Inject
    InboxUnits units;

    @Inject
    Doors doors;

    @Inject
    IndexWatch index;

    @Inject
    HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "portal.data")
    String data = "";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private long send(String kind, List<String> handles) {
        var sent = new NewSubmission(
                kind,
                TOKEN,
                Map.of(
                        AskedField.SUBJECT, "Đèn đường hỏng",
                        AskedField.TEXT, "Đèn trước nhà hỏng.",
                        AskedField.NAME, "Nguyễn Thị Lan",
                        AskedField.ADDRESS, "Số 5 phố Hàng Bè",
                        AskedField.PHONE, "0912 345 678"),
                "",
                "",
                false,
                false,
                "vi",
                handles);
        enclosed.submit(
                sent, new SendingGate.Attempt(CLIENT, TOKEN, "", "", false, sent.get(AskedField.TEXT), sent.key()));
        return repository.byForm(sent.key()).orElseThrow().number();
    }

    @Test
    void aPackageHoldsTheFilesThatThePersonSent() throws Exception {
        var photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB), "png", photo);
        var file = intake.take(TOKEN, CLIENT, "Ảnh đèn.png", new ByteArrayInputStream(photo.toByteArray()));
        var id = send("question", List.of(file.handle()));
        var request = send(PersonDataService.KIND, List.of());

        var made = Acting.as(MODERATOR, () -> persons.pack(request, "", List.of(id)));
        var written = new ByteArrayOutputStream();
        made.writeTo(written);

        var width = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tep/" + id + "-1-")) {
                    width = ImageIO.read(new ByteArrayInputStream(zip.readAllBytes()))
                            .getWidth();
                }
            }
        }
        assertThat(width).isEqualTo(500);
    }

    private static Actor staff(String name) {
        return new Actor(
                name,
                Set.of(
                        new Actor.Grant(Permission.READ_INBOX, ""),
                        new Actor.Grant(Permission.MODERATE_INBOX, ""),
                        new Actor.Grant(Permission.ANSWER_INBOX, ""),
                        new Actor.Grant(Permission.APPROVE_ANSWERS, ""),
                        new Actor.Grant(Permission.SEE_SENDERS, "")));
    }

    private void deed(String name, long id, BiConsumer<InboxDeskService, InboxDeskService.Sheet> deed) {
        Acting.as(staff(name), () -> {
            deed.accept(desk, desk.open(id, Words.VIETNAMESE));
            return true;
        });
    }

    /** Each field of a form, its file and what the camera wrote there, an answer and a note are canaries; see {@link InboxCanaryTest}. */
    @Test
    void nothingMaskedLeavesByAnyDoor() throws Exception {
        var token = "PersonPackageITCanary0";
        var file = intake.take(
                token,
                CLIENT,
                InboxCanary.FILE,
                new ByteArrayInputStream(TestIntake.photoSaying(InboxCanary.METADATA)));
        var sent = new NewSubmission(
                "question", token, InboxCanary.form(), "", "", false, false, "vi", List.of(file.handle()));
        enclosed.submit(sent, new SendingGate.Attempt(CLIENT, token, "", "", false, "", sent.key()));
        var id = repository.byForm(sent.key()).orElseThrow().number();
        var code = inbox.receipt(sent.key(), Words.VIETNAMESE).orElseThrow().code();
        assertNothingIsSeen("", code);

        var unit = units.names().keySet().iterator().next();
        deed("canary-moderator", id, (all, sheet) -> all.assign(id, sheet.unit(), sheet.version(), unit));
        deed("canary-responder", id, (all, sheet) -> all.note(id, sheet.unit(), sheet.version(), InboxCanary.NOTE));
        deed(
                "canary-responder",
                id,
                (all, sheet) -> work.draft(
                        id,
                        sheet.unit(),
                        sheet.version(),
                        SaidOfDeed.answer(
                                InboxCanary.ANSWER,
                                "Triển lãm " + InboxCanary.OPEN,
                                sheet.proposal(),
                                InboxCanary.PUBLIC_ANSWER),
                        List.of(),
                        List.of()));
        deed("canary-approver", id, (all, sheet) -> all.approve(id, sheet.unit(), sheet.version(), true));
        deed("canary-approver", id, (all, sheet) -> all.answer(id, sheet.unit(), sheet.version()));
        Acting.as(staff("canary-approver"), () -> {
            var enclosure = files.list(id).getFirst().id();
            try {
                masks.mask(
                        id,
                        unit,
                        enclosure,
                        files.open(id, unit, enclosure),
                        new EnclosureMasks.Wish(1, 0, "0 0 50 100", "Cổng của nhà triển lãm", false));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertNothingIsSeen("", code);

        deed("canary-approver", id, (all, sheet) -> all.publish(id, sheet.unit(), sheet.version(), true));
        index.awaitIndex();
        var slug = inbox.publication(id).orElseThrow().getSlug();
        awaitPages();
        var told = assertNothingIsSeen(slug, code);
        // Not that nothing was looked at.
        assertThat(told)
                .contains(
                        "/hoi-dap/{slug}",
                        "/hoi-dap",
                        "/du-lieu-mo/tep/{file}",
                        "/feed/{file}",
                        "/tim-kiem",
                        "/api/v1/search",
                        "/sitemap/{part}");

        deed(
                "canary-approver",
                id,
                (all, sheet) -> all.keepPrivate(id, sheet.unit(), sheet.version(), InboxCanary.NOTE));
        index.awaitIndex();
        assertNothingIsSeen(slug, code);
    }

    /** Pages in memory are dropped last, a moment after the index has moved. */
    private void awaitPages() throws Exception {
        for (var tries = 0; tries < 100 && !get("/hoi-dap").contains(InboxCanary.OPEN); tries++) {
            Thread.sleep(100);
        }
    }

    /**
     * Asks everything of every door that is open to everybody.
     *
     * @param slug of the public page; empty while there is none
     * @return the doors by which what may be read came out
     */
    private Set<String> assertNothingIsSeen(String slug, String code) throws Exception {
        var told = new TreeSet<String>();
        var seen = new TreeMap<String, List<String>>();
        var places = locations();
        var unnamed = new TreeSet<String>();
        for (var door : doors.all()) {
            if (door.permission() != Permission.READ_PUBLIC) {
                continue;
            }
            var paths = paths(door, slug, places);
            if (paths.isEmpty()) {
                unnamed.add(door.path());
            }
            for (var path : paths) {
                for (var asked : door.methods().contains(Method.GET) ? queries(door, path) : List.<String>of()) {
                    // Twice: the second time from the memory of pages.
                    for (var answer : List.of(get(asked), get(asked))) {
                        note(asked, answer, seen);
                        if (answer.contains(InboxCanary.OPEN)) {
                            told.add(door.path());
                        }
                    }
                }
                if (door.methods().contains(Method.POST)) {
                    note("POST " + path, post(path, slug, code), seen);
                }
            }
        }
        assertThat(seen).isEmpty();
        assertThat(unnamed)
                .as("a door with a name in its path: name something there that can be read, or say why nothing can")
                .isSubsetOf(NOT_OF_THE_INBOX);
        try (var kept = Files.walk(Path.of(data))) {
            for (var each : kept.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains(".mv.db"))
                    .toList()) {
                assertThat(InboxCanary.seenIn(bytes(each))).as("%s", each).isEmpty();
            }
        }
        var log = Path.of(System.getProperty("com.sun.aas.instanceRoot", data), "logs", "server.log");
        if (Files.exists(log)) {
            assertThat(InboxCanary.seenIn(Files.readString(log))).as("log").isEmpty();
        }
        return told;
    }

    /** What the index has thrown away meanwhile is gone. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private static void note(String asked, String answer, Map<String, List<String>> seen) {
        var canaries = InboxCanary.seenIn(answer);
        if (!canaries.isEmpty()) {
            seen.put(asked, canaries);
        }
    }

    /** What stands in the place of the names of a door; nothing for a door of which nothing is known. */
    private List<String> paths(Doors.Entry door, String slug, List<String> places) throws Exception {
        if (!door.path().contains("{")) {
            return List.of(door.path());
        }
        return switch (door.path()) {
            case "/hoi-dap/{slug}" -> List.of("/hoi-dap/" + (slug.isEmpty() ? "khong-co" : slug));
            case "/tep-hoi-dap/{number}/{name}" ->
                slug.isEmpty()
                        ? List.of("/tep-hoi-dap/1/anh.jpg")
                        : Stream.concat(
                                        Stream.of("/tep-hoi-dap/1/anh.jpg"),
                                        Jsoup.parse(get("/hoi-dap/" + slug)).select("main img").eachAttr("src").stream()
                                                .map(src -> src.substring(
                                                        request.getContextPath().length())))
                                .toList();
            case "/du-lieu-mo/tep/{file}" ->
                Arrays.stream(DataFile.values())
                        .flatMap(file ->
                                Stream.of(".csv", ".json").map(end -> "/du-lieu-mo/tep/" + file.written() + end))
                        .toList();
            case "/feed/{file}" ->
                Stream.of("hoi-dap", "phan-anh", "tin-tuc")
                        .flatMap(name -> Stream.of(".atom", ".rss").map(end -> "/feed/" + name + end))
                        .toList();
            case "/feed/toan-van/{file}" ->
                List.of("/feed/toan-van/tin-tuc.atom", "/feed/toan-van/hoi-dap.atom", "/feed/toan-van/phan-anh.rss");
            case "/sitemap/{part}" ->
                places.stream().filter(place -> place.startsWith("/sitemap/")).toList();
            default -> {
                var pattern = door.path().replaceAll("\\{[^}]*}", "[^/]+");
                yield places.stream()
                        .filter(place -> place.matches(pattern))
                        .limit(1)
                        .toList();
            }
        };
    }

    /** A door as it is, in the other language, and with words to look for where it looks for some. */
    private static List<String> queries(Doors.Entry door, String path) {
        var asked = new ArrayList<>(List.of(path));
        if (door.english()) {
            asked.add("/en" + path);
        }
        if (door.parameters().contains("q")) {
            asked.add(path + "?q=" + InboxCanary.OPEN);
            asked.add(path + "?q=trien+lam+" + InboxCanary.OPEN);
        }
        return asked;
    }

    /** The places that the sitemap tells, and those of its parts. */
    private List<String> locations() throws Exception {
        var found = new ArrayList<String>();
        for (var part : locations(get("/sitemap.xml"))) {
            found.add(part);
            found.addAll(locations(get(part)));
        }
        return found;
    }

    private List<String> locations(String xml) {
        return Pattern.compile("<loc>[a-z]+://[^/<]+([^<]*)</loc>")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .map(path -> path.startsWith(request.getContextPath())
                        ? path.substring(request.getContextPath().length())
                        : path)
                .toList();
    }

    private String get(String path) throws Exception {
        return told(HttpRequest.newBuilder(address(path)).GET());
    }

    /** Somebody who knows the code, and not the number; and who asks for what is public. */
    private String post(String path, String slug, String code) throws Exception {
        var body = Map.of(
                        "ma-so",
                        code,
                        "lien-he",
                        "0900000001",
                        "so",
                        "1",
                        "trang",
                        slug,
                        "tieu-de",
                        InboxCanary.OPEN,
                        "noi-dung",
                        "Triển lãm " + InboxCanary.OPEN)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return told(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + request.getLocalPort() + request.getContextPath() + path);
    }

    /** All that came back; letters of no particular writing stay what they are. */
    private String told(HttpRequest.Builder asked) throws Exception {
        var answer = client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
        return answer.headers().map() + "\n" + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
