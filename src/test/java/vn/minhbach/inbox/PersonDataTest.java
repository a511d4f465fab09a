package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.NotFoundException;

/** What the office does for somebody who asks for what it keeps of them. */
class PersonDataTest {

    private final SendersOnH2 senders = new SendersOnH2();
    private final InboxOnH2 h2 = senders.h2;

    @AfterEach
    void close() {
        senders.close();
    }

    private long send(String kind, String name, String phone, String email, String text) {
        var values = new EnumMap<AskedField, String>(AskedField.class);
        values.putAll(InboxOnH2.form(kind, "t", text).values());
        values.put(AskedField.NAME, name);
        values.put(AskedField.PHONE, phone);
        values.put(AskedField.EMAIL, email);
        h2.clock().pass(Duration.ofSeconds(1));
        var form = new NewSubmission(kind, "t" + h2.clock().instant(), values, "", "", false, false, "vi");
        var key = h2.ask(desk -> desk.submit(form));
        return h2.ask(desk -> desk.repository.byForm(key)).orElseThrow().number();
    }

    private long request() {
        return send(
                PersonDataService.KIND, "Nguyễn Thị Lan", InboxOnH2.PHONE, "", "Cho tôi biết cơ quan giữ gì của tôi.");
    }

    private long answered(String kind) {
        var id = send(kind, "nguyen thi lan", "+84 912345678", InboxOnH2.EMAIL, "Giấy phép <b>triển lãm</b>?");
        h2.deed(id, (desk, sheet) -> desk.note(id, sheet.unit(), sheet.version(), "Ghi chú kín"));
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Không công khai"));
        return id;
    }

    private List<PersonDataService.Item> find(long request, String contact) {
        return senders.persons(service -> service.find(request, contact));
    }

    private static Map<String, String> unzip(PersonPackage made) throws IOException {
        var written = new ByteArrayOutputStream();
        made.writeTo(written);
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void allIsFoundByNumberAndAddressHoweverTheyWereWritten() {
        var first = answered("question");
        var byMail = send("question", "Nguyễn Thị Lan", "", "LAN@example.vn", "Hỏi thêm");
        send("question", "Trần Văn Nam", "0987654321", "nam@example.vn", "Của người khác");
        var request = request();

        assertThat(find(request, "")).extracting(PersonDataService.Item::id).containsExactly(request, first);
        assertThat(find(request, " lan@EXAMPLE.vn "))
                .extracting(PersonDataService.Item::id)
                .containsExactly(request, byMail, first);
        assertThatThrownBy(() -> find(request, "không phải số")).hasMessage("personData.error.contact");
    }

    @Test
    void anotherNameAtTheSameTelephoneIsTold() {
        var own = answered("question");
        var son = send("question", "Nguyễn Văn Bình", InboxOnH2.PHONE, "", "Của con trai");
        var request = request();

        assertThat(find(request, ""))
                .extracting(PersonDataService.Item::id, PersonDataService.Item::sameName)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(own, true),
                        org.assertj.core.groups.Tuple.tuple(son, false));
    }

    @Test
    void itBeginsWithARequestOfThatKind() {
        var question = answered("question");

        assertThatThrownBy(() -> find(question, "")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find(4711, "")).isInstanceOf(NotFoundException.class);
        var request = request();
        var got1 = senders.persons(service -> service.isServed(question));
        assertThat(got1).isFalse();
        // Whoever has the inbox's rights alone may not; it takes one of its own.
        var got2 = senders.persons(service -> service.isServed(request));
        assertThat(got2).isFalse();
    }

    @Test
    void thePackageHoldsWhatTheySentAndWereTold() throws IOException {
        var id = answered("question");
        var request = request();
        senders.files.put(
                id,
                List.of(new SubmissionParts.Part(
                        "../../ảnh cầu.jpg", () -> new ByteArrayInputStream("hình".getBytes(StandardCharsets.UTF_8)))));

        var files = unzip(senders.persons(service -> service.pack(request, "", List.of(id))));

        assertThat(files.keySet()).containsExactly("doc-toi.html", "du-lieu.json", "tep/" + id + "-1-__.._ảnh_cầu.jpg");
        assertThat(files.get("doc-toi.html"))
                .contains("<html lang=\"vi\">", "nguyen thi lan", "Chào bà Lan", "Số 5 phố Hàng Bè")
                .contains("Giấy phép &lt;b&gt;triển lãm&lt;/b&gt;?", "Lời đồng ý, bản 2026-01", "Tôi đồng ý để cơ quan")
                .contains(new TrackingCode(h2.code(id)).grouped());
        var json = Json.createReader(new ByteArrayInputStream(
                        String.valueOf(files.get("du-lieu.json")).getBytes(StandardCharsets.UTF_8)))
                .readObject();
        var item = json.getJsonArray("viec").getJsonObject(0);
        assertThat(item.getString("dienThoai")).isEqualTo("0912345678");
        assertThat(item.getString("noiDung")).isEqualTo("Giấy phép <b>triển lãm</b>?");
        assertThat(item.getString("traLoi")).startsWith("Chào bà Lan");
    }

    @Test
    void thePackageHoldsWhatTheyWereToldBefore() throws IOException {
        var id = answered("question");
        var code = h2.code(id);
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "o1", "Tôi hỏi về lệ phí."));
        h2.actAs("responder");
        h2.draft(id, "Lệ phí là 3 triệu đồng.", "", "", "");
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        var request = request();

        var files = unzip(senders.persons(service -> service.pack(request, "", List.of(id))));

        assertThat(files.get("doc-toi.html")).contains("3 triệu đồng", "Câu trả lời trước", "Chào bà Lan");
        var item = Json.createReader(new ByteArrayInputStream(
                        String.valueOf(files.get("du-lieu.json")).getBytes(StandardCharsets.UTF_8)))
                .readObject()
                .getJsonArray("viec")
                .getJsonObject(0);
        assertThat(item.getString("traLoi")).startsWith("Lệ phí");
        assertThat(item.getJsonArray("traLoiTruoc").getJsonObject(0).getString("loi"))
                .startsWith("Chào bà Lan");
    }

    @Test
    void thePackageHoldsNothingOfOthersNorOfTheStaff() throws IOException {
        var id = answered("question");
        send("question", "Nguyễn Văn Bình", InboxOnH2.PHONE, "", "Của con trai");
        var request = request();

        var files = unzip(senders.persons(service -> service.pack(request, "", List.of(id))));

        assertThat(String.join("\n", files.values()))
                .doesNotContain("Ghi chú kín", "Không công khai", "moderator", "responder", "approver")
                .doesNotContain("Bình", "con trai", "Thời hạn cấp giấy phép triển lãm");
    }

    @Test
    void onlyWhatIsTheirsIsHandedOut() {
        var other = send("question", "Trần Văn Nam", "0987654321", "nam@example.vn", "Của người khác");
        var request = request();

        assertThatThrownBy(() -> senders.persons(service -> service.pack(request, "", List.of(other))))
                .hasMessage("personData.error.none");
        assertThatThrownBy(() -> senders.persons(service -> service.erase(request, "", List.of(other), "x")))
                .hasMessage("personData.error.none");
    }

    @Test
    void whatIsDoneGoesAndWhatIsInWorkStaysWithTheReason() {
        var done = answered("question");
        var open = send("question", "Nguyễn Thị Lan", InboxOnH2.PHONE, "", "Đang xử lý");
        var request = request();

        var erased = senders.persons(
                service -> service.erase(request, "", List.of(done, open, request), "Rút lại sự đồng ý"));

        assertThat(erased.done()).containsExactly(done);
        assertThat(erased.refused())
                .extracting(PersonDataService.Item::id, PersonDataService.Item::hindrance)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(open, "personData.inWork"),
                        org.assertj.core.groups.Tuple.tuple(request, "personData.inWork"));
        assertThat(find(request, "")).extracting(PersonDataService.Item::id).containsExactly(request, open);
        assertThat(senders.told).containsExactly(done);
        assertThat(senders.forgotten).containsExactly(InboxOnH2.EMAIL);
        var last = h2.open(done).steps().getLast();
        assertThat(last.actor()).isEqualTo("moderator");
        assertThat(last.text()).isEqualTo("Theo yêu cầu về dữ liệu cá nhân số " + request + ". Rút lại sự đồng ý");
        assertThat(h2.open(request).steps().getLast().text())
                .isEqualTo("Đã ẩn danh các việc số " + done + ". Rút lại sự đồng ý");
    }

    @Test
    void whatTheLawHasKeptStaysUntilItsDay() {
        var id = answered("conduct-feedback");
        var request = request();

        var erased = senders.persons(service -> service.erase(request, "", List.of(id), "Rút lại"));

        assertThat(erased.done()).isEmpty();
        var kept = erased.refused().getFirst();
        assertThat(kept.hindrance()).isEqualTo("personData.kept");
        assertThat(kept.until()).isEqualTo("2031-06-01");
        assertThat(kept.basis()).contains("91/2025/QH15");
    }

    /** They ask to be forgotten, the request itself with them. */
    @Test
    void theRequestItselfCanBeErasedWithTheRest() {
        var id = answered("question");
        var request = request();
        h2.answer(request);

        var erased = senders.persons(service -> service.erase(request, "", List.of(id, request), "Rút lại"));

        assertThat(erased.done()).containsExactlyInAnyOrder(id, request);
        var isAnonymous = h2.<Boolean>ask(
                desk -> desk.repository.find(request).orElseThrow().isAnonymous());
        assertThat(isAnonymous).isTrue();
    }

    @Test
    void withoutAReasonNothingGoes() {
        var id = answered("question");
        var request = request();

        assertThatThrownBy(() -> senders.persons(service -> service.erase(request, "", List.of(id), "  ")))
                .hasMessage("inbox.error.text")
                .hasFieldOrPropertyWithValue("field", "reason");
        assertThat(h2.open(id).subject()).isEqualTo("Hỏi thời hạn cấp giấy phép");
    }

    @Test
    void eachSubmissionStandsInTheAudit() {
        var id = answered("question");
        var request = request();
        senders.persons(service -> service.pack(request, "", List.of(id)));
        senders.persons(service -> service.erase(request, "", List.of(id), "Rút lại"));

        assertThat(senders.audit())
                .containsExactly("moderator PersonDataService.pack " + id, "moderator PersonDataService.erase " + id);
    }
}
