package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.attachment.TestIntake;
import vn.minhbach.desk.Note;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;

/** Files that the staff sends with an answer, or puts to what it takes down. */
class OfficeFilesTest {

    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    Path data;

    private final InboxOnH2 h2 = new InboxOnH2();
    private EnclosureStore store = new EnclosureStore(Path.of("."));
    private EnclosureIntake intake = new EnclosureIntake();
    private String account = "responder";

    @BeforeEach
    void open() {
        h2.keepFilesIn(data);
        store = new EnclosureStore(data);
        intake = new EnclosureIntake(TestIntake.over(data, "none"), store, new EnclosureService(), h2.clock());
        intake.freeMegabytes = 0;
    }

    @AfterEach
    void close() throws IOException {
        h2.close();
        try (var files = Files.walk(data)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    private <T> T ask(Function<EnclosureWork, T> work) {
        return h2.database()
                .ask(em -> work.apply(
                        new EnclosureWork(h2, em, store, InboxOnH2.KEYS, () -> InboxOnH2.everywhere(account))));
    }

    private <T> List<T> list(Function<EnclosureWork, List<T>> work) {
        return ask(work);
    }

    /** What somebody has begun to take down. */
    private Optional<InboxSlipService.Kept> slip() {
        return h2.ask(desk -> desk.slips.mine("question"));
    }

    private void actAs(String name) {
        account = name;
        h2.actAs(name);
    }

    private long assigned() {
        actAs("moderator");
        var id = h2.send("question");
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        actAs("responder");
        return id;
    }

    private void bring(long id, String name, byte[] bytes) throws IOException {
        intake.takeOfStaff(
                account,
                name,
                new ByteArrayInputStream(bytes),
                brought -> h2.ask(desk -> desk.drafts.bring(id, "van-phong", brought)));
    }

    private void handOn(long id, String publicAnswer) {
        h2.draft(id, "Chào bà Lan, mẫu đơn kèm theo.", "Mẫu đơn", "Mẫu đơn ở đâu?", publicAnswer);
    }

    private void send(long id) {
        actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), true));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
    }

    private List<String> names(long id) {
        return h2.ask(desk -> desk.drafts.files(id)).stream()
                .map(OfficeFile::name)
                .toList();
    }

    private List<EnclosureService.Own> answered(long id) {
        var code = h2.code(id);
        return ask(work -> work.answered(code, InboxOnH2.PHONE));
    }

    private Optional<EnclosureService.Opened> opened(long id, long file) {
        var code = h2.code(id);
        return ask(work -> work.service.open(code, InboxOnH2.PHONE, file));
    }

    private byte[] content(EnclosureService.Opened opened) throws IOException {
        try (var in = store.open(opened.place(), opened.key())) {
            return in.readAllBytes();
        }
    }

    private long file(long id, int place) {
        return ask(work -> work.repository.ofSubmission(id).get(place).number());
    }

    // With an answer

    @Test
    void whatTheOfficeSendsIsThereForTheSenderOnceItIsAnswered() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        bring(id, "Sơ đồ.jpg", TestIntake.photoSaying("CANARY-105.8542"));
        assertThat(names(id)).containsExactly("Mẫu đơn.pdf", "Sơ đồ.jpg");
        handOn(id, "Mẫu đơn kèm theo.");
        assertThat(answered(id)).isEmpty();
        assertThat(opened(id, file(id, 0))).isEmpty();

        send(id);

        assertThat(answered(id)).extracting(EnclosureService.Own::name).containsExactly("Mẫu đơn.pdf", "Sơ đồ.jpg");
        var code = h2.code(id);
        assertThat(list(work -> work.own(code, InboxOnH2.PHONE))).isEmpty();
        assertThat(list(work -> work.answered(code, "0911 111 111"))).isEmpty();
        var picture = content(opened(id, answered(id).getLast().id()).orElseThrow());
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "Exif");
        // The sender's package holds what they were told.
        assertThat(list(work -> new EnclosureParts(work.enclosures, work.repository, store).parts(id)))
                .extracting(SubmissionParts.Part::name)
                .containsExactly("Mẫu đơn.pdf", "Sơ đồ.jpg");
    }

    @Test
    void nothingOfTheOfficesLiesAboutUnsealed() throws IOException {
        var id = assigned();
        bring(id, "Quyết định Lan.pdf", TestIntake.pdf("CANARY", "CANARY", ""));

        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "CANARY");
            }
        }
        var row = ask(work -> work.repository.ofSubmission(id).getFirst());
        assertThat(row.getNameSealed("").text()).startsWith("e2:k1:");
        assertThat(row.getClientKey()).as("is not swept away").isEmpty();
    }

    /** What somebody has put by is theirs alone; what was handed on is seen by whoever reads the submission. */
    @Test
    void whatIsNotHandedOnIsSeenByNobodyElse() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        var file = file(id, 0);
        assertThat(list(work -> work.staff.list(id))).isEmpty();
        assertThat(ask(work -> work.staff.open(id, "van-phong", file)).name()).isEqualTo("Mẫu đơn.pdf");

        actAs("approver");
        assertThat(names(id)).isEmpty();
        assertThatThrownBy(() -> ask(work -> work.staff.open(id, "van-phong", file)))
                .isInstanceOf(NotFoundException.class);

        actAs("responder");
        handOn(id, "Mẫu đơn kèm theo.");
        actAs("approver");
        assertThat(ask(work -> work.staff.open(id, "van-phong", file)).name()).isEqualTo("Mẫu đơn.pdf");
        assertThat(list(work -> work.staff.list(id))).singleElement().satisfies(line -> {
            assertThat(line.isSenders()).isFalse();
            assertThat(line.isOf(1)).isTrue();
            assertThat(line.isOf(2)).isFalse();
        });
    }

    @Test
    void aNewerVersionGoesWithItsOwnFilesAndTheSenderKeepsThoseThatTheyHave() throws IOException {
        var id = assigned();
        bring(id, "Cũ.pdf", TestIntake.pdf("Cu", "", ""));
        bring(id, "Chung.pdf", TestIntake.pdf("Chung", "", ""));
        handOn(id, "Mẫu đơn kèm theo.");
        send(id);
        var code = h2.code(id);
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "t", "Mẫu này đã hết hạn"));
        actAs("responder");
        var old = h2.ask(desk -> desk.drafts.files(id)).getFirst().id();
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", old));
        bring(id, "Mới.pdf", TestIntake.pdf("Moi", "", ""));
        assertThat(names(id)).containsExactly("Chung.pdf", "Mới.pdf");
        handOn(id, "Mẫu đơn mới kèm theo.");

        assertThat(answered(id)).extracting(EnclosureService.Own::name).containsExactly("Cũ.pdf", "Chung.pdf");
        send(id);
        assertThat(answered(id)).extracting(EnclosureService.Own::name).containsExactly("Chung.pdf", "Mới.pdf");
        assertThat(opened(id, old)).as("of an answer that they have no more").isEmpty();
    }

    private List<String> places(long id) {
        return h2.ask(desk -> desk.drafts.files(id)).stream()
                .map(OfficeFile::place)
                .toList();
    }

    private List<String> goingWith(long id, int version) {
        return list(work -> work.staff.list(id)).stream()
                .filter(line -> line.isOf(version))
                .map(EnclosureDeskService.Line::name)
                .toList();
    }

    /** Hands on what stands on a page that was opened before. */
    private void handOn(long id, List<String> shown) {
        h2.work(
                id,
                (work, sheet) -> work.draft(
                        id,
                        sheet.unit(),
                        sheet.version(),
                        SaidOfDeed.answer("Mẫu đơn kèm theo.", "", "", ""),
                        List.of(),
                        shown));
    }

    @Test
    void eachOfTwoWritersLeavesOutTheirOwn() throws IOException {
        var id = assigned();
        bring(id, "Một.pdf", TestIntake.pdf("Mot", "", ""));
        bring(id, "Hai.pdf", TestIntake.pdf("Hai", "", ""));
        handOn(id, "Mẫu đơn kèm theo.");
        var one = file(id, 0);
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", one));
        actAs("moderator");
        assertThat(names(id)).containsExactly("Một.pdf", "Hai.pdf");
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", one));
        assertThat(names(id)).containsExactly("Hai.pdf");
        actAs("responder");
        assertThat(names(id)).as("the other leaves out the same").containsExactly("Hai.pdf");
        actAs("moderator");
        h2.act(desk -> desk.drafts.drop(id, "van-phong"));
        assertThat(names(id)).containsExactly("Một.pdf", "Hai.pdf");
        actAs("responder");
        assertThat(names(id)).as("the other has given theirs up").containsExactly("Hai.pdf");

        // Nor does it come back by what the other hands on.
        actAs("moderator");
        handOn(id, "Mẫu đơn kèm theo.");
        assertThat(goingWith(id, 2)).containsExactly("Một.pdf", "Hai.pdf");
        actAs("responder");
        assertThat(names(id)).containsExactly("Hai.pdf");
        handOn(id, "Mẫu đơn kèm theo.");
        assertThat(goingWith(id, 3)).containsExactly("Hai.pdf");
    }

    /** Two pages of one writer: what the one has before it goes, whatever was done on the other. */
    @Test
    void whatGoesWithAVersionIsWhatItsWriterHadBeforeThem() throws IOException {
        var id = assigned();
        bring(id, "Một.pdf", TestIntake.pdf("Mot", "", ""));
        bring(id, "Hai.pdf", TestIntake.pdf("Hai", "", ""));
        handOn(id, places(id));
        var seen = places(id);
        var two = file(id, 1);
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", two));
        bring(id, "Ba.pdf", TestIntake.pdf("Ba", "", ""));
        handOn(id, seen);

        assertThat(goingWith(id, 2)).containsExactly("Một.pdf", "Hai.pdf");
        assertThat(names(id)).as("the third is put by still").containsExactly("Một.pdf", "Hai.pdf", "Ba.pdf");
    }

    @Test
    void whatIsThereNoLongerOrIsNobodysOfTheirsIsNotHandedOn() throws IOException {
        var id = assigned();
        bring(id, "Một.pdf", TestIntake.pdf("Mot", "", ""));
        var seen = places(id);
        actAs("moderator");
        assertThatThrownBy(() -> handOn(id, seen))
                .as("what another put by")
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("inbox.error.draftFiles");
        actAs("responder");
        var one = file(id, 0);
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", one));
        assertThatThrownBy(() -> handOn(id, seen)).hasMessage("inbox.error.draftFiles");
        assertThat(h2.open(id).answers()).isEmpty();

        handOn(id, places(id));
        assertThat(goingWith(id, 1)).isEmpty();
    }

    /** Whoever gives up what they wrote gives up what was to go with it. */
    @Test
    void whatIsGivenUpIsGone() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        handOn(id, "Mẫu đơn kèm theo.");
        bring(id, "Thêm.pdf", TestIntake.pdf("Them", "", ""));
        var first = file(id, 0);
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", first));
        assertThat(names(id)).containsExactly("Thêm.pdf");

        h2.act(desk -> desk.drafts.drop(id, "van-phong"));

        assertThat(names(id)).containsExactly("Mẫu đơn.pdf");
        assertThat(list(work -> work.repository.destroyed())).hasSize(1);
    }

    @Test
    void aMaskedVersionKeepsItsFiles() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        handOn(id, "Theo ông Phạm Văn Tuấn thì mẫu đơn kèm theo.");
        actAs("approver");
        h2.deed(
                id,
                (desk, sheet) -> desk.mask(
                        id, sheet.unit(), sheet.version(), sheet.doubts().getFirst()));
        send(id);

        assertThat(answered(id)).extracting(EnclosureService.Own::name).containsExactly("Mẫu đơn.pdf");
    }

    @Test
    void fiveGoWithOneAnswerAndTheSameOneOnce() throws IOException {
        var id = assigned();
        for (var i = 0; i < 5; i++) {
            bring(id, i + ".pdf", TestIntake.pdf("To " + i, "", ""));
        }
        assertThatThrownBy(() -> bring(id, "6.pdf", TestIntake.pdf("To 6", "", "")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("enclosure.error.most");
        var last = h2.ask(desk -> desk.drafts.files(id)).getLast().id();
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", last));
        var pdf = TestIntake.pdf("To 0", "", "");
        bring(id, "a.pdf", pdf);
        assertThat(names(id)).hasSize(5);
        assertThatThrownBy(() -> bring(id, "b.exe", new byte[] {'M', 'Z', 0, 0}))
                .isInstanceOf(RuleBrokenException.class);
    }

    /** What becomes another's own is what the sender sent, and nothing of the office's. */
    @Test
    void aPartThatIsSplitOffHasNoneOfTheOffices() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        handOn(id, "Mẫu đơn kèm theo.");
        actAs("moderator");
        h2.deed(id, (desk, sheet) -> desk.sendBack(id, sheet.unit(), sheet.version(), "Tách ra"));
        var sheet = h2.open(id);
        var part = h2.ask(desk -> desk.work.split(id, sheet.unit(), sheet.version(), "Việc hai", "Hỏi thêm"));

        assertThat(list(work -> work.repository.ofSubmission(part))).isEmpty();
    }

    /** Public is only what an approver masked, of the answer that is public. */
    @Test
    void aMaskedPictureOfTheOfficesIsPublicWithItsOwnAnswer() throws IOException {
        var id = assigned();
        bring(id, "Sơ đồ.png", TestIntake.picture(500, 300, "png"));
        var file = file(id, 0);
        assertThatThrownBy(() -> mask(id, file)).isInstanceOf(NotFoundException.class);
        handOn(id, "Sơ đồ kèm theo.");
        send(id);
        mask(id, file);
        assertThat(pictures(id)).as("is not public yet").isEmpty();
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), true));
        assertThat(pictures(id)).hasSize(1);

        var code = h2.code(id);
        h2.act(desk -> desk.service.object(code, InboxOnH2.PHONE, "t", "Chưa đúng"));
        actAs("responder");
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", file));
        handOn(id, "Không còn sơ đồ.");
        assertThat(pictures(id)).as("what is public stays so meanwhile").hasSize(1);
        send(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), true));
        assertThat(pictures(id)).isEmpty();
    }

    private List<MaskedPictureService.Picture> pictures(long id) {
        return ask(work -> work.masked.pictures(id));
    }

    private void mask(long id, long file) {
        ask(work -> {
            var key = vn.minhbach.privacy.FileKey.random();
            work.staff.mask(
                    id,
                    "van-phong",
                    file,
                    new EnclosureDeskService.Mask(
                            1,
                            0,
                            "",
                            "Sơ đồ đường đi",
                            false,
                            "0".repeat(32),
                            key,
                            new Enclosure.Shape("image/png", 9, 5, 3)));
            return true;
        });
    }

    @Test
    void whatNobodyCameBackForIsForgotten() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        h2.act(desk -> desk.drafts.keepTyped(id, "van-phong", 0, SaidOfDeed.answer("Chào", "", "", "")));
        h2.clock().pass(InboxDraftService.KEPT.minus(Duration.ofHours(1)));
        h2.act(desk -> desk.drafts.keepTyped(id, "van-phong", 0, SaidOfDeed.answer("Chào bà", "", "", "")));
        h2.clock().pass(Duration.ofHours(2));
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(names(id)).as("its answer is still being written").hasSize(1);

        h2.clock().pass(InboxDraftService.KEPT);
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(names(id)).isEmpty();
    }

    /** Else months later, at the second answer, it would be missing, and nothing would say why. */
    @Test
    void whatSomebodyLeftOutComesBackWhenTheirDraftIsForgotten() throws IOException {
        var id = assigned();
        bring(id, "Mẫu đơn.pdf", TestIntake.pdf("Mau don", "", ""));
        handOn(id, "Mẫu đơn kèm theo.");
        var file = h2.ask(desk -> desk.drafts.files(id)).getFirst().id();
        h2.act(desk -> desk.drafts.keepTyped(id, "van-phong", 1, SaidOfDeed.answer("Chào", "", "", "")));
        h2.act(desk -> desk.drafts.leaveOut(id, "van-phong", file));
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(names(id)).as("it is still being written").isEmpty();

        h2.clock().pass(InboxDraftService.KEPT.plusHours(1));
        h2.act(desk -> desk.drafts.forgetOld());
        assertThat(names(id)).hasSize(1);
    }

    // Pressed twice, or in two tabs, at the very same moment

    /** Whoever writes a row, and is beaten to it once: somebody else does the same between their look and their writing. */
    private static final class Beaten {

        private final Runnable other;
        private boolean isOver;

        Beaten(Runnable other) {
            this.other = other;
        }

        void write() {
            if (!isOver) {
                isOver = true;
                other.run();
            }
        }
    }

    private interface Press {
        String bring(InboxOnH2.Desk desk, Enclosures enclosures, InboxSlipRepository slips, Enclosures.Brought brought);
    }

    /** Brings a file by the door for files, while the same file is brought once more. */
    private List<Note> bringTwiceAtOnce(byte[] bytes, Press press) throws IOException {
        var notes = new ArrayList<Note>();
        var second = new Door(press, new Beaten(() -> {}));
        var beaten = new Beaten(() -> {
            try {
                second.receive(TypedForm.of(Map.of()), "Thư.pdf", new ByteArrayInputStream(bytes), notes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        new Door(press, beaten).receive(TypedForm.of(Map.of()), "Thư.pdf", new ByteArrayInputStream(bytes), notes);
        return notes;
    }

    private final class Door extends OfficeFileServlet {

        private static final long serialVersionUID = 1L;

        private final transient Press press;
        private final transient Beaten beaten;

        Door(Press press, Beaten beaten) {
            this.press = press;
            this.beaten = beaten;
            intake = OfficeFilesTest.this.intake;
            actors = () -> InboxOnH2.everywhere(account);
            visit = new Visit();
        }

        @Override
        String place() {
            return "";
        }

        @Override
        void requireRoom(TypedForm before) {
            // Asked for again when it is kept.
        }

        @Override
        String keep(TypedForm before, Enclosures.Brought brought) {
            return h2.database().ask(em -> {
                var desk = h2.new Desk(em);
                var files = new EnclosureRepository(em) {
                    @Override
                    void add(Object row) {
                        beaten.write();
                        super.add(row);
                    }
                };
                var slips = new InboxSlipRepository(em) {
                    @Override
                    void add(InboxSlip slip) {
                        beaten.write();
                        super.add(slip);
                    }
                };
                return press.bring(desk, new Enclosures(files, store, new FieldCipher(InboxOnH2.KEYS)), slips, brought);
            });
        }
    }

    private void assertOneLies() throws IOException {
        try (var files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aFileThatIsBroughtTwiceAtOnceGoesOnceWithTheAnswer() throws IOException {
        var id = assigned();

        var notes = bringTwiceAtOnce(
                TestIntake.pdf("Thu", "", ""),
                (desk, enclosures, slips, brought) -> new InboxDraftService(
                                new InboxDraftRepository(desk.repository.em),
                                slips,
                                enclosures,
                                desk.desk,
                                desk.inbox,
                                () -> InboxOnH2.everywhere(account))
                        .bring(id, "van-phong", brought));

        assertThat(notes).extracting(Note::text).containsExactly("Đã nhận tệp.", "Đã nhận tệp.");
        assertThat(names(id)).containsExactly("Thư.pdf");
        assertOneLies();
        // Once it is handed on, the same may be brought for a newer version.
        handOn(id, List.of());
        handOn(id, places(id));
        bring(id, "Thư.pdf", TestIntake.pdf("Thu", "", ""));
    }

    @Test
    void aSlipThatIsBegunTwiceAtOnceIsOneWithItsFileOnce() throws IOException {
        actAs("moderator");

        var notes = bringTwiceAtOnce(
                TestIntake.pdf("Thu", "", ""),
                (desk, enclosures, slips, brought) -> new InboxSlipService(
                                slips, enclosures, desk.inbox, () -> InboxOnH2.everywhere(account))
                        .bring("question", TOKEN, brought));

        assertThat(notes).extracting(Note::text).containsExactly("Đã nhận tệp.", "Đã nhận tệp.");
        assertThat(ofSlip(TOKEN)).extracting(OfficeFile::name).containsExactly("Thư.pdf");
        assertOneLies();
    }

    // With what is taken down

    private void bringToSlip(String token, String name, byte[] bytes) throws IOException {
        intake.takeOfStaff(
                account,
                name,
                new ByteArrayInputStream(bytes),
                brought -> h2.ask(desk -> desk.slips.bring("question", token, brought)));
    }

    private List<OfficeFile> ofSlip(String token) {
        return h2.ask(desk -> desk.slips.files(token));
    }

    private static NewSubmission slip(String token, List<OfficeFile> files) {
        var form = InboxOnH2.form("question", token, "Giấy phép tổ chức triển lãm mất bao lâu?");
        return new NewSubmission(
                form.kind(),
                token,
                form.values(),
                "",
                "",
                false,
                false,
                "vi",
                files.stream().map(OfficeFile::place).toList());
    }

    @Test
    void aLetterThatWasScannedIsItsSendersAsIfTheyHadSentIt() throws IOException {
        actAs("moderator");
        bringToSlip(TOKEN, "Thư.pdf", TestIntake.pdf("Thu", "", ""));
        bringToSlip(TOKEN, "Nhầm.pdf", TestIntake.pdf("Nham", "", ""));
        var wrong = ofSlip(TOKEN).getLast();
        h2.act(desk -> desk.slips.leaveOut(TOKEN, wrong.id()));
        var files = ofSlip(TOKEN);
        assertThat(files).extracting(OfficeFile::name).containsExactly("Thư.pdf");
        var intake = new Intake(InboxChannel.POST, h2.ask(desk -> desk.inbox.today()), Intake.Consent.WRITTEN, "");

        var taken = h2.ask(desk -> desk.work.takeDown("", slip(TOKEN, files), intake));

        var code = h2.code(taken.id());
        var own = ask(work -> work.own(code, InboxOnH2.PHONE));
        assertThat(own).extracting(EnclosureService.Own::name).containsExactly("Thư.pdf");
        assertThat(content(opened(taken.id(), own.getFirst().id()).orElseThrow()))
                .isNotEmpty();
        assertThat(list(work -> work.staff.list(taken.id())))
                .singleElement()
                .satisfies(line -> assertThat(line.isSenders()).isTrue());
        assertThat(ofSlip(TOKEN)).isEmpty();
        assertThat(slip()).isEmpty();
        // Pressed twice.
        var again = h2.ask(desk -> desk.work.takeDown("", slip(TOKEN, files), intake));
        assertThat(again).isEqualTo(taken);
    }

    /** Two pages of one slip: what was brought on the one is seen on the other before it is filed, and nothing of it is lost. */
    @Test
    void noFileIsDestroyedThatNobodyLeftOut() throws IOException {
        actAs("moderator");
        bringToSlip(TOKEN, "Thư.pdf", TestIntake.pdf("Thu", "", ""));
        var seen = ofSlip(TOKEN);
        bringToSlip(TOKEN, "Ảnh chụp.pdf", TestIntake.pdf("Anh", "", ""));
        var intake = new Intake(InboxChannel.POST, h2.ask(desk -> desk.inbox.today()), Intake.Consent.WRITTEN, "");

        assertThatThrownBy(() -> h2.ask(desk -> desk.work.takeDown("", slip(TOKEN, seen), intake)))
                .hasMessage("inbox.error.slipFiles");

        var all = ofSlip(TOKEN);
        assertThat(all).extracting(OfficeFile::name).containsExactly("Thư.pdf", "Ảnh chụp.pdf");
        var taken = h2.ask(desk -> desk.work.takeDown("", slip(TOKEN, all), intake));
        assertThat(list(work -> work.staff.list(taken.id()))).hasSize(2);
    }

    /** A public form that names it gets nothing: it is the staff's, whoever knows its form. */
    @Test
    void nobodyElseSendsWhatSomebodyPutBy() throws IOException {
        actAs("moderator");
        bringToSlip(TOKEN, "Thư.pdf", TestIntake.pdf("Thu", "", ""));
        var place = ofSlip(TOKEN).getFirst().place();

        assertThat(list(work -> work.service.waiting(TOKEN, List.of(place)))).isEmpty();
        assertThatThrownBy(() -> h2.act(desk -> desk.submit(slip(TOKEN, ofSlip(TOKEN)))))
                .hasMessage("enclosure.error.gone");
        actAs("other");
        assertThat(ofSlip(TOKEN)).isEmpty();
    }

    @Test
    void whatWasBegunIsGivenUpWithItsFiles() throws IOException {
        actAs("moderator");
        bringToSlip(TOKEN, "Thư.pdf", TestIntake.pdf("Thu", "", ""));
        assertThat(slip().orElseThrow().token()).isEqualTo(TOKEN);

        h2.act(desk -> desk.slips.drop("question", TOKEN));

        assertThat(ofSlip(TOKEN)).isEmpty();
        assertThat(slip()).isEmpty();
    }
}
