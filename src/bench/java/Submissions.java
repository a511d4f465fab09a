import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.privacy.SealedRow;
import vn.minhbach.shared.Text;
import vn.minhbach.store.StandaloneDatabase;

/**
 * The inbox under load; {@code Bench.java} starts it. What it finds it prints as {@code bench.name=number}.
 *
 * <pre>
 * java -cp CLASSES Submissions.java load URL RATE SECONDS   sends so many a second, and looks in the database of -Dportal.data what became of them
 * java -cp CLASSES Submissions.java fill COUNT              puts so many submissions into that database, most of them done
 * java -cp CLASSES Submissions.java desk URL USER PASSWORD  opens the queue and searches in it, over HTTP and in a browser
 * </pre>
 */
public final class Submissions {

    private static final int SEED = 20_261_130;
    private static final String FORM = "/gui-cau-hoi";

    /** So many of a hundred are pressed twice. */
    private static final int TWICE = 5;

    private static final int PREPARING = 8;
    private static final int SENDING = 64;

    private static final String[] WORDS = ("giấy phép triển lãm hồ sơ thủ tục đăng ký bản sao chứng thực di tích lễ hội biểu diễn nghệ thuật quảng cáo"
                    + " karaoke thể thao cơ sở kinh doanh thời hạn lệ phí nộp trực tuyến bưu điện trả kết quả sửa đổi bổ sung văn hóa gia đình"
                    + " thư viện bảo tàng du lịch hướng dẫn viên lữ hành cấp lại gia hạn thu hồi quyết định thông tư nghị định phường xã huyện tỉnh")
            .split(" ");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public static void main(String[] args) throws Exception {
        Submissions program = new Submissions();
        switch (args[0]) {
            case "load" -> program.load(args[1], Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            case "fill" -> program.fill(Integer.parseInt(args[1]));
            case "desk" -> {
                program.desk(args[1], args[2], args[3]);
                paint(args[1], args[2], args[3]);
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static void found(String name, double value) {
        System.out.printf(Locale.ROOT, "bench.%s=%.3f%n", name, value);
    }

    private static void times(String name, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        found(name + ".p50", sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2));
        found(name + ".p99", sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)));
        found(name + ".max", sorted.isEmpty() ? 0 : sorted.getLast());
    }

    // Sending
    // ----------------------------------------------------------------------------------------------------------

    /** A form that is filled and looked over, with its proof of work: nothing is left but to send it. */
    private record Ready(HttpRequest request) {}

    private void load(String url, int rate, int seconds) throws Exception {
        int count = rate * seconds;
        long before = rows();
        System.out.println("preparing " + count + " forms");
        List<Ready> ready = prepare(url, count);
        System.out.println("sending");
        Map<Integer, String> receipts = new ConcurrentHashMap<>();
        List<Double> millis = Collections.synchronizedList(new ArrayList<>(count));
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger differing = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(SENDING);
        Random random = new Random(SEED);
        long begin = System.nanoTime();
        for (int i = 0; i < ready.size(); i++) {
            int number = i;
            // Whatever the portal does, the next one is sent when it is due: a slow answer must not make the load lighter.
            long due = begin + i * 1_000_000_000L / rate;
            long wait = due - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            int times = random.nextInt(100) < TWICE ? 2 : 1;
            for (int time = 0; time < times; time++) {
                senders.submit(() -> {
                    try {
                        HttpResponse<Void> answer =
                                http.send(ready.get(number).request(), HttpResponse.BodyHandlers.discarding());
                        millis.add((System.nanoTime() - due) / 1e6);
                        Optional<String> place = answer.headers().firstValue("Location");
                        if (answer.statusCode() == 303 && place.isPresent()) {
                            String known = receipts.putIfAbsent(number, place.get());
                            if (known != null && !known.equals(place.get())) {
                                differing.incrementAndGet();
                            }
                        } else {
                            refused.incrementAndGet();
                        }
                    } catch (IOException | InterruptedException e) {
                        failed.incrementAndGet();
                    }
                });
            }
        }
        senders.shutdown();
        if (!senders.awaitTermination(5, TimeUnit.MINUTES)) {
            System.out.println("not all were answered within five minutes");
        }
        double took = (System.nanoTime() - begin) / 1e9;
        found("sent", ready.size());
        found("rate", ready.size() / took);
        found("acknowledged", receipts.size());
        found("refused", refused.get());
        found("failed", failed.get());
        times("submit", millis);
        check(new HashSet<>(receipts.values()), before, differing.get());
    }

    /** Each acknowledged one is there; and there are not more than were sent. */
    private void check(Set<String> receipts, long before, int differing) {
        try (StandaloneDatabase database = StandaloneDatabase.open();
                EntityManager em = database.entityManager()) {
            Set<Object> kept = new HashSet<>(
                    em.createNativeQuery("select form_key from inbox_submission").getResultList());
            long lost = receipts.stream()
                    .map(place -> place.substring(place.indexOf('=') + 1))
                    .filter(key -> !kept.contains(key))
                    .count();
            found("lost", lost);
            long more = kept.size() - before - receipts.size();
            // What was not answered may be there; what was answered in two ways, or more than was sent, was taken twice.
            found("unanswered", Math.max(0, more));
            found("twice", differing);
        }
    }

    private static long rows() {
        try (StandaloneDatabase database = StandaloneDatabase.open();
                EntityManager em = database.entityManager()) {
            return ((Number) em.createNativeQuery("select count(*) from inbox_submission").getSingleResult()).longValue();
        }
    }

    private List<Ready> prepare(String url, int count) throws Exception {
        Ready[] ready = new Ready[count];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger problems = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(PREPARING);
        for (int i = 0; i < PREPARING; i++) {
            pool.submit(() -> {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    try {
                        ready[number] = ready(url, number);
                    } catch (Exception e) {
                        if (problems.getAndIncrement() < 5) {
                            System.out.println("form " + number + ": " + e);
                        }
                    }
                }
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(30, TimeUnit.MINUTES)) {
            throw new IOException("the forms could not be prepared within half an hour");
        }
        List<Ready> all = Arrays.stream(ready).filter(each -> each != null).toList();
        if (all.size() < count) {
            System.out.println(count - all.size() + " forms could not be prepared");
        }
        return all;
    }

    /** Opens the form, fills it, and looks it over, as a person does, each behind an address of their own. */
    private Ready ready(String url, int number) throws Exception {
        String address = "10." + number / 62_500 + "." + number / 250 % 250 + "." + (1 + number % 250);
        Document page = Jsoup.parse(text(HttpRequest.newBuilder(URI.create(url + FORM)), address), url + FORM);
        Element form = form(page);
        Map<String, String> typed = fields(form);
        Random random = new Random(SEED + number);
        typed.put("tieu-de", "Hỏi số " + number + " về " + some(random, 4));
        typed.put("noi-dung", "Câu hỏi số " + number + ": " + some(random, 60) + "?");
        typed.put("ho-ten", "Người gửi " + number);
        typed.put("dia-chi", "Số " + number + " phố Thử");
        typed.put("dien-thoai", String.format(Locale.ROOT, "09%08d", number));
        typed.put("dong-y", "1");
        Document review = Jsoup.parse(text(post(form, typed), address), url + FORM);
        Element sending = form(review);
        Map<String, String> looked = fields(sending);
        Element button = sending.selectFirst("button[name=gui]");
        if (button == null) {
            throw new IOException("the form was not looked over: " + review.select(".state.bad").text());
        }
        looked.put("gui", "1");
        looked.putAll(proof(url, sending, address));
        return new Ready(post(sending, looked)
                .header("X-Forwarded-For", address)
                .timeout(Duration.ofSeconds(60))
                .build());
    }

    private static Element form(Document page) throws IOException {
        Element form = page.selectFirst("main form[method=post]");
        if (form == null) {
            throw new IOException("no form: " + page.title());
        }
        return form;
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[type=hidden], input[type=text]:not([name=website])")) {
            if (!input.attr("name").isEmpty()) {
                fields.put(input.attr("name"), input.attr("value"));
            }
        }
        return fields;
    }

    /** The work that a browser does before it sends (ALTCHA); nothing where the form asks for none. */
    private Map<String, String> proof(String url, Element form, String address) throws Exception {
        Element widget = form.selectFirst("altcha-widget");
        if (widget == null) {
            return Map.of();
        }
        String place = widget.attr("challengeurl");
        JsonObject given = Json.createReader(new StringReader(
                        text(HttpRequest.newBuilder(URI.create(place.startsWith("http") ? place : url + place)), address)))
                .readObject();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] wanted = HexFormat.of().parseHex(given.getString("challenge"));
        long most = given.getJsonNumber("maxnumber").longValue();
        for (long number = 0; number <= most; number++) {
            if (Arrays.equals(
                    wanted, digest.digest((given.getString("salt") + number).getBytes(StandardCharsets.UTF_8)))) {
                String solved = Json.createObjectBuilder()
                        .add("algorithm", given.getString("algorithm"))
                        .add("challenge", given.getString("challenge"))
                        .add("number", number)
                        .add("salt", given.getString("salt"))
                        .add("signature", given.getString("signature"))
                        .build()
                        .toString();
                return Map.of(
                        widget.hasAttr("name") ? widget.attr("name") : "altcha",
                        Base64.getEncoder().encodeToString(solved.getBytes(StandardCharsets.UTF_8)));
            }
        }
        throw new IOException("no number solves the work");
    }

    private static String some(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    private String text(HttpRequest.Builder request, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.header("X-Forwarded-For", address)
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " from " + answer.uri() + " "
                    + Jsoup.parse(answer.body()).select(".state.bad, .notice.bad").text());
        }
        return answer.body();
    }

    private static HttpRequest.Builder post(Element form, Map<String, String> fields) throws IOException {
        String action = form.absUrl("action");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(action.isEmpty() ? form.baseUri() : action))
                .header("Origin", URI.create(form.baseUri()).resolve("/").toString().replaceAll("/$", ""));
        if (!form.attr("enctype").startsWith("multipart/")) {
            StringBuilder body = new StringBuilder();
            fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value)));
            return request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        String boundary = "----portal" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // A full inbox
    // ----------------------------------------------------------------------------------------------------------

    private static final String[] DONE = {"KEPT_PRIVATE", "PUBLISHED", "REFUSED", "TRANSFERRED"};
    private static final String[] OPEN = {"RECEIVED", "ASSIGNED", "IN_WORK", "DRAFTED"};
    private static final int BATCH = 500;

    private static final Map<String, SealedColumn> SEALED =
            SealedColumns.all().stream().collect(Collectors.toMap(SealedColumn::toString, each -> each));

    private void fill(int count) throws SQLException {
        DataKeys keys = DataKeys.of(
                Optional.ofNullable(System.getenv("PORTAL_DATA_KEYS")), Path.of(StandaloneDatabase.dataFolder()));
        if (keys.condition() != DataKeys.Condition.READY) {
            throw new IllegalStateException("no data key: " + keys.problem());
        }
        FieldCipher cipher = new FieldCipher(keys);
        BlindIndex index = new BlindIndex(keys);
        Random random = new Random(SEED);
        try (StandaloneDatabase database = StandaloneDatabase.open();
                EntityManager em = database.entityManager()) {
            long first = ((Number) em.createNativeQuery("select coalesce(max(id), 0) from inbox_submission").getSingleResult())
                            .longValue()
                    + 1;
            long event = ((Number) em.createNativeQuery("select coalesce(max(id), 0) from inbox_event").getSingleResult())
                            .longValue()
                    + 1;
            for (int done = 0; done < count; done += BATCH) {
                int size = Math.min(BATCH, count - done);
                em.getTransaction().begin();
                Connection connection = em.unwrap(Connection.class);
                batch(connection, cipher, index, random, first + done, event + 2L * done, size);
                em.getTransaction().commit();
                em.clear();
            }
            em.getTransaction().begin();
            em.createNativeQuery("alter sequence inbox_submission_seq restart with " + (first + count + 100)).executeUpdate();
            em.createNativeQuery("alter sequence inbox_event_seq restart with " + (event + 2L * count + 100)).executeUpdate();
            em.getTransaction().commit();
            // A database that grew to this size over years knows it.
            em.getTransaction().begin();
            em.createNativeQuery("analyze").executeUpdate();
            em.getTransaction().commit();
        }
        found("filled", count);
    }

    private static void batch(
            Connection connection,
            FieldCipher cipher,
            BlindIndex index,
            Random random,
            long first,
            long event,
            int size)
            throws SQLException {
        String insert = "insert into inbox_submission (id, seal_id, version, kind_key, state, code_sealed, code_key, form_key, language,"
                + " name_sealed, address_sealed, phone_sealed, email_sealed, phone_key, email_key, subject_sealed, text_sealed,"
                + " details_sealed, page, procedure_code, keep_private, suspect, consent_version, unit_slug, handler, received_at, recorded_at,"
                + " clock_from, extension, due_step, due_day, objected, newest_answer, sent_answer, drafted_by, approved_by, updated_at)"
                + " values (?, ?, 1, 'question', ?, ?, ?, ?, 'vi', ?, ?, ?, '', ?, '', ?, ?, '', '', '', false, false, '2026-01', ?, '', ?,"
                + " ?, ?, 0, ?, ?, false, 0, 0, '', '', ?)";
        try (PreparedStatement submissions = connection.prepareStatement(insert);
                PreparedStatement events = connection.prepareStatement(
                        "insert into inbox_event (id, seal_id, submission_id, done_at, actor, deed, to_state, text_sealed, target)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, '')");
                PreparedStatement words = connection.prepareStatement(
                        "insert into inbox_words (submission_id, words_sealed, changed_at) values (?, ?, ?)")) {
            for (int i = 0; i < size; i++) {
                long id = first + i;
                boolean open = random.nextInt(100) < 3;
                String state = open ? OPEN[random.nextInt(OPEN.length)] : DONE[random.nextInt(DONE.length)];
                String subject = "Hỏi về " + some(random, 5);
                String text = some(random, 80);
                String note = some(random, 15);
                String phone = String.format(Locale.ROOT, "08%08d", id);
                LocalDateTime at = LocalDateTime.ofInstant(
                        Instant.now().minus(Duration.ofMinutes(random.nextInt(open ? 20_000 : 1_500_000) + 60L)),
                        ZoneOffset.UTC);
                LocalDate due = open ? at.toLocalDate().plusDays(21) : LocalDate.of(9999, 12, 31);
                int column = 1;
                String matter = "bench." + id;
                SealedRow row = SealedRow.of("inbox_submission", matter, "bench." + id);
                submissions.setLong(column++, id);
                submissions.setString(column++, matter);
                submissions.setString(column++, state);
                submissions.setString(column++, cipher.seal("BENCH" + id, SEALED.get("inbox_submission.code_sealed"), row));
                submissions.setString(column++, "bench." + id);
                submissions.setString(column++, "bench." + id);
                submissions.setString(column++, cipher.seal("Người gửi " + id, SEALED.get("inbox_submission.name_sealed"), row));
                submissions.setString(column++, cipher.seal("Số " + id + " phố Thử", SEALED.get("inbox_submission.address_sealed"), row));
                submissions.setString(column++, cipher.seal(phone, SEALED.get("inbox_submission.phone_sealed"), row));
                submissions.setString(column++, index.of(phone));
                submissions.setString(column++, cipher.seal(subject, SEALED.get("inbox_submission.subject_sealed"), row));
                submissions.setString(column++, cipher.seal(text, SEALED.get("inbox_submission.text_sealed"), row));
                submissions.setString(column++, "");
                submissions.setTimestamp(column++, Timestamp.valueOf(at));
                submissions.setTimestamp(column++, Timestamp.valueOf(at));
                submissions.setDate(column++, Date.valueOf(at.toLocalDate()));
                submissions.setString(column++, open ? "ANSWER" : null);
                submissions.setDate(column++, Date.valueOf(due));
                submissions.setTimestamp(column, Timestamp.valueOf(at));
                submissions.addBatch();
                for (int step = 0; step < 2; step++) {
                    String own = "bench." + (event + 2L * i + step);
                    SealedRow said = SealedRow.of("inbox_event", own, "NOTE", matter);
                    events.setLong(1, event + 2L * i + step);
                    events.setString(2, own);
                    events.setLong(3, id);
                    events.setTimestamp(4, Timestamp.valueOf(at.plusMinutes(step)));
                    events.setString(5, step == 0 ? "" : "quantri");
                    events.setString(6, step == 0 ? "SUBMIT" : "NOTE");
                    events.setString(7, step == 0 ? "RECEIVED" : state);
                    events.setString(8, step == 0 ? "" : cipher.seal(note, SEALED.get("inbox_event.text_sealed"), said));
                    events.addBatch();
                }
                Set<String> distinct = new LinkedHashSet<>(
                        List.of(Text.fold(subject + " " + text + " " + note + " so " + id).split("[^\\p{L}\\p{N}]+")));
                words.setLong(1, id);
                words.setString(2, cipher.seal(String.join(" ", distinct), SEALED.get("inbox_words.words_sealed"), SealedRow.of("inbox_words", id)));
                words.setTimestamp(3, Timestamp.valueOf(at));
                words.addBatch();
            }
            submissions.executeBatch();
            events.executeBatch();
            words.executeBatch();
        }
    }

    // The desk
    // ----------------------------------------------------------------------------------------------------------

    private static final String QUEUE = "/quan-tri/hop-thu";
    private static final int ROUNDS = 40;
    private static final int WARMING = 20;

    private void desk(String url, String user, String password) throws Exception {
        HttpClient staff = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Document door = Jsoup.parse(ask(staff, url + "/quan-tri").body(), url + "/quan-tri");
        Element secret = door.selectFirst("form input[type=password]");
        if (secret == null) {
            throw new IOException("no form to sign in: " + door.title());
        }
        Element form = secret.closest("form");
        Map<String, String> typed = fields(form);
        typed.put(form.selectFirst("input[type=text], input:not([type])").attr("name"), user);
        typed.put(secret.attr("name"), password);
        HttpResponse<String> in = staff.send(
                post(form, typed).timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        if (!in.body().contains("dang-xuat")) {
            throw new IOException("signing in failed: " + in.statusCode());
        }
        // The first search has this node open the words of all, if it has not done so since its start.
        long begin = System.nanoTime();
        ask(staff, url + QUEUE + "?xem=tat-ca&loc=" + encoded("triển lãm"));
        found("search.first", (System.nanoTime() - begin) / 1e6);
        times("queue", measured(staff, url + QUEUE, "id=\"list"));
        times("all", measured(staff, url + QUEUE + "?xem=tat-ca", "id=\"list"));
        List<Double> searches = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = -WARMING; i < ROUNDS; i++) {
            String query = i % 2 == 0 ? some(random, 3) : "số " + (100 + random.nextInt(50_000));
            long start = System.nanoTime();
            ask(staff, url + QUEUE + "?xem=tat-ca&loc=" + encoded(query));
            if (i >= 0) {
                searches.add((System.nanoTime() - start) / 1e6);
            }
        }
        times("search", searches);
    }

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    /** What an officer waits for: from asking for the queue until something of it is on the screen, in a browser that has its styles. */
    private static void paint(String url, String user, String password) throws IOException {
        Optional<Path> program = BROWSERS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            System.out.println("no Chromium: what a browser paints was not measured");
            return;
        }
        try (Playwright playwright =
                        Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program.get())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            Page page = browser.newPage();
            page.navigate(url + "/quan-tri");
            page.locator("input[type=password]").fill(password);
            page.locator("form:has(input[type=password]) input[type=text], form:has(input[type=password]) input:not([type])")
                    .first()
                    .fill(user);
            page.locator("form:has(input[type=password]) button[type=submit]").first().click();
            page.locator("form[action*=dang-xuat]").first().waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.ATTACHED));
            times("paint.queue", painted(page, url + QUEUE));
            times("paint.all", painted(page, url + QUEUE + "?xem=tat-ca"));
        }
    }

    private static List<Double> painted(Page page, String address) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = -WARMING; i < ROUNDS; i++) {
            page.navigate(address);
            page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
            if (page.locator("#list").count() == 0) {
                throw new IOException("no queue at " + address);
            }
            if (i >= 0) {
                Object at = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
                millis.add(((Number) at).doubleValue());
            }
        }
        return millis;
    }

    private static List<Double> measured(HttpClient staff, String address, String expected) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = -WARMING; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            String page = ask(staff, address).body();
            if (i >= 0) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            if (!page.contains(expected)) {
                throw new IOException("no queue at " + address);
            }
        }
        return millis;
    }

    private static HttpResponse<String> ask(HttpClient staff, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = staff.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(120)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " from " + address);
        }
        return answer;
    }
}
