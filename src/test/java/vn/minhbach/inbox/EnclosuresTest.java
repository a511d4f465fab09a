package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.FileName;
import vn.minhbach.attachment.TestIntake;
import vn.minhbach.job.Troubles;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.privacy.FormerSeals;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Rotation;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.store.LostFiles;

/** Files of citizens, from the form until they are public, masked, or destroyed. */
class EnclosuresTest {

    private static final String KEY = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String CLIENT = "203.0.113.7";
    private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String CANARY = "CANARY-105.8542-0912345678";

    @TempDir
    Path data;

    private final InboxOnH2 h2 = new InboxOnH2();
    private KeyRing keys = KeyRing.parse(KEY);
    private Actor actor = InboxOnH2.everywhere("moderator");
    private boolean isKeptDown;
    private EnclosureStore store = new EnclosureStore(Path.of("."));
    private EnclosureIntake intake = new EnclosureIntake();

    @BeforeEach
    void open() {
        store = new EnclosureStore(data);
        intake = new EnclosureIntake(TestIntake.over(data, "none"), store, new OverDatabase(), h2.clock());
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
        return h2.database().ask(em -> work.apply(new EnclosureWork(h2, em, store, DataKeys.of(keys), () -> actor)));
    }

    private <T> List<T> list(Function<EnclosureWork, List<T>> work) {
        return ask(work);
    }

    private <T> Optional<T> maybe(Function<EnclosureWork, Optional<T>> work) {
        return ask(work);
    }

    private void act(java.util.function.Consumer<EnclosureWork> work) {
        ask(each -> {
            work.accept(each);
            return true;
        });
    }

    /** Each call is a transaction of its own, as the server does it. */
    private class OverDatabase extends EnclosureService {

        @Override
        public void requireRoom(String client) {
            act(work -> {
                work.service.mostMegabytes = mostMegabytes;
                work.service.mostMegabytesEach = mostMegabytesEach;
                work.service.requireRoom(client);
            });
        }

        @Override
        public List<String> makeRoom(long size) {
            return ask(work -> {
                work.service.mostMegabytes = mostMegabytes;
                return work.service.makeRoom(size);
            });
        }

        @Override
        public Waiting keep(Received received, String client) {
            if (isKeptDown) {
                throw new IllegalStateException("The database is away");
            }
            return ask(work -> work.service.keep(received, client));
        }

        @Override
        public List<String> forget() {
            return ask(work -> work.service.forget());
        }

        @Override
        public long count() {
            return ask(work -> work.service.count());
        }

        @Override
        public Set<String> known(Collection<String> places) {
            return ask(work -> work.service.known(places));
        }

        @Override
        public List<String> destroyed() {
            return ask(work -> work.service.destroyed());
        }

        @Override
        public void forgetDestroyed(Collection<String> places) {
            act(work -> work.service.forgetDestroyed(places));
        }
    }

    private EnclosureService.Waiting bring(String token, String name, byte[] bytes) throws IOException {
        return intake.take(token, CLIENT, name, new ByteArrayInputStream(bytes));
    }

    private static NewSubmission form(String token, String text, String... handles) {
        var plain = InboxOnH2.form("question", token, text);
        return new NewSubmission(plain.kind(), token, plain.values(), "", "", false, false, "vi", List.of(handles));
    }

    private long send(NewSubmission form) {
        act(work -> work.submit(form));
        return h2.ask(desk -> desk.repository.byForm(form.key()).orElseThrow().number());
    }

    private List<Enclosure> files(long submission) {
        return ask(work -> work.repository.ofSubmission(submission));
    }

    private byte[] content(EnclosureService.Opened opened) throws IOException {
        try (var in = store.open(opened.place(), opened.key())) {
            return in.readAllBytes();
        }
    }

    private List<Path> onDisk() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Those that were set aside. */
    private List<Path> aside() throws IOException {
        return onDisk().stream()
                .filter(file -> file.toString().contains("/lost/"))
                .toList();
    }

    private List<String> inPlace() throws IOException {
        var aside = aside();
        return onDisk().stream()
                .filter(file -> !aside.contains(file))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** As if all that lies there had lain there for more than a day. */
    private void age() throws IOException {
        for (var each : onDisk()) {
            Files.setLastModifiedTime(each, FileTime.from(h2.clock().instant().minus(Duration.ofHours(25))));
        }
    }

    private void refused(String name, byte[] bytes, String why) throws IOException {
        refused(name, new ByteArrayInputStream(bytes), why);
    }

    private void refused(String name, InputStream bytes, String why) throws IOException {
        assertThatThrownBy(() -> intake.take(TOKEN, CLIENT, name, bytes))
                .as(name)
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("enclosure.error." + why);
        for (var language : new String[] {"vi", "en"}) {
            assertThat(ResourceBundle.getBundle("vn.minhbach.messages", Locale.of(language))
                            .getString("enclosure.error." + why))
                    .isNotBlank();
        }
        assertThat(onDisk()).isEmpty();
    }

    // With a form

    private String matter(long submission) {
        return h2.ask(desk -> desk.repository.find(submission).orElseThrow().getSealId());
    }

    @Test
    void aPhotoWaitsAndThenBelongsToWhatWasSent() throws IOException {
        var waiting = bring(TOKEN, "Ảnh hiện trường.JPG", TestIntake.photoSaying(CANARY));
        assertThat(waiting.name()).isEqualTo("Ảnh hiện trường.jpg");
        assertThat(waiting.label()).startsWith("JPEG, ");
        assertThat(list(work -> work.service.waiting(TOKEN, List.of(waiting.handle()))))
                .containsExactly(waiting);

        var id = send(form(TOKEN, "Hỏi", waiting.handle()));

        var file = files(id).getFirst();
        assertThat(file.getMediaType()).isEqualTo("image/jpeg");
        assertThat(file.getClientKey()).isEmpty();
        var opened = ask(work -> work.service.open(h2.code(id), InboxOnH2.PHONE, file.number()))
                .orElseThrow();
        var bytes = content(opened);
        assertThat(bytes).hasSize((int) opened.shape().size());
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(600);
    }

    /** Who has the folder and the database without the key has nothing. */
    @Test
    void nothingLiesAboutUnsealed() throws IOException {
        var waiting = bring(TOKEN, "CCCD Nguyễn Thị Lan.pdf", TestIntake.pdf(CANARY, CANARY, ""));
        var id = send(form(TOKEN, "Hỏi", waiting.handle()));

        for (var file : onDisk()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "CANARY");
            assertThat(file.toString()).doesNotContain("Lan", "pdf");
        }
        var row = files(id).getFirst();
        assertThat(row.getNameSealed("").text()).startsWith("e2:k1:");
        assertThat(row.getKeySealed("").text()).startsWith("e2:k1:");
        // Neither opens in another's row.
        var cipher = new FieldCipher(DataKeys.of(keys));
        assertThat(cipher.opened(row.getKeySealed(matter(id))).isOpen()).isTrue();
        assertThat(cipher.opened(row.getKeySealed("")).isOpen()).isFalse();
        assertThat(cipher.opened(row.getKeySealed("another")).isOpen()).isFalse();
    }

    @Test
    void twoPressesLeaveOneSubmissionWithItsFilesOnce() throws IOException {
        var photo = TestIntake.picture(500, 300, "png");
        var first = bring(TOKEN, "a.png", photo);
        var id = send(form(TOKEN, "Hỏi", first.handle()));
        // Back, and everything sent again: the browser sends the file once more.
        var again = bring(TOKEN, "a.png", photo);
        var same = send(form(TOKEN, "Hỏi", again.handle()));

        assertThat(again.handle()).isEqualTo(first.handle());
        assertThat(same).isEqualTo(id);
        assertThat(files(id)).hasSize(1);
        assertThat(onDisk()).hasSize(1);
    }

    @Test
    void whoChangesAWordSendsAnotherOneWithFilesOfItsOwn() throws IOException {
        var file = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        var first = send(form(TOKEN, "Hỏi", file.handle()));
        var second = send(form(TOKEN, "Hỏi lại", file.handle()));
        var secondAgain = send(form(TOKEN, "Hỏi lại", file.handle()));

        assertThat(second).isNotEqualTo(first).isEqualTo(secondAgain);
        assertThat(files(first)).hasSize(1);
        assertThat(files(second)).hasSize(1);
        act(work -> work.enclosures.destroy(first));
        var own = ask(work -> work.own(h2.code(second), InboxOnH2.PHONE));
        var opened = ask(work -> work.service.open(
                        h2.code(second), InboxOnH2.PHONE, own.getFirst().id()))
                .orElseThrow();
        assertThat(content(opened)).hasSize((int) opened.shape().size());
    }

    @Test
    void whoAddsAFileSendsAnotherOne() throws IOException {
        var one = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        var two = bring(TOKEN, "b.png", TestIntake.picture(501, 300, "png"));

        var first = send(form(TOKEN, "Hỏi", one.handle()));
        var second = send(form(TOKEN, "Hỏi", one.handle(), two.handle()));

        assertThat(files(first)).hasSize(1);
        assertThat(files(second)).hasSize(2);
    }

    @Test
    void nobodyGetsAtTheFilesOfAnotherForm() throws IOException {
        var file = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        var other = "BBBBBBBBBBBBBBBBBBBBBB";

        assertThat(list(work -> work.service.waiting(other, List.of(file.handle()))))
                .isEmpty();
        assertThatThrownBy(() -> send(form(other, "Hỏi", file.handle()))).hasMessage("enclosure.error.gone");
        // Nothing came of it.
        long submissions = h2.ask(desk -> desk.repository.submissions());
        assertThat(submissions).isZero();
    }

    @Test
    void noMoreThanFiveGoWithOneForm() throws IOException {
        var handles = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            handles.add(bring(TOKEN, i + ".png", TestIntake.picture(501 + i, 300, "png"))
                    .handle());
        }

        assertThatThrownBy(() -> send(form(TOKEN, "Hỏi", handles.toArray(String[]::new))))
                .hasMessage("enclosure.error.most");
        assertThat(files(send(form(TOKEN, "Hỏi", handles.subList(0, 5).toArray(String[]::new)))))
                .hasSize(5);
    }

    @Test
    void whatWaitedTooLongIsSaidToBeGone() throws IOException {
        var file = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        h2.clock().pass(Duration.ofHours(6));
        sweep();
        assertThat(onDisk()).hasSize(1);

        h2.clock().pass(Duration.ofMinutes(1));
        sweep();
        assertThat(onDisk()).isEmpty();
        assertThatThrownBy(() -> send(form(TOKEN, "Hỏi", file.handle()))).hasMessage("enclosure.error.gone");
    }

    // What is not taken

    @Test
    void whatIsNoPhotoAndNoPdfIsRefusedInOneSentence() throws IOException {
        refused("a.jpg", new byte[0], "empty");
        refused("a.svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "svg");
        refused("anh.jpg", bytes("<html><script>alert(1)</script>"), "type");
        refused("anh.jpg", bytes("MZ\u0090\0"), "type");
        refused("a.pdf", bytes("PK\u0003\u0004 nothing"), "type");
        refused("a.txt", bytes("Chỉ là chữ"), "type");
        refused("a.mp4", bytes("\0\0\0\u0018ftypmp42"), "type");
        refused("a.rar", bytes("Rar!\u001A"), "type");
        refused("a.tif", bytes("II*\0"), "otherPicture");
        refused("a.heic", bytes("\0\0\0\u0018ftypheic"), "heic");
        refused("a.jpg", bytes("\u00FF\u00D8\u00FF\u00E0 broken"), "brokenPicture");
        refused("a.pdf", bytes("%PDF-1.7 broken"), "brokenPdf");
        refused("a.pdf", TestIntake.pdf("x", "", "mat-khau"), "encryptedPdf");
        refused("to.png", bomb(30_000, 30_000), "bigPicture");
        refused("a.pdf", new Endless(), "long");
    }

    @Test
    void aRenamedPhotoIsTakenForWhatItIs() throws IOException {
        assertThat(bring(TOKEN, "don.pdf", TestIntake.picture(500, 300, "jpg")).name())
                .isEqualTo("don.jpg");
    }

    @Test
    void withoutTheVirusScannerNothingIsTakenUnscanned() throws IOException {
        // Somewhere nobody listens any more.
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        intake = new EnclosureIntake(TestIntake.over(data, "127.0.0.1:" + port), store, new OverDatabase(), h2.clock());
        intake.freeMegabytes = 0;

        refused("a.png", TestIntake.picture(500, 300, "png"), "unscanned");
    }

    @Test
    void whoSendsEverSoSlowlyIsNotWaitedFor() throws IOException {
        var slow = new Endless() {
            @Override
            public int read(byte[] into, int from, int length) {
                h2.clock().pass(Duration.ofMinutes(1));
                return super.read(into, from, 1);
            }
        };

        refused("a.jpg", slow, "slow");
    }

    @Test
    void whoHangsUpLeavesNothing() throws IOException {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> intake.take(TOKEN, CLIENT, "a.jpg", broken)).isInstanceOf(IOException.class);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void strangersDoNotFillTheDisk() throws IOException {
        var service = new OverDatabase();
        intake = new EnclosureIntake(TestIntake.over(data, "none"), store, service, h2.clock());
        intake.freeMegabytes = 0;
        service.mostMegabytesEach = 0;
        refused("a.png", TestIntake.picture(500, 300, "png"), "many");
        service.mostMegabytesEach = 1024;
        service.mostMegabytes = 0;
        refused("a.png", TestIntake.picture(500, 300, "png"), "full");
        service.mostMegabytes = 4096;
        intake.freeMegabytes = Long.MAX_VALUE / (1024 * 1024);
        refused("a.png", TestIntake.picture(500, 300, "png"), "full");
    }

    /** A site of IPv6 holds thousands of telephones, or is one machine that calls itself so: it has the room of sixteen. */
    @Test
    void aSiteOfIpv6HasTheRoomOfSixteenNetworksHoweverManyItHas() throws IOException {
        var service = new OverDatabase();
        intake = new EnclosureIntake(TestIntake.over(data, "none"), store, service, h2.clock());
        intake.freeMegabytes = 0;
        // One file of the longest, and what that leaves of it.
        service.mostMegabytesEach = 20;
        var picture = TestIntake.picture(500, 300, "png");
        intake.take(TOKEN, "203.0.113.9", "a.png", new ByteArrayInputStream(picture));
        assertThatThrownBy(() -> service.requireRoom("203.0.113.9")).hasMessage("enclosure.error.many");

        for (var i = 0; i < 3; i++) {
            var photo = TestIntake.picture(501 + i, 300, "png");
            intake.take(TOKEN, "2001:db8:1:" + i + ":0:0:0:1", i + ".png", new ByteArrayInputStream(photo));
        }
        service.requireRoom("2001:db8:1:9:0:0:0:1");
        var index = new BlindIndex(DataKeys.of(keys));
        assertThat(ask(work -> work.repository.waiting(index.candidates("2001:db8:1:")))
                        .files())
                .as("counted together")
                .isEqualTo(3);
    }

    /** However much strangers bring from however many machines, somebody else's photo finds room. */
    @Test
    void whoHoldsMostGivesWay() throws IOException {
        var greedy = new ArrayList<EnclosureService.Waiting>();
        for (var i = 0; i < 3; i++) {
            var picture = new ByteArrayInputStream(TestIntake.picture(600 + i, 300, "png"));
            greedy.add(intake.take(TOKEN, "198.51.100.1", i + ".png", picture));
            h2.clock().pass(Duration.ofMinutes(1));
        }
        var modest = intake.take(
                TOKEN, "198.51.100.2", "b.png", new ByteArrayInputStream(TestIntake.picture(500, 300, "png")));
        var sent = bring(TOKEN, "c.png", TestIntake.picture(502, 300, "png"));
        var id = send(form(TOKEN, "Hỏi", sent.handle()));
        long full = ask(work -> work.repository.waiting().bytes());

        var left = list(work -> {
            work.service.mostMegabytes = 20;
            // A byte more than there is room for.
            return work.service.makeRoom(20L * 1024 * 1024 - full + 1);
        });

        assertThat(left).containsExactly(greedy.getFirst().handle());
        assertThat(list(work -> work.service.waiting(
                        TOKEN, List.of(modest.handle(), greedy.get(1).handle()))))
                .hasSize(2);
        assertThat(files(id)).hasSize(1);
    }

    @Test
    void anotherNetworkHasRoomOfItsOwn() throws IOException {
        bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));

        var waiting = ask(work -> work.repository.waiting());
        assertThat(waiting.files()).isEqualTo(1);
        var index = new BlindIndex(DataKeys.of(keys));
        assertThat(ask(work -> work.repository.waiting(index.candidates(CLIENT)))
                        .files())
                .isEqualTo(1);
        assertThat(ask(work -> work.repository.waiting(index.candidates("203.0.113.8")))
                        .files())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b%00\"c\".png",
                "..\\..\\x.png",
                "/etc/passwd.png",
                "ảnh\u202Egnp.exe.png",
                "a\u0000b.png",
                "%2e%2e%2f.png",
                "CON.png",
                ".png",
                " ",
                "x\r\nSet-Cookie: a=b.png"
            })
    void namesAreCleaned(String name) throws IOException {
        var kept = bring(TOKEN, name, TestIntake.picture(500, 300, "png")).name();

        assertThat(kept).isNotBlank().endsWith(".png").doesNotContain("/", "\\", "\"", "\r", "\n", "\0", "\u202E");
        assertThat(FileName.disposition(true, kept)).matches("inline; filename=\"[\\x20-\\x7E&&[^\"\\\\]]+\"(; .*)?");
    }

    @Test
    void aDecomposedNameOfTwoHundredLettersIsKeptComposedAndShorter() throws IOException {
        var name = Normalizer.normalize("ữ".repeat(200), Normalizer.Form.NFD) + ".png";

        var kept = bring(TOKEN, name, TestIntake.picture(500, 300, "png")).name();

        assertThat(kept).hasSizeLessThanOrEqualTo(150).startsWith("ữữ").endsWith(".png");
        assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
    }

    // Faults

    /** Its row may have been committed though nobody heard of it: only the sweep knows. */
    @Test
    void whatCouldNotBeSaidToBeThereIsSweptAway() throws IOException {
        sent("b.png", TestIntake.picture(501, 300, "png"));
        var known = inPlace();
        isKeptDown = true;

        assertThatThrownBy(() -> bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inPlace()).hasSize(2);

        age();
        sweep();
        assertThat(inPlace()).isEqualTo(known);
        assertThat(aside()).hasSize(1);

        h2.clock().pass(Duration.ofDays(30));
        sweep();
        assertThat(aside()).hasSize(1);
        h2.clock().pass(Duration.ofDays(1));
        sweep();
        assertThat(aside()).isEmpty();
        assertThat(inPlace()).isEqualTo(known);
    }

    /** Somebody started the portal on a fresh database; every file would be gone for good, and the key to none. */
    @Test
    void anEmptyDatabaseHasNothingSweptAway() throws IOException {
        var id = sent("a.png", TestIntake.picture(500, 300, "png"));
        age();
        var there = onDisk();
        var empty = new EnclosureService() {
            @Override
            public List<String> forget() {
                return List.of();
            }

            @Override
            public long count() {
                return 0;
            }

            @Override
            public Set<String> known(Collection<String> places) {
                return Set.of();
            }

            @Override
            public List<String> destroyed() {
                return List.of();
            }

            @Override
            public void forgetDestroyed(Collection<String> places) {
                assertThat(places).isEmpty();
            }
        };

        new SweepEnclosures(empty, store, troubles, h2.clock()).sweep();

        assertThat(onDisk()).isEqualTo(there);
        assertThat(told()).containsExactly("job.trouble.files.none [enclosures, 1, 1]");
        sweep();
        assertThat(told()).isEmpty();
        assertThat(files(id)).hasSize(1);
    }

    /** It was restored from an older backup, then the right one was found: what the first did not know comes back by itself. */
    @Test
    void whatIsKnownAgainIsPutBack() throws IOException {
        var id = sent("a.png", TestIntake.picture(500, 300, "png"));
        sent("b.png", TestIntake.picture(501, 300, "png"));
        age();
        var place = files(id).getFirst().getPlace();
        var older = new OverDatabase() {
            @Override
            public Set<String> known(Collection<String> places) {
                var known = new java.util.HashSet<>(super.known(places));
                known.remove(place);
                return known;
            }
        };

        new SweepEnclosures(older, store, troubles, h2.clock()).sweep();
        assertThat(inPlace()).hasSize(1).doesNotContain(place);
        sweep();

        assertThat(inPlace()).hasSize(2).contains(place);
        assertThat(aside()).isEmpty();
        var opened = ask(work -> work.service.open(
                        h2.code(id), InboxOnH2.PHONE, files(id).getFirst().number()))
                .orElseThrow();
        assertThat(content(opened)).isNotEmpty();
    }

    @Test
    void aSubmissionThatFailsLeavesItsFilesWaiting() throws IOException {
        var file = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        assertThatThrownBy(() -> act(work -> {
                    work.submit(form(TOKEN, "Hỏi", file.handle()));
                    throw new IllegalStateException("The portal goes down");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(files(send(form(TOKEN, "Hỏi", file.handle())))).hasSize(1);
    }

    @Test
    void whatBelongsToNothingIsSweptAwayAndNothingElse() throws IOException {
        var sent = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        var id = send(form(TOKEN, "Hỏi", sent.handle()));
        var waits = bring(TOKEN, "b.png", TestIntake.picture(501, 300, "png"));
        // The portal went down before it said that this is there, and while it looked at that.
        var lost = store.put(new ByteArrayInputStream(bytes("x")), vn.minhbach.privacy.FileKey.random());
        var young = store.put(new ByteArrayInputStream(bytes("x")), vn.minhbach.privacy.FileKey.random());
        var looked = Files.writeString(store.workshop().resolve("in1.tmp"), "%PDF");
        for (var file : onDisk()) {
            if (!file.endsWith(young)) {
                Files.setLastModifiedTime(
                        file, FileTime.from(h2.clock().instant().minus(Duration.ofHours(25))));
            }
        }

        sweep();

        assertThat(inPlace())
                .containsExactlyInAnyOrder(sent.handle(), waits.handle(), young)
                .doesNotContain(lost);
        assertThat(aside())
                .singleElement()
                .satisfies(file -> assertThat(file.getFileName()).hasToString(lost));
        assertThat(looked).doesNotExist();
        assertThat(files(id)).hasSize(1);
    }

    private final Troubles troubles = new Troubles() {
        @Override
        public void swept(String job, String folder, LostFiles.Swept swept) {
            h2.database().inTransaction(em -> Troubles.over(em, h2.clock()).swept(job, folder, swept));
        }
    };

    /** What the overview tells the staff. */
    private List<String> told() {
        return h2.database().ask(em -> Troubles.over(em, h2.clock()).all()).stream()
                .map(each -> each.getMessageKey() + " " + each.getGiven())
                .toList();
    }

    private void sweep() {
        new SweepEnclosures(new OverDatabase(), store, troubles, h2.clock()).sweep();
    }

    @Test
    void whatIsDestroyedCanBeReadByNobodyAndIsSweptAway() throws IOException {
        var file = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        var id = send(form(TOKEN, "Hỏi", file.handle()));

        act(work -> work.enclosures.destroy(id));

        assertThat(files(id)).isEmpty();
        assertThat(list(work -> work.service.destroyed())).containsExactly(file.handle());
        age();
        // Nothing is left by the database, and yet nothing is lost: it was destroyed on purpose.
        sweep();
        assertThat(inPlace()).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(list(work -> work.service.destroyed())).isEmpty();
    }

    private void sql(String statement) {
        h2.database().inTransaction(em -> em.createNativeQuery(statement).executeUpdate());
    }

    /** Whoever can write to the database gives another's file to what they sent themselves, or to their form while it waits. */
    @Test
    void aFileOfAnotherDoesNotOpen() throws Exception {
        var theirs = send(form(
                TOKEN,
                "Hỏi",
                bring(TOKEN, "Đơn của Lan.png", TestIntake.picture(500, 300, "png"))
                        .handle()));
        var mine = send(form("B".repeat(22), "Mấy giờ?"));
        var file = files(theirs).getFirst().number();
        sql("update inbox_enclosure set submission_id = " + mine);

        assertThatThrownBy(() -> maybe(work -> work.service.open(h2.code(mine), InboxOnH2.PHONE, file)))
                .isInstanceOf(vn.minhbach.shared.UnavailableException.class);
        assertThat(list(work -> work.own(h2.code(mine), InboxOnH2.PHONE)))
                .extracting(EnclosureService.Own::name)
                .allMatch(name -> name.startsWith("⟦"));
        sql("update inbox_enclosure set submission_id = " + theirs);
        assertThat(maybe(work -> work.service.open(h2.code(theirs), InboxOnH2.PHONE, file)))
                .isPresent();

        var waiting = bring("C".repeat(22), "Đơn.png", TestIntake.picture(400, 300, "png"));
        sql("update inbox_enclosure set form_key = '" + Enclosures.formKey("D".repeat(22)) + "' where place = '"
                + waiting.handle() + "'");
        assertThatThrownBy(() -> send(form("D".repeat(22), "Của tôi", waiting.handle())))
                .isInstanceOf(vn.minhbach.shared.UnavailableException.class);
    }

    @Test
    void aFileFromBeforeOpensAndIsBoundToWhatItCameWith() throws Exception {
        var waiting = bring(TOKEN, "Ảnh.png", TestIntake.picture(500, 300, "png"));
        try (var connection = h2.database().dataSource().getConnection()) {
            for (var column : new InboxSeals().columns()) {
                FormerSeals.sealAll(connection, DataKeys.of(keys), column);
            }
        }

        var id = send(form(TOKEN, "Hỏi", waiting.handle()));

        var row = files(id).getFirst();
        assertThat(row.getKeySealed("").text()).startsWith("e2:k1:");
        var opened = maybe(work -> work.service.open(h2.code(id), InboxOnH2.PHONE, row.number()))
                .orElseThrow();
        assertThat(opened.name()).isEqualTo("Ảnh.png");
        assertThat(content(opened)).hasSize((int) opened.shape().size());
    }

    @Test
    void filesOpenWhenTheKeyWasReplaced() throws Exception {
        var photo = TestIntake.picture(500, 300, "png");
        var id = send(form(TOKEN, "Hỏi", bring(TOKEN, "Ảnh.png", photo).handle()));
        var code = h2.code(id);
        var both = KeyRing.parse("k2:"
                + Base64.getEncoder().encodeToString(new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
                    28, 29, 30, 31, 32
                })
                + "," + KEY);

        try (var connection = h2.database().dataSource().getConnection()) {
            new Rotation(DataKeys.of(both), work -> work.with(connection))
                    .run(
                            new InboxSeals()
                                    .columns().stream()
                                            .filter(column -> column.table().equals("inbox_enclosure"))
                                            .toList(),
                            count -> {});
        }

        keys = both;
        var row = files(id).getFirst();
        assertThat(row.getKeySealed("").text()).startsWith("e2:k2:");
        var opened = ask(work -> work.service.open(code, InboxOnH2.PHONE, row.number()))
                .orElseThrow();
        assertThat(opened.name()).isEqualTo("Ảnh.png");
        assertThat(content(opened)).hasSize((int) opened.shape().size());
    }

    // Whose they are

    @Test
    void onlyWhoKnowsCodeAndContactSeesTheirOwn() throws IOException {
        var id = send(form(
                TOKEN,
                "Hỏi",
                bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png")).handle()));
        var other = h2.send("question");
        var code = h2.code(id);
        var file = files(id).getFirst().number();

        assertThat(list(work -> work.own(code, InboxOnH2.EMAIL)))
                .singleElement()
                .satisfies(own -> assertThat(own.name()).isEqualTo("a.png"));
        assertThat(list(work -> work.own(code, "0912345679"))).isEmpty();
        assertThat(maybe(work -> work.service.open(code, "0912345679", file))).isEmpty();
        assertThat(maybe(work -> work.service.open(h2.code(other), InboxOnH2.PHONE, file)))
                .isEmpty();
        assertThat(maybe(work -> work.service.open(code, InboxOnH2.PHONE, 0))).isEmpty();
    }

    @Test
    void filesComeWithAMessageOnce() throws IOException {
        var id = h2.send("question");
        var code = h2.code(id);
        var file = bring(TOKEN, "b.pdf", TestIntake.pdf("Hello", "", ""));
        h2.clock().pass(Duration.ofHours(2));

        for (var press = 0; press < 2; press++) {
            act(work -> work.service.add(code, InboxOnH2.PHONE, TOKEN, "Gửi thêm", List.of(file.handle())));
        }

        assertThat(files(id))
                .singleElement()
                .satisfies(each -> assertThat(each.getEvent()).isNotNull());
        assertThat(list(work -> work.own(code, InboxOnH2.PHONE)).getFirst().sentAt())
                .isEqualTo(h2.clock().instant());
        long messages = h2.ask(desk -> desk.repository.events(id, InboxDeed.ADD));
        assertThat(messages).isEqualTo(1);
        // What is not taken leaves the file waiting.
        var next = bring(TOKEN, "c.pdf", TestIntake.pdf("Again", "", ""));
        assertThatThrownBy(
                        () -> act(work -> work.service.add(code, InboxOnH2.PHONE, TOKEN, " ", List.of(next.handle()))))
                .hasMessage("inbox.error.text");
        assertThat(list(work -> work.service.waiting(TOKEN, List.of(next.handle()))))
                .hasSize(1);
    }

    @Test
    void aMatterHasNoMoreThanTwentyFiles() throws IOException {
        var id = h2.send("question");
        var code = h2.code(id);
        for (var message = 0; message < 4; message++) {
            var handles = new ArrayList<String>();
            for (var i = 0; i < 5; i++) {
                handles.add(bring(TOKEN, "a.png", TestIntake.picture(100 + 10 * message + i, 20, "png"))
                        .handle());
            }
            var text = "Phần " + message;
            act(work -> work.service.add(code, InboxOnH2.PHONE, TOKEN, text, handles));
        }
        var more = bring(TOKEN, "a.png", TestIntake.picture(500, 20, "png"));

        assertThat(files(id)).hasSize(20);
        assertThatThrownBy(() ->
                        act(work -> work.service.add(code, InboxOnH2.PHONE, TOKEN, "Thêm", List.of(more.handle()))))
                .hasMessage("enclosure.error.mostOfAll");
    }

    // The staff

    private long sent(String name, byte[] bytes) throws IOException {
        return send(form(TOKEN, "Hỏi", bring(TOKEN, name, bytes).handle()));
    }

    private void actAs(Actor somebody) {
        actor = somebody;
        h2.actAs(somebody);
    }

    @Test
    void whoMayNotSeeTheSenderSeesNoNameThatTellsWhoItIs() throws IOException {
        var id = sent("CCCD_Nguyen Thi Lan_001085012345.png", TestIntake.picture(500, 300, "png"));
        assertThat(list(work -> work.staff.list(id)).getFirst().name()).contains("Lan", "001085012345");

        actAs(new Actor("approver", Set.of(new Actor.Grant(Permission.READ_INBOX, ""))));

        var line = ask(work -> work.staff.list(id)).getFirst();
        assertThat(line.name()).doesNotContain("Lan", "001085012345").endsWith(".png");
        var opened = ask(work -> work.staff.open(id, "", line.id()));
        assertThat(opened.name()).isEqualTo(line.name());
        assertThat(content(opened)).isNotEmpty();
    }

    @Test
    void nobodySeesFilesOfAnotherUnit() throws IOException {
        var id = sent("a.png", TestIntake.picture(500, 300, "png"));
        var other = h2.send("question");
        var file = files(id).getFirst().number();

        assertThatThrownBy(() -> ask(work -> work.staff.open(other, "", file))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ask(work -> work.staff.open(id, "phong-a", file)))
                .isInstanceOf(ChangedMeanwhileException.class);
        actAs(InboxOnH2.at("somebody", "phong-a"));
        assertThatThrownBy(() -> ask(work -> work.staff.list(id))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ask(work -> work.staff.open(id, "phong-a", file)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ask(work -> work.staff.openMasked(id, file, 1)))
                .isInstanceOf(NotFoundException.class);
    }

    // What the public sees

    private final class Masks extends EnclosureDeskService {

        @Override
        public void mask(long id, String unit, long enclosure, Mask mask) {
            act(work -> work.staff.mask(id, unit, enclosure, mask));
        }
    }

    private long seen(long id, int page) {
        return ask(work -> work.repository.masked(id)).stream()
                .filter(each -> each.getPage() == page)
                .map(MaskedPicture::number)
                .findFirst()
                .orElse(0L);
    }

    private void mask(long id, int page, String boxes, String said) throws IOException {
        mask(id, new EnclosureMasks.Wish(page, seen(id, page), boxes, said, false));
    }

    private void mask(long id, EnclosureMasks.Wish wish) throws IOException {
        var unit = h2.open(id).unit();
        var file = files(id).getFirst().number();
        var opened = ask(work -> work.staff.open(id, unit, file));
        new EnclosureMasks(store, new Masks()).mask(id, unit, file, opened, wish);
    }

    private long answered(String name, byte[] bytes) throws IOException {
        var id = sent(name, bytes);
        h2.answer(id);
        actor = InboxOnH2.everywhere("approver");
        return id;
    }

    private void publish(long id) {
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
    }

    /** The one public picture, as everybody gets it; null if there is none. */
    private byte @Nullable [] publicPicture(long id) throws IOException {
        var pictures = ask(work -> work.masked.pictures(id));
        if (pictures.isEmpty()) {
            return null;
        }
        var path = pictures.getFirst().path().split("/");
        var opened = ask(work ->
                work.masked.open(Long.parseLong(path[2]), java.net.URLDecoder.decode(path[3], StandardCharsets.UTF_8)));
        return opened.isEmpty() ? null : content(opened.get());
    }

    @Test
    void nothingIsPublicByItself() throws IOException {
        var id = answered("a.jpg", TestIntake.photoSaying(CANARY));
        publish(id);

        assertThat(list(work -> work.masked.pictures(id))).isEmpty();
    }

    @Test
    void whatIsMaskedIsGoneAndTheRestIsThere() throws IOException {
        var id = answered("CCCD_Nguyen Thi Lan_001085012345.jpg", TestIntake.photoSaying(CANARY));
        // The red half.
        mask(id, 1, "0 0 50 100", "Biển báo trước cổng");
        assertThat(publicPicture(id)).as("the answer is not public yet").isNull();

        publish(id);

        var bytes = Objects.requireNonNull(publicPicture(id));
        var seen = ImageIO.read(new ByteArrayInputStream(bytes));
        for (var x = 2; x < seen.getWidth() / 2 - 8; x += 3) {
            for (var y = 2; y < seen.getHeight() - 2; y += 3) {
                var colour = new Color(seen.getRGB(x, y));
                assertThat(colour.getRed() - colour.getBlue()).as("%d %d", x, y).isLessThan(40);
            }
        }
        assertThat(new Color(seen.getRGB(seen.getWidth() - 20, 100)).getBlue()).isGreaterThan(200);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "Exif", "Lan");
        var picture = ask(work -> work.masked.pictures(id)).getFirst();
        assertThat(picture.path()).doesNotContain("Lan", "001085012345").endsWith(".jpg");
    }

    @Test
    void aPictureGoesWhenTheAnswerGoes() throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));
        mask(id, 1, "", "Cổng trụ sở");
        publish(id);
        assertThat(publicPicture(id)).isNotNull();

        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), "Không có ích chung"));

        assertThat(publicPicture(id)).isNull();
    }

    @Test
    void aPictureThatIsTakenBackIsGoneAndThePageIsMadeAnew() throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));
        mask(id, 1, "", "Cổng trụ sở");
        publish(id);
        var before = h2.log().size();

        var file = files(id).getFirst().number();
        var seen = seen(id, 1);
        act(work -> work.staff.unmask(id, "van-phong", file, 1, seen));

        assertThat(list(work -> work.masked.pictures(id))).isEmpty();
        assertThat(h2.log()).hasSize(before + 1);
    }

    /** Two have the page open; the older view knows nothing of the box that the other drew over a face. */
    @Test
    void anOlderViewDoesNotUncoverWhatANewerOneMasked() throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));
        var none = seen(id, 1);
        mask(id, 1, "0 0 50 100", "Cổng trụ sở");
        var first = seen(id, 1);
        var bytes = onDisk().size();
        assertThatThrownBy(() -> mask(id, new EnclosureMasks.Wish(1, none, "", "Cổng trụ sở", false)))
                .isInstanceOf(ChangedMeanwhileException.class);

        mask(id, 1, "0 0 100 100", "Cổng trụ sở");
        var second = seen(id, 1);
        assertThatThrownBy(() -> mask(id, new EnclosureMasks.Wish(1, first, "0 0 50 100", "Cổng trụ sở", false)))
                .isInstanceOf(ChangedMeanwhileException.class);
        var file = files(id).getFirst().number();
        assertThatThrownBy(() -> act(work -> work.staff.unmask(id, "van-phong", file, 1, first)))
                .isInstanceOf(ChangedMeanwhileException.class);

        assertThat(seen(id, 1)).isEqualTo(second).isNotEqualTo(first);
        assertThat(list(work -> work.repository.masked(id)))
                .singleElement()
                .satisfies(each -> assertThat(each.getBoxes()).isEqualTo("0.00 0.00 100.00 100.00"));
        // What was painted for nothing does not stay.
        assertThat(onDisk()).hasSize(bytes + 1);
    }

    // The sender's own package

    /** A package is written when its transaction is over, in which alone keys are opened. */
    @Test
    void filesAreHandedOutWhenTheTransactionIsOver() throws IOException {
        var id = sent("Ảnh.png", TestIntake.picture(500, 300, "png"));
        var over = new boolean[1];

        var parts = h2.database().ask(em -> {
            var repository = new EnclosureRepository(em);
            var enclosures = new Enclosures(repository, store, new FieldCipher(DataKeys.of(keys))) {
                @Override
                FileKey key(Enclosure enclosure) {
                    assertThat(over[0]).as("without a transaction").isFalse();
                    return super.key(enclosure);
                }
            };
            return new EnclosureParts(enclosures, repository, store).parts(id);
        });
        over[0] = true;

        assertThat(parts)
                .singleElement()
                .satisfies(part -> assertThat(part.name()).isEqualTo("Ảnh.png"));
        try (var in = parts.getFirst().content().open()) {
            assertThat(ImageIO.read(in).getWidth()).isEqualTo(500);
        }
    }

    @Test
    void aPageOfAPdfBecomesAPictureWithoutItsWords() throws IOException {
        var id = answered("Don Nguyen Thi Lan.pdf", TestIntake.pdf(CANARY, CANARY, ""));
        mask(id, 1, "0 40 100 20", "Đơn đề nghị");
        publish(id);

        var bytes = Objects.requireNonNull(publicPicture(id));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("CANARY", "%PDF", "Lan");
        var seen = ImageIO.read(new ByteArrayInputStream(bytes));
        // White paper above, and in the middle, where the words stood, nothing but the box.
        assertThat(new Color(seen.getRGB(20, 20)).getRed()).isGreaterThan(240);
        for (var x = 0; x < seen.getWidth(); x += 2) {
            assertThat(new Color(seen.getRGB(x, seen.getHeight() / 2)).getRed()).isLessThan(0xB0);
        }
        assertThat(list(work -> work.masked.pictures(id)).getFirst().path())
                .doesNotContain("Lan")
                .endsWith("-1.jpg");
    }

    @Test
    void aPageThatThereIsNotIsNotPainted() throws IOException {
        var id = answered("a.pdf", TestIntake.pdf("x", "", ""));

        assertThatThrownBy(() -> mask(id, 2, "", "Trang")).hasMessage("mask.error.page");
        assertThatThrownBy(() -> mask(id, 0, "", "Trang")).hasMessage("mask.error.page");
    }

    @ParameterizedTest
    @CsvSource({"0 0 50", "0 0 0 10", "60 0 50 10", "-1 0 5 5", "a b c d", "0 0 1e1 5", "NaN 0 5 5", "0 0 101 5"})
    void whatIsNoBoxIsRefused(String boxes) throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));

        assertThatThrownBy(() -> mask(id, 1, boxes, "Ảnh")).hasMessage("mask.error.box");
        assertThat(list(work -> work.masked.pictures(id))).isEmpty();
    }

    @Test
    void theDescriptionTellsNothingOfTheSender() throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));

        assertThatThrownBy(() -> mask(id, 1, "", " ")).hasMessage("mask.error.description");
        assertThatThrownBy(() -> mask(id, 1, "", "Nhà của Nguyễn Thị Lan, 0912345678"))
                .hasMessage("mask.error.telling");
        assertThat(onDisk()).hasSize(1);
    }

    /** What would hold up an approval holds up a picture too: where the answer is public it is seen at once. */
    @Test
    void whatADescriptionMayTellOfOthersIsLookedAtFirst() throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));
        publish(id);
        var said = "Biên nhận ghi tên Phạm Văn Tuấn";

        assertThatThrownBy(() -> mask(id, 1, "", said)).hasMessage("mask.error.doubts");
        assertThat(list(work -> work.masked.pictures(id))).isEmpty();
        assertThat(onDisk()).hasSize(1);
        List<String> doubts = ask(work -> work.staff.doubts(id, said));
        assertThat(doubts).containsExactly("họ tên: Phạm Văn Tuấn");

        mask(id, new EnclosureMasks.Wish(1, 0, "", said, true));
        assertThat(list(work -> work.masked.pictures(id))).hasSize(1);
        assertThat(h2.open(id).steps())
                .filteredOn(step -> step.deed() == InboxDeed.LOOK)
                .extracting(InboxDeskService.Step::actor, InboxDeskService.Step::text)
                .containsExactly(tuple("approver", "họ tên: Phạm Văn Tuấn"));
        // It was no look at the answer, which may tell of somebody as well.
        assertThat(h2.open(id).lookedAt()).isFalse();
        mask(id, 1, "", "Biên nhận");
        assertThat(h2.open(id).steps())
                .filteredOn(step -> step.deed() == InboxDeed.LOOK)
                .hasSize(1);
    }

    @Test
    void whatTheSenderKeepsPrivateIsNotMaskedForThePublic() throws IOException {
        var plain = InboxOnH2.form("question", TOKEN, "Hỏi");
        var file = bring(TOKEN, "a.png", TestIntake.picture(500, 300, "png"));
        var id = send(new NewSubmission(
                "question", TOKEN, plain.values(), "", "", true, false, "vi", List.of(file.handle())));

        assertThatThrownBy(() -> mask(id, 1, "", "Ảnh")).hasMessage("inbox.error.senderPrivate");
        var kind = send(new NewSubmission(
                "error-report",
                TOKEN,
                Map.of(AskedField.TEXT, "Sai", AskedField.NAME, "Lan", AskedField.PHONE, InboxOnH2.PHONE),
                "",
                "",
                false,
                false,
                "vi",
                List.of(file.handle())));
        assertThatThrownBy(() -> mask(kind, 1, "", "Ảnh")).hasMessage("inbox.error.kindPrivate");
    }

    @Test
    void whatIsDestroyedIsPublicNoLonger() throws IOException {
        var id = answered("a.png", TestIntake.picture(500, 300, "png"));
        mask(id, 1, "", "Cổng trụ sở");
        publish(id);

        act(work -> work.enclosures.destroy(id));

        assertThat(list(work -> work.masked.pictures(id))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(text.startsWith("C") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** The head of a picture that would be gigabytes of points. */
    private static byte[] bomb(int width, int height) {
        var head = ByteBuffer.allocate(17)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(head);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(head)
                .putInt((int) sum.getValue())
                .array();
    }

    /** Bytes without end. */
    private static class Endless extends InputStream {

        @Override
        public int read() {
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            java.util.Arrays.fill(into, from, from + length, (byte) 'x');
            return length;
        }
    }
}
