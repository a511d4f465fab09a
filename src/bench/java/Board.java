import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.minhbach.store.LocalDatabase;

/**
 * {@code mvn -Pbench -Dbench.only=board}: what the editors' screens cost where 50,000 articles of ten versions and 200 people are.
 * {@code Bench.java} starts the portal and this beside it.
 *
 * <p>One article is written by its form and saved nine times more; the database multiplies it. Then one editor asks for each screen,
 * one request after the other, as a person does; a time is that from the request to the last byte of the answer.
 *
 * <p>Arguments: the portal's address, its data folder, the file for the report.
 */
public final class Board {

    private static final int ARTICLES = 50_000;
    private static final int VERSIONS = 10;
    private static final int PEOPLE = 200;
    private static final int WARM_UP = 15;
    private static final int TIMES = 40;

    /** Milliseconds, of the median. */
    private static final double LIST = 150;

    private static final double SAVE = 200;
    private static final double COMPARE = 300;

    private static final String ARTICLES_DESK = "/quan-tri/bai-viet";

    private final Desk desk;
    private final Path data;
    private final List<Measured> measured = new ArrayList<>();

    /** Milliseconds. */
    private record Measured(String name, double median, double p95, double target, int bytes) {

        boolean met() {
            return median <= target;
        }
    }

    private interface Asked {
        int bytes() throws IOException, InterruptedException;
    }

    private Board(String address, Path data) {
        this.desk = new Desk(address);
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        var board = new Board(args[0], Path.of(args[1]));
        board.desk.signIn();
        var number = board.firstArticle();
        board.multiply(number);
        board.measure(number);
        Files.writeString(Path.of(args[2]), board.report());
        System.out.println(board.report());
    }

    /** Written by the form and saved again until it has its versions. */
    private String firstArticle() throws IOException, InterruptedException {
        var saved = save(ARTICLES_DESK + "/soan", 1);
        var number = saved.selectFirst("#article").attr("data-key");
        for (var version = 2; version <= VERSIONS; version++) {
            saved = save(address(number), version);
        }
        return number.replace("?ma=", "");
    }

    private static String address(String number) {
        return ARTICLES_DESK + "/soan?ma=" + number.replace("?ma=", "");
    }

    private Document save(String address, int version) throws IOException, InterruptedException {
        var paragraph = "<p>Đoạn viết ở lần " + version
                + ": Trung tâm Văn hóa nhận hồ sơ tại bộ phận một cửa, trả kết quả đúng hẹn và báo cho người nộp qua điện thoại.</p>";
        return desk.submit(
                desk.get(address),
                "article:save",
                Map.of(
                        "article:title", "Bài để đo, lần " + version,
                        "article:lead", "Lần viết thứ " + version + " của bài dùng để đo thời gian mở, lưu và so sánh.",
                        "article:body", paragraph.repeat(20)));
    }

    private void multiply(String number) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                        new LocalDatabase(data).guestUrl(),
                        LocalDatabase.USER,
                        Files.readString(data.resolve("db/password")).strip());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            copy(
                    statement,
                    "item",
                    "id = " + number,
                    ARTICLES - 1,
                    Map.of(
                            "ID", "id + 10000000 + x",
                            "SLUG", "'bai-de-do-' || x",
                            "TITLE", "'Bài số ' || x || ' để đo'",
                            "TITLE_KEY", "'bai so ' || x || ' de do'",
                            "REVIEW", "case mod(x, 10) when 0 then 'SUBMITTED' when 1 then 'RETURNED' else 'WRITING' end",
                            "UPDATED_AT", "dateadd('SECOND', -x, updated_at)"));
            for (var version = 1; version <= VERSIONS; version++) {
                copy(
                        statement,
                        "item_version",
                        "item_id = " + number + " and number = " + version,
                        ARTICLES - 1,
                        Map.of("ITEM_ID", "item_id + 10000000 + x"));
            }
            copy(
                    statement,
                    "portal_user",
                    "name = '" + Desk.USER + "'",
                    PEOPLE - 1,
                    Map.of("ID", "id + 10000000 + x", "NAME", "'nguoi' || x", "FULL_NAME", "'Người Thứ ' || x"));
            connection.commit();
        }
    }

    /** Copies the one row that meets a condition, with some columns made of the number of the copy, x. */
    private static void copy(Statement statement, String table, String condition, int times, Map<String, String> made)
            throws SQLException {
        var columns = columns(statement.getConnection(), table);
        var values = columns.stream().map(column -> made.getOrDefault(column, column)).collect(Collectors.joining(", "));
        statement.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
                + table + " cross join (select x from system_range(1, " + times + ")) where " + condition);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var rows = connection.getMetaData().getColumns(null, "PUBLIC", table.toUpperCase(Locale.ROOT), null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        return columns;
    }

    private void measure(String number) throws IOException, InterruptedException {
        page("overview", LIST, "/quan-tri");
        page("articles, first page", LIST, ARTICLES_DESK);
        page("articles, page 900", LIST, ARTICLES_DESK + "?trang=900");
        page("articles, by title", LIST, ARTICLES_DESK + "?xep=title");
        page("articles, found by a word", LIST, ARTICLES_DESK + "?loc=" + Desk.encode("so 4999"));
        page("articles, waiting for me", LIST, ARTICLES_DESK + "?xem=cho-toi");
        page("procedures", LIST, "/quan-tri/thu-tuc");
        page("library", LIST, "/quan-tri/thu-vien-tep");
        page("people", LIST, "/quan-tri/nguoi-dung");
        page("audit", LIST, "/quan-tri/nhat-ky");
        page("an article, opened", LIST, address(number));
        page("two versions, compared", COMPARE, ARTICLES_DESK + "/so-sanh?ma=" + number + "&cu=1&moi=" + VERSIONS);
        var version = new int[] {VERSIONS};
        var open = new Document[] {desk.get(address(number))};
        measure("an article, saved", SAVE, () -> {
            var form = open[0].selectFirst("#article");
            version[0]++;
            var begin = System.nanoTime();
            var answer = desk.send(form, Map.of("article:title", "Bài để đo, lần " + version[0]), "article:save");
            open[0] = answer;
            desk.took = System.nanoTime() - begin;
            return answer.outerHtml().length();
        });
    }

    private void page(String name, double target, String address) throws IOException, InterruptedException {
        measure(name, target, () -> {
            var begin = System.nanoTime();
            var body = desk.text(address);
            desk.took = System.nanoTime() - begin;
            return body.getBytes(StandardCharsets.UTF_8).length;
        });
    }

    private void measure(String name, double target, Asked asked) throws IOException, InterruptedException {
        var times = new ArrayList<Double>();
        var bytes = 0;
        for (var i = -WARM_UP; i < TIMES; i++) {
            bytes = asked.bytes();
            if (i >= 0) {
                times.add(desk.took / 1e6);
            }
        }
        times.sort(null);
        measured.add(new Measured(name, times.get(TIMES / 2), times.get(TIMES * 95 / 100), target, bytes));
    }

    private String report() {
        var text = new StringBuilder("| screen | median | p95 | target | KB | met |\n|---|--:|--:|--:|--:|---|\n");
        for (var each : measured) {
            text.append("| %s | %.0f ms | %.0f ms | %.0f ms | %.0f | %s |%n"
                    .formatted(
                            each.name(),
                            each.median(),
                            each.p95(),
                            each.target(),
                            each.bytes() / 1024.0,
                            each.met() ? "yes" : "**no**"));
        }
        return text.toString();
    }

    /** The back office over HTTP. */
    private static final class Desk {

        static final String USER = "quantri";
        private static final String PASSWORD = "mat-khau-do-toc-do";

        private final String base;
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();

        /** Nanoseconds of the last that was measured. */
        private long took;

        Desk(String base) {
            this.base = base;
        }

        void signIn() throws IOException, InterruptedException {
            var shown = get("/quan-tri");
            var password = shown.selectFirst("main form input[type=password]");
            if (password != null) {
                shown = send(
                        password.closest("form"),
                        Map.of("name", USER, "password", System.getenv().getOrDefault("PORTAL_ADMIN_PASSWORD", PASSWORD)),
                        "");
            }
            if (shown.selectFirst("form[action*=dang-xuat]") == null) {
                throw new IllegalStateException("signing in failed: " + shown.title());
            }
        }

        Document get(String path) throws IOException, InterruptedException {
            return Jsoup.parse(text(path), base + path);
        }

        String text(String path) throws IOException, InterruptedException {
            return answer(HttpRequest.newBuilder(URI.create(base + path)).GET()).body();
        }

        Document submit(Document page, String button, Map<String, String> values) throws IOException, InterruptedException {
            var pressed = page.selectFirst("[name='" + button + "']");
            if (pressed == null) {
                throw new IllegalStateException("no button " + button + " on " + page.baseUri());
            }
            return send(pressed.closest("form"), values, button);
        }

        Document send(Element form, Map<String, String> values, String button) throws IOException, InterruptedException {
            var fields = new LinkedHashMap<String, String>();
            for (var input : form.select("input[name], select[name], textarea[name]")) {
                switch (input.tagName().equals("input") ? input.attr("type") : input.tagName()) {
                    case "submit", "button", "image", "file", "checkbox", "radio" -> {}
                    case "select" -> {
                        var chosen = input.selectFirst("option[selected]");
                        var option = chosen == null ? input.select("option").last() : chosen;
                        if (option != null) {
                            fields.put(input.attr("name"), option.attr("value"));
                        }
                    }
                    case "textarea" -> fields.put(input.attr("name"), input.wholeText());
                    default -> fields.put(input.attr("name"), input.attr("value"));
                }
            }
            fields.putAll(values);
            if (!button.isEmpty()) {
                fields.put(button, button);
            }
            var body = fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
            var action = form.absUrl("action");
            var answer = answer(HttpRequest.newBuilder(URI.create(action.isEmpty() ? form.baseUri() : action))
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .header("Origin", base)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            var page = Jsoup.parse(answer.body(), answer.uri().toString());
            var problems = page.select("#problems, #problem").text();
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems);
            }
            return page;
        }

        private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
            var answer = http.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " from " + answer.uri());
            }
            return answer;
        }

        static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
