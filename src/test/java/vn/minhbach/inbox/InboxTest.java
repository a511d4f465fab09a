package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.legal.TimeRule;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Words;

/** From the form until the answer is public, and all that may happen between. */
class InboxTest {

    private final InboxOnH2 h2 = new InboxOnH2();

    @AfterEach
    void close() {
        h2.close();
    }

    private static ListState filtered(String filter) {
        return new ListState(filter, "", false, 1);
    }

    private List<Long> queue(InboxQuery.View view, String filter) {
        return h2.ask(desk -> desk.desk.numbers(view, "", "", filtered(filter)));
    }

    private LocalDate due(long id) {
        return h2.ask(desk -> desk.repository.find(id).orElseThrow().getDueDay());
    }

    /** What the staff reads of every limit. */
    private List<String> dates(long id) {
        return h2.ask(desk -> desk.desk.dates(id, Words.VIETNAMESE).stream()
                .map(InboxDeskService.Dated::headline)
                .toList());
    }

    @Test
    void theSameFormSentAgainIsTheSameSubmission() {
        var form = InboxOnH2.form("question", "t1", "Bao lâu?");
        var first = h2.ask(desk -> desk.submit(form));
        var again = h2.ask(desk -> desk.submit(form));
        var changed = h2.ask(desk -> desk.submit(InboxOnH2.form("question", "t1", "Bao lâu vậy?")));

        assertThat(again).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
        var found1 = h2.ask(desk -> desk.repository.submissions());
        assertThat(found1).isEqualTo(2);
        assertThat(h2.letters()).hasSize(2);
    }

    private long sendHeld(String name) {
        var plain = InboxOnH2.form("question", "held " + name, "Bao lâu?");
        var values = new HashMap<>(plain.values());
        values.put(AskedField.NAME, name);
        var form = new NewSubmission("question", "held " + name, values, "", "", false, true, "vi");
        var key = h2.ask(desk -> desk.submit(form));
        var receipt =
                h2.ask(desk -> desk.service.receipt(key, Words.VIETNAMESE)).orElseThrow();
        assertThat(receipt.held()).isTrue();
        assertThat(receipt.mailed()).isFalse();
        return h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
    }

    /** A program fills in somebody's address, and for a name what it wants them to read. */
    @Test
    void ofWhatIsHeldNobodyIsWrittenUntilItIsGenuine() {
        var id = sendHeld("Nhận quà tại http://lua-dao.example");
        assertThat(h2.letters()).isEmpty();

        h2.work(id, (work, sheet) -> work.markGenuine(id, sheet.unit(), sheet.version()));
        assertThat(h2.letters())
                .singleElement()
                .asString()
                .startsWith("inbox.received " + InboxOnH2.EMAIL)
                .doesNotContain("quà", "http", "ho-ten");

        h2.deed(id, (desk, sheet) -> desk.askMore(id, sheet.unit(), sheet.version(), "Xin cho biết số hồ sơ."));
        assertThat(h2.letters()).last().asString().contains("ho-ten=ông/bà").doesNotContain("quà", "http");
    }

    /** Somebody who works on it takes it as a person's: the sender gets the receipt that was held back, once, and notices like any other. */
    @Test
    void whoeverWorksOnWhatIsHeldTakesItAsGenuine() {
        InboxOnH2.Deed assign = (desk, sheet) -> desk.assign(sheet.id(), sheet.unit(), sheet.version(), "van-phong");
        InboxOnH2.Deed ask = (desk, sheet) -> desk.askMore(sheet.id(), sheet.unit(), sheet.version(), "Số hồ sơ?");
        for (var deed : List.of(assign, ask)) {
            h2.letters().clear();
            var id = sendHeld(deed == ask ? "Nguyễn Thị Lan" : "Lê Văn An");
            h2.clock().pass(Duration.ofSeconds(1));
            h2.deed(id, deed);
            assertThat(isHeld(id)).isFalse();
            assertThat(h2.letters().getFirst()).startsWith("inbox.received " + InboxOnH2.EMAIL);
            assertThat(h2.open(id).steps())
                    .extracting(InboxDeskService.Step::deed)
                    .startsWith(InboxDeed.SUBMIT, InboxDeed.MARK_GENUINE);
        }
    }

    @Test
    void whatIsGivenWithManyOthersIsHeldUntilSomebodyBeginsOrAnswers() {
        for (var drafts : List.of(true, false)) {
            h2.letters().clear();
            var id = sendHeld("Lan " + (drafts ? "A" : "B"));
            long bulk = h2.ask(desk -> desk.work.begin("", InboxDeed.ASSIGN));
            h2.act(desk -> desk.work.one(bulk, id, "", "van-phong", ""));
            assertThat(isHeld(id)).isTrue();
            assertThat(h2.letters()).isEmpty();

            if (drafts) {
                h2.draft(id, "Bảy ngày.", "", "", "");
            } else {
                h2.deed(id, (desk, sheet) -> desk.begin(id, sheet.unit(), sheet.version()));
                h2.draft(id, "Bảy ngày.", "", "", "");
            }
            assertThat(isHeld(id)).isFalse();
            assertThat(h2.letters()).singleElement().asString().startsWith("inbox.received " + InboxOnH2.EMAIL);
        }
    }

    private boolean isHeld(long id) {
        return h2.ask(desk -> desk.repository.find(id).orElseThrow().isSuspect());
    }

    @Test
    void whatIsRefusedFirstAndGenuineAfterwardsGetsNoReceiptBehind() {
        var id = sendHeld("Nguyễn Thị Lan");
        h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Không thuộc thẩm quyền."));
        h2.work(id, (work, sheet) -> work.markGenuine(id, sheet.unit(), sheet.version()));

        assertThat(h2.letters())
                .singleElement()
                .asString()
                .startsWith("inbox.news")
                .contains("ho-ten=Nguyễn Thị Lan");
    }

    @Test
    void aLetterBearsNamesAndNothingElse() {
        for (var name : List.of("Nguyễn Thị Lan", "H’Yến Niê", "Ts. Lê Văn An", "Jean-Luc O'Neil", "Đỗ V. Ba")) {
            assertThat(InboxLetters.name(name)).isEqualTo(name);
        }
        for (var name : List.of(
                "",
                "Trúng thưởng 50 triệu",
                "Vào ngay lua-dao.vn",
                "lua@dao.vn",
                "Lan\nBcc: x",
                "Công an: gọi lại",
                "a".repeat(61),
                "a".repeat(20_000) + "!")) {
            assertThat(InboxLetters.name(name)).as(name).isEmpty();
        }
    }

    /** What stands in the last letter of news: what was done, and beneath it the main fact. */
    private String news() {
        var letter = h2.letters().getLast();
        assertThat(letter).startsWith("inbox.news " + InboxOnH2.EMAIL);
        return letter;
    }

    @Test
    void theLetterOfWhatIsPassedOnSaysToWhomAndWhy() {
        var id = h2.send("question");
        h2.deed(
                id,
                (desk, sheet) -> desk.transfer(
                        id, sheet.unit(), sheet.version(), "UBND phường Hoàn Kiếm, 126 Hàng Trống", "Thuộc phường."));

        assertThat(news())
                .contains("loi-nhan=Cơ quan nhận: UBND phường Hoàn Kiếm, 126 Hàng Trống\n\nLý do: Thuộc phường.");
    }

    @Test
    void theLetterOfWhatIsRefusedOrIncompleteSaysWhyAndWhatIsMissing() {
        var asked = h2.send("question");
        h2.deed(asked, (desk, sheet) -> desk.askMore(asked, sheet.unit(), sheet.version(), "Xin cho biết số hồ sơ."));
        assertThat(news()).contains("tạm dừng cho đến khi bạn bổ sung", "Nội dung cần bổ sung: Xin cho biết số hồ sơ.");

        h2.deed(asked, (desk, sheet) -> desk.refuse(asked, sheet.unit(), sheet.version(), "Theo Luật Khiếu nại."));
        assertThat(news()).contains("loi-nhan=Lý do: Theo Luật Khiếu nại.");

        h2.morning("06-03");
        h2.deed(asked, (desk, sheet) -> desk.reopen(asked, sheet.unit(), sheet.version(), "Đã đọc lại."));
        assertThat(news()).contains("loi-nhan=Hạn trả lời mới: 24/06/2026\n\nLý do: Đã đọc lại.");
    }

    @Test
    void theLetterOfAnExtensionSaysTheNewDay() {
        var id = h2.send("information-request");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.deed(id, (desk, sheet) -> desk.extend(id, sheet.unit(), sheet.version(), "Phải tìm trong kho."));

        assertThat(news()).contains("loi-nhan=Hạn trả lời mới: 13/07/2026\n\nLý do: Phải tìm trong kho.");
    }

    @Test
    void theLetterOfAnAnswerSaysWhereItIsReadAndNotWhatItSays() {
        var id = h2.send("question");
        h2.answer(id);
        assertThat(news())
                .contains("tinh-trang=Đã có câu trả lời", "https://cong.example.gov.vn/tra-cuu")
                .doesNotContain("7 ngày làm việc");

        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        assertThat(news())
                .contains("https://cong.example.gov.vn/hoi-dap/thoi-han-cap-giay-phep-trien-lam-" + id)
                .doesNotContain("7 ngày làm việc");

        h2.work(id, (work, sheet) -> work.promise(id, sheet.unit(), sheet.version(), "22/6/2026", "Lắp ram dốc."));
        assertThat(news()).contains("loi-nhan=Thực hiện chậm nhất ngày: 22/06/2026\n\nNội dung: Lắp ram dốc.");
        h2.work(id, (work, sheet) -> work.fulfil(id, sheet.unit(), sheet.version(), "Đã lắp ở cửa phụ."));
        assertThat(news()).contains("loi-nhan=Nội dung: Đã lắp ở cửa phụ.");
    }

    @Test
    void theLettersOfJoinedOnesSayUntilWhenAndWhereTheAnswerIsRead() {
        var main = h2.send("question");
        h2.clock().pass(Duration.ofHours(1));
        var id = h2.send("question");
        h2.work(id, (work, sheet) -> work.merge(id, sheet.unit(), sheet.version(), Long.toString(main)));
        assertThat(news())
                .contains("câu trả lời chung", "Hạn trả lời: 22/06/2026")
                .doesNotContain("loi-nhan=–");

        h2.work(id, (work, sheet) -> work.unmerge(id, sheet.unit(), sheet.version(), "Hai việc khác nhau."));
        assertThat(news()).contains("loi-nhan=Hạn trả lời: 22/06/2026\n\nLý do: Hai việc khác nhau.");

        h2.work(id, (work, sheet) -> work.merge(id, sheet.unit(), sheet.version(), Long.toString(main)));
        h2.letters().clear();
        h2.answer(main);
        assertThat(h2.letters())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter).contains("https://cong.example.gov.vn/tra-cuu"));
    }

    @Test
    void theLetterOfAnotherKindSaysWhichAndUntilWhen() {
        var id = h2.send("question");
        h2.work(
                id,
                (work, sheet) ->
                        work.reclassify(id, sheet.unit(), sheet.version(), "error-report", "Bạn báo một chỗ sai."));

        assertThat(news())
                .contains("loi-nhan=Hạn trả lời: 16/06/2026\n\n")
                .contains("sang loại “Báo lỗi nội dung trên Cổng”", "Bạn báo một chỗ sai.");
    }

    @Test
    void inEnglishALetterLeadsToThePageInEnglish() {
        var vietnamese = InboxOnH2.form("question", "en", "How long?");
        var form = new NewSubmission("question", "en", vietnamese.values(), "", "", false, false, "en");
        var key = h2.ask(desk -> desk.submit(form));
        var id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
        h2.answer(id);

        assertThat(news()).contains("There is an answer", "https://cong.example.gov.vn/en/tra-cuu");
    }

    /** The law has them told that it was taken up: whoever is told "done, in time" was written who has it. */
    @Test
    void whereTheLawHasTheSenderToldOfTheReceiptGivingItToAUnitIsWritten() {
        var request = h2.send("personal-data-request");
        h2.letters().clear();
        h2.deed(request, (desk, sheet) -> desk.assign(request, sheet.unit(), sheet.version(), "van-phong"));
        assertThat(news()).contains("loi-nhan=Đơn vị xử lý: Văn phòng Sở\nHạn trả lời: 16/06/2026");
        assertThat(dates(request)).anyMatch(date -> date.contains("đã thực hiện ngày 01/06/2026, đúng hạn"));

        h2.deed(request, (desk, sheet) -> desk.assign(request, sheet.unit(), sheet.version(), "nghe-thuat"));
        assertThat(h2.letters()).as("given to another, it was taken up before").hasSize(1);

        h2.letters().clear();
        var question = h2.send("question");
        h2.deed(question, (desk, sheet) -> desk.assign(question, sheet.unit(), sheet.version(), "van-phong"));
        assertThat(h2.letters()).singleElement().asString().startsWith("inbox.received");
    }

    /** A page is asked for by itself; all pages together are the list, and the views that find nothing are none. */
    @ParameterizedTest
    @ValueSource(strings = {"", InboxQuery.BY_DUE, InboxQuery.BY_RECEIPT, InboxQuery.BY_KIND, InboxQuery.BY_STATE})
    void pagesOfTheQueueAreTheQueue(String sort) {
        for (var i = 0; i < 7; i++) {
            var form = InboxOnH2.form(i % 2 == 0 ? "question" : "rule-feedback", "t" + i, "Việc " + i);
            h2.act(desk -> desk.submit(form));
        }
        var counts = h2.ask(desk -> desk.desk.counts(EnumSet.allOf(InboxQuery.View.class)));
        assertThat(counts).containsEntry(InboxQuery.View.OPEN, 7L).containsEntry(InboxQuery.View.NEW, 7L);
        for (var view : InboxQuery.View.values()) {
            for (var descending : List.of(false, true)) {
                var state = new ListState("", sort, descending, 1);
                var all = h2.ask(desk -> desk.desk.numbers(view, "", "", state));
                var count = h2.ask(desk -> desk.desk.count(view));
                var pages = new ArrayList<Long>();
                for (var first = 0; first < 12; first += 3) {
                    var from = first;
                    pages.addAll(h2.ask(desk -> desk.desk.part(view, "", "", state, from, 3)));
                }
                assertThat(pages)
                        .as(view + " " + sort + " " + descending)
                        .isEqualTo(all)
                        .hasSize(count.intValue());
            }
        }
        var newest = h2.ask(desk ->
                desk.desk.numbers(InboxQuery.View.ALL, "", "", new ListState("", InboxQuery.BY_RECEIPT, true, 1)));
        assertThat(newest).hasSize(7).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void twoPressesAtTheSameMomentLeaveOne() {
        var form = InboxOnH2.form("question", "t1", "Bao lâu?");
        var key = h2.ask(desk -> desk.submit(form));

        // Who comes a moment later did not see the first one: the database does.
        assertThatThrownBy(() -> h2.act(desk -> desk.inbox.receive(desk.inbox.kind("question"), form)))
                .isInstanceOf(RuntimeException.class);
        var found2 = h2.ask(desk -> desk.service.isReceived(key));
        assertThat(found2).isTrue();
        var found3 = h2.ask(desk -> desk.repository.submissions());
        assertThat(found3).isEqualTo(1);
    }

    @Test
    void theReceiptTellsCodeAndDayForADay() {
        var key = h2.ask(desk -> desk.submit(InboxOnH2.form("question", "t1", "Bao lâu?")));

        var receipt =
                h2.ask(desk -> desk.service.receipt(key, Words.VIETNAMESE)).orElseThrow();
        assertThat(TrackingCode.read(receipt.code())).isPresent();
        assertThat(receipt.due()).isEqualTo("Trả lời: chậm nhất ngày 22/06/2026");
        assertThat(receipt.why().getFirst()).startsWith("15 ngày làm việc, tính từ ngày tiếp theo ngày 01/06/2026");

        h2.clock().pass(Duration.ofHours(25));
        var found4 = h2.ask(desk -> desk.service.receipt(key, Words.VIETNAMESE));
        assertThat(found4).isEmpty();
    }

    @Test
    void theReceiptTellsOfALetterThatWasWrittenAndOfNoOther() {
        var written = h2.ask(desk -> desk.submit(InboxOnH2.form("question", "t1", "Bao lâu?")));
        h2.mailOn(false);
        var unwritten = h2.ask(desk -> desk.submit(InboxOnH2.form("question", "t2", "Ở đâu?")));

        assertThat(h2.letters()).hasSize(1);
        assertThat(isMailed(written)).as("whatever became of the mail server").isTrue();
        h2.mailOn(true);
        assertThat(isMailed(unwritten)).isFalse();
    }

    private boolean isMailed(String key) {
        return h2.ask(desk -> desk.service.receipt(key, Words.VIETNAMESE).orElseThrow())
                .mailed();
    }

    @Test
    void whoShowsCodeAndNumberOrAddressSeesIt() {
        var id = h2.send("question");
        var code = h2.code(id);

        for (var contact : List.of("0912345678", "+84 912 345 678", "LAN@example.vn")) {
            var found5 = h2.ask(desk -> desk.service.track(code, contact, Words.VIETNAMESE));
            assertThat(found5).as(contact).isPresent();
        }
        var tracked = h2.track(id);
        assertThat(tracked.text()).isEqualTo("Giấy phép tổ chức triển lãm mất bao lâu?");
        assertThat(tracked.state()).isEqualTo(InboxState.RECEIVED);
        assertThat(tracked.may()).containsExactly(InboxDeed.ADD, InboxDeed.WITHDRAW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912345679", "la@example.vn", "", "x", "0", "%", "' or 1=1"})
    void whoDoesNotKnowTheNumberSeesNothing(String contact) {
        var code = h2.code(h2.send("question"));

        var found6 = h2.ask(desk -> desk.service.track(code, contact, Words.VIETNAMESE));
        assertThat(found6).isEmpty();
        assertThatThrownBy(() -> h2.act(desk -> desk.service.withdraw(code, contact)))
                .hasMessage("inbox.error.unknown");
    }

    @Test
    void aCodeThatNobodyHasIsAnsweredAsAWrongNumberIs() {
        h2.send("question");

        var found7 =
                h2.ask(desk -> desk.service.track(TrackingCode.random().grouped(), InboxOnH2.PHONE, Words.VIETNAMESE));
        assertThat(found7).isEmpty();
        assertThatThrownBy(() -> h2.act(
                        desk -> desk.service.withdraw(TrackingCode.random().grouped(), InboxOnH2.PHONE)))
                .hasMessage("inbox.error.unknown");
    }

    @Test
    void somebodyWithoutAnAddressIsNotFoundByNothing() {
        var form = new NewSubmission(
                "question",
                "t",
                Map.of(AskedField.TEXT, "Hỏi", AskedField.NAME, "Lan", AskedField.PHONE, InboxOnH2.PHONE),
                "",
                "",
                false,
                false,
                "vi");
        var key = h2.ask(desk -> desk.submit(form));
        var id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
        var code = h2.code(id);

        for (var contact : List.of("", "-", " ", "@")) {
            var found8 = h2.ask(desk -> desk.service.track(code, contact, Words.VIETNAMESE));
            assertThat(found8).as(contact).isEmpty();
        }
    }

    @Test
    void fromTheFormUntilTheAnswerIsPublic() {
        var id = h2.send("question");
        assertThat(queue(InboxQuery.View.NEW, "")).containsExactly(id);
        h2.answer(id);

        assertThat(h2.track(id).answer()).isNotNull();
        var found9 = h2.ask(desk -> desk.repository.publicationCount());
        assertThat(found9).isZero();
        assertThat(h2.log()).isEmpty();

        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        var publication = h2.ask(desk -> desk.service.publication("thoi-han-cap-giay-phep-trien-lam-" + id));
        assertThat(publication.getAnswerHtml()).isEqualTo("<p>Thời hạn là 7 ngày làm việc.</p>");
        assertThat(h2.log()).containsExactly("PUBLISHED");
        assertThat(h2.track(id).publicPath()).isEqualTo(publication.getPath());
        assertThat(h2.letters())
                .extracting(letter -> letter.split(" ")[0])
                .containsExactly("inbox.received", "inbox.news", "inbox.news");

        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Lộ người hỏi"));
        assertThat(h2.log()).containsExactly("PUBLISHED", "WITHDRAWN");
        var found10 = h2.ask(desk -> desk.repository.publicationCount());
        assertThat(found10).isZero();
    }

    @Test
    void whoWroteTheAnswerDoesNotApproveIt() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        h2.draft(id, "Bảy ngày.", "", "", "");

        assertThat(h2.open(id).hindrances()).contains("inbox.error.own");
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.own");
    }

    @Test
    void whereTheKindDoesNotAskForASecondPersonOneIsEnough() {
        var id = h2.send("error-report");
        h2.actAs("responder");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.draft(id, "Đã sửa.", "T", "Q", "A");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.kindPrivate");
    }

    @Test
    void withoutAPublicTextNothingBecomesPublic() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        h2.draft(id, "Bảy ngày.", "Tiêu đề", "", "");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.publicText");
    }

    @Test
    void whatTellsOfTheSenderIsMaskedBeforehandAndNeverApproved() {
        var id = h2.ask(desk -> {
            var key = desk.submit(InboxOnH2.form(
                    "question",
                    "token-mask",
                    "Tôi là Nguyễn Thị Lan, gọi tôi số 0912.345.678. Phí cấp thẻ là bao nhiêu?"));
            return desk.repository.byForm(key).orElseThrow().number();
        });
        assertThat(h2.open(id).proposal())
                .contains("[đã che: họ tên]", "[đã che: số điện thoại]", "Phí cấp thẻ")
                .doesNotContain("Lan", "0912");

        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.draft(id, "Miễn phí.", "Phí cấp thẻ", "Chị 0912 345 678 hỏi phí.", "Miễn phí, hỏi thêm 0200 382 0100.");
        assertThat(h2.open(id).telling()).containsExactly("số điện thoại: 0912 345 678");
        h2.actAs(InboxOnH2.everywhere("approver"));
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false)))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("inbox.error.telling");

        h2.actAs(InboxOnH2.everywhere("moderator"));
        h2.draft(id, "Miễn phí.", "Phí cấp thẻ", "Phí cấp thẻ là bao nhiêu?", "Miễn phí, hỏi thêm 0200 382 0100.");
        h2.actAs(InboxOnH2.everywhere("approver"));
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        assertThat(h2.open(id).state()).isEqualTo(InboxState.APPROVED);
    }

    @Test
    void anAnswerIsRichTextForTheSenderAndForEverybodyAndDoesNoHarm() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        h2.draft(
                id,
                "<p onclick=x>Nộp <strong>một</strong> trong hai nơi:</p><ul><li>Quầy số 3</li></ul><script>x</script>",
                "Nộp ở đâu",
                "Nộp ở đâu?",
                "<p>Nộp tại <a href=\"/don-vi/van-phong\">Văn phòng</a>.</p><script>x</script>");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));

        assertThat(Optional.ofNullable(h2.track(id).answer()).orElseThrow().html())
                .isEqualTo("<p>Nộp <strong>một</strong> trong hai nơi:</p><ul><li>Quầy số 3</li></ul>");
        assertThat(h2.open(id).answers().getFirst().publicText())
                .isEqualTo("<p>Nộp tại <a href=\"/don-vi/van-phong\">Văn phòng</a>.</p>");
        var published = h2.ask(desk -> desk.repository.publication(id).orElseThrow());
        assertThat(published.getAnswerHtml())
                .isEqualTo(h2.open(id).answers().getFirst().publicText());
    }

    /** An address and the description of a picture tell as much as the words do, and so does a number in two pieces. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Gọi <a href=\"tel:0912345678\">chị ấy</a>.</p>",
                "<p>Gọi 0912 <strong>345</strong> <em>678</em>.</p>",
                "<p>Xem <img src=\"/tep/1/a.jpg\" alt=\"Giấy ghi 0912345678\"></p>",
                "<p>Gọi 09&#49;2 345 678.</p>",
                "<p>Gọi +84 912 345 678.</p>",
                "<p>Gọi không chín một hai ba bốn năm sáu bảy tám.</p>"
            })
    void noMarkupHidesWhatTellsOfTheSender(String answer) {
        var id = h2.ask(desk -> {
            var key = desk.submit(
                    InboxOnH2.form("question", "token-markup", "Gọi tôi số 0912.345.678. Phí là bao nhiêu?"));
            return desk.repository.byForm(key).orElseThrow().number();
        });
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.draft(id, "Có.", "Phí", "Phí?", answer);
        h2.actAs(InboxOnH2.everywhere("approver"));
        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.telling");
    }

    /** What was asked for later is as much theirs as what stood in the form. */
    @Test
    void whatTheSenderWroteLaterIsNotToldEither() {
        var id = h2.send("question");
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "later", "Số căn cước của tôi là 001099012345."));
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.draft(id, "Có.", "Phí", "Phí?", "Hồ sơ của số 001099012345 đã có.");
        h2.actAs(InboxOnH2.everywhere("approver"));

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.telling");
    }

    /** Without the key nobody can tell whose name it is that stands in the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"name_sealed", "phone_sealed", "text_sealed", "details_sealed"})
    void nothingIsApprovedWhileItCannotBeToldWhoSentIt(String column) {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.draft(id, "Có.", "Phí", "Phí?", "Có.");
        h2.database()
                .inTransaction(em -> em.createNativeQuery(
                                "update inbox_submission set " + column + " = 'e1:gone:AAAA' where id = " + id)
                        .executeUpdate());
        h2.actAs(InboxOnH2.everywhere("approver"));

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("privacy.error.unopened");
    }

    @Test
    void anAnswerWithoutWordsIsNoneAndOneThatIsTooLongIsRefusedNotCut() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        assertThatThrownBy(() -> h2.draft(id, "<p><br></p><p> </p>", "", "", ""))
                .hasMessage("inbox.error.answer");
        assertThatThrownBy(() -> h2.draft(id, "&".repeat(20_000), "", "", "")).hasMessage("inbox.error.answerTooLong");
        // The longest that the form takes can be kept, in letters of three bytes.
        h2.draft(id, "ệ".repeat(40_000), "", "", "");
        assertThat(h2.open(id).answers().getFirst().full()).hasSize(40_007);
    }

    @Test
    void whoLooksUpAnAnsweredQuestionReadsWhetherTheAnswerWasInTime() {
        var id = h2.send("question");
        h2.answer(id);
        assertThat(h2.track(id).due())
                .startsWith("Hạn trả lời là ngày 22/06/2026")
                .endsWith("đúng hạn.");
        assertThat(h2.track(id).why()).isNotEmpty();
    }

    /** How each limit stands is told where the matter stands, also where it ends without an answer. */
    @Test
    void theSenderReadsEveryLimitAndHowItStands() {
        var refused = h2.send("question");
        assertThat(said(refused))
                .containsExactly(
                        "Từ chối tiếp nhận: chậm nhất ngày 03/06/2026",
                        "Yêu cầu bổ sung: chậm nhất ngày 08/06/2026",
                        "Chuyển cơ quan có thẩm quyền: chậm nhất ngày 08/06/2026",
                        "Trả lời: chậm nhất ngày 22/06/2026");
        assertThat(h2.track(refused).dates())
                .allSatisfy(date -> assertThat(date.why()).isNotEmpty());
        h2.clock().pass(Duration.ofMinutes(1));
        var transferred = h2.send("question");
        h2.clock().pass(Duration.ofDays(3));
        assertThat(said(refused))
                .first()
                .isEqualTo("Từ chối tiếp nhận: hạn là ngày 03/06/2026; chưa thực hiện, đã quá hạn.");
        h2.deed(refused, (desk, sheet) -> desk.refuse(refused, sheet.unit(), sheet.version(), "Quảng cáo"));
        h2.deed(
                transferred,
                (desk, sheet) -> desk.transfer(
                        transferred, sheet.unit(), sheet.version(), "Sở Nội vụ", "Thuộc thẩm quyền Sở Nội vụ"));

        assertThat(h2.track(refused).due())
                .isEqualTo("Từ chối tiếp nhận: hạn là ngày 03/06/2026; đã thực hiện ngày 04/06/2026, muộn hạn.");
        assertThat(h2.track(refused).why()).isNotEmpty();
        assertThat(said(refused)).last().isEqualTo("Trả lời: hạn là ngày 22/06/2026; không cần đến bước này.");
        assertThat(h2.track(transferred).due())
                .isEqualTo(
                        "Chuyển cơ quan có thẩm quyền: hạn là ngày 08/06/2026; đã thực hiện ngày 04/06/2026, đúng hạn.");
        assertThat(said(transferred)).first().asString().endsWith("không cần đến bước này.");
    }

    @Test
    void theSenderReadsWhichUnitHasItAndWhetherItsAnswerIsPublicInTime() {
        var id = h2.send("question");
        h2.answer(id);
        assertThat(h2.track(id).steps()).anySatisfy(step -> {
            assertThat(step.deed()).isEqualTo(InboxDeed.ASSIGN);
            assertThat(step.target()).isEqualTo("Văn phòng Sở");
            assertThat(step.text()).isEmpty();
        });
        h2.clock().pass(Duration.ofDays(3));
        assertThat(said(id)).last().isEqualTo("Công khai: hạn là ngày 03/06/2026; chưa thực hiện, đã quá hạn.");
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        assertThat(said(id))
                .last()
                .isEqualTo("Công khai: hạn là ngày 03/06/2026; đã thực hiện ngày 04/06/2026, muộn hạn.");
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Lộ người hỏi"));
        assertThat(said(id)).last().isEqualTo("Công khai: hạn là ngày 03/06/2026; không cần đến bước này.");

        // What the law does not ask for is not told: of an answer given anew, nothing of the one before.
        h2.actAs("moderator");
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Sót một ý"));
        assertThat(said(id)).first().isEqualTo("Từ chối tiếp nhận: chậm nhất ngày 08/06/2026");
        assertThat(said(id)).last().isEqualTo("Trả lời: chậm nhất ngày 25/06/2026");
        var code = h2.code(id);
        h2.act(desk -> desk.service.withdraw(code, InboxOnH2.PHONE));
        assertThat(h2.track(id).due()).isEmpty();
        assertThat(said(id)).allSatisfy(said -> assertThat(said).endsWith("không cần đến bước này."));
    }

    private List<String> said(long id) {
        var said = h2.track(id).dates().stream().map(Tracked.Dated::said).toList();
        assertThat(dates(id)).as("the staff reads the same").isEqualTo(said);
        return said;
    }

    @Test
    void theClockStandsStillWhileTheSenderIsWaitedForAndGoesOn() {
        var id = h2.send("question");
        assertThat(due(id)).isEqualTo(LocalDate.of(2026, 6, 3));
        h2.deed(id, (desk, sheet) -> desk.askMore(id, sheet.unit(), sheet.version(), "Xin cho biết số hồ sơ."));

        assertThat(due(id)).isEqualTo(Submission.NEVER);
        assertThat(h2.track(id).due()).isEqualTo("Trả lời: đang chờ bổ sung, tạm dừng tính hạn");
        assertThat(h2.letters()).last().asString().contains("Xin cho biết số hồ sơ.");

        h2.clock().pass(Duration.ofDays(7));
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t2", "Số 123."));
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t2", "Số 123."));
        assertThat(h2.state(id)).isEqualTo(InboxState.SUPPLEMENTED);
        assertThat(h2.track(id).steps())
                .extracting(Tracked.Step::deed)
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.ASK_MORE, InboxDeed.SUPPLEMENT);
        // From Monday 8 June, which is not counted: asked on the day of receipt, nothing of it was used. So it is with
        // refusing.
        assertThat(due(id)).isEqualTo(LocalDate.of(2026, 6, 10));
        assertThat(h2.track(id).due()).isEqualTo("Trả lời: chậm nhất ngày 29/06/2026");
    }

    /** What they objected to stays theirs to read; a version that was never sent, or was only masked for others, is none of that. */
    @Test
    void whatWasSentBeforeStandsBeneathTheNewAnswer() {
        var id = h2.send("question");
        h2.answer(id);
        assertThat(h2.track(id).earlier()).isEmpty();
        var code = h2.code(id);
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "o1", "Tôi hỏi về lệ phí."));
        assertThat(h2.track(id).answer())
                .extracting(Tracked.Answer::html)
                .asString()
                .contains("7 ngày làm việc");
        h2.actAs("responder");
        h2.draft(id, "Một bản bỏ đi.", "", "", "");
        h2.draft(id, "Lệ phí là 3 triệu đồng.", "", "", "");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.clock().pass(Duration.ofDays(1));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));

        var tracked = h2.track(id);
        assertThat(tracked.answer()).extracting(Tracked.Answer::html).asString().contains("3 triệu");
        assertThat(tracked.earlier())
                .containsExactly(new Tracked.Answer("<p>Chào bà Lan, thời hạn là 7 ngày làm việc.</p>", InboxOnH2.NOW));
    }

    @Test
    void anAnswerOffThePointGoesBackOnce() {
        var id = h2.send("question");
        h2.answer(id);
        var code = h2.code(id);
        h2.clock().pass(Duration.ofDays(2));
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "t3", "Tôi hỏi về lệ phí."));
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "t3", "Tôi hỏi về lệ phí."));

        assertThat(h2.state(id)).isEqualTo(InboxState.IN_WORK);
        assertThat(h2.open(id).rating()).isEqualTo(Submission.Rating.OFF_THE_POINT);
        assertThat(due(id)).isEqualTo(LocalDate.of(2026, 6, 24));
        assertThat(h2.track(id).answer()).as("what was answered stays").isNotNull();
        assertThat(h2.track(id).due()).isEqualTo("Trả lời: chậm nhất ngày 24/06/2026");
        assertThat(h2.track(id).why()).contains("Hạn được tính lại từ ngày 03/06/2026 vì việc được xem xét lại.");
        assertThat(dates(id)).noneMatch(headline -> headline.startsWith("Công khai"));

        h2.actAs("responder");
        h2.draft(id, "Lệ phí 0 đồng.", "", "", "");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        assertThat(Optional.ofNullable(h2.track(id).answer()).orElseThrow().html())
                .isEqualTo("<p>Lệ phí 0 đồng.</p>");
        assertThat(h2.track(id).due())
                .isEqualTo("Hạn trả lời là ngày 24/06/2026; đã trả lời ngày 03/06/2026, đúng hạn.");
        assertThat(dates(id)).last().isEqualTo("Công khai: chậm nhất ngày 05/06/2026");
        assertThatThrownBy(() -> h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "t4", "Vẫn chưa.")))
                .hasMessage("inbox.error.objected");
    }

    @Test
    void aSenderRatesAndTakesBack() {
        var answered = h2.send("question");
        h2.answer(answered);
        var code = h2.code(answered);
        h2.act(desk -> desk.service.rate(code, InboxOnH2.EMAIL, Submission.Rating.PROMISED));
        h2.act(desk -> desk.service.rate(code, InboxOnH2.EMAIL, Submission.Rating.PROMISED));
        assertThat(h2.track(answered).rating()).isEqualTo(Submission.Rating.PROMISED);
        assertThat(h2.track(answered).steps().stream().filter(step -> step.deed() == InboxDeed.REMIND))
                .hasSize(1);

        h2.clock().pass(Duration.ofMinutes(1));
        var other = h2.send("question");
        var otherCode = h2.code(other);
        h2.act(desk -> desk.service.withdraw(otherCode, InboxOnH2.PHONE));
        h2.act(desk -> desk.service.withdraw(otherCode, InboxOnH2.PHONE));
        assertThat(h2.state(other)).isEqualTo(InboxState.WITHDRAWN);
        assertThat(due(other)).isEqualTo(Submission.NEVER);
    }

    @Test
    void anExtensionIsGivenOnceAndOnlyWhereTheLawGivesOne() {
        var request = h2.send("information-request");
        h2.deed(request, (desk, sheet) -> desk.assign(request, sheet.unit(), sheet.version(), "van-phong"));
        assertThat(due(request)).isEqualTo(LocalDate.of(2026, 6, 22));
        h2.deed(request, (desk, sheet) -> desk.extend(request, sheet.unit(), sheet.version(), "Phức tạp"));
        assertThat(due(request)).isEqualTo(LocalDate.of(2026, 7, 13));
        assertThatThrownBy(() ->
                        h2.deed(request, (desk, sheet) -> desk.extend(request, sheet.unit(), sheet.version(), "Nữa")))
                .hasMessage("inbox.error.extended");

        h2.clock().pass(Duration.ofMinutes(1));
        var question = h2.send("question");
        h2.deed(question, (desk, sheet) -> desk.assign(question, sheet.unit(), sheet.version(), "van-phong"));
        assertThatThrownBy(() ->
                        h2.deed(question, (desk, sheet) -> desk.extend(question, sheet.unit(), sheet.version(), "Bận")))
                .hasMessage("inbox.error.noExtension");
    }

    @Test
    void whatIsLateIsNotPutOffAnyMore() {
        var onTheDay = h2.send("information-request");
        h2.deed(onTheDay, (desk, sheet) -> desk.assign(onTheDay, sheet.unit(), sheet.version(), "van-phong"));
        h2.clock().pass(Duration.ofMinutes(1));
        var late = h2.send("information-request");
        h2.deed(late, (desk, sheet) -> desk.assign(late, sheet.unit(), sheet.version(), "van-phong"));

        // On Monday the 22nd it is due, on the 23rd it is over.
        h2.clock().pass(Duration.ofDays(21));
        h2.deed(onTheDay, (desk, sheet) -> desk.extend(onTheDay, sheet.unit(), sheet.version(), "Phức tạp"));
        assertThat(due(onTheDay)).isEqualTo(LocalDate.of(2026, 7, 13));
        h2.clock().pass(Duration.ofDays(1));
        assertThat(h2.open(late).may()).doesNotContain(InboxDeed.EXTEND);
        assertThat(h2.open(late).hindrances()).contains("inbox.error.extendLate");
        assertThatThrownBy(
                        () -> h2.deed(late, (desk, sheet) -> desk.extend(late, sheet.unit(), sheet.version(), "Bận")))
                .hasMessage("inbox.error.extendLate");
        assertThat(queue(InboxQuery.View.LATE, "")).containsExactly(late);
    }

    @Test
    void aNewHolidayMovesWhatIsOpenAndSaysWhy() {
        var open = h2.send("question");
        h2.deed(open, (desk, sheet) -> desk.assign(open, sheet.unit(), sheet.version(), "van-phong"));
        h2.clock().pass(Duration.ofMinutes(1));
        var done = h2.send("question");
        var code = h2.code(done);
        h2.act(desk -> desk.service.withdraw(code, InboxOnH2.PHONE));
        assertThat(due(open)).isEqualTo(LocalDate.of(2026, 6, 22));

        h2.act(desk -> desk.legal.addDay(Map.of(
                "day",
                "10/06/2026",
                "kind",
                "OFF",
                "title",
                "nghỉ bão",
                "basis",
                "Công điện 5/CĐ-UBND",
                "certainty",
                "VERIFIED",
                "counted",
                "YES")));

        assertThat(due(open)).isEqualTo(LocalDate.of(2026, 6, 23));
        assertThat(h2.open(open).steps()).last().satisfies(step -> {
            assertThat(step.deed()).isEqualTo(InboxDeed.RECKON);
            assertThat(step.text()).isEqualTo("Lịch làm việc thay đổi: 10/06/2026 (nghỉ bão)");
        });
        assertThat(h2.open(done).steps())
                .extracting(InboxDeskService.Step::deed)
                .doesNotContain(InboxDeed.RECKON);
    }

    @Test
    void whoHasARightForOneUnitSeesAndDoesNothingElsewhere() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        var sheet = h2.open(id);

        h2.actAs(InboxOnH2.at("huy", "thanh-tra"));
        assertThat(queue(InboxQuery.View.OPEN, "")).isEmpty();
        assertThatThrownBy(() -> h2.open(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> h2.act(desk -> desk.desk.begin(id, "thanh-tra", sheet.version())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> h2.act(desk -> desk.desk.sender(id, "thanh-tra")))
                .isInstanceOf(NotFoundException.class);

        h2.actAs(InboxOnH2.at("mai", "van-phong"));
        assertThat(queue(InboxQuery.View.OPEN, "")).containsExactly(id);
        assertThatThrownBy(() -> h2.act(desk -> desk.desk.begin(id, "", sheet.version())))
                .as("named is a place where it does not lie")
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void twoAtOnceAreTold() {
        var id = h2.send("question");
        var sheet = h2.open(id);
        h2.clock().pass(Duration.ofMinutes(1));
        h2.act(desk -> desk.desk.note(id, "", sheet.version(), "Đã gọi điện."));

        assertThatThrownBy(() -> h2.act(desk -> desk.desk.refuse(id, "", sheet.version(), "Sai nơi")))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThat(h2.track(id).steps()).as("notes are the staff's").hasSize(1);
    }

    @Test
    void theQueueIsFoundByNumberCodeTelephoneAddressAndWords() {
        var id = h2.send("question");
        var code = h2.code(id);

        for (var filter : List.of("#" + id, String.valueOf(id), code.toLowerCase(java.util.Locale.ROOT), "giấy phép")) {
            assertThat(queue(InboxQuery.View.ALL, filter)).as(filter).containsExactly(id);
        }
        for (var filter : List.of("0912.345.678", "Lan@example.vn")) {
            assertThat(queue(InboxQuery.View.ALL, sought(filter))).as(filter).containsExactly(id);
            assertThat(queue(InboxQuery.View.ALL, filter))
                    .as("what stands in an address as it is was looked for by nobody")
                    .isEmpty();
        }
        for (var filter : List.of("Nguyễn", "0912345679", "x@example.vn", "giấy khen")) {
            assertThat(queue(InboxQuery.View.ALL, filter)).as(filter).isEmpty();
        }
    }

    /** By somebody's number; the way of the screen, where the audit has it. */
    private String sought(String filter) {
        return h2.ask(desk -> desk.desk.seekSender(filter, desk.desk.placeOfSenders()));
    }

    @Test
    void whoMayNotSeeSendersFindsNobodyByTheirNumber() {
        var ours = h2.send("question");
        var theirs = h2.send("rule-feedback");
        h2.deed(ours, (desk, sheet) -> desk.assign(ours, sheet.unit(), sheet.version(), "van-phong"));
        h2.deed(theirs, (desk, sheet) -> desk.assign(theirs, sheet.unit(), sheet.version(), "thanh-tra"));
        assertThat(queue(InboxQuery.View.ALL, sought(InboxOnH2.PHONE))).containsExactlyInAnyOrder(ours, theirs);

        // Reads the whole inbox, and sees senders of one unit.
        h2.actAs(new Actor(
                "ha",
                Set.of(
                        new Actor.Grant(Permission.READ_INBOX, ""),
                        new Actor.Grant(Permission.SEE_SENDERS, "van-phong"))));
        assertThat(queue(InboxQuery.View.ALL, sought(InboxOnH2.PHONE))).containsExactly(ours);
        assertThat(queue(InboxQuery.View.ALL, sought(InboxOnH2.EMAIL))).containsExactly(ours);
        assertThat(queue(InboxQuery.View.ALL, "")).hasSize(2);

        // Whoever approves answers sees no sender anywhere.
        h2.actAs(new Actor("approver", Set.of(new Actor.Grant(Permission.READ_INBOX, ""))));
        assertThat(queue(InboxQuery.View.ALL, sought(InboxOnH2.PHONE))).isEmpty();
        assertThat(queue(InboxQuery.View.ALL, "~")).isEmpty();
    }

    @Test
    void whatIsLookedForStandsSealedForItsOwnerAndTheDay() {
        var id = h2.send("question");
        var filter = sought("0912.345.678");
        var ofCode = h2.ask(desk -> desk.desk.seekCode(h2.code(id)));
        String typed = h2.ask(desk -> desk.desk.typed(filter));

        assertThat(filter).startsWith("~e2:k1:").doesNotContain("0912.345", "0912345");
        assertThat(ofCode).startsWith("~e2:k1:");
        assertThat(typed).isEqualTo("0912.345.678");
        assertThat(queue(InboxQuery.View.ALL, filter)).containsExactly(id);
        assertThat(queue(InboxQuery.View.ALL, ofCode)).containsExactly(id);

        h2.actAs("another");
        assertThat(queue(InboxQuery.View.ALL, filter)).isEmpty();
        h2.actAs("moderator");
        h2.clock().pass(Duration.ofDays(1));
        assertThat(queue(InboxQuery.View.ALL, filter)).isEmpty();
        assertThat(queue(InboxQuery.View.ALL, ofCode)).isEmpty();
    }

    @Test
    void theScreenKnowsWhatIsNotToStandInItsAddress() {
        h2.act(desk -> {
            for (var sender : List.of("0912 345 678", "+84912345678", "lan@example.vn", "gọi 0912345678")) {
                assertThat(desk.desk.trace(sender)).as(sender).isEqualTo(InboxDeskService.Trace.SENDER);
            }
            assertThat(desk.desk.trace(TrackingCode.random().grouped())).isEqualTo(InboxDeskService.Trace.CODE);
            for (var other : List.of("", "123", "#45", "giấy phép", "quyết định 2020", "~e2:k1:AAAA")) {
                assertThat(desk.desk.trace(other)).as(other).isEqualTo(InboxDeskService.Trace.NONE);
            }
        });
    }

    @Test
    void whatASenderWritesIsMarkedUntilSomebodyActsOnIt() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.actAs("responder");
        h2.draft(id, "Bảy ngày.", "", "", "");
        assertThat(queue(InboxQuery.View.WRITTEN, "")).isEmpty();
        assertThat(h2.open(id).writtenAt()).isNull();

        h2.clock().pass(Duration.ofHours(1));
        add(id, "Tôi gửi thêm ảnh.");
        assertThat(queue(InboxQuery.View.WRITTEN, "")).containsExactly(id);
        assertThat(isMarked(id)).isTrue();
        assertThat(h2.open(id).writtenAt()).isEqualTo(h2.clock().instant());

        // Whoever approves has been told; the one who sends it is told again.
        h2.clock().pass(Duration.ofHours(1));
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        assertThat(queue(InboxQuery.View.WRITTEN, "")).isEmpty();
        assertThat(isMarked(id)).isFalse();
        assertThat(h2.open(id).writtenAt()).isEqualTo(h2.clock().instant().minus(Duration.ofHours(1)));

        h2.deed(id, (desk, sheet) -> desk.sendBack(id, sheet.unit(), sheet.version(), "Xem ảnh"));
        h2.clock().pass(Duration.ofHours(1));
        h2.draft(id, "Đã xem ảnh.", "", "", "");
        assertThat(h2.open(id).writtenAt()).isNull();
    }

    private void add(long id, String text) {
        var code = h2.code(id);
        h2.act(desk ->
                desk.service.add(code, InboxOnH2.PHONE, "token" + h2.clock().instant(), text));
    }

    private boolean isMarked(long id) {
        return Optional.ofNullable(h2.ask(desk -> desk.work.marks(List.of(id))).get(id))
                .orElseThrow()
                .written();
    }

    @Test
    void aDeedThatIsDoneToManyTellsNothingOfWhetherSomebodyHasRead() {
        var id = h2.send("question");
        add(id, "Tôi gửi thêm ảnh.");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.work(id, (work, sheet) -> work.markPrivate(id, sheet.unit(), sheet.version()));
        assertThat(queue(InboxQuery.View.WRITTEN, "")).containsExactly(id);

        h2.deed(id, (desk, sheet) -> desk.begin(id, sheet.unit(), sheet.version()));
        assertThat(queue(InboxQuery.View.WRITTEN, "")).isEmpty();
        var code = h2.code(id);
        add(id, "Và một ảnh nữa.");
        h2.act(desk -> desk.service.withdraw(code, InboxOnH2.PHONE));
        assertThat(queue(InboxQuery.View.WRITTEN, "")).isEmpty();
    }

    @Test
    void whatIsJoinedToAnotherIsMarkedToo() {
        var first = h2.send("question");
        h2.clock().pass(Duration.ofMinutes(1));
        var second = h2.send("question");
        h2.work(second, (work, sheet) -> work.merge(second, sheet.unit(), sheet.version(), Long.toString(first)));
        add(second, "Ở phố Hàng Bè cũng vậy.");

        assertThat(queue(InboxQuery.View.WRITTEN, "")).containsExactly(second);
    }

    /** What was in the inbox when the column came is marked as it would have been. */
    @Test
    void theMarkOfWhatWasThereBeforeIsFoundFromTheSteps() throws IOException {
        var acted = h2.send("question");
        add(acted, "Tôi gửi thêm ảnh.");
        h2.clock().pass(Duration.ofMinutes(1));
        h2.deed(acted, (desk, sheet) -> desk.askMore(acted, sheet.unit(), sheet.version(), "Ảnh chụp ở đâu?"));
        var waiting = h2.send("question");
        add(waiting, "Tôi gửi thêm ảnh.");
        h2.clock().pass(Duration.ofMinutes(1));
        add(waiting, "Và một ảnh nữa.");
        var last = h2.clock().instant();
        h2.clock().pass(Duration.ofMinutes(1));
        h2.deed(waiting, (desk, sheet) -> desk.assign(waiting, sheet.unit(), sheet.version(), "van-phong"));
        String migration;
        try (var in =
                Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V047__inbox_senders_again.sql"))) {
            migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var update = Arrays.stream(migration.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> statement.startsWith("update inbox_submission set sender_at"))
                .toList();
        assertThat(update).hasSize(1);

        h2.database().inTransaction(em -> {
            em.createNativeQuery("update inbox_submission set sender_at = null").executeUpdate();
            em.createNativeQuery(update.getFirst()).executeUpdate();
        });
        assertThat(queue(InboxQuery.View.WRITTEN, "")).containsExactly(waiting);
        var submission = h2.ask(desk -> desk.repository.find(waiting).orElseThrow());
        assertThat(submission.getSenderAt()).isEqualTo(last);
    }

    @Test
    void theQueueShowsWhatIsDueFirstAndWhatIsLate() {
        var later = h2.send("information-request");
        var soon = h2.send("error-report");
        h2.clock().pass(Duration.ofMinutes(1));
        var sooner = h2.send("personal-data-request");
        assertThat(queue(InboxQuery.View.OPEN, "")).containsExactly(sooner, later, soon);

        h2.clock().pass(Duration.ofDays(3));
        assertThat(queue(InboxQuery.View.LATE, "")).containsExactly(sooner);
        var found11 = h2.ask(desk -> desk.desk.count(InboxQuery.View.LATE));
        assertThat(found11).isEqualTo(1);
        assertThat(h2.ask(desk -> desk.desk.rows(List.of(sooner), "vi"))
                        .getFirst()
                        .days())
                .isNegative();
    }

    /** Whoever does not decide misses the day on which it could be refused, asked about or passed on. */
    /** While it was joined it was decided: what is parted is not late for that, and all that was left of the time is left. */
    @Test
    void whatIsPartedIsNotLateByTheTimeInWhichItWasJoined() {
        var main = h2.send("question");
        h2.clock().pass(Duration.ofHours(1));
        var id = h2.send("question");
        h2.work(id, (work, sheet) -> work.merge(id, sheet.unit(), sheet.version(), Long.toString(main)));
        h2.morning("06-15");
        h2.work(id, (work, sheet) -> work.unmerge(id, sheet.unit(), sheet.version(), "Hai việc khác nhau."));

        assertThat(due(id)).isEqualTo("2026-06-17");
        assertThat(queue(InboxQuery.View.LATE, "")).containsExactly(main);
        assertThat(dates(id))
                .contains(
                        "Từ chối tiếp nhận: chậm nhất ngày 17/06/2026",
                        "Chuyển cơ quan có thẩm quyền: chậm nhất ngày 22/06/2026",
                        "Trả lời: chậm nhất ngày 22/06/2026");
        assertThat(h2.track(id).dates())
                .anySatisfy(date -> assertThat(date.why())
                        .contains("Không tính thời gian đã gộp với việc cùng nội dung, từ ngày 02/06/2026 đến ngày"
                                + " 15/06/2026."));

        // Joined when the day of refusing was over: that is not owed any more.
        h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Theo Luật Khiếu nại."));
        var late = h2.send("question");
        h2.morning("06-18");
        var second = h2.send("question");
        h2.morning("06-24");
        h2.work(second, (work, sheet) -> work.merge(second, sheet.unit(), sheet.version(), Long.toString(late)));
        h2.work(second, (work, sheet) -> work.unmerge(second, sheet.unit(), sheet.version(), "Hai việc."));
        assertThat(due(second)).as("asking for more, and passing on").isEqualTo("2026-06-25");
    }

    @Test
    void whileNobodyHasDecidedTheFirstOfTheLimitsIsDue() {
        var id = h2.send("question");
        assertThat(step(id)).isEqualTo(TimeRule.Step.REFUSE);
        h2.clock().pass(Duration.ofDays(3));
        assertThat(queue(InboxQuery.View.LATE, "")).containsExactly(id);

        // Asked on the 4th, one day behind that of refusing, and within those of asking and passing on.
        h2.deed(id, (desk, sheet) -> desk.askMore(id, sheet.unit(), sheet.version(), "Số hồ sơ?"));
        assertThat(queue(InboxQuery.View.LATE, "")).isEmpty();
        h2.clock().pass(Duration.ofDays(11));
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t", "Số 123."));
        assertThat(step(id)).as("refusing is over, and asking done").isEqualTo(TimeRule.Step.TRANSFER);
        assertThat(due(id)).isEqualTo(LocalDate.of(2026, 6, 18));

        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        assertThat(step(id)).isEqualTo(TimeRule.Step.ANSWER);
    }

    private TimeRule.Step step(long id) {
        return Objects.requireNonNull(
                h2.ask(desk -> desk.repository.find(id).orElseThrow().getDueStep()));
    }

    @Test
    void whoSentItIsShownToWhoMaySeeIt() {
        var id = h2.send("question");

        var found12 = h2.ask(desk -> desk.desk.sender(id, ""));
        assertThat(found12)
                .isEqualTo(new InboxDeskService.Sender(
                        "Nguyễn Thị Lan", "Số 5 phố Hàng Bè", "0912345678", "lan@example.vn"));
    }

    @Test
    void nothingThatASenderWroteLiesOpenInTheDatabase() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.askMore(id, sheet.unit(), sheet.version(), "CANARY-hoi-them"));
        var code = h2.code(id);
        h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t9", "CANARY-bo-sung"));
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));

        var found = new ArrayList<String>();
        for (var table :
                List.of("inbox_submission", "inbox_event", "inbox_answer", "inbox_publication", "content_change")) {
            h2.database()
                    .inTransaction(em -> em.createNativeQuery("select * from " + table)
                            .getResultList()
                            .forEach(row -> {
                                for (var value : (Object[]) row) {
                                    var text = String.valueOf(value);
                                    for (var secret : List.of(
                                            "Lan",
                                            "Hàng Bè",
                                            "0912345678",
                                            "lan@example.vn",
                                            "CANARY",
                                            "một cửa",
                                            code)) {
                                        if (text.contains(secret)) {
                                            found.add(table + ": " + secret);
                                        }
                                    }
                                }
                            }));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsPublicHoldsThePublicTextOnly() {
        var id = h2.send("question");
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));

        var documents = h2.database().ask(em -> {
            var all = new ArrayList<String>();
            new PublicationSearchSource().over(em).each(document -> all.add(document.toString()));
            return all;
        });
        assertThat(documents)
                .singleElement()
                .asString()
                .contains("Thời hạn là 7 ngày làm việc.")
                .doesNotContain("Lan", "Hàng Bè", "0912", "responder", "approver");
    }

    @Test
    void whoAsksForPrivacyIsNotPublished() {
        var open = InboxOnH2.form("question", "t1", "Bao lâu?");
        var form = new NewSubmission("question", "t1", open.values(), "", "", true, false, "vi");
        var key = h2.ask(desk -> desk.submit(form));
        var id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
        h2.answer(id);

        assertThatThrownBy(() -> h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false)))
                .hasMessage("inbox.error.senderPrivate");
        assertThat(due(id)).isEqualTo(Submission.NEVER);
    }

    @Test
    void anAnswerThatMayNeverBePublicIsNotLateWithThat() {
        var report = h2.send("error-report");
        h2.answer(report);
        var question = h2.send("question");
        h2.actAs("moderator");
        h2.answer(question);
        assertThat(due(report)).isEqualTo(Submission.NEVER);
        assertThat(dates(report)).noneMatch(headline -> headline.startsWith("Công khai"));
        assertThat(due(question)).isEqualTo(LocalDate.of(2026, 6, 3));

        h2.clock().pass(Duration.ofDays(4));
        assertThat(queue(InboxQuery.View.LATE, "")).containsExactly(question);
        h2.actAs("moderator");
        h2.work(question, (work, sheet) -> work.markPrivate(question, sheet.unit(), sheet.version()));
        assertThat(due(question)).isEqualTo(Submission.NEVER);
        assertThat(queue(InboxQuery.View.LATE, "")).isEmpty();
        assertThat(queue(InboxQuery.View.TO_PUBLISH, ""))
                .as("somebody still says that it is not to be public")
                .containsExactlyInAnyOrder(report, question);
    }

    @Test
    void whatWasRefusedCanBeTakenUpAgainAndLeavesItsTrace() {
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.refuse(id, sheet.unit(), sheet.version(), "Không rõ việc"));
        assertThat(due(id)).isEqualTo(Submission.NEVER);
        h2.clock().pass(Duration.ofDays(9));
        h2.deed(id, (desk, sheet) -> desk.reopen(id, sheet.unit(), sheet.version(), "Người gửi đã gọi lại"));

        assertThat(h2.track(id).steps())
                .extracting(Tracked.Step::deed)
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.REFUSE, InboxDeed.REOPEN);
        assertThat(h2.track(id).due()).isEqualTo("Trả lời: chậm nhất ngày 01/07/2026");
    }

    @Test
    void whatIsTakenUpAgainIsDueAgainAndNotAnsweredInTime() {
        var promised = h2.send("question");
        h2.answer(promised);
        var code = h2.code(promised);
        h2.clock().pass(Duration.ofDays(2));
        h2.actAs("moderator");
        var reopened = h2.send("question");
        h2.answer(reopened);
        h2.actAs("moderator");
        h2.clock().pass(Duration.ofDays(5));
        h2.act(desk -> desk.service.rate(code, InboxOnH2.PHONE, Submission.Rating.PROMISED));
        h2.deed(reopened, (desk, sheet) -> desk.reopen(reopened, sheet.unit(), sheet.version(), "Sót một ý"));

        for (var id : List.of(promised, reopened)) {
            assertThat(h2.track(id).due()).isEqualTo("Trả lời: chậm nhất ngày 29/06/2026");
            assertThat(dates(id)).noneMatch(headline -> headline.startsWith("Công khai"));
        }
    }

    @Test
    void matterOfOthersIsRecognisedBeforeItIsSent() {
        assertThat(doors("Tôi muốn khiếu nại quyết định xử phạt")).contains("khieu-nai");
        assertThat(doors("Gửi đơn TỐ CÁO cán bộ nhận hối lộ")).containsExactly("to-cao");
        assertThat(doors("đã nộp hồ sơ, bao giờ có kết quả?")).containsExactly("tra-cuu-ho-so");
        assertThat(doors("Xin góp ý dự thảo nghị định về quảng cáo")).contains("du-thao");
        assertThat(doors("Có đám cháy nhà gần bảo tàng")).containsExactly("khan-cap");
        assertThat(doors("làm sổ đỏ ở đâu")).containsExactly("dat-dai");
        assertThat(doors("Lịch mở cửa của bảo tàng tỉnh?")).isEmpty();
    }

    private List<String> doors(String text) {
        return h2.ask(desk ->
                desk.service.wrongDoors(text).stream().map(WrongDoor::getKey).toList());
    }

    @Test
    void eachKindHasItsFormItsClockAndItsWords() {
        var kinds = h2.ask(desk -> desk.service.kinds());

        assertThat(kinds).hasSize(6).allSatisfy(kind -> {
            assertThat(kind.asked())
                    .extracting(SubmissionKind.Asked::field)
                    .contains(AskedField.TEXT, AskedField.PHONE, AskedField.EMAIL);
            assertThat(kind.consent("vi")).isNotBlank();
            assertThat(kind.consent("en")).isNotBlank();
            var found13 = h2.ask(desk -> desk.service.promise(kind, Words.VIETNAMESE));
            assertThat(found13).isPresent();
        });
    }

    @Test
    void manyAdditionsAreEnoughAtSomeTime() {
        var id = h2.send("question");
        var code = h2.code(id);
        for (var i = 0; i < 50; i++) {
            var number = i;
            h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t" + number, "Thêm " + number));
        }
        assertThatThrownBy(() -> h2.act(desk -> desk.service.add(code, InboxOnH2.PHONE, "t50", "Thêm nữa")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("inbox.error.messages");
    }
}
