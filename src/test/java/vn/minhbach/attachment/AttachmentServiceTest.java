package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.desk.History;
import vn.minhbach.desk.ListState;
import vn.minhbach.job.Troubles;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.store.LostFiles;

/** The library of files: kept, found, described, replaced, removed and put back; and who may be given what. */
class AttachmentServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.create();
    private final FileStore store = new FileStore();
    private final List<AttachmentUse.Use> used = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private boolean publishes;
    private final List<LostFiles.Verdict> verdicts = new ArrayList<>();
    private Intake intake;

    /** A feature that uses what the test says. */
    private final class Uses extends AttachmentUses {

        @Override
        Stream<AttachmentUse> features() {
            return Stream.of(new AttachmentUse() {
                @Override
                public List<Use> of(Collection<Long> attachments) {
                    return used.stream()
                            .filter(use -> attachments.contains(use.attachment()))
                            .toList();
                }

                @Override
                public Set<Long> used() {
                    return used.stream().map(Use::attachment).collect(Collectors.toSet());
                }

                @Override
                public boolean mayPublish(long attachment) {
                    return publishes || used.stream().noneMatch(use -> use.standing() == Standing.PUBLIC);
                }

                @Override
                public void replaced(long attachment, String note) {
                    told.add(attachment + " " + note);
                }

                @Override
                public void refused(long attachment, String note) {
                    told.add("refused " + attachment + " " + note);
                }
            });
        }

        @Override
        boolean isAsked() {
            return true;
        }
    }

    @BeforeEach
    void open() {
        store.data = data.toString();
        intake = new Intake(store, new VirusScanner("none"), new HeicConverter("none", Duration.ZERO), 1, 60);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T ask(Function<AttachmentService, T> work) {
        return on(CLOCK, work);
    }

    private <T> T on(Clock clock, Function<AttachmentService, T> work) {
        return database.ask(em -> work.apply(AttachmentService.over(
                em,
                store,
                new Uses(),
                History.over(em, () -> new Actor("lan", Set.of()), CLOCK),
                () -> new Actor("lan", Set.of()),
                clock)));
    }

    private Taken text(String name, String content) {
        try {
            return intake.take(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long keep(String name, String content) {
        return ask(service ->
                Objects.requireNonNull(service.keep(name, text(name, content)).getId()));
    }

    /** The overview says how many stand in the list, and how much they take up. */
    @Test
    void theLibraryIsMeasured() {
        assertThat(usage()).extracting(AttachmentService.Usage::files).isEqualTo(0L);
        keep("mot.txt", "12345");
        keep("hai.txt", "1234567");
        assertThat(usage().files()).isEqualTo(found("").size());
        assertThat(usage().bytes()).isEqualTo(12);
        assertThat(usage().free()).isPositive();
    }

    private AttachmentService.Usage usage() {
        return ask(AttachmentService::usage);
    }

    private List<Long> found(String filter) {
        return ask(service -> service.numbers(new ListState(filter, "", false, 1)));
    }

    private void use(long id, AttachmentUse.Standing standing) {
        used.add(new AttachmentUse.Use(id, "Bài", "/bai-viet/bai", standing));
    }

    @Test
    void aFileIsFoundByNameAndWords() {
        var id = keep("Đơn đề nghị.txt", "nội dung");
        keep("khác.csv", "a;b");
        ask(service -> {
            service.describe(id, 1, "", "Mẫu số 01", "Phòng Di sản", "top");
            return true;
        });

        assertThat(found("don de nghi")).containsExactly(id);
        assertThat(found("di sản mẫu")).containsExactly(id);
        assertThat(found("@tệp")).hasSize(2);
        assertThat(found("@ảnh")).isEmpty();
        assertThat(found("100%")).isEmpty();
        use(id, AttachmentUse.Standing.DRAFT);
        assertThat(found("@chưa-dùng")).hasSize(1).doesNotContain(id);
    }

    @Test
    void whoeverSavesSecondIsTold() {
        var id = keep("a.txt", "một");
        assertThatThrownBy(() -> ask(service -> {
                    service.describe(id, 7, "", "", "", "top");
                    return true;
                }))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void aFileIsReplacedUnderItsOwnNumber() {
        var id = keep("a.txt", "bản một");
        var before = ask(service -> service.find(id).orElseThrow().getSha256());
        ask(service -> service.replace(id, 1, text("b.txt", "bản hai")).getPath());
        ask(service -> {
            var now = service.find(id).orElseThrow();
            assertThat(now.getSha256()).isNotEqualTo(before);
            assertThat(now.getPath()).isEqualTo("/tep/" + id + "/b.txt");
            assertThat(service.file(now)).hasContent("bản hai");
            assertThat(service.historyOf(id)).hasSize(2);
            return true;
        });
        assertThat(told).containsExactly(id + " a.txt → b.txt");
    }

    /** A wrong file was put over one that is used, and nobody has the right one at hand. */
    @Test
    void aReplacedFileHasItsFormerBytesAgain() {
        var id = keep("a.txt", "bản một");
        ask(service -> service.replace(id, 1, text("b.txt", "nhầm tệp")));
        describe(id, 2);

        assertThat(takeBack(id, 1)).isEqualTo("b.txt");

        ask(service -> {
            var now = service.find(id).orElseThrow();
            assertThat(service.file(now)).hasContent("bản một");
            assertThat(now.getPath()).isEqualTo("/tep/" + id + "/a.txt");
            assertThat(now.getAlt()).as("what was said since stays").isEqualTo("Mẫu đơn");
            return true;
        });
        assertThat(told).containsExactly(id + " a.txt → b.txt", id + " b.txt → a.txt");
        assertThatThrownBy(() -> takeBack(id, 2)).hasMessage("library.error.changed");
    }

    @Test
    void aDescriptionIsTakenBackUntilItIsAnother() {
        var id = keep("a.txt", "bản một");
        describe(id, 1);
        takeBack(id, 0);
        assertThat(this.<String>ask(service -> service.find(id).orElseThrow().getAlt()))
                .isEmpty();
        assertThatThrownBy(() -> takeBack(id, 1)).hasMessage("library.error.changed");
        use(id, AttachmentUse.Standing.PUBLIC);
        assertThatThrownBy(() -> takeBack(id, 0)).hasMessage("library.error.public");
    }

    /** @param back so many lines before the newest */
    private String takeBack(long id, int back) {
        return ask(service -> service.restore(
                Objects.requireNonNull(service.historyOf(id).get(back).getId())));
    }

    /** Bodies, forms and banners keep the address that it had when they were written. */
    @Test
    void aReplacedFileIsStillFoundUnderItsFormerName() {
        var id = keep("a.txt", "bản một");
        ask(service -> service.replace(id, 1, text("bản 2.txt", "bản hai")));

        var former = asked(id, "a.txt");
        assertThat(former.sent()).isNull();
        assertThat(former.path()).isEqualTo("/tep/" + id + "/b%E1%BA%A3n%202.txt");
        assertThat(asked(id, "480", "a.txt").path()).isEqualTo(former.path());
        assertThat(asked(id, "bản 2.txt").sent()).isNotNull();
        ask(service -> {
            assertThat(service.at("/tep/" + id + "/a.txt")).isPresent();
            assertThat(service.at("/tep/" + (id + 1) + "/a.txt")).isEmpty();
            return true;
        });

        var answer = new HashMap<String, Object>();
        assertThatCode(() -> FileDelivery.answer(
                        former, path -> "/kho" + path, none(HttpServletRequest.class), recorded(answer)))
                .doesNotThrowAnyException();
        assertThat(answer)
                .containsEntry("status", 301)
                .containsEntry("Location", "/kho" + former.path())
                .containsEntry("Cache-Control", "no-cache");
    }

    private FileDelivery.Asked asked(long id, String... names) {
        return ask(service -> {
            var files = new FileDelivery();
            files.attachments = service;
            try {
                return Objects.requireNonNull(files.asked(Stream.concat(Stream.of(String.valueOf(id)), Stream.of(names))
                        .toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static <T> T none(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static HttpServletResponse recorded(Map<String, Object> answer) {
        return (HttpServletResponse) Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setStatus" -> answer.put("status", arguments[0]);
                        case "setHeader" -> answer.put(String.valueOf(arguments[0]), arguments[1]);
                        case "setContentLength" -> answer.put("length", arguments[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    /** Who may bring files may not change by one what others have let everybody see. */
    @Test
    void whatEverybodySeesIsChangedByWhoeverMayPublishThere() {
        var id = keep("a.txt", "bản một");
        use(id, AttachmentUse.Standing.DRAFT);
        ask(service -> service.replace(id, 1, text("a.txt", "bản hai")));
        use(id, AttachmentUse.Standing.PUBLIC);

        assertThatThrownBy(() -> ask(service -> service.replace(id, 2, text("a.txt", "bản ba"))))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("library.error.public");
        assertThatThrownBy(() -> describe(id, 2)).hasMessage("library.error.public");
        publishes = true;
        describe(id, 2);
        ask(service -> service.replace(id, 3, text("a.txt", "bản ba")));
        assertThat(told).containsExactly(id + " a.txt", id + " a.txt");
    }

    /** Who brought a file while the scanner was away has gone by the time it answers. */
    @Test
    void whatTheScannerRefusesLaterIsToldToAllWhomItConcerns() {
        intake = new Intake(
                store, new VirusScanner("/khong/co/clamd.ctl"), new HeicConverter("none", Duration.ZERO), 1, 60);
        var bad = keep("độc.txt", "mã độc");
        var good = keep("sạch.txt", "lành");
        var written = new ArrayList<String>();
        for (var times = 0; times < 2; times++) {
            ask(service -> {
                service.scanner = new VirusScanner("none") {
                    @Override
                    Verdict scan(Path file) {
                        return file.equals(service.file(service.find(bad).orElseThrow()))
                                ? Verdict.INFECTED
                                : Verdict.CLEAN;
                    }
                };
                service.mail = new AttachmentMail() {
                    @Override
                    void refused(Attachment attachment) {
                        written.add(attachment.getBroughtBy() + " " + attachment.getFileName());
                    }
                };
                service.rescan();
                return true;
            });
        }

        assertThat(written).as("once").containsExactly("lan độc.txt");
        assertThat(told).containsExactly("refused " + bad + " độc.txt");
        ask(service -> {
            var locked = service.find(bad).orElseThrow();
            assertThat(locked.isQuarantined() && locked.isRefused()).isTrue();
            assertThat(locked.getRemarks()).isEmpty();
            assertThat(service.find(good).orElseThrow().isQuarantined()).isFalse();
            assertThat(service.find(good).orElseThrow().getRemarks()).isEmpty();
            assertThat(service.refusedOfMine())
                    .extracting(Attachment::getFileName)
                    .containsExactly("độc.txt");
            assertThat(service.historyOf(bad).getFirst().after()).containsEntry("scan", "REFUSED");
            return true;
        });

        // A clean file in its place ends it; taken out and put back, it is what it was.
        var removal = ask(service -> service.remove(bad).orElseThrow());
        assertThat(this.<List<Attachment>>ask(AttachmentService::refusedOfMine)).isEmpty();
        ask(service -> service.restore(removal.entry()));
        assertThat(this.<List<Attachment>>ask(AttachmentService::refusedOfMine)).hasSize(1);
        open();
        var now = ask(service -> service.find(bad).orElseThrow().getVersion());
        ask(service -> service.replace(bad, now, text("độc.txt", "bản sạch")));
        assertThat(this.<List<Attachment>>ask(AttachmentService::refusedOfMine)).isEmpty();
        var free = ask(service -> service.find(bad).orElseThrow());
        assertThat(free.isQuarantined() || free.isRefused()).isFalse();
    }

    private void describe(long id, long version) {
        ask(service -> {
            service.describe(id, version, "Mẫu đơn", "", "", "top");
            return true;
        });
    }

    private List<String> inStore() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/lost/"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sorted()
                    .toList();
        }
    }

    /** Videos of gigabytes, and what a program wrote before the server was killed. */
    @Test
    void whatWasBeingLookedAtWhenTheServerStoppedIsThrownAway() throws IOException {
        var workshop = store.workshop();
        var half = Files.writeString(Files.createTempFile(workshop, "in", ".tmp"), "half a video");
        var room = Files.createDirectory(workshop.resolve("room123"));
        Files.writeString(room.resolve("PDFBox.tmp"), "scratch");
        var old = FileTime.from(CLOCK.instant().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(room, old);
        Files.setLastModifiedTime(half, old);
        var now = Files.writeString(Files.createTempFile(workshop, "in", ".tmp"), "coming in");
        Files.setLastModifiedTime(now, FileTime.from(CLOCK.instant()));
        keep("a.txt", "chào");
        long before;
        try (var files = Files.walk(workshop)) {
            before = files.count();
        }

        store.clean(CLOCK.instant().minus(Duration.ofDays(1)));

        assertThat(half).doesNotExist();
        assertThat(room).doesNotExist();
        assertThat(now).exists();
        try (var files = Files.walk(workshop)) {
            assertThat(files.count()).as("what is kept stays").isEqualTo(before - 3);
        }
    }

    /** A night so many days later; all that lies there has lain there for long. */
    private void sweep(int days) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofDays(40))));
            }
        }
        var then = Clock.offset(CLOCK, Duration.ofDays(days));
        new SweepFiles(
                        new AttachmentService() {
                            @Override
                            public long count() {
                                return on(then, AttachmentService::count);
                            }

                            @Override
                            public Set<String> held(Collection<String> digests) {
                                return on(then, service -> service.held(digests));
                            }

                            @Override
                            public Set<String> toldLately() {
                                return on(then, AttachmentService::toldLately);
                            }

                            @Override
                            public Set<String> told() {
                                return on(then, AttachmentService::told);
                            }
                        },
                        store,
                        new Troubles() {
                            @Override
                            public void swept(String job, String folder, LostFiles.Swept swept) {
                                verdicts.add(swept.verdict());
                            }
                        },
                        then)
                .run();
    }

    /** What was taken out of the library, and what it was before, does not stay on the disk for good. */
    @Test
    void contentsThatNothingNamesAreSweptAwayWhenNobodyTakesThemBackAnyMore() throws IOException {
        keep("giu.txt", "giữ");
        var replaced = keep("thay.txt", "bản một");
        ask(service -> service.replace(replaced, 1, text("thay.txt", "bản hai")).getPath());
        var gone = keep("go.txt", "đã gỡ");
        var removal = ask(service -> service.remove(gone)).orElseThrow();

        sweep(29);
        assertThat(inStore()).containsExactly("bản hai", "bản một", "giữ", "đã gỡ");
        sweep(31);
        assertThat(inStore()).containsExactly("bản hai", "giữ");
        assertThat(verdicts).containsOnly(LostFiles.Verdict.CLEAR);
        assertThatThrownBy(() -> ask(service -> service.restore(removal.entry())))
                .hasMessage("library.error.swept");
        assertThat(found("")).hasSize(2);
    }

    @Test
    void twoFilesOfOneContentKeepIt() throws IOException {
        keep("mot.txt", "như nhau");
        var other = keep("hai.txt", "như nhau");
        var removal = ask(service -> service.remove(other));
        assertThat(removal).isPresent();

        sweep(31);

        assertThat(inStore()).containsExactly("như nhau");
    }

    @Test
    void anEmptyDatabaseHasNoContentSweptAway() throws IOException {
        store.put(new ByteArrayInputStream("của cơ sở dữ liệu khác".getBytes(StandardCharsets.UTF_8)));

        sweep(31);

        assertThat(inStore()).hasSize(1);
        assertThat(verdicts).containsExactly(LostFiles.Verdict.NOTHING_KNOWN);
    }

    /** A form that was taken out by mistake is found by its words again. */
    @Test
    void whatComesBackComesBackWithItsWords() throws IOException {
        try (var taken = intake.take("mau.pdf", new ByteArrayInputStream(TestIntake.pdf("Mau don xin phep", "", "")))) {
            var id = ask(service ->
                    Objects.requireNonNull(service.keep("mau.pdf", taken).getId()));
            var path = ask(service -> service.find(id).orElseThrow().getPath());
            assertThat(words(path)).contains("Mau don xin phep");
            var removal = ask(service -> service.remove(id)).orElseThrow();
            assertThat(words(path)).isEmpty();

            ask(service -> service.restore(removal.entry()));
            assertThat(words(path)).contains("Mau don xin phep");
        }
    }

    private String words(String path) {
        return database.ask(em -> new AttachmentTexts(em).at(List.of(path)));
    }

    @Test
    void whatIsUsedIsNotRemovedAndWhatIsRemovedComesBack() {
        var id = keep("a.txt", "nội dung");
        use(id, AttachmentUse.Standing.PUBLIC);
        assertThatThrownBy(() -> ask(service -> service.remove(id)))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("library.error.used");
        used.clear();
        var removal = ask(service -> service.remove(id)).orElseThrow();
        assertThat(found("")).isEmpty();
        String title = ask(service -> service.restore(removal.entry()));
        assertThat(title).isEqualTo("a.txt");
        ask(service -> {
            var back = service.find(id).orElseThrow();
            assertThat(back.getPath()).isEqualTo("/tep/" + id + "/a.txt");
            assertThat(service.file(back)).hasContent("nội dung");
            assertThat(back.isGuarded()).isTrue();
            return true;
        });
        assertThatThrownBy(() -> ask(service -> service.restore(removal.entry())))
                .hasMessage("desk.undo.late");
    }

    @Test
    void aFileIsForWhomItsUsesAreFor() {
        var id = keep("a.txt", "nội dung");
        assertThat(audience(id)).isEqualTo(AttachmentUses.Audience.STAFF);
        use(id, AttachmentUse.Standing.DRAFT);
        assertThat(audience(id)).isEqualTo(AttachmentUses.Audience.STAFF);
        use(id, AttachmentUse.Standing.WITHDRAWN);
        assertThat(audience(id)).isEqualTo(AttachmentUses.Audience.GONE);
        use(id, AttachmentUse.Standing.PUBLIC);
        assertThat(audience(id)).isEqualTo(AttachmentUses.Audience.EVERYBODY);
    }

    private AttachmentUses.Audience audience(long id) {
        return ask(service -> service.audience(service.find(id).orElseThrow()));
    }

    /** What the portal brought itself is linked from its own content. */
    @Test
    void whatThePortalBroughtIsEverybodysAndStays() {
        var id = ask(service -> Objects.requireNonNull(
                service.keep("mau.docx", "application/x", new ByteArrayInputStream(new byte[] {1}))
                        .getId()));
        assertThat(audience(id)).isEqualTo(AttachmentUses.Audience.EVERYBODY);
        assertThatThrownBy(() -> ask(service -> service.remove(id))).hasMessage("library.error.used");
        assertThat(found("@chưa-dùng")).isEmpty();
    }
}
