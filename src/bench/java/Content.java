import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.minhbach.access.Actor;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.store.StandaloneDatabase;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;

/**
 * Makes what the benchmark serves, always the same from the same seed.
 *
 * <pre>
 * java -cp CLASSES Content.java procedures COUNT FILE   writes invented procedures as JSON Lines, for the import
 * java -cp CLASSES Content.java articles COUNT          adds articles to the database of -Dportal.data
 * java -cp CLASSES Content.java targets FOLDER          chooses what is asked for: targets.properties and queries.txt
 * </pre>
 */
public final class Content {

    private static final int SEED = 20_260_701;
    private static final int BATCH = 100;
    private static final int YEARS = 3;
    private static final int QUERIES = 200;

    private final Random random = new Random(SEED);

    public static void main(String[] args) throws IOException {
        Content content = new Content();
        switch (args[0]) {
            case "procedures" -> content.procedures(Integer.parseInt(args[1]), Path.of(args[2]));
            case "articles" -> content.articles(Integer.parseInt(args[1]));
            case "targets" -> content.targets(Path.of(args[1]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    // Articles
    // ---------------------------------------------------------------------------------------------------------

    private void articles(int count) {
        try (StandaloneDatabase database = StandaloneDatabase.open();
                EntityManager em = database.entityManager()) {
            for (int first = 0; first < count; first += BATCH) {
                int size = Math.min(BATCH, count - first);
                em.getTransaction().begin();
                batch(em, first, size, count);
                em.getTransaction().commit();
                em.clear();
            }
        }
    }

    /** One transaction, with its rows of the change log, as the portal itself would publish. */
    private void batch(EntityManager em, int first, int size, int count) {
        List<Section> sections = em.createQuery("select s from Section s order by s.position, s.slug", Section.class)
                .getResultList();
        List<Attachment> images = em
                .createQuery("select distinct a.image from Article a where a.image is not null", Attachment.class)
                .getResultList()
                .stream()
                .sorted(java.util.Comparator.comparing(Attachment::getFileName))
                .toList();
        List<String> codes = em.createQuery("select p.code from Procedure p order by p.code", String.class)
                .getResultList();
        if (sections.isEmpty() || images.isEmpty() || codes.isEmpty()) {
            throw new IllegalStateException("The sample content and the procedures must be there first");
        }
        ArticleService articles = ArticleService.over(em, () -> Actor.PORTAL, Clock.system(Time.ZONE));
        for (int i = first; i < first + size; i++) {
            article(articles, i, count, sections, images, codes);
        }
    }

    private void article(
            ArticleService articles,
            int i,
            int count,
            List<Section> sections,
            List<Attachment> images,
            List<String> codes) {
        Section section = one(sections);
        Instant moment = LocalDate.now(Time.ZONE)
                .minusDays(1 + (long) i * 365 * YEARS / count)
                .atTime(LocalTime.of(7 + random.nextInt(11), random.nextInt(60)))
                .atZone(Time.ZONE)
                .toInstant();
        Map<String, String> facts = facts(section.getName());
        String title = fill(one(TITLES), facts);
        String lead = fill(one(LEADS), facts) + " " + fill(one(SENTENCES), facts);
        ArticleContent content = new ArticleContent(
                title,
                lead,
                body(facts),
                one(PEOPLE),
                random.nextInt(5) == 0 ? "Báo An Hải" : "",
                "",
                List.of(one(TOPICS), section.getName()),
                random.nextInt(4) == 0 ? List.of(one(codes)) : List.of(),
                section.getId(),
                i % 3 == 0 ? one(images).getId() : null, "");
        long id = articles.draft(section.getSlug(), Text.slug(title) + "-" + (i + 1), content)
                .getId();
        articles.publish(id, 1, section.getSlug(), moment.plus(Duration.ofMinutes(5)));
    }

    /** Paragraphs of 300 to 900 words, with headings, and now and then a list. */
    private String body(Map<String, String> facts) {
        int wanted = 300 + random.nextInt(601);
        int words = 0;
        StringBuilder html = new StringBuilder();
        for (int paragraph = 0; words < wanted; paragraph++) {
            if (paragraph > 0 && paragraph % 3 == 0) {
                html.append("<h2>").append(one(HEADINGS)).append("</h2>");
            }
            List<String> sentences = new ArrayList<>();
            for (int i = 2 + random.nextInt(3); i > 0; i--) {
                // What the article is about stays; the rest changes from sentence to sentence.
                Map<String, String> here = facts("");
                here.put("chuyên mục", facts.get("chuyên mục"));
                here.put("việc", facts.get("việc"));
                String sentence = fill(one(SENTENCES), random.nextInt(3) == 0 ? facts : here);
                words += sentence.split(" ").length;
                sentences.add(sentence);
            }
            if (random.nextInt(6) == 0) {
                html.append("<ul><li>")
                        .append(String.join("</li><li>", sentences))
                        .append("</li></ul>");
            } else {
                html.append("<p>").append(String.join(" ", sentences)).append("</p>");
            }
        }
        return html.toString();
    }

    private Map<String, String> facts(String section) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("chuyên mục", section.toLowerCase(java.util.Locale.ROOT));
        facts.put("việc", one(TOPICS));
        facts.put("nơi", one(PLACES));
        facts.put("đơn vị", one(UNITS));
        facts.put("người", one(PEOPLE));
        facts.put("nhóm", one(GROUPS));
        facts.put("số", String.valueOf(2 + random.nextInt(98)));
        facts.put("số lớn", String.format("%d.%03d", 1 + random.nextInt(40), random.nextInt(1_000)));
        facts.put("phần trăm", (60 + random.nextInt(40)) + "," + random.nextInt(10) + " %");
        facts.put("ngày", String.format("%02d/%02d", 1 + random.nextInt(28), 1 + random.nextInt(12)));
        facts.put(
                "văn bản",
                (1 + random.nextInt(2_000)) + "/" + one(List.of("QĐ-UBND", "KH-UBND", "KH-SVHTT", "CV-SVHTT")));
        return facts;
    }

    // Procedures
    // -------------------------------------------------------------------------------------------------------

    /** As long as real ones: half of them below 5,000 characters, some ten times as long. */
    private void procedures(int count, Path file) throws IOException {
        List<String> titles = new ArrayList<>();
        for (String suffix : SCOPES) {
            for (String thing : THINGS) {
                for (String action : ACTIONS) {
                    titles.add(action + " " + thing + suffix);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String scope = i < titles.size() ? "" : " (trường hợp " + (i / titles.size() + 1) + ")";
            lines.add(procedure(i, titles.get(i % titles.size()) + scope));
        }
        Files.write(file, lines);
    }

    private String procedure(int i, String title) {
        double length = Math.exp(random.nextGaussian() * .7);
        String field = FIELDS.get(i % FIELDS.size());
        String days = (3 + random.nextInt(28)) + " Ngày làm việc";
        String fee = random.nextBoolean() ? "Miễn phí" : (1 + random.nextInt(50)) + "00,000 Việt Nam Đồng(/hồ sơ)";
        String methods = List.of("Trực tuyến", "Trực tiếp", "Dịch vụ bưu chính").stream()
                .map(channel -> channel + "\n" + days + "\n" + fee)
                .collect(Collectors.joining("\n", "Hình thức nộp\nThời gian\nPhí, lệ phí\nMô tả\n", ""));
        String documents = IntStream.range(0, (int) (2 + length * 4))
                .mapToObj(n -> fill(one(PAPERS), facts(field)) + "\nMẫu số " + (n + 1) + ".docx\n1 bản chính,"
                        + (1 + random.nextInt(2)) + " bản sao")
                .collect(Collectors.joining("\n", "--Tên giấy tờ\nMẫu đơn, tờ khai\nSố lượng\n", ""));
        String laws = IntStream.range(0, (int) (2 + length * 2))
                .mapToObj(n -> one(LAWS) + " về " + field.toLowerCase(java.util.Locale.ROOT) + "\n"
                        + (1 + random.nextInt(180)) + "/" + (2012 + random.nextInt(14)) + "/NĐ-CP")
                .collect(Collectors.joining("\n", "Tên văn bản pháp lý\nMã văn bản\n", ""));
        String steps = IntStream.rangeClosed(1, (int) (3 + length * 3))
                .mapToObj(n -> "Bước " + n + ": " + fill(one(STEPS), facts(field)) + "\n\n"
                        + IntStream.range(0, (int) (1 + length * 2))
                                .mapToObj(m -> fill(one(STEPS), facts(field)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return Json.createObjectBuilder()
                .add("code", String.format("%d.%06d", 1 + i % 3, 500_000 + i))
                .add("title", title)
                .add("org", "UBND tỉnh An Hải")
                .add("level", LEVELS.get(i % LEVELS.size()))
                .add("type", "TTHC được luật giao quy định chi tiết")
                .add("field", field)
                .add("decision", (100 + i) + "/QĐ-UBND")
                .add(
                        "target",
                        i % 3 == 0
                                ? "Doanh nghiệp, Hợp tác xã"
                                : "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)")
                .add("agency", one(UNITS))
                .add("steps", steps)
                .add("methods", methods)
                .add("documents", documents)
                .add("legal_basis", laws)
                .add("requirements", fill(one(STEPS), facts(field)))
                .add("result", "Giấy chứng nhận hoặc văn bản trả lời nêu rõ lý do")
                .add("url", "")
                .build()
                .toString();
    }

    // What is asked for
    // ------------------------------------------------------------------------------------------------

    private void targets(Path folder) throws IOException {
        try (StandaloneDatabase database = StandaloneDatabase.open();
                EntityManager em = database.entityManager()) {
            List<String> procedures = em.createQuery(
                            "select p.code from Procedure p order by length(p.content), p.code", String.class)
                    .getResultList();
            List<String> articles = em.createQuery(
                            "select a.slug from Article a, ItemVersion v where a.image is not null and v.itemId = a.id"
                                    + " and v.number = a.version order by length(v.content), a.slug",
                            String.class)
                    .getResultList();
            Properties targets = new Properties();
            targets.setProperty("procedures", String.valueOf(procedures.size()));
            targets.setProperty(
                    "articles",
                    String.valueOf(em.createQuery("select count(a) from Article a", Long.class)
                            .getSingleResult()));
            targets.setProperty("procedure", "/thu-tuc/" + procedures.get(procedures.size() / 2));
            targets.setProperty("longest", "/thu-tuc/" + procedures.getLast());
            targets.setProperty("article", "/bai-viet/" + articles.get(articles.size() / 2));
            try (var out = Files.newOutputStream(folder.resolve("targets.properties"))) {
                targets.store(out, null);
            }
            Files.write(folder.resolve("queries.txt"), queries(em));
        }
    }

    /** What people type: words of titles, half of them without marks, some codes, some things that do not exist. */
    private List<String> queries(EntityManager em) {
        List<String> titles = em.createQuery("select p.title from Procedure p order by p.code", String.class)
                .getResultList();
        List<String> news = em.createQuery("select a.title from Article a order by a.slug", String.class)
                .getResultList();
        List<String> codes = em.createQuery("select p.code from Procedure p order by p.code", String.class)
                .getResultList();
        LinkedHashSet<String> queries = new LinkedHashSet<>(ASKED);
        while (queries.size() < QUERIES) {
            int kind = random.nextInt(20);
            String query = kind == 0
                    ? one(codes)
                    : kind == 1 ? "zq" + random.nextInt(1_000) + " xyz" : words(kind < 15 ? one(titles) : one(news));
            queries.add(random.nextBoolean() ? query : Text.fold(query));
        }
        return List.copyOf(queries);
    }

    private String words(String title) {
        String[] words =
                Text.line(title).replaceAll("[^\\p{L}\\d ]", " ").strip().split(" +");
        int length = Math.min(words.length, 2 + random.nextInt(5));
        int from = random.nextInt(words.length - length + 1);
        return String.join(" ", List.of(words).subList(from, from + length));
    }

    // ------------------------------------------------------------------------------------------------------------------

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");

    private static String fill(String template, Map<String, String> facts) {
        String text = SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(facts.getOrDefault(slot.group(1), "")));
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static final List<String> TOPICS = List.of(
            "số hóa hồ sơ di tích",
            "tiếp nhận hồ sơ trực tuyến",
            "phổ cập bơi cho trẻ em",
            "xây dựng đời sống văn hóa",
            "bảo tồn lễ hội truyền thống",
            "luân chuyển sách về cơ sở",
            "phòng, chống bạo lực gia đình",
            "giải bóng chuyền bãi biển",
            "cấp giấy phép biểu diễn nghệ thuật",
            "kiểm kê di sản văn hóa phi vật thể",
            "đơn giản hóa thủ tục hành chính",
            "trả kết quả tại nhà",
            "tập huấn công chức một cửa",
            "đánh giá sự hài lòng của người dân",
            "kết nối dữ liệu dân cư",
            "ngày hội đọc sách",
            "liên hoan đờn ca tài tử",
            "trùng tu đình làng",
            "tuyển chọn vận động viên trẻ",
            "quản lý quảng cáo ngoài trời",
            "sắp xếp đơn vị sự nghiệp",
            "khoán kinh phí quản lý hành chính",
            "chữ ký số trong cơ quan nhà nước",
            "câu lạc bộ dưỡng sinh người cao tuổi",
            "triển lãm ảnh biển đảo",
            "an toàn phòng cháy tại rạp chiếu phim",
            "sân chơi cho trẻ em khu dân cư",
            "bảo tàng ngoài giờ",
            "công khai ngân sách",
            "gia đình văn hóa tiêu biểu");

    private static final List<String> PLACES = List.of(
            "phường Hải Châu An",
            "phường Vĩnh Hòa",
            "xã Cát Tiến",
            "xã Long Sơn",
            "xã Bình Minh",
            "phường Đông Giang",
            "xã Tân Lập",
            "xã Phú Thịnh",
            "phường Trần Phú",
            "xã Hòa Bình",
            "xã Quảng Lợi",
            "đặc khu Hòn Ngư",
            "xã Yên Sở",
            "phường An Khánh",
            "xã Mỹ Lộc",
            "toàn tỉnh",
            "các xã ven biển",
            "vùng cao phía tây");

    private static final List<String> UNITS = List.of(
            "Sở Văn hóa và Thể thao",
            "Văn phòng Sở",
            "Phòng Quản lý văn hóa và gia đình",
            "Phòng Quản lý thể dục thể thao",
            "Bảo tàng tỉnh",
            "Thư viện tỉnh",
            "Trung tâm Huấn luyện và Thi đấu",
            "Nhà hát Ca múa nhạc",
            "Trung tâm Phục vụ hành chính công",
            "UBND cấp xã",
            "Thanh tra tỉnh",
            "Sở Khoa học và Công nghệ");

    private static final List<String> PEOPLE = List.of(
            "Thu Hà",
            "Minh Quân",
            "Lê Thị Hạnh",
            "Nguyễn Văn Bình",
            "Trần Quốc Dũng",
            "Phạm Ngọc Lan",
            "Hoàng Đức",
            "Vũ Mai Anh",
            "Đặng Thanh Tùng",
            "Bùi Thị Xuân",
            "Đỗ Hải Yến",
            "Ngô Gia Bảo");

    private static final List<String> GROUPS = List.of(
            "người cao tuổi",
            "học sinh tiểu học",
            "đoàn viên thanh niên",
            "hộ kinh doanh",
            "nghệ nhân dân gian",
            "người khuyết tật",
            "công chức cấp xã",
            "doanh nghiệp nhỏ",
            "phụ nữ nông thôn",
            "huấn luyện viên",
            "du khách");

    private static final List<String> HEADINGS = List.of(
            "Kết quả bước đầu",
            "Người dân được gì?",
            "Cách làm",
            "Việc còn phải làm",
            "Ý kiến của cơ sở",
            "Mốc thời gian",
            "Trách nhiệm của từng cơ quan",
            "Bài học kinh nghiệm");

    private static final List<String> TITLES = List.of(
            "{đơn vị} triển khai {việc} tại {nơi}", "{nơi}: {số} mô hình mới về {việc}",
            "Kết quả {việc} năm nay ở {nơi}", "Thông báo về {việc} từ ngày {ngày}",
            "Hơn {số lớn} lượt {nhóm} tham gia {việc}", "Đẩy mạnh {việc} cho {nhóm} tại {nơi}",
            "Hội nghị bàn về {việc}: {số} ý kiến từ {nơi}", "{việc}: cách làm của {nơi}",
            "Kế hoạch {văn bản} về {việc}", "Kiểm tra {việc} tại {số} địa điểm ở {nơi}");

    private static final List<String> LEADS = List.of(
            "Sau {số} tháng thực hiện, {việc} ở {nơi} đã đạt {phần trăm} kế hoạch.",
            "Ngày {ngày}, {đơn vị} tổ chức hội nghị về {việc} với sự tham gia của {số} đại biểu.",
            "{đơn vị} vừa ban hành văn bản số {văn bản} hướng dẫn {việc} dành cho {nhóm}.",
            "Từ ngày {ngày}, {nhóm} tại {nơi} được hướng dẫn miễn phí về {việc}.");

    private static final List<String> SENTENCES = List.of(
            "Theo {đơn vị}, đến ngày {ngày} đã có {số lớn} lượt {nhóm} được phục vụ, tăng {số} % so với cùng kỳ năm trước.",
            "Việc {việc} được giao cho {đơn vị} chủ trì, phối hợp với {nơi} và báo cáo trước ngày {ngày} hằng quý.",
            "Tại {nơi}, {nhóm} không còn phải đi lại nhiều lần vì giấy tờ đã có trong cơ sở dữ liệu được tra cứu ngay tại quầy.",
            "{người} cho biết điều khó nhất là thay đổi thói quen, vì vậy cán bộ đến tận nhà hướng dẫn {nhóm} từng bước.",
            "Kinh phí thực hiện được công khai theo quyết định số {văn bản}, trong đó nguồn xã hội hóa chiếm {số} %.",
            "Trong {số} hồ sơ được kiểm tra ngẫu nhiên, tỷ lệ trả kết quả đúng và trước hạn đạt {phần trăm}.",
            "Các ý kiến của {nhóm} được tổng hợp, trả lời bằng văn bản và đăng trên Cổng thông tin của Sở.",
            "{đơn vị} đề nghị {nơi} rà soát lại danh sách, bổ sung những trường hợp còn thiếu và gửi về trước ngày {ngày}.",
            "Chương trình gồm {số} buổi, diễn ra vào cuối tuần để {nhóm} thuận tiện tham gia.",
            "Đây là năm thứ {số} hoạt động {việc} được duy trì tại {nơi}.",
            "Người dân có thể nộp hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia hoặc đến trực tiếp {đơn vị}.",
            "Mỗi nhiệm vụ trong kế hoạch {văn bản} đều ghi rõ người chịu trách nhiệm, thời hạn và sản phẩm phải hoàn thành.",
            "Ở {nơi}, {số} câu lạc bộ đã đăng ký, thu hút hơn {số lớn} người thuộc nhóm {nhóm}.",
            "So với mục tiêu đề ra, {việc} còn chậm ở vùng xa do thiếu thiết bị và đường truyền.",
            "{đơn vị} sẽ bố trí thêm {số} điểm hướng dẫn, mỗi điểm có ít nhất hai công chức trực trong giờ hành chính.",
            "Kết quả khảo sát {số lớn} phiếu cho thấy {phần trăm} người được hỏi hài lòng với thái độ phục vụ.",
            "Ông {người}, đại diện {nhóm} tại {nơi}, mong muốn thủ tục được viết ngắn gọn và dễ hiểu hơn.",
            "Những nội dung vượt thẩm quyền được kiến nghị lên Ủy ban nhân dân tỉnh tại văn bản số {văn bản}.",
            "Ban tổ chức trao {số} giải cho các tập thể và cá nhân có cách làm sáng tạo.",
            "Toàn bộ tài liệu của hội nghị về {việc} được đăng tải để {nhóm} tải về và góp ý đến hết ngày {ngày}.",
            "Công tác {chuyên mục} năm nay lấy người dân làm trung tâm, coi trọng chất lượng hơn số lượng.",
            "Di tích tại {nơi} đón {số lớn} lượt khách, riêng dịp lễ chiếm gần một nửa.",
            "Lãnh đạo {đơn vị} yêu cầu không để phát sinh giấy tờ ngoài quy định, không hẹn người dân quá một lần.",
            "Dữ liệu về {việc} được cập nhật hằng ngày và chia sẻ với các sở, ngành liên quan.",
            "Sau hội nghị, {nơi} sẽ thí điểm trong {số} tháng trước khi nhân rộng ra toàn tỉnh.",
            "Lực lượng tình nguyện gồm {số} bạn trẻ hỗ trợ {nhóm} cài đặt tài khoản định danh điện tử.");

    private static final List<String> ACTIONS = List.of(
            "Cấp",
            "Cấp lại",
            "Gia hạn",
            "Thu hồi",
            "Cấp đổi",
            "Sửa đổi, bổ sung",
            "Đăng ký",
            "Chấp thuận",
            "Thẩm định",
            "Công nhận",
            "Thông báo thay đổi",
            "Phê duyệt");

    private static final List<String> THINGS = List.of(
            "giấy phép kinh doanh dịch vụ karaoke",
            "giấy chứng nhận đủ điều kiện kinh doanh thể thao",
            "giấy phép tổ chức lễ hội",
            "giấy phép triển lãm mỹ thuật",
            "chứng chỉ hành nghề tu bổ di tích",
            "giấy chứng nhận quyền sử dụng đất",
            "giấy phép xây dựng nhà ở riêng lẻ",
            "giấy phép lao động cho người nước ngoài",
            "thẻ hướng dẫn viên du lịch",
            "giấy phép kinh doanh dịch vụ lữ hành",
            "giấy chứng nhận an toàn thực phẩm",
            "giấy phép khai thác nước dưới đất",
            "chứng chỉ hành nghề dược",
            "giấy phép hoạt động khám bệnh, chữa bệnh",
            "giấy phép kinh doanh vận tải bằng xe ô tô",
            "giấy phép lái xe",
            "giấy đăng ký kết hôn có yếu tố nước ngoài",
            "bản sao trích lục hộ tịch",
            "giấy chứng nhận đăng ký hợp tác xã",
            "giấy chứng nhận đầu tư",
            "giấy phép hoạt động thư viện tư nhân",
            "giấy phép nhập khẩu văn hóa phẩm",
            "giấy phép hoạt động bưu chính",
            "giấy phép xuất bản tài liệu không kinh doanh",
            "giấy phép môi trường",
            "giấy phép thăm dò khoáng sản",
            "giấy chứng nhận cơ sở nuôi trồng thủy sản",
            "giấy phép khai thác thủy sản",
            "chứng chỉ hành nghề thú y",
            "giấy phép bán lẻ rượu",
            "giấy phép bán lẻ thuốc lá",
            "trợ cấp bảo trợ xã hội hằng tháng",
            "chế độ mai táng phí đối với người có công",
            "giấy xác nhận khuyết tật",
            "hồ sơ nhận nuôi con nuôi trong nước",
            "giấy phép thành lập trường mầm non",
            "giấy phép hoạt động giáo dục kỹ năng sống",
            "bằng tốt nghiệp từ sổ gốc",
            "giấy phép biểu diễn nghệ thuật",
            "giấy xác nhận sản phẩm quảng cáo",
            "hồ sơ xếp hạng di tích cấp tỉnh",
            "danh hiệu gia đình văn hóa",
            "giấy phép thành lập câu lạc bộ thể thao",
            "giấy chứng nhận doanh nghiệp công nghệ số",
            "giấy phép sử dụng tần số vô tuyến điện",
            "chứng chỉ hành nghề luật sư",
            "giấy phép hoạt động công chứng",
            "thẻ căn cước cho công dân",
            "thẻ thường trú cho người nước ngoài",
            "giấy xác nhận cư trú",
            "giấy phép sử dụng pháo hoa",
            "giấy chứng nhận phòng cháy và chữa cháy",
            "quyết định giao đất",
            "quyết định chuyển mục đích sử dụng đất",
            "giấy phép đấu nối hạ tầng giao thông",
            "chứng nhận đăng ký tàu cá",
            "giấy phép hoạt động điện lực",
            "chứng nhận hợp quy vật liệu xây dựng",
            "phương án bồi thường, hỗ trợ và tái định cư",
            "giấy phép dạy nghề trình độ sơ cấp");

    private static final List<String> SCOPES =
            List.of("", " thuộc thẩm quyền của cấp tỉnh", " tại Ủy ban nhân dân cấp xã", " đối với tổ chức");

    private static final List<String> LEVELS = List.of("Cấp Tỉnh", "Cấp Xã", "Cấp bộ", "Cấp Tỉnh");

    private static final List<String> FIELDS = List.of(
            "Văn hóa",
            "Thể dục thể thao",
            "Di sản văn hóa",
            "Thư viện",
            "Gia đình",
            "Du lịch",
            "Đất đai",
            "Hộ tịch",
            "Bảo trợ xã hội",
            "Giáo dục mầm non",
            "Môi trường",
            "Xây dựng",
            "Lao động nước ngoài",
            "Người có công",
            "Thủy sản",
            "An toàn thực phẩm",
            "Luật sư",
            "Giao thông đường bộ",
            "Khám bệnh, chữa bệnh",
            "Quảng cáo",
            "Xuất nhập cảnh",
            "Khoáng sản");

    private static final List<String> STEPS = List.of(
            "Tổ chức, cá nhân chuẩn bị đầy đủ hồ sơ theo quy định và nộp tại {đơn vị} hoặc qua Cổng Dịch vụ công quốc gia.",
            "{đơn vị} kiểm tra tính hợp lệ của hồ sơ; hồ sơ chưa đầy đủ thì trong {số} giờ làm việc phải hướng dẫn bổ sung một lần bằng văn bản.",
            "Trong thời hạn {số} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, cơ quan tiếp nhận tổ chức thẩm định và lấy ý kiến của {nơi}.",
            "Trường hợp cần kiểm tra thực tế, đoàn kiểm tra lập biên bản có chữ ký của {nhóm} và gửi về {đơn vị}.",
            "Người nộp hồ sơ nhận kết quả tại {nơi}, qua dịch vụ bưu chính công ích hoặc bản điện tử trên hệ thống.",
            "Trường hợp từ chối phải trả lời bằng văn bản và nêu rõ lý do theo quy định tại văn bản số {văn bản}.",
            "Cơ quan có thẩm quyền quyết định trên cơ sở báo cáo thẩm định, ý kiến của các cơ quan liên quan và quy hoạch đã được phê duyệt.");

    private static final List<String> PAPERS = List.of(
            "Đơn đề nghị theo mẫu ban hành kèm theo văn bản số {văn bản}",
            "Bản sao có chứng thực giấy tờ chứng minh quyền sử dụng địa điểm tại {nơi}",
            "Sơ yếu lý lịch của người đứng đầu, có xác nhận của {nơi}",
            "Bản thuyết minh về cơ sở vật chất, trang thiết bị và nhân lực",
            "Văn bản ủy quyền (nếu nộp thay cho {nhóm})",
            "Danh sách {nhóm} kèm văn bằng, chứng chỉ chuyên môn",
            "Phương án bảo đảm an ninh, trật tự và phòng cháy, chữa cháy");

    private static final List<String> LAWS = List.of(
            "Nghị định quy định chi tiết thi hành một số điều của Luật",
            "Nghị định sửa đổi, bổ sung một số quy định",
            "Nghị định phân cấp, phân quyền");

    /** What is asked for most in offices. */
    private static final List<String> ASKED = List.of(
            "đăng ký kết hôn",
            "dang ky ket hon",
            "khai sinh",
            "lam lai can cuoc cong dan",
            "cấp lại giấy phép lái xe",
            "giấy phép xây dựng nhà ở",
            "sổ đỏ",
            "chuyen muc dich su dung dat",
            "đăng ký tạm trú",
            "hộ chiếu",
            "karaoke",
            "giay phep kinh doanh",
            "đăng ký hộ kinh doanh",
            "tro cap nguoi cao tuoi",
            "bảo hiểm thất nghiệp",
            "người có công",
            "mai táng phí",
            "hồ bơi",
            "phòng gym",
            "lễ hội",
            "bảo tàng",
            "thư viện",
            "quảng cáo",
            "cải cách hành chính",
            "một cửa",
            "dịch vụ công trực tuyến",
            "lý lịch tư pháp",
            "công chứng",
            "chứng thực bản sao",
            "an toàn thực phẩm");
}
