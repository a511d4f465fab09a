package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an office saves: it is read as it was meant, or one sentence says where it fails and what to do. */
class ImportFileTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    // Bounds of a record --------------------------------------------------------------------------------------------

    @Test
    void aDeepLineTouchesNoOther() throws Exception {
        var deep = "{\"code\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertThat(read(json("3.100001") + "\n" + deep + "\n{\"code\":\"[[[\",\"title\":\"Thẻ\"}\n"))
                .containsExactly(
                        "1: 3.100001 | Thẻ",
                        "2! lồng nhau quá 50 lớp; mỗi thủ tục là một đối tượng phẳng",
                        "3: [[[ | Thẻ");
    }

    @Test
    void aLongLineTouchesNoOther() throws Exception {
        assertThat(read(json("3.100001") + "\n{\"code\":\"" + "x".repeat(9_000_000) + "\"}\n\r\n" + json("3.100002")))
                .containsExactly("1: 3.100001 | Thẻ", "2! " + ImportFile.TOO_LONG, "4: 3.100002 | Thẻ");
    }

    @Test
    void aQuoteThatIsNeverClosedTouchesNoOther() throws Exception {
        assertThat(read("code,title\n3.100001,Thẻ\n3.100002,\"Mở\nra\n3.100003,Thẻ\n3.100004,Thẻ\n"))
                .containsExactly(
                        "2: 3.100001 | Thẻ",
                        "3! dấu ngoặc kép mở ở dòng này không được đóng hoặc ô dài quá 4 triệu ký tự, đã bỏ qua đến hết dòng 4;"
                                + " hãy thêm dấu đóng",
                        "5: 3.100003 | Thẻ",
                        "6: 3.100004 | Thẻ");
    }

    @Test
    void aLongCellTouchesNoOther() throws Exception {
        var lines = "điều khoản\n".repeat(500_000);
        assertThat(read("code,title\n3.100001,Thẻ\n3.100002,\"" + lines + "\"\n3.100003,Thẻ\n"))
                .hasSize(3)
                .contains("2: 3.100001 | Thẻ", "500004: 3.100003 | Thẻ")
                .anyMatch(line -> line.startsWith("3! dấu ngoặc kép mở ở dòng này"));
        told.clear();
        assertThat(read("code,title\n3.100002," + "x".repeat(9_000_000) + "\n3.100003,Thẻ\n"))
                .containsExactly("2! " + ImportFile.TOO_LONG, "3: 3.100003 | Thẻ");
    }

    /** However many quotes are open, the time that is spent is bounded. */
    @Test
    void aFileOfOpenQuotesIsGivenUp() throws Exception {
        assertThat(read("code,title\n3.100001,Thẻ\n" + "3.100002,\"Mở\"\"\n3.100003,\"Mở\"\"\",\"\n".repeat(400)))
                .hasSizeLessThan(900)
                .contains("2: 3.100001 | Thẻ");
    }

    // Letters -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void unicodeIsReadWithAndWithoutItsMark(String charset) throws Exception {
        var text = "Mã thủ tục;Tên thủ tục\r\n3.100001;Đổi thẻ thư viện\r\n";
        assertThat(read("a.csv", text.getBytes(Charset.forName(charset))))
                .containsExactly("2: 3.100001 | Đổi thẻ thư viện");
        told.clear();
        assertThat(read("a.csv", ("\uFEFF" + text).getBytes(Charset.forName(charset))))
                .containsExactly("2: 3.100001 | Đổi thẻ thư viện");
    }

    @Test
    void theVietnameseOfWindowsIsRefusedWhole() {
        var text = windows1258(
                "code,title\n3.100001,Đề nghị cấp lại thẻ thư viện\n3.100002,Thông báo tổ chức giải chạy bộ\n");
        assertThat(refusal("a.csv", text)).contains("windows-1258", "CSV UTF-8");
        assertThat(told).isEmpty();
    }

    /** The words of another font, as they look where that font is missing; as bytes, and pasted into Unicode. */
    @ParameterizedTest
    @CsvSource({"TCVN3, §Ò nghÞ cÊp l¹i thÎ th­ viÖn", "VNI, Ñeà nghò caáp laïi theû thö vieän"})
    void lettersOfOtherFontsAreRefusedWhole(String name, String title) {
        var text = "code,title\n3.100001," + title + "\n3.100002," + title + "\n";
        assertThat(refusal("a.csv", text.getBytes(StandardCharsets.ISO_8859_1))).contains(name);
        assertThat(refusal("a.csv", text.getBytes(StandardCharsets.UTF_8))).contains(name, "dòng 2", "B (title)");
        assertThat(refusal(
                        "a.jsonl",
                        ("{\"code\":\"3.100001\",\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8)))
                .contains(name, "dòng 1", "title");
        assertThat(told).isEmpty();
    }

    @Test
    void oneRecordInOtherLettersIsLeftOut() throws Exception {
        assertThat(
                        read(
                                "code,title\n3.100001,Thẻ\n3.100002,§Ò nghÞ cÊp thÎ\n3.100003,Th\uFFFD\n3.100004,Thẻ\n3.100005,Thẻ\n"))
                .hasSize(5)
                .contains("2: 3.100001 | Thẻ", "5: 3.100004 | Thẻ", "6: 3.100005 | Thẻ")
                .anyMatch(line -> line.startsWith("3! Cột B (title) viết bằng bảng mã TCVN3"))
                .anyMatch(line -> line.startsWith("4! Cột B (title) có ký tự hỏng"));
    }

    /** What looks odd and is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phòng hát từ 20 m² trở lên, nhiệt độ 25°C",
                "Hoà giải, quà giá toà",
                "Tượng đài São Tomé, phố Düsseldorf",
                "Ðăng ký phim",
                "Cấp thẻ · bản sao © 2026 §5",
                "Cap the"
            })
    void soundTextIsLeftAlone(String text) {
        assertThat(ImportLetters.spoilt(text)).isEmpty();
        assertThat(ImportLetters.spoilt(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEmpty();
    }

    // Tables --------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsSeenFromTheHeader(String sign) throws Exception {
        var text = "code,title,field\n3.100001,\"Một, hai; ba\t| bốn\",Thư viện\n".replace("title,", "title" + sign);
        text = text.replace("code,", "code" + sign)
                .replace("3.100001,", "3.100001" + sign)
                .replace("\",T", "\"" + sign + "T");
        assertThat(read(text)).containsExactly("2: 3.100001 | Một, hai; ba\t| bốn");
    }

    @Test
    void theSeparatorMayBeTold() throws Exception {
        assertThat(read("\uFEFFsep=;\r\ncode;title\r\n3,100001;Thẻ\r\n")).containsExactly("3: 3.100001 | Thẻ");
    }

    @Test
    void columnsAreKnownByWhatTheirNamesMean() throws Exception {
        var rows = rows("STT\tLĩnh vực\t MÃ  TTHC (*) \tTên thủ tục\nhành chính\tCăn cứ pháp lý\t\t\n"
                        .replace("Tên thủ tục\nhành chính", "\"Tên thủ tục\nhành chính\"")
                + "1\tThư viện\t3.100001\tThẻ\tLuật Thư viện\t\t\n");
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().values())
                .isEqualTo(Map.of(
                        "field", "Thư viện", "code", "3.100001", "title", "Thẻ", "legal_basis", "Luật Thư viện"));
        assertThat(rows.getFirst().columns()).containsEntry("code", "C (MÃ TTHC (*))");
        assertThat(told).contains("# Cột không dùng đến: A (STT).");
    }

    @Test
    void rowsAboveTheHeaderAreNoRecords() throws Exception {
        assertThat(read("SỞ VĂN HÓA;;\n\"Danh mục; ban hành kèm theo\";;\n\nTên;Mã;\nThẻ;3.100001;\n"))
                .containsExactly("5: 3.100001 | Thẻ");
    }

    @Test
    void aHeaderThatCannotBeUnderstoodIsToldOnce() {
        assertThat(refusal("a.csv", bytes("Mã,Nội dung\n3.100001,Thẻ\n3.100002,Thẻ\n")))
                .isEqualTo("Không thấy cột tên thủ tục trong 20 dòng đầu; dòng 1 có cột A (Mã), cột B (Nội dung);"
                        + " hãy đặt tên cột là “Mã thủ tục”, “Tên thủ tục”.");
        assertThat(refusal("a.csv", bytes("Mã,Tên,Tên thủ tục\n3.100001,Thẻ,Phim\n")))
                .isEqualTo("Dòng 1: cột B (Tên) và cột C (Tên thủ tục) cùng một nghĩa (title);"
                        + " hãy bỏ hoặc đổi tên một cột.");
        assertThat(told).isEmpty();
    }

    @Test
    void aValueWithoutAColumnIsNotMovedIntoAnother() throws Exception {
        assertThat(read("code,title\n3,100001,Thẻ\n3.100002,Phim,,\n"))
                .hasSize(2)
                .contains("3: 3.100002 | Phim")
                .anyMatch(line -> line.startsWith("2! cột C: ô “Thẻ” nằm ngoài 2 cột của dòng tiêu đề"));
    }

    @Test
    void aQuoteInTheWrongPlaceIsToldWithItsLine() throws Exception {
        assertThat(read("code,title\n3.100001,\"Thẻ\" mới\n3.100002,Thẻ\n"))
                .containsExactly(
                        "2! dấu ngoặc kép đặt sai chỗ; trong ô, mỗi dấu ngoặc kép phải viết hai lần (\"\")",
                        "3: 3.100002 | Thẻ");
    }

    @Test
    void linesAreCountedAsAnEditorCountsThem() throws Exception {
        assertThat(read("code,title\n3.100001,\"Một\nhai\n\"\"ba\"\"\"\n\n3.100002,Thẻ\n"))
                .containsExactly("2: 3.100001 | Một\nhai\n\"ba\"", "6: 3.100002 | Thẻ");
    }

    @ParameterizedTest
    @CsvSource({
        "3.1002359999999999, 3.100236",
        "3.1002530000000001, 3.100253",
        "3.1013, 3.1013",
        "'3,100236', 3.100236",
        "3.1002354, 3.1002354",
        "3.100001.000.00.00.H99, 3.100001.000.00.00.H99",
        "9.9000001, 9.9000001",
        "khong, khong"
    })
    void aCodeIsWhatItWasBeforeASpreadsheetTookItForANumber(String given, String code) {
        assertThat(ImportColumns.code(given)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "701, ZZ", "702, AAA"})
    void columnsAreNamedAsSpreadsheetsNameThem(int column, String name) {
        assertThat(ImportColumns.letter(column)).isEqualTo(name);
    }

    // JSON ----------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"code\": \"3.100001\",\n  \"title\": \"Thẻ\"\n}\n",
                "\uFEFF\n[\n {\"code\":\"3.100001\",\"title\":\"Thẻ\"}\n]",
                "[{\"code\":\"3.100001\",\"title\":\"Thẻ\"}]",
                "{\"code\":3.1000010000000001,\"title\":\"Thẻ\"}",
                "{\"Mã thủ tục\":\"3.100001\",\"Tên\":\"Phim\",\"title\":\"Thẻ\"}"
            })
    void jsonIsReadHoweverItIsLaidOut(String text) throws Exception {
        assertThat(read(text)).singleElement().asString().endsWith(": 3.100001 | Thẻ");
    }

    @Test
    void everyObjectOfAnArrayIsARecordWithItsLine() throws Exception {
        assertThat(read(
                        "[\n{\"code\":\"3.100001\",\n\"title\":\"Thẻ ]}\\\"\"},\n 7,\n{\"code\":\"3.100002\" \"title\":\"Thẻ\"},\n"
                                + json("3.100003") + "]"))
                .hasSize(4)
                .contains("2: 3.100001 | Thẻ ]}\"", "6: 3.100003 | Thẻ")
                .anyMatch(line -> line.startsWith("4! ") && line.contains("không phải một đối tượng JSON"))
                .anyMatch(line -> line.startsWith("5! vị trí "));
    }

    @Test
    void anObjectThatIsNeverClosedIsToldWithItsLine() throws Exception {
        assertThat(read("[\n" + json("3.100001") + ",\n{\"code\":\"3.100002\",\n\"title\":\"Thẻ\n" + "]"))
                .hasSize(2)
                .contains("2: 3.100001 | Thẻ")
                .anyMatch(line -> line.startsWith("3! đối tượng JSON bắt đầu ở đây không có dấu đóng"));
    }

    @Test
    void jsonWithoutCodesIsToldOnce() {
        assertThat(refusal("a.json", bytes("[{\"id\":1,\"title\":\"Thẻ\"},{\"id\":2,\"title\":\"Thẻ\"}]")))
                .isEqualTo("Các bản ghi không có trường mã thủ tục; hãy đặt tên trường ấy là \"code\".");
        assertThat(refusal("a.jsonl", bytes("{ một\n{ hai\n{ ba\n")))
                .startsWith("Không đọc được bản ghi nào; dòng 1: vị trí ");
    }

    // Workbooks -----------------------------------------------------------------------------------------------------

    @Test
    void hiddenSheetsAndTitlesAreNoRecords() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", "1.0")) {
            var hidden = workbook.newWorksheet("Danh mục");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            hidden.value(0, 0, "code");
            hidden.value(0, 1, "title");
            hidden.value(1, 0, "3.100009");
            hidden.value(1, 1, "Không đọc");
            workbook.newWorksheet("Bìa").value(0, 0, "Sở Văn hóa");
            var sheet = workbook.newWorksheet("Thủ tục");
            sheet.value(0, 0, "DANH MỤC THỦ TỤC");
            sheet.range(0, 0, 0, 2).merge();
            sheet.value(2, 1, "Mã TTHC");
            sheet.value(2, 2, "Tên TTHC");
            sheet.value(3, 0, 1);
            sheet.value(3, 1, 3.1002359999999999);
            sheet.value(3, 2, "Thẻ");
        }
        assertThat(read("a.xls", out.toByteArray())).containsExactly("4: 3.100236 | Thẻ");
        assertThat(told).contains("# Trang tính “Danh mục” bị ẩn nên không đọc.");
    }

    @Test
    void richAndMissingTextOfAWorkbookIsReadAsItLooks() throws Exception {
        var sheet =
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>"
                        + "<row r='2'><c r='A2' t='s'><v>3</v></c><c r='B2' t='s'><v>4</v></c><c r='C2' t='s'/></row>"
                        + "<row r='3'><c r='A3' t='s'><v>3</v></c><c r='B3' t='e'><f>NA()</f><v>#N/A</v></c></row>"
                        + "<row r='4'><c r='A4' t='s'><v>3</v></c><c r='B4' t='str'><f>A4</f><v>Phim</v></c></row>";
        var strings = "<si><t>code</t></si><si><t>title</t></si><si><t>field</t></si><si><t>3.100001</t></si>"
                + "<si><r><t xml:space='preserve'>Thẻ </t></r><r><t>thư viện_x000D_</t></r></si>";
        assertThat(read("a.xlsx", workbook(sheet, strings)))
                .containsExactly(
                        "2: 3.100001 | Thẻ thư viện\r",
                        "3! cột B (title): công thức báo lỗi #N/A; hãy thay bằng giá trị",
                        "4: 3.100001 | Phim");
    }

    @Test
    void aSheetThatBreaksOffIsReadSoFar() throws Exception {
        var sheet = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
                + "<row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>0</v></c></row>"
                + "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'";
        assertThat(read("a.xlsx", workbook(sheet, "<si><t>code</t></si><si><t>title</t></si><si><t>3.100001</t></si>")))
                .hasSize(2)
                .contains("2: 3.100001 | code")
                .anyMatch(line -> line.startsWith("3! bảng tính bị hỏng từ dòng này"));
    }

    @Test
    void aWorkbookOfMoreTextsThanFitIntoMemoryIsRefusedWithAWayOut() throws Exception {
        var workbook = workbook("", "<si><t>code</t></si>");
        // The directory at the end of an archive says how long each part is, 22 bytes before its name.
        var name = new String(workbook, StandardCharsets.ISO_8859_1).lastIndexOf("xl/sharedStrings.xml");
        var tooLong = Runtime.getRuntime().maxMemory() / 4 + 1;
        ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN).putInt(name - 22, (int) tooLong);

        assertThat(refusal("a.xlsx", workbook)).contains("quá lớn", "CSV UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "D0CF11E0A1B11AE1, Excel đời cũ (.xls)",
        "255044462D312E37, PDF",
        "504B030400000000, không phải bảng tính .xlsx",
        "3C7461626C653E00, HTML",
        "0000000100020003, không phải tệp văn bản",
        "0A0D0A, không có dòng nào"
    })
    void whatIsNoListOfProceduresIsRefusedByItsKind(String head, String kind) {
        var bytes = head.startsWith("3C")
                ? bytes("<table><tr><td>code</td></tr></table>")
                : HexFormat.of().parseHex(head);
        assertThat(refusal("thu-tuc.xlsx", bytes)).contains(kind);
        assertThat(told).isEmpty();
    }

    /** One sentence, of which a member of staff can make something. */
    private String refusal(String name, byte[] content) {
        var thrown = catchThrowableOfType(ImportException.class, () -> read(name, content));
        assertThat(thrown).isNotNull();
        assertThat(thrown.reason()).endsWith(".").contains("hãy").doesNotContain("\n", "Exception");
        return thrown.reason();
    }

    private List<String> read(String text) throws Exception {
        return read("procedures.jsonl", bytes(text));
    }

    private List<String> read(String name, byte[] content) throws IOException, ImportException {
        rows(name, content);
        return told.stream().filter(line -> !line.startsWith("#")).toList();
    }

    private List<ImportRow> rows(String text) throws Exception {
        rows("a.csv", bytes(text));
        return rows;
    }

    private final List<ImportRow> rows = new ArrayList<>();

    private void rows(String name, byte[] content) throws IOException, ImportException {
        ImportFile.read(Files.write(folder.resolve(name), content), new ImportFile.Visitor() {
            @Override
            public void row(ImportRow row) {
                rows.add(row);
                told.add(row.line() + ": " + row.get("code") + " | " + row.get("title"));
            }

            @Override
            public void unreadable(long line, String reason) {
                told.add(line + "! " + reason);
            }

            @Override
            public void note(String sentence) {
                told.add("# " + sentence);
            }
        });
    }

    private static String json(String code) {
        return "{\"code\":\"" + code + "\",\"title\":\"Thẻ\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As that set writes: the tone behind its letter, as a mark of its own. */
    private static byte[] windows1258(String text) {
        var out = new StringBuilder();
        for (var c : text.codePoints().toArray()) {
            var parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
            var tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            out.append(Normalizer.normalize(
                            parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC))
                    .append(tone);
        }
        return out.toString().getBytes(Charset.forName("windows-1258"));
    }

    /** A workbook of one sheet, written by hand. */
    private static byte[] workbook(String rows, String strings) throws IOException {
        var types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Override PartName='/xl/workbook.xml' ContentType='" + types + "sheet.main+xml'/>"
                            + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + types
                            + "sharedStrings+xml'/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + main + " xmlns:r='" + links
                            + "'><sheets><sheet name='Thủ tục' sheetId='1' r:id='rId1'/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                            + "<Relationship Id='rId1' Type='" + links
                            + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>");
            put(zip, "xl/sharedStrings.xml", "<sst " + main + ">" + strings + "</sst>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes(text));
        zip.closeEntry();
    }
}
