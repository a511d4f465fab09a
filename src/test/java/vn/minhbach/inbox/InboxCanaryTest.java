package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permission;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.mail.LetterKind;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Proof;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.Visit;

/**
 * Nothing that is masked leaves the office by any way. A submission of canaries goes from its receipt to its page; at each step everything is
 * read that everybody can read, what is written to others, what stands in the log and in the database. The doors are those that the code
 * declares: one that can know the inbox and is neither read here nor excused fails the test. The same doors are asked over HTTP in {@link
 * PersonPackageIT}.
 */
class InboxCanaryTest {

    /** Why nothing of anybody's submission can come out by a door that is not read here. */
    private enum Excuse {
        /** It answers whoever shows code and contact, or an address that nobody can guess; what others get is told by {@code TrackPageTest}. */
        OWN,
        /** It shows what was typed in the same request, and public texts that resemble it. */
        TYPED,
        /** It gives a number, or the bytes of a picture in which boxes are painted over; {@code EnclosuresTest} reads those. */
        NO_TEXT,
    }

    private static final Map<String, Excuse> EXCUSED = Map.ofEntries(
            Map.entry("/gui-cau-hoi", Excuse.TYPED),
            Map.entry("/gui-phan-anh", Excuse.TYPED),
            Map.entry("/gui-phan-anh/goi-y", Excuse.TYPED),
            Map.entry("/gui-phan-anh/kiem-tra", Excuse.NO_TEXT),
            Map.entry("/tep-hoi-dap/{number}/{name}", Excuse.NO_TEXT),
            Map.entry("/tra-cuu", Excuse.OWN),
            Map.entry("/tra-cuu/tep", Excuse.OWN),
            Map.entry("/bien-nhan", Excuse.OWN));

    private final InboxOnH2 h2 = new InboxOnH2();
    private final List<String> logged = new ArrayList<>();

    /** What the staff was reminded of: the kind of letter, to whom, and what stood in its gaps. */
    private final List<String> reminders = new ArrayList<>();

    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters()) + " " + entry.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };
    private long id;

    @BeforeEach
    void send() {
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        var key = h2.ask(desk -> desk.submit(new NewSubmission(
                "question", "canary", InboxCanary.form(), "/tin-tuc?q=kwoanhtrang", "", false, false, "vi")));
        id = h2.ask(desk -> desk.repository.byForm(key).orElseThrow().number());
    }

    @AfterEach
    void close() {
        Logger.getLogger("").removeHandler(listener);
        h2.close();
    }

    @Test
    void nothingMaskedLeavesWhereverTheSubmissionStands() {
        assertNothingIsSeen();
        publish();

        // Not that nothing was looked at: what may be read is read everywhere.
        var silent = new TreeMap<>(everythingPublic());
        silent.values().removeIf(text -> text.contains(InboxCanary.OPEN));
        assertThat(silent.keySet()).containsExactly("/du-lieu-mo", "/phan-anh", "/phan-anh/so-lieu");
        // And what was masked was there.
        assertThat(InboxCanary.seenIn(h2.open(id).text())).hasSizeGreaterThan(8);

        h2.deed(id, (desk, sheet) -> desk.keepPrivate(id, sheet.unit(), sheet.version(), InboxCanary.NOTE));
        assertNothingIsSeen();
        assertThat(everythingPublic().values()).noneMatch(text -> text.contains(InboxCanary.OPEN));
    }

    /** Somebody whom no rule is sure of: the first version names them in its title, the second masks that. Their name is in its address no more. */
    @Test
    void whatTheTitleDoesNotSayAnyMoreIsNotInItsAddressEither() {
        publish("Triển lãm lunglinh của ông Nguyễn Văn Tuyênquang");
        var old = h2.ask(desk -> desk.service.publication(id).orElseThrow()).getSlug();
        assertThat(everythingPublic().values()).anyMatch(text -> names(text));
        h2.act(desk -> desk.service.object(h2.code(id), InboxCanary.PHONE, "o1", "Tôi hỏi giờ đóng cửa."));

        publish("Triển lãm lunglinh của ông [đã che: họ tên]");

        everythingPublic()
                .forEach((door, text) -> assertThat(names(text)).as(door).isFalse());
        assertThat(h2.ask(desk -> desk.service.publication(id).orElseThrow()).getSlug())
                .startsWith("trien-lam-lunglinh-cua-ong-");
        assertThatThrownBy(() -> h2.ask(desk -> desk.service.publication(old))).isInstanceOf(NotFoundException.class);
    }

    private static boolean names(String text) {
        return Text.fold(text).toLowerCase(Locale.ROOT).contains("tuyenquang");
    }

    /** Answers it, with this for a title, and publishes that. */
    private void publish(String title) {
        h2.actAs("moderator");
        if (h2.state(id) == InboxState.RECEIVED) {
            h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        }
        h2.actAs("responder");
        h2.draft(id, InboxCanary.ANSWER, title, h2.open(id).proposal(), InboxCanary.PUBLIC_ANSWER);
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), true));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), true));
    }

    /** Brings it to its page, and looks around at each step. */
    private void publish() {
        h2.deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        h2.deed(id, (desk, sheet) -> desk.note(id, sheet.unit(), sheet.version(), InboxCanary.NOTE));
        assertNothingIsSeen();
        h2.actAs("responder");
        draft();
        assertNothingIsSeen();
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), true));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        assertNothingIsSeen();
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), true));
        assertNothingIsSeen();
    }

    /** What the portal itself proposes for everybody; nobody takes anything more out of it. */
    private void draft() {
        var subject = InboxCanary.form().get(AskedField.SUBJECT);
        var title = h2.ask(desk ->
                desk.inbox.publicWords(desk.repository.find(id).orElseThrow()).proposed(String.valueOf(subject)));
        h2.draft(id, InboxCanary.ANSWER, title, h2.open(id).proposal(), InboxCanary.PUBLIC_ANSWER);
    }

    private void assertNothingIsSeen() {
        everythingPublic()
                .forEach((door, text) -> assertThat(InboxCanary.seenIn(text))
                        .as("%s, while it is %s", door, h2.state(id))
                        .isEmpty());
        assertThat(h2.letters().stream().filter(letter -> !letter.contains(" " + InboxCanary.EMAIL + " ")))
                .as("letters to others")
                .allSatisfy(letter -> assertThat(InboxCanary.seenIn(letter)).isEmpty());
        assertThat(InboxCanary.seenIn(String.join("\n", logged))).as("log").isEmpty();
        assertThat(InboxCanary.seenIn(database())).as("database and its copies").isEmpty();
    }

    /**
     * What the staff is written goes by plain mail, to whoever reads it over their shoulder: numbers, kinds and days, and nothing that a citizen or a
     * colleague wrote. At every occasion there is.
     */
    @Test
    void nothingOfTheirsIsInWhatTheStaffIsReminded() {
        h2.work(id, (work, sheet) -> work.assign(id, sheet.unit(), sheet.version(), "van-phong", ""));
        h2.work(
                id,
                (work, sheet) ->
                        work.note(id, sheet.unit(), sheet.version(), "@responder xem giúp. " + InboxCanary.NOTE));
        morning("06-02");
        h2.clock().pass(Duration.ofHours(1));
        var code = h2.code(id);
        var more = String.valueOf(InboxCanary.form().get(AskedField.TEXT));
        h2.act(desk -> desk.service.add(code, InboxCanary.PHONE, "more", more));
        morning("06-03");
        for (var day : List.of("06-17", "06-22", "06-24")) {
            morning(day);
        }
        h2.actAs("responder");
        draft();
        h2.actAs("approver");
        h2.deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), true));
        h2.deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
        h2.work(
                id,
                (work, sheet) ->
                        work.promise(id, sheet.unit(), sheet.version(), "20/7/2026", InboxCanary.NOTE + " " + more));
        morning("07-16");
        morning("07-20");

        var letters = new ArrayList<>(reminders);
        letters.addAll(h2.letters().stream()
                .filter(letter -> !letter.contains(" " + InboxCanary.EMAIL + " "))
                .toList());
        assertThat(letters)
                .allSatisfy(letter -> assertThat(InboxCanary.seenIn(letter)).isEmpty());
        // Not that nobody was told anything: of each kind of letter that the staff gets, and of each occasion.
        assertThat(letters.stream()
                        .map(letter -> letter.substring(0, letter.indexOf(' ')))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(new InboxLetters()
                        .kinds().stream()
                                .filter(kind -> !kind.citizen())
                                .map(LetterKind::key)
                                .toList());
        assertThat(reminded())
                .as("but for what the sender is told themselves")
                .containsAll(EnumSet.complementOf(EnumSet.of(InboxReminder.Occasion.LATE)));
        assertThat(String.join("\n", reminders))
                .contains("Số " + id + " – Câu hỏi – mới giao", "người gửi vừa viết", "Trả lời", "Hẹn thực hiện");
        assertNothingIsSeen();
    }

    private List<InboxReminder.Occasion> reminded() {
        return h2.database()
                .ask(em -> em.createQuery("select r.occasion from InboxReminder r", InboxReminder.Occasion.class)
                        .getResultList());
    }

    /** What the job does on a morning of that year. */
    private void morning(String day) {
        h2.morning(day);
        reminding(InboxReminderService::remindStaff);
        reminding(InboxReminderService::tellNews);
        reminding(service -> service.late().forEach(service::tellSender));
    }

    private void reminding(Consumer<InboxReminderService> work) {
        h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            work.accept(new InboxReminderService(
                    new InboxReminderRepository(em),
                    desk.repository,
                    desk.inbox,
                    InboxOnH2.staff(List.of(To.of("hai@example.gov.vn", "Trần Văn Hải"))),
                    new Walk(em).units(),
                    desk.legal,
                    new Outbox() {
                        @Override
                        public boolean isOn() {
                            return true;
                        }

                        @Override
                        public boolean send(To to, String kind, Map<String, String> given) {
                            if (!to.address().equals(InboxCanary.EMAIL)) {
                                reminders.add(kind + " " + to.address() + " " + to.name() + " " + given);
                            }
                            return true;
                        }
                    },
                    new PortalUrl("https://cong.example.gov.vn")));
            return true;
        });
    }

    /** All rows of all tables, as a backup has them. */
    private String database() {
        return h2.database().ask(em -> {
            var rows = new StringBuilder();
            for (var row : em.createNativeQuery("script").getResultList()) {
                rows.append(row).append('\n');
            }
            return rows.toString();
        });
    }

    /** By their doors. */
    private Map<String, String> everythingPublic() {
        return h2.database().ask(em -> new Walk(em).everything());
    }

    /** Everything that everybody can read, over one transaction. */
    private final class Walk {

        private final EntityManager em;
        private final InboxOnH2.Desk desk;
        private final Proof proof = new Proof();
        private final Values values = new Values();
        private final SearchService index = new SearchService() {
            @Override
            public Optional<Hit> item(String kind, String id) {
                return Optional.empty();
            }

            @Override
            public Optional<Hit> at(String address) {
                return Optional.empty();
            }
        };
        private final PublishedAnswers answers;
        private final InboxFiguresService figures;

        Walk(EntityManager em) {
            this.em = em;
            desk = h2.new Desk(em);
            answers = new PublishedAnswers(
                    new PublishedRepository(em), desk.service, index, new Derived<>(values), new Derived<>(values));
            figures = new InboxFiguresService(
                    new InboxFiguresRepository(em),
                    desk.repository,
                    desk.legal,
                    () -> InboxOnH2.everywhere("moderator"),
                    h2.clock(),
                    new Derived<>(values));
        }

        Map<String, String> everything() {
            var all = new LinkedHashMap<String, String>();
            var published = desk.service.publication(id).map(Publication::getSlug);
            published.ifPresent(slug -> {
                all.put("/hoi-dap/{slug}", answer(slug));
                all.put("/co-ich", useful(slug));
            });
            all.put("/hoi-dap", list(new AnswersPage(), "hoi-dap"));
            all.put("/phan-anh", list(new ResultsPage(), "phan-anh"));
            all.put("/phan-anh/so-lieu", figures());
            all.put("/du-lieu-mo", dataPage());
            all.put("/du-lieu-mo/tep/{file}", files());
            all.put("/feed/{file}", feeds());
            // Nobody relays answers whole; if somebody does one day, it is of the same.
            all.put("/feed/toan-van/{file}", feeds());
            var source = new PublicationSearchSource().over(em);
            all.put("/sitemap/{part}", source.items(0, Long.MAX_VALUE).toString());
            // All that search, suggestions and their API know.
            var documents = new ArrayList<String>();
            source.each(document -> documents.add(document.toString()));
            source.one(String.valueOf(id)).ifPresent(document -> documents.add(document.toString()));
            all.put("/tim-kiem", documents.toString());
            return all;
        }

        private Visit visit(String slug, Map<String, String> parameters) {
            return new Visit() {
                @Override
                public String pathInfo() {
                    return slug;
                }

                @Override
                public String parameter(String name) {
                    return parameters.getOrDefault(name, "");
                }
            };
        }

        private InboxUnits units() {
            return new InboxUnits() {
                @Override
                LinkedHashMap<String, String> names() {
                    return new LinkedHashMap<>(Map.of("van-phong", "Văn phòng Sở"));
                }
            };
        }

        private String print(String view, PublicPage page) {
            page.load();
            return proof.print(view, page);
        }

        private String answer(String slug) {
            var page = new AnswerPage();
            page.service = desk.service;
            page.answers = answers;
            page.allUnits = units();
            var repository = new EnclosureRepository(em);
            page.masked = new MaskedPictureService(
                    repository,
                    new Enclosures(repository, new EnclosureStore(Path.of("unused")), new FieldCipher(InboxOnH2.KEYS)));
            page.search = index;
            page.structured = proof.structured();
            page.visit = visit(slug, Map.of());
            return print("tra-loi", page);
        }

        private String useful(String slug) {
            var page = new UsefulPage();
            page.service = desk.service;
            page.visit = visit("", Map.of(UsefulPage.ANSWER, slug));
            return print("co-ich", page);
        }

        private <T extends AnswerListPage & PublicPage> String list(T page, String view) {
            page.service = desk.service;
            page.answers = answers;
            page.allUnits = units();
            page.search = index;
            page.structured = proof.structured();
            page.visit = visit("", Map.of());
            return print(view, page);
        }

        private String figures() {
            var page = new FiguresPage();
            page.figures = figures;
            page.service = desk.service;
            page.allUnits = units();
            page.structured = proof.structured();
            page.visit = visit("", Map.of());
            return print("so-lieu-phan-anh", page);
        }

        private String dataPage() {
            var page = new OpenDataPage();
            page.site = (SiteFrame) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {SiteFrame.class},
                    (proxy, method, given) -> "Sở Văn hóa và Thể thao");
            page.structured = proof.structured();
            page.visit = visit("", Map.of());
            return print("du-lieu-mo", page);
        }

        private String files() {
            var data = new OpenData(answers, desk.service, figures, units());
            var terms = new OpenData.Terms("https://cong.example.gov.vn", "Sở", "Ghi rõ nguồn.");
            var out = new StringBuilder();
            for (var file : DataFile.values()) {
                data.csv(file, terms, out);
                data.json(file, terms, out);
            }
            return out.toString();
        }

        /** Everything of what the feeds take their entries from. */
        private String feeds() {
            return Arrays.stream(SubmissionKind.Form.values())
                    .flatMap(form -> answers.newest(form, 30).stream())
                    .map(InboxCanaryTest::told)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String told(Publication publication) {
        return Arrays.stream(Publication.class.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .map(method -> {
                    try {
                        return String.valueOf(method.invoke(publication));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining("\n"));
    }

    /** A door behind which somebody can know the inbox is read, or there is a reason why not. */
    @Test
    void noDoorEscapes() {
        publish();
        var walked = everythingPublic().keySet();
        var escaped = new TreeMap<String, String>();
        var declared = new TreeSet<String>();
        for (var owner : new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.minhbach")) {
            for (var door : doors(owner)) {
                declared.add(door.path());
                if (!walked.contains(door.path()) && !EXCUSED.containsKey(door.path()) && knowsTheInbox(owner)) {
                    escaped.put(door.path(), owner.getSimpleName());
                }
            }
        }

        assertThat(escaped)
                .as("read what comes out by them in everything(), or say why nothing can")
                .isEmpty();
        assertThat(declared).as("doors that there are no more").containsAll(EXCUSED.keySet());
    }

    private static List<Door> doors(JavaClass owner) {
        return owner.isAnnotatedWith(Door.class) || owner.isAnnotatedWith(Door.Several.class)
                ? Arrays.stream(owner.reflect().getAnnotationsByType(Door.class))
                        .filter(door -> door.permission() == Permission.READ_PUBLIC)
                        .toList()
                : List.of();
    }

    private static boolean knowsTheInbox(JavaClass owner) {
        var inbox = InboxCanaryTest.class.getPackageName();
        return owner.getPackageName().equals(inbox)
                || owner.getTransitiveDependenciesFromSelf().stream()
                        .anyMatch(each -> each.getTargetClass().getPackageName().equals(inbox));
    }
}
