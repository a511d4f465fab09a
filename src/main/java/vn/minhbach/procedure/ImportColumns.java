package vn.minhbach.procedure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.minhbach.shared.Text;

/**
 * What the columns of a table hold. Offices name them in their own way, in Vietnamese or in English, in any order, with blanks and
 * capitals; a column is known by what its name means.
 */
final class ImportColumns {

    /** The field that a record cannot be without, and the other one. */
    static final String CODE = "code";

    static final String TITLE = "title";

    /** How many rows of a table may stand above its header: the office, the title, an empty line. */
    static final int HEADER_WITHIN = 20;

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    /** Each field by its own name, and after it other names, without marks, blanks and signs. */
    private static final Map<String, String> FIELDS = Stream.of(
                    "code ma mathutuc matthc masotthc mathutuchanhchinh maso masothutuc maquocgia procedurecode",
                    "title ten tenthutuc tentthc tenthutuchanhchinh thutuc thutuchanhchinh tengoi name procedurename",
                    "org coquancongbo coquanbanhanh donvicongbo publishedby announcedby",
                    "decision quyetdinh soquyetdinh quyetdinhcongbo soquyetdinhcongbo quyetdinhso decisionnumber",
                    "level cap capthuchien capgiaiquyet governmentlevel",
                    "type loai loaithutuc loaitthc loaithutuchanhchinh proceduretype",
                    "field linhvuc tenlinhvuc linhvucthuchien area sector",
                    "target doituong doituongthuchien audience applicant applicants",
                    "agency coquanthuchien coquangiaiquyet donvithuchien performingagency",
                    "steps trinhtu trinhtuthuchien cacbuoc cacbuocthuchien",
                    "requirements yeucau dieukien yeucaudieukien yeucauvadieukien yeucaudieukienthuchien conditions",
                    "result ketqua ketquathuchien ketquagiaiquyet results",
                    "methods cachthuc cachthucthuchien hinhthucnop hinhthucthuchien ways",
                    "documents thanhphanhoso hoso giayto giaytocannop papers",
                    "legal_basis cancuphaply cosophaply cancu legalbasis",
                    "legal_numbers sohieuvanban sokyhieuvanban sokyhieu sohieu legalnumbers",
                    "url lienket duongdan diachitrang link")
            .map(line -> line.split(" "))
            .flatMap(names -> Stream.of(names).map(name -> Map.entry(meaning(name), names[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));

    /** The part that a column of the portal's own files holds, and which piece of it. */
    private static final Pattern PART = Pattern.compile("\\[(\\p{Alpha}{1,30}+)](?: (\\d{1,2}))?$");

    /** A code that a spreadsheet took for a number: with a comma, or with what binary fractions leave behind. */
    private static final Pattern NUMBER_AS_CODE = Pattern.compile("'?([1-9])[.,](\\d{1,20})");

    private static final BigDecimal TRACE = new BigDecimal("0.000000001");

    /** The field of each column; empty for one that means nothing here. */
    private final List<String> fields;

    /** How the file calls the column of each field. */
    private final Map<String, String> names;

    private final List<String> header;

    private ImportColumns(List<String> header) {
        this.header = header;
        this.fields = header.stream().map(ImportColumns::field).toList();
        this.names = new HashMap<>();
        for (var i = 0; i < fields.size(); i++) {
            names.putIfAbsent(fields.get(i), name(i));
        }
        names.remove("");
    }

    static ImportColumns of(List<String> header) {
        return new ImportColumns(header);
    }

    /** The field that a name means; empty for one that means none. */
    static String field(String name) {
        var part = PART.matcher(name);
        if (part.find() && ProcedureParts.NAMES.contains(part.group(1))) {
            return ExportedProcedure.field(part.group(1)) + (part.group(2) == null ? "" : "_" + part.group(2));
        }
        return FIELDS.getOrDefault(meaning(name), "");
    }

    private static String meaning(String name) {
        return NO_LETTER.matcher(Text.fold(name)).replaceAll("");
    }

    /** Whether this is the header of a table of procedures. */
    boolean isHeader() {
        return names.containsKey(CODE) && names.containsKey(TITLE);
    }

    /** How many columns mean something. */
    int known() {
        return names.size();
    }

    int place(String field) {
        return fields.indexOf(field);
    }

    /** The one sentence about a table that has no such header. */
    static ImportException missing(List<ImportColumns> rows) {
        var nearest = rows.stream()
                .filter(row -> row.header.stream().anyMatch(cell -> !cell.isBlank()))
                .reduce((best, row) -> row.known() > best.known() ? row : best);
        if (nearest.isEmpty()) {
            return new ImportException("Tệp không có dòng nào, hãy kiểm tra lại tệp đã chọn.");
        }
        var row = nearest.get();
        var spoilt = ImportLetters.spoilt(String.join(" ", row.header));
        if (spoilt.isPresent()) {
            return ImportLetters.refusal(spoilt.get(), "dòng " + (rows.indexOf(row) + 1));
        }
        var lacking = row.names.containsKey(CODE)
                ? "cột tên thủ tục"
                : row.names.containsKey(TITLE) ? "cột mã thủ tục" : "cột mã thủ tục và cột tên thủ tục";
        return new ImportException(
                "Không thấy %s trong %d dòng đầu; dòng %d có %s; hãy đặt tên cột là “Mã thủ tục”, “Tên thủ tục”."
                        .formatted(
                                lacking,
                                HEADER_WITHIN,
                                rows.indexOf(row) + 1,
                                IntStream.range(0, row.header.size())
                                        .filter(i -> !row.header.get(i).isBlank())
                                        .limit(8)
                                        .mapToObj(i -> "cột " + row.name(i))
                                        .collect(Collectors.joining(", "))));
    }

    /**
     * Looks for two columns of one meaning.
     *
     * @throws ImportException if there are: which of them holds the truth cannot be known
     */
    void check(long line) throws ImportException {
        for (var i = 0; i < fields.size(); i++) {
            var first = fields.indexOf(fields.get(i));
            if (!fields.get(i).isEmpty() && first < i) {
                throw new ImportException("Dòng %d: cột %s và cột %s cùng một nghĩa (%s); hãy bỏ hoặc đổi tên một cột."
                        .formatted(line, name(first), name(i), fields.get(i)));
            }
        }
    }

    /** What the importer does not look at, for the report; empty if that is nothing. */
    Optional<String> unused() {
        var unused = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).isEmpty() && !header.get(i).isBlank())
                .mapToObj(this::name)
                .collect(Collectors.joining(", "));
        return unused.isEmpty() ? Optional.empty() : Optional.of("Cột không dùng đến: " + unused + ".");
    }

    /**
     * The record that a line of the table holds; empty if nothing stands there.
     *
     * @throws ImportException if a value stands where there is no column
     */
    Optional<ImportRow> row(long line, List<String> cells) throws ImportException {
        var values = new HashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            var value = cells.get(i);
            if (value.isBlank()) {
                continue;
            }
            if (i >= fields.size()) {
                throw new ImportException(
                        "cột %s: ô “%s” nằm ngoài %d cột của dòng tiêu đề; ô có dấu phân cách phải đặt trong ngoặc kép"
                                .formatted(letter(i), Text.shorten(Text.line(value), 40), fields.size()));
            }
            if (!fields.get(i).isEmpty()) {
                values.put(fields.get(i), fields.get(i).equals(CODE) ? code(value) : value);
            } else {
                // Not looked at, but the line is not empty.
                values.putIfAbsent("", value);
            }
        }
        var empty = values.isEmpty();
        values.remove("");
        return empty ? Optional.empty() : Optional.of(new ImportRow(line, values, names));
    }

    /** A code as it was before a spreadsheet took it for a number. */
    static String code(String given) {
        var matcher = NUMBER_AS_CODE.matcher(given.strip());
        if (!matcher.matches()) {
            return given;
        }
        var number = new BigDecimal(matcher.group(1) + "." + matcher.group(2));
        var rounded = number.setScale(6, RoundingMode.HALF_UP);
        if (number.scale() <= 6) {
            return number.toPlainString();
        }
        return number.subtract(rounded).abs().compareTo(TRACE) <= 0 ? rounded.toPlainString() : given;
    }

    /** Whether the column means something. */
    boolean uses(int column) {
        return column < fields.size() && !fields.get(column).isEmpty();
    }

    /** How people find the column: "B (Tên thủ tục)". */
    String name(int column) {
        return header.get(column).isBlank()
                ? letter(column)
                : letter(column) + " (" + Text.shorten(Text.line(header.get(column)), 40) + ")";
    }

    /** A, B … Z, AA, as spreadsheets count. */
    static String letter(int column) {
        var letters = new ArrayList<String>();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.addFirst(String.valueOf((char) ('A' + rest % 26)));
        }
        return String.join("", letters);
    }
}
