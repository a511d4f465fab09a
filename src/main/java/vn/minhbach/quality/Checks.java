package vn.minhbach.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.minhbach.procedure.ProcedureProof;
import vn.minhbach.procedure.SourceText;
import vn.minhbach.shared.Text;

/**
 * Reads a procedure's page and its source side by side. Each check knows one way in which a page can say something else than its source;
 * none knows how the page was made.
 */
public final class Checks {

    private static final String NOTHING = "Không có thông tin";
    private static final Pattern LEVEL_TOLD =
            Pattern.compile("(?iu)toàn trình|một phần|có phần phải đến|phải đến cơ quan|chưa nộp được qua mạng");
    private static final Pattern AMOUNT =
            Pattern.compile("(?iu)\\d[\\d.,]{0,20}(?: ?%| ?(?:việt nam đồng|đồng|vnđ|vnd|đ|usd)(?!\\p{L}))");
    private static final Pattern COUNCIL = Pattern.compile("(?iu)hội đồng nhân dân|hđnd");
    private static final Pattern FEE_SENTENCE = Pattern.compile("(?iu)phí(?:[^.;\\n]|\\.(?=\\d)){0,160}");
    private static final Pattern FREE_CELL = Pattern.compile("Miễn phí\\((?<said>[^\\n]{1,400})");
    private static final Pattern NOTHING_MORE = Pattern.compile("(?iu)[-\\s]{0,4}(?:không(?: có| quy định| có quy định"
            + "| thu phí| thu| mất phí| có phí| thu phí, lệ phí)?|miễn phí|miễn lệ phí|không có thông tin)[\\s.;)]*");

    /** Brackets that are the mark of a list and not an explanation: "(1) …", "(i) …". */
    private static final Pattern LIST_MARK = Pattern.compile("(?:\\d{1,2}|[ivx]{1,4})\\)");

    private static final Pattern CONDITION =
            Pattern.compile("(?iu)miễn phí,? (?:\\(?)(?:đối với|cho|khi|nếu|từ ngày|trong|với|đến).*");
    private static final Pattern PAID = Pattern.compile("\\d[\\d.,]{0,20} (?:VNĐ|VND|Việt Nam Đồng|Đồng|USD|EUR)");
    private static final Pattern SMALL =
            Pattern.compile("(?<![\\d.,])(?<!Nguồn ghi )\\d{1,3} (?:đồng|VNĐ|VND|Việt Nam Đồng)(?![\\p{L}])");
    private static final Pattern LABEL = Pattern.compile("(?<label>Trực tuyến|Trực tiếp|Dịch vụ bưu chính)\\n");
    private static final Pattern FIGURES = Pattern.compile("\\d[\\d.,]*");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}]{2,}");
    private static final Pattern COUNT_SHOWN =
            Pattern.compile("(?:(?<cases>[\\d.]{1,7}) trường hợp, mỗi trường hợp )?(?:từ (?<least>[\\d.]{1,7}) đến )?"
                    + "(?<most>[\\d.]{1,7}) (?:mục|loại) giấy tờ.*");
    private static final Pattern REMARK = Pattern.compile(
            "(?iu)[-+*•\\s]{0,6}(?:\\d[/.)] ?)?(?:lưu ý|ghi chú|chú ý|số lượng hồ sơ|số bộ hồ sơ)(?!\\p{L})");
    private static final Pattern ORIGINAL = Pattern.compile("(?iu)bản\\s+chính");
    private static final Pattern MARK =
            Pattern.compile("[-+*\\s]{0,6}\\(?(?:(?<number>\\d{1,2})|(?<letter>[a-eđghiklmnop]))[.)](?!\\d).*");
    private static final Pattern STEP_WORD = Pattern.compile("(?iu)(?:[-+*•] ?)?bước (?<number>\\d{1,2})(?!\\d).*");
    private static final Pattern ONE = Pattern.compile("(?:Bước|BƯỚC) 1 ?[:.]");
    private static final Pattern TWO = Pattern.compile("(?:Bước|BƯỚC) 2 ?[:.]");
    private static final Pattern BULLET = Pattern.compile("[-+*•●–] ?\\p{L}.*");
    private static final Pattern UNIT =
            Pattern.compile("(?<![\\p{L}/])\\d{1,6} (?:Ngày|Giờ|Phút|Tuần|Tháng|Năm)(?![\\p{L}])");
    private static final Pattern BARE = Pattern.compile("[\\d.,]+");
    private static final Pattern MONEY = Pattern.compile(
            "(?<!Nguồn ghi \\d{1,4} )(?:Việt Nam Đồng|VNĐ|VND)(?!\\p{L})|(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?= ?(?:đồng|VN))");
    private static final Pattern TWICE = Pattern.compile("(?iu)(?<!\\p{L})số\\s+(?:quyết định\\s+)?số(?!\\p{L})");
    private static final Pattern KIND_WORD = Pattern.compile(
            "(?iu)luật|nghị định|nghị quyết|thông tư|quyết định|pháp lệnh|chỉ thị|công văn|hiến pháp|hiệp định|công ước|văn bản|nghị định thư|thông báo|quy chuẩn|hướng dẫn|sắc lệnh|điều ước|quy chế|kế hoạch|lệnh");
    private static final Pattern JUNK = Pattern.compile(
            "Từ khóa ?(?:Không có thông tin|Mô tả)|Chọn cơ quan thực hiện|-- Chọn|Mã: KQ\\.|Hệ thống chỉ hiển thị những cơ quan");
    private static final Pattern GONE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:cấp huyện|phòng tư pháp|quận, huyện|thị trấn|(?:ủy|uỷ) ban nhân dân (?:huyện|quận)|ubnd (?:huyện|quận)|công an huyện|tổng cục thuế|tổng cục hải quan|sở giao thông vận tải|sở kế hoạch và đầu tư|sở tài nguyên và môi trường)(?!\\p{L})");

    /** Words with which the portal speaks of the source without adding to it. */
    private static final Set<String> HEDGES = WORDS.matcher(
                    ("chưa có dữ liệu nguồn ghi không kèm đơn vị xem thời hạn trong phần mô tả"
                            + " theo mức do hđnd tỉnh quy định cột phí của miễn phí có trường hợp từng bên dưới nhưng nêu khoản phải nộp"
                            + " có thể là đồng bản gốc cơ quan thực hiện dữ liệu công bố không có hình thức trực tuyến cách thức"
                            + " cổng dịch vụ công quốc gia mỗi từ đến mục giấy tờ thành phần hồ sơ qua bưu chính trực tiếp ngày làm việc"
                            + " giờ tháng năm tuần quý phút"))
            .results()
            .map(found -> found.group())
            .collect(Collectors.toUnmodifiableSet());

    private final SourceText source;
    private final Set<String> own;
    private final Shown page;
    private final String methods;
    private final List<Finding> findings = new ArrayList<>();

    private Checks(SourceText source, Set<String> own, Shown page) {
        this.source = source;
        this.own = own;
        this.page = page;
        methods = composed("methods");
    }

    /** What is wrong with all that readers are shown of a procedure, each thing once. */
    public static List<Finding> of(SourceText source, ProcedureProof.Printed printed) {
        return Stream.concat(
                        printed.pages().stream().flatMap(page -> ofPage(source, printed.own(), page).stream()),
                        printed.sheets().stream().flatMap(sheet -> ofSheet(source, printed.own(), sheet).stream()))
                .distinct()
                .toList();
    }

    /** The sheet of a case has no summary and no parts; what stands on it is written as on the page. */
    private static List<Finding> ofSheet(SourceText source, Set<String> own, String html) {
        var checks = new Checks(source, own, new Shown(html));
        checks.thousands();
        checks.ticked();
        checks.spelling();
        checks.decision();
        checks.debris();
        checks.former();
        return checks.findings;
    }

    /**
     * What is wrong with a page.
     *
     * @param own fields of the source that the board says otherwise; what the page says there is not laid beside them
     * @param html the page as it was rendered
     */
    static List<Finding> ofPage(SourceText source, Set<String> own, String html) {
        var checks = new Checks(source, own, new Shown(html));
        checks.online();
        checks.words();
        checks.silence();
        checks.fees();
        checks.thousands();
        checks.answers();
        checks.papers();
        checks.steps();
        checks.bullets();
        checks.spelling();
        checks.decision();
        checks.register();
        checks.debris();
        checks.former();
        checks.unread();
        return checks.findings.stream().distinct().toList();
    }

    private String composed(String part) {
        return java.text.Normalizer.normalize(source.part(part), java.text.Normalizer.Form.NFC)
                .replace("\r", "");
    }

    private void found(Fault fault, String there, String shown) {
        findings.add(new Finding(fault, there, shown));
    }

    private String whole() {
        return Stream.of("title", "methods", "agency", "result", "documents", "steps", "org", "requirements")
                .map(this::composed)
                .collect(Collectors.joining("\n"));
    }

    /** What the source says of the channel that the summary shows: everything between its label and the next. */
    private String ofChannel() {
        var wanted = page.channel();
        var label = LABEL.matcher(methods);
        var text = new StringBuilder();
        var from = -1;
        var inside = false;
        while (label.find()) {
            if (inside) {
                text.append(methods, from, label.start()).append('\n');
            }
            inside = label.group("label").equals(wanted)
                    || (label.group("label").startsWith("Dịch vụ") && wanted.contains("bưu chính"));
            from = label.end();
        }
        if (inside) {
            text.append(methods.substring(from));
        }
        return text.toString();
    }

    /** Whether the source has the say there. */
    private boolean follows(String part) {
        return !own.contains(part);
    }

    private void online() {
        if (!follows("methods")) {
            return;
        }
        for (var line : Stream.concat(page.answer("how").stream(), page.answer("where").stream())
                .toList()) {
            var told = LEVEL_TOLD.matcher(line);
            if (told.find()
                    && !methods.toLowerCase(Locale.ROOT).contains(told.group().toLowerCase(Locale.ROOT))) {
                found(Fault.INVENTED_ONLINE, methods, line);
            }
        }
    }

    private void words() {
        var known = tokens(whole());
        var figures = FIGURES.matcher(whole())
                .results()
                .map(one -> digits(one.group()))
                .toList();
        for (var answer : List.of("where", "time", "fee", "how", "papers")) {
            if (!follows(partOf(answer))) {
                continue;
            }
            for (var line : page.answer(answer)) {
                var strange = tokens(line);
                strange.removeAll(known);
                strange.removeAll(HEDGES);
                var certain = line.replaceFirst("có thể là.*", "");
                var made = answer.equals("papers")
                        ? List.<String>of()
                        : FIGURES.matcher(certain)
                                .results()
                                .map(one -> digits(one.group()))
                                .filter(one -> figures.stream().noneMatch(known1 -> known1.endsWith(one)))
                                .toList();
                if (!strange.isEmpty() || !made.isEmpty()) {
                    found(Fault.INVENTED_WORDS, strange + " " + made + " · " + sourceOf(answer), line);
                }
            }
        }
    }

    private static Set<String> tokens(String text) {
        return WORDS.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String digits(String figure) {
        return figure.replaceAll("\\D", "");
    }

    private void silence() {
        for (var cell : page.select("#cach-thuc td")) {
            if (cell.text().equals("Không quy định") && follows("methods") && !methods.contains("Không quy định")) {
                found(Fault.SILENCE_AS_FACT, methods, cell.text());
            }
        }
        var forms = page.part("bieu-mau").text();
        if (forms.contains("không có biểu mẫu") && follows("documents")) {
            found(Fault.SILENCE_AS_FACT, composed("documents"), forms);
        }
    }

    private void fees() {
        var there = ofChannel();
        var answer = page.answer("fee");
        var first = answer.isEmpty() ? "" : answer.getFirst();
        if (first.startsWith("Miễn phí")
                && follows("methods")
                && !CONDITION.matcher(first).matches()) {
            contradiction(there, first);
        }
    }

    private void thousands() {
        Stream.concat(
                        page.answer("fee").stream(),
                        page
                                .select("#cach-thuc td[data-label=Phí, lệ phí] p, .case td[data-label=Phí, lệ phí] p")
                                .stream()
                                .map(Element::text))
                .filter(line -> SMALL.matcher(line).find())
                .forEach(line -> found(Fault.LOST_THOUSANDS, methods, line));
    }

    private void contradiction(String there, String first) {
        var cell = FREE_CELL.matcher(there);
        while (cell.find()) {
            var said = cell.group("said");
            if (!NOTHING_MORE.matcher(said).lookingAt()
                    && !LIST_MARK.matcher(said).lookingAt()) {
                found(Fault.FREE_BUT_FEE, cell.group(), first);
                return;
            }
        }
        var sentence = FEE_SENTENCE.matcher(there);
        while (sentence.find()) {
            if (AMOUNT.matcher(sentence.group()).find()
                    || COUNCIL.matcher(sentence.group()).find()) {
                found(Fault.FREE_BUT_FEE, sentence.group(), first);
                return;
            }
        }
        var paid = PAID.matcher(there);
        if (paid.find()) {
            found(Fault.FREE_BUT_FEE, paid.group(), first);
        }
    }

    private void answers() {
        var there = ofChannel().strip();
        if (there.isEmpty()) {
            return;
        }
        if (isSilent("time") && Character.isDigit(there.charAt(0))) {
            found(Fault.ANSWER_MISSING, there, String.join(" ", page.answer("time")));
        }
        if (isSilent("fee") && there.contains("Miễn phí")) {
            found(Fault.ANSWER_MISSING, there, String.join(" ", page.answer("fee")));
        }
        if (isSilent("papers") && composed("documents").contains("bản chính")) {
            found(Fault.ANSWER_MISSING, composed("documents"), String.join(" ", page.answer("papers")));
        }
        if (isSilent("where")
                && !composed("agency").isBlank()
                && !composed("agency").strip().equals(NOTHING)) {
            found(Fault.ANSWER_MISSING, composed("agency"), String.join(" ", page.answer("where")));
        }
    }

    /** The field of the source that one of the page's answers rests on. */
    private static String partOf(String answer) {
        return switch (answer) {
            case "where" -> "agency";
            case "papers" -> "documents";
            default -> "methods";
        };
    }

    private String sourceOf(String answer) {
        return composed(partOf(answer));
    }

    /** Whether the page has no answer though it follows the source there. */
    private boolean isSilent(String answer) {
        if (!follows(partOf(answer))) {
            return false;
        }
        var lines = page.answer(answer);
        return lines.isEmpty() || lines.stream().allMatch(line -> line.startsWith("Chưa có"));
    }

    private void papers() {
        var tables = page.select("#ho-so table");
        var counts = new ArrayList<Integer>();
        for (var table : tables) {
            var count = 0;
            var previous = 0;
            for (var row : table.select("tbody tr:not(.remark)")) {
                var name = row.select("th").text();
                var numbers = row.select("td.num").eachText();
                count++;
                if (numbers.stream().allMatch(number -> number.equals("0"))
                        || REMARK.matcher(name).lookingAt()
                        || name.endsWith(":")) {
                    found(Fault.NO_PAPER, name, row.text());
                }
                var place = place(name);
                if (place > 0 && place < previous) {
                    found(Fault.PAPER_ORDER, name, row.text());
                }
                previous = place > 0 ? place : previous;
            }
            counts.add(count);
        }
        if (tables.isEmpty()) {
            return;
        }
        var told = COUNT_SHOWN.matcher(String.join(" ", page.answer("papers")));
        if (told.matches()) {
            var most = Integer.parseInt(digits(told.group("most")));
            var least = told.group("least") == null ? most : Integer.parseInt(digits(told.group("least")));
            var cases = told.group("cases") == null ? 1 : Integer.parseInt(digits(told.group("cases")));
            var right = cases == counts.size()
                    && least
                            == counts.stream().mapToInt(Integer::intValue).min().orElse(0)
                    && most == counts.stream().mapToInt(Integer::intValue).max().orElse(0);
            if (!right) {
                found(Fault.PAPER_COUNT, counts.toString(), told.group());
            }
        }
        rows();
    }

    /** Every row of the source ends with its number of originals, so the page must have as many rows as that stands in the source. */
    private void rows() {
        var there = ORIGINAL.matcher(composed("documents")).results().count();
        var shown = page.select("#ho-so tbody tr").size()
                + page.select("#ho-so tbody th, #ho-so tbody td:not(.num), #ho-so caption").eachText().stream()
                        .mapToLong(text -> ORIGINAL.matcher(text).results().count())
                        .sum();
        if (there > 0 && there != shown && follows("documents")) {
            found(Fault.PAPER_COUNT, there + " × bản chính", shown + " × bản chính");
        }
    }

    /** What somebody is to tick off on the sheet of a case. */
    private void ticked() {
        for (var paper : page.select(".checks label > span > span:first-child")) {
            if (REMARK.matcher(paper.text()).lookingAt() || paper.text().endsWith(":")) {
                found(Fault.NO_PAPER, paper.text(), paper.text());
            }
        }
    }

    private static int place(String name) {
        var mark = MARK.matcher(name);
        if (!mark.matches()) {
            return 0;
        }
        return mark.group("number") != null
                ? Integer.parseInt(mark.group("number"))
                : "abcdđeghiklmnop".indexOf(mark.group("letter")) + 1;
    }

    private void steps() {
        for (var list : page.select("#trinh-tu ol.steps")) {
            var steps = list.select("> li");
            if (steps.size() == 1
                    && !STEP_WORD.matcher(Text.line(composed("steps"))).lookingAt()) {
                found(Fault.ONE_BLOCK, composed("steps"), steps.text());
            }
            for (var i = 0; i < steps.size(); i++) {
                var word = STEP_WORD.matcher(steps.get(i).text());
                if (word.lookingAt() && Integer.parseInt(word.group("number")) != i + 1) {
                    found(
                            Fault.STEP_NUMBER,
                            word.group(),
                            (i + 1) + ": " + steps.get(i).text());
                }
            }
        }
        page.select("#trinh-tu p, #trinh-tu li").stream()
                .map(Element::ownText)
                .filter(text -> ONE.matcher(text).find() && TWO.matcher(text).find())
                .forEach(text -> found(Fault.ONE_BLOCK, composed("steps"), text));
    }

    private void bullets() {
        var lines = page.paragraphs()
                .map(Element::text)
                .filter(text -> BULLET.matcher(text).matches())
                .toList();
        if (!lines.isEmpty()) {
            found(Fault.BULLETS, lines.getFirst(), lines.size() + " × " + lines.getFirst());
        }
    }

    private void spelling() {
        var times = Stream.concat(
                        page.answer("time").stream(),
                        page
                                .select(
                                        "#cach-thuc td[data-label=Thời hạn giải quyết], .case td[data-label=Thời hạn giải quyết]")
                                .stream()
                                .map(Element::text))
                .toList();
        times.stream()
                .filter(text -> UNIT.matcher(text).find() || BARE.matcher(text).matches())
                .forEach(text -> found(Fault.TIME_SPELLING, text, text));
        Stream.concat(
                        page.answer("fee").stream(),
                        page.select("#cach-thuc td[data-label=Phí, lệ phí], .case td[data-label=Phí, lệ phí]").stream()
                                .map(Element::text))
                .filter(text -> MONEY.matcher(text).find())
                .forEach(text -> found(Fault.MONEY_SPELLING, text, text));
    }

    private void decision() {
        var state = page.select(".stateline, .sheet").text();
        if (TWICE.matcher(state).find()) {
            found(Fault.NUMBER_TWICE, composed("decision"), state);
        }
    }

    private void register() {
        for (var basis : page.select("#can-cu li")) {
            var text = basis.text();
            var letters = text.chars().filter(Character::isLetter).count();
            if (letters > 20 && text.chars().filter(Character::isUpperCase).count() * 10 > letters * 8) {
                found(Fault.CAPITALS, text, text);
            }
            if (!KIND_WORD.matcher(text).find()) {
                found(Fault.BARE_NUMBER, text, text);
            }
        }
        for (var table : page.select("#cach-thuc table")) {
            var columns = table.select("thead th").size();
            if (table.select("tbody tr").stream()
                    .allMatch(row -> row.select("td").size() == columns
                            && row.select("td").last() instanceof Element last
                            && last.text().isEmpty())) {
                found(Fault.EMPTY_COLUMN, methods, table.select("thead").text());
            }
        }
        var agencies = page.part("co-quan").text();
        if (composed("agency").isBlank()
                && follows("agency")
                && !agencies.contains("Chưa có dữ liệu")
                && !agencies.contains("chưa có thông tin")) {
            found(Fault.NO_AGENCY, "", agencies);
        }
    }

    private void debris() {
        var text = page.text();
        var junk = JUNK.matcher(text);
        if (junk.find()) {
            found(Fault.DEBRIS, junk.group(), around(text, junk.start(), junk.end()));
        }
    }

    private void former() {
        // A legal document may have in its title what is gone by now; nobody is sent there.
        var parts =
                page.select("article section:not(#can-cu), article > .prose").text();
        var gone = GONE.matcher(parts);
        if (page.part("co-quan-cu").isEmpty() && gone.find()) {
            found(Fault.FORMER_OFFICE, gone.group(), around(parts, gone.start(), gone.end()));
        }
    }

    private static String around(String text, int start, int end) {
        return text.substring(Math.max(0, start - 80), Math.min(text.length(), end + 80));
    }

    private void unread() {
        unread("methods", "#cach-thuc", "table", "Hình thức nộp");
        unread("documents", "#ho-so", "table", "Tên giấy tờ");
        unread("legal_basis", "#can-cu", "li", "Tên văn bản pháp lý");
    }

    /** A table of the source of which the page has made no table or list. */
    private void unread(String part, String place, String made, String heading) {
        var there = composed(part);
        if (there.contains(heading)
                && follows(part)
                && page.select(place + " " + made).isEmpty()) {
            var shown = page.select(place).text();
            if (!shown.contains("Chưa có dữ liệu")) {
                found(Fault.UNREAD, there, shown);
            }
        }
    }
}
