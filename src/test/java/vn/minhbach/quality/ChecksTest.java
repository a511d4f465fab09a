package vn.minhbach.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.minhbach.procedure.ProcedureProof;
import vn.minhbach.procedure.SourceText;
import vn.minhbach.shared.Json;
import vn.minhbach.web.Proof;

/** The checks find every kind of fault on a page that has it, and none on pages that the portal makes of odd sources. */
class ChecksTest {

    private static final String HEAD = "Hình thức nộp\nThời gian\nPhí, lệ phí\nMô tả\n";
    private static final String TABLE = "Tên giấy tờ\nMẫu đơn, tờ khai\nSố lượng\n";

    @TempDir
    Path folder;

    /** A source and a page that has one fault. */
    private record Bad(Map<String, String> source, String page) {}

    private static final Map<Fault, Bad> BAD = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Fault.INVENTED_ONLINE,
                    bad(
                            "methods",
                            HEAD + "Trực tuyến\n1 Ngày\nMiễn phí",
                            answers("how", "Trực tuyến|Có phần phải đến cơ quan"))),
            Map.entry(
                    Fault.INVENTED_WORDS,
                    bad("methods", HEAD + "Trực tuyến\n1 Ngày\nMiễn phí", answers("fee", "Chỉ 500 đồng thôi"))),
            Map.entry(
                    Fault.SILENCE_AS_FACT,
                    bad(
                            "documents",
                            TABLE + "Đơn theo mẫu\n1 bản chính",
                            part("bieu-mau", "<p>Thủ tục này không có biểu mẫu</p>"))),
            Map.entry(
                    Fault.FREE_BUT_FEE,
                    bad(
                            "methods",
                            HEAD + "Trực tuyến\n1 Ngày\nMiễn phí(Lệ phí: 9.000 đồng)",
                            answers("fee", "Miễn phí") + ways("<td></td>"))),
            Map.entry(
                    Fault.LOST_THOUSANDS,
                    bad("methods", HEAD + "Trực tuyến\n1 Ngày\n95 VNĐ", answers("fee", "95 đồng"))),
            Map.entry(
                    Fault.ANSWER_MISSING,
                    bad(
                            "methods",
                            HEAD + "Trực tuyến\n1 Ngày\nMiễn phí",
                            answers("time", "Chưa có thông tin") + ways("<td></td>"))),
            Map.entry(
                    Fault.PAPER_COUNT,
                    bad(
                            "documents",
                            TABLE + "Đơn\n1 bản chính",
                            answers("papers", "2 mục giấy tờ") + papers(row("Đơn", 1)))),
            Map.entry(Fault.NO_PAPER, bad("documents", TABLE + "Ảnh\n0 bản chính", papers(row("Ảnh", 0)))),
            Map.entry(Fault.PAPER_ORDER, bad("documents", "", papers(row("b) Hai", 1) + row("a) Một", 1)))),
            Map.entry(
                    Fault.ONE_BLOCK,
                    bad("steps", "Gửi hồ sơ.", part("trinh-tu", "<ol class=steps><li>Gửi hồ sơ.</li></ol>"))),
            Map.entry(
                    Fault.STEP_NUMBER,
                    bad(
                            "steps",
                            "Mở đầu\nBước 1: Nộp",
                            part("trinh-tu", "<ol class=steps><li>Mở đầu</li><li>Bước 1: Nộp</li></ol>"))),
            Map.entry(Fault.BULLETS, bad("steps", "- Nộp", part("trinh-tu", "<p>- Nộp</p>"))),
            Map.entry(Fault.TIME_SPELLING, bad("methods", "", answers("time", "5 Ngày làm việc"))),
            Map.entry(Fault.MONEY_SPELLING, bad("methods", "", answers("fee", "80,000 Việt Nam Đồng"))),
            Map.entry(
                    Fault.NUMBER_TWICE,
                    bad(
                            "decision",
                            "Quyết định số 5/QĐ",
                            "<p class=stateline>Quyết định công bố số Quyết định số 5/QĐ</p>")),
            Map.entry(
                    Fault.CAPITALS,
                    bad("legal_basis", "", part("can-cu", "<ul><li>LUẬT VỀ CÁC LỄ HỘI DÂN GIAN</li></ul>"))),
            Map.entry(Fault.BARE_NUMBER, bad("legal_basis", "", part("can-cu", "<ul><li>15/2030/ABC</li></ul>"))),
            Map.entry(
                    Fault.EMPTY_COLUMN,
                    bad(
                            "methods",
                            "",
                            part(
                                    "cach-thuc",
                                    "<table><thead><tr><th>Thời hạn</th><th>Mô tả</th></tr></thead><tbody><tr><td>1 ngày</td><td></td></tr></tbody></table>"))),
            Map.entry(Fault.DEBRIS, bad("result", "", part("ket-qua", "<p>Thẻ Chọn cơ quan thực hiện</p>"))),
            Map.entry(Fault.NO_AGENCY, bad("agency", "", part("co-quan", "<h2>Cơ quan thực hiện</h2>"))),
            Map.entry(Fault.FORMER_OFFICE, bad("agency", "Phòng Tư pháp", part("co-quan", "<p>Phòng Tư pháp</p>"))),
            Map.entry(Fault.UNREAD, bad("documents", TABLE + "Đơn", part("ho-so", "<p>Tên giấy tờ</p><p>Đơn</p>")))));

    @ParameterizedTest
    @EnumSource
    void everyFaultIsFoundWhereItIs(Fault fault) {
        var bad = java.util.Objects.requireNonNull(BAD.get(fault), "a page that has the fault");
        assertThat(Checks.ofPage(new SourceText(bad.source()), Set.of(), "<article>" + bad.page() + "</article>"))
                .extracting(Finding::fault)
                .contains(fault);
    }

    private static Bad bad(String part, String text, String page) {
        return new Bad(Map.of(part, text, "title", "Cấp thẻ"), page);
    }

    private static String answers(String name, String lines) {
        var page = new StringBuilder("<div id=tom-tat><dl>");
        for (var answer : List.of("where", "time", "fee", "how", "papers", "result")) {
            page.append("<div><dt>?</dt><dd>");
            if (answer.equals(name)) {
                for (var line : lines.split("\\|")) {
                    page.append("<p>").append(line).append("</p>");
                }
            }
            page.append("</dd></div>");
        }
        return page.append("</dl></div>").toString();
    }

    private static String part(String anchor, String html) {
        return "<section id=" + anchor + ">" + html + "</section>";
    }

    private static String ways(String cells) {
        return part("cach-thuc", "<table><caption>Trực tuyến</caption><tbody><tr>" + cells + "</tr></tbody></table>");
    }

    private static String papers(String rows) {
        return part("ho-so", "<table><caption></caption><tbody>" + rows + "</tbody></table>");
    }

    private static String row(String name, int originals) {
        return "<tr><th>" + name + "</th><td></td><td class=num>" + originals + "</td><td class=num>0</td></tr>";
    }

    /** One odd source for each way in which sources are odd. What the portal makes of them has no fault. */
    @Test
    void pagesOfOddSourcesHaveNoFault() throws IOException {
        var odd = new ArrayList<Map<String, String>>();
        odd.add(Map.of());
        odd.add(Map.of(
                "methods",
                HEAD + "Trực tuyến\n1Miễn phí\nTrực tiếp\n4 Ngày làm việc\nMiễn phí(Lệ phí: 40.000 đồng/lần)"));
        odd.add(
                Map.of(
                        "methods",
                        HEAD
                                + "Trực tiếp\n4 Ngày làm việc\n145 VNĐ\nDịch vụ bưu chính\nKhông có thông tin\nKhông có thông tin"));
        odd.add(Map.of(
                "methods", HEAD + "Dịch vụ bưu chính\n2 Ngày\n700,000 Việt Nam Đồng(/hồ sơ)\nGửi qua bưu điện."));
        odd.add(Map.of("methods", HEAD + "Trực tuyến\n2 Ngày\nMiễn phí(Theo quy định của Hội đồng nhân dân cấp tỉnh)"));
        odd.add(Map.of(
                "documents",
                "--" + TABLE + "Đơn theo mẫu\n1 bản chính\nLưu ý: mang thẻ\n1 bản chính\nẢnh màu\n0 bản chính"));
        odd.add(Map.of(
                "documents",
                "Cấp mới\n" + TABLE + "b) Thẻ\n1 bản chính\na) Đơn\n1 bản chính\nCấp lại\n" + TABLE
                        + "Thẻ cũ\n0 bản chính,1 bản sao"));
        odd.add(Map.of("steps", "Người nộp gửi hồ sơ đến cơ quan.\n- Nộp tại quầy\n+ buổi sáng\n- Gửi bưu điện"));
        odd.add(Map.of("steps", "Trường hợp cấp mới:\nBước 1: Nộp hồ sơ.\nBước 2: Nhận thẻ."));
        odd.add(Map.of(
                "agency",
                "Phòng Tư pháp",
                "decision",
                "Quyết định số 8/QĐ-BVL",
                "steps",
                "Nộp tại Ủy ban nhân dân cấp huyện"));
        odd.add(Map.of("legal_basis", "Tên văn bản pháp lý\nMã văn bản\nNghị định 61/2018/NĐ-CP\n61/2018/NĐ-CP"));
        odd.add(
                Map.of(
                        "requirements",
                        "Không có thông tinTừ khóaKhông có thông tinMô tảKhông có thông tinChọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành--"));
        var file = folder.resolve("odd.jsonl");
        var lines = new ArrayList<String>();
        for (var i = 0; i < odd.size(); i++) {
            var line = new LinkedHashMap<String, Object>(odd.get(i));
            line.put("code", "1.%06d".formatted(i + 1));
            line.put("title", "Cấp thẻ hội viên");
            lines.add(Json.write(line));
        }
        Files.write(file, lines);
        var proof = new ProcedureProof(new Proof());
        var seen = new ArrayList<String>();
        ProcedureProof.each(file, (procedure, source) -> {
            seen.add(procedure.getCode());
            assertThat(Checks.of(source, proof.print(procedure, source)))
                    .as(source.parts().toString())
                    .isEmpty();
        });
        assertThat(seen).hasSameSizeAs(odd);
    }

    /** Where the board has put right what the source says, its word is no invention. */
    @Test
    void whatTheBoardSaysOtherwiseIsNotLaidBesideTheSource() {
        var source = new SourceText(
                Map.of("title", "Cấp thẻ", "agency", "Sở Lễ hội", "methods", HEAD + "Trực tuyến\n1 Ngày\n135 VNĐ"));
        var page = "<article>" + answers("fee", "135.000 đồng") + "</article>";

        assertThat(Checks.ofPage(source, Set.of(), page))
                .extracting(Finding::fault)
                .contains(Fault.INVENTED_WORDS);
        assertThat(Checks.ofPage(source, Set.of("methods"), page)).isEmpty();
        assertThat(Checks.ofPage(source, Set.of("documents"), page)).isNotEmpty();
    }

    @Test
    void whatIsWrongOnAnyPageIsFoundOnce() {
        var good = "<article></article>";
        var bad = "<article>" + answers("time", "5 Ngày làm việc") + "</article>";
        var sheet =
                "<article class=case><footer class=sheet>Quyết định công bố số Quyết định số 5/QĐ</footer></article>";
        var source = new SourceText(Map.of("agency", "Sở", "methods", "5 Ngày làm việc"));

        assertThat(Checks.of(source, new ProcedureProof.Printed(List.of(good, bad, bad), List.of(sheet), Set.of())))
                .extracting(Finding::fault)
                .containsExactly(Fault.TIME_SPELLING, Fault.NUMBER_TWICE);
    }

    @Test
    void aSheetWithRemarksToTickOffIsFaulty() {
        var sheet =
                "<article class=case><ul class=checks><li><label><input><span><span>Lưu ý: mang thẻ</span></span></label>"
                        + "</ul><table class=ways><tr><td data-label='Phí, lệ phí'><p>95 đồng</p></td></tr></table></article>";

        assertThat(Checks.of(SOURCELESS, new ProcedureProof.Printed(List.of(), List.of(sheet), Set.of())))
                .extracting(Finding::fault)
                .containsExactly(Fault.LOST_THOUSANDS, Fault.NO_PAPER);
    }

    /** What the checks look for is there on the sheet that the portal makes. */
    @Test
    void theSheetOfACaseIsRead() throws IOException {
        var file = folder.resolve("cases.jsonl");
        Files.writeString(
                file,
                Json.write(Map.of(
                        "code",
                        "1.000001",
                        "title",
                        "Cấp thẻ",
                        "decision",
                        "5/QĐ-UBND",
                        "methods",
                        HEAD + "Trực tiếp\n1 Ngày\nMiễn phí",
                        "documents",
                        "Trường hợp cấp mới\n" + TABLE + "Đơn\n1 bản chính\nTrường hợp cấp lại\n" + TABLE
                                + "Thẻ cũ\n1 bản chính")));
        var proof = new ProcedureProof(new Proof());
        ProcedureProof.each(file, (procedure, source) -> {
            var printed = proof.print(procedure, source);
            assertThat(printed.sheets()).hasSize(2).allSatisfy(html -> {
                var sheet = new Shown(html);
                assertThat(sheet.select(".checks label > span > span:first-child"))
                        .isNotEmpty();
                assertThat(sheet.select(".case td[data-label=Thời hạn giải quyết]"))
                        .isNotEmpty();
                assertThat(sheet.select(".case td[data-label=Phí, lệ phí] p")).isNotEmpty();
                assertThat(sheet.select(".sheet").text()).contains("5/QĐ-UBND");
            });
            assertThat(Checks.of(source, printed)).isEmpty();
        });
    }

    private static final SourceText SOURCELESS = new SourceText(Map.of());

    @Test
    void theEditionIsAnotherOneWhenTheChecksAre() {
        assertThat(Edition.NOW).isPositive();
        assertThat(Edition.of(List.of(Checks.class))).isEqualTo(Edition.of(List.of(Checks.class)));
        assertThat(Edition.of(List.of(Checks.class))).isNotEqualTo(Edition.of(List.of(Shown.class)));
    }

    @Test
    void theSameFindingIsKnownAgain() {
        var one = new Finding(Fault.BULLETS, "- a", "- a");
        assertThat(one.mark()).isEqualTo(new Finding(Fault.BULLETS, "- a\n", "- a").mark());
        assertThat(one.mark()).isNotEqualTo(new Finding(Fault.BULLETS, "- b", "- a").mark());
    }
}
