package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.legal.LegalService;
import vn.minhbach.mail.Outbox;
import vn.minhbach.mail.To;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.shared.Time;
import vn.minhbach.web.PortalUrl;
import vn.minhbach.web.Words;

/** The inbox on a database in memory, without a server: every deed in a transaction of its own. */
public final class InboxOnH2 implements AutoCloseable {

    /** A Monday in Vietnam. */
    public static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");

    static final DataKeys KEYS =
            DataKeys.of(KeyRing.parse("k1:" + Base64.getEncoder().encodeToString(new byte[32])));

    static final String PHONE = "0912 345 678";
    static final String EMAIL = "lan@example.vn";

    static final PortalUrl PORTAL = new PortalUrl("https://cong.example.gov.vn");

    private final TestDatabase database = TestDatabase.create();
    private final Values values = new Values();
    private final SetClock clock = new SetClock(NOW);
    private final List<String> letters = new ArrayList<>();
    private Actor actor = everywhere("moderator");
    private DataKeys keys = KEYS;

    /** Where the bytes of files lie. */
    private Path data = Path.of("unused");

    private boolean isMailOn = true;
    private int lookups;

    static Actor everywhere(String name) {
        return at(name, "");
    }

    /** Somebody with every right of the inbox, for one unit. */
    static Actor at(String name, String unit) {
        return new Actor(
                name,
                Set.of(
                        new Actor.Grant(Permission.READ_INBOX, unit),
                        new Actor.Grant(Permission.MODERATE_INBOX, unit),
                        new Actor.Grant(Permission.ANSWER_INBOX, unit),
                        new Actor.Grant(Permission.APPROVE_ANSWERS, unit),
                        new Actor.Grant(Permission.SEE_SENDERS, unit),
                        new Actor.Grant(Permission.KEEP_LEGAL_RULES, unit)));
    }

    /** From now on the portal has these keys. */
    void useKeys(DataKeys others) {
        keys = others;
    }

    /** Who works with the inbox; somebody of one unit sees what that unit has. */
    private static Map<String, Colleagues.Colleague> colleagues(String unit) {
        var all = new HashMap<String, Colleagues.Colleague>();
        for (var name : List.of("moderator", "responder", "approver")) {
            all.put(name, new Colleagues.Colleague(name, name, name + "@example.vn"));
        }
        if (unit.equals("van-phong")) {
            all.put("thu.ha", new Colleagues.Colleague("thu.ha", "Lê Thu Hà", ""));
        }
        return all;
    }

    /** Whatever was made of the tables is made anew. */
    void forgetDerived() {
        values.follow();
    }

    void keepFilesIn(Path folder) {
        data = folder;
    }

    void actAs(Actor somebody) {
        actor = somebody;
    }

    void actAs(String name) {
        actor = everywhere(name);
    }

    /** Goes on to nine in the morning of a day of that year: "06-17". */
    void morning(String day) {
        var then = LocalDate.parse("2026-" + day).atTime(9, 0).atZone(Time.ZONE).toInstant();
        clock.pass(Duration.between(clock.instant(), then));
    }

    /** An office in which these answer for everything. */
    static InboxStaff staff(List<To> people) {
        return new InboxStaff() {
            @Override
            List<To> responsible(Submission submission) {
                return people;
            }

            @Override
            List<To> handling(Submission submission) {
                return people;
            }
        };
    }

    SetClock clock() {
        return clock;
    }

    TestDatabase database() {
        return database;
    }

    /** How often it was asked whose code something is. */
    int lookups() {
        return lookups;
    }

    /** What was written to senders: the kind of letter, the address, and what stood in its gaps. */
    List<String> letters() {
        return letters;
    }

    /** From now on there is a mail server, or none. */
    void mailOn(boolean isOn) {
        isMailOn = isOn;
    }

    private final class Mail extends Outbox {

        @Override
        public boolean isOn() {
            return isMailOn;
        }

        @Override
        public boolean send(To to, String kind, Map<String, String> given) {
            letters.add(kind + " " + to.address() + " " + new HashMap<>(given));
            return true;
        }
    }

    /** Everything that works on the inbox, over one transaction. */
    final class Desk {

        final InboxRepository repository;
        final Inbox inbox;
        final InboxService service;
        final EnclosureService enclosed;
        final InboxDeskService desk;
        final InboxWorkService work;
        final ShortlistService shortlist;
        final InboxDraftService drafts;
        final InboxSlipService slips;
        final InboxTemplateService templates;
        final LegalService legal;
        final PastSubmissions past;

        Desk(EntityManager em) {
            this(em, OPEN);
        }

        /** @param gate before which whoever sends something stands */
        Desk(EntityManager em, SendingGate gate) {
            repository = new InboxRepository(em) {
                @Override
                Optional<Owner> ownerByCode(List<String> candidates) {
                    lookups++;
                    return super.ownerByCode(candidates);
                }
            };
            var users = new ArrayList<vn.minhbach.legal.ClockUser>();
            legal = LegalService.over(em, () -> actor, clock, new Derived<>(values), users);
            var kinds = new Derived<List<SubmissionKind>>(values);
            var units = new InboxUnits() {
                @Override
                LinkedHashMap<String, String> names() {
                    return new LinkedHashMap<>(Map.of("van-phong", "Văn phòng Sở"));
                }
            };
            inbox = new Inbox(
                    repository,
                    legal,
                    new FieldCipher(keys),
                    new BlindIndex(keys),
                    new Mail(),
                    new ChangeLog(em, clock),
                    kinds,
                    clock,
                    units,
                    PORTAL);
            past = new PastSubmissions(
                    repository,
                    legal,
                    new FieldCipher(keys),
                    new BlindIndex(keys),
                    new ChangeLog(em, clock),
                    kinds,
                    clock,
                    units,
                    PORTAL);
            users.add(new InboxClocks(repository, inbox));
            service = new InboxService(repository, inbox, legal, new BlindIndex(keys), new Derived<>(values), units);
            var words = new InboxWordIndex(new KeptWordsRepository(em), new FieldCipher(keys));
            desk = new InboxDeskService(repository, inbox, legal, new BlindIndex(keys), () -> actor, words);
            var enclosures =
                    new Enclosures(new EnclosureRepository(em), new EnclosureStore(data), new FieldCipher(keys));
            enclosed = new EnclosureService(
                    new EnclosureRepository(em), enclosures, service, repository, gate, new BlindIndex(keys), clock);
            work = new InboxWorkService(
                    repository,
                    inbox,
                    enclosures,
                    new BlindIndex(keys),
                    () -> actor,
                    InboxOnH2::colleagues,
                    words,
                    new InboxDraftRepository(em),
                    new InboxSlipRepository(em),
                    units);
            drafts = new InboxDraftService(
                    new InboxDraftRepository(em), new InboxSlipRepository(em), enclosures, desk, inbox, () -> actor);
            slips = new InboxSlipService(new InboxSlipRepository(em), enclosures, inbox, () -> actor);
            shortlist = new ShortlistService(new ShortlistRepository(em), desk, inbox, () -> actor);
            templates = InboxTemplateService.over(em, () -> actor, clock);
        }

        /** @return the key of the form */
        String submit(NewSubmission sent) {
            enclosed.submit(sent, SOMEBODY);
            return sent.key();
        }
    }

    /** Lets everybody in. */
    static final SendingGate OPEN = new SendingGate() {
        @Override
        public Verdict judge(Attempt attempt) {
            return Verdict.of(Outcome.TAKEN);
        }
    };

    static final SendingGate.Attempt SOMEBODY = new SendingGate.Attempt("", "", "", "", false, "", "");

    <T> T ask(Function<Desk, T> work) {
        return database.ask(em -> work.apply(new Desk(em)));
    }

    void act(java.util.function.Consumer<Desk> work) {
        ask(desk -> {
            work.accept(desk);
            return true;
        });
    }

    /** Takes over what was done before. */
    public long takeOver(NewSubmission sent, Instant receivedAt, List<PastSubmissions.Done> deeds) {
        return ask(desk -> desk.past.take(sent, receivedAt, deeds));
    }

    static NewSubmission form(String kind, String token, String text) {
        return new NewSubmission(
                kind,
                token,
                Map.of(
                        AskedField.SUBJECT, "Hỏi thời hạn cấp giấy phép",
                        AskedField.TEXT, text,
                        AskedField.NAME, "Nguyễn Thị Lan",
                        AskedField.ADDRESS, "Số 5 phố Hàng Bè",
                        AskedField.PHONE, PHONE,
                        AskedField.EMAIL, EMAIL,
                        AskedField.PLACE, "Bộ phận một cửa"),
                "",
                "",
                false,
                false,
                "vi");
    }

    /** @return the number of a submission that was just sent */
    long send(String kind) {
        var form = form(kind, "token" + clock.instant() + kind, "Giấy phép tổ chức triển lãm mất bao lâu?");
        var key = ask(desk -> desk.submit(form));
        return ask(desk -> desk.repository.byForm(key).orElseThrow().number());
    }

    String code(long id) {
        return ask(
                desk -> desk.inbox.open(desk.repository.find(id).orElseThrow().getCodeSealed()));
    }

    InboxDeskService.Sheet open(long id) {
        return ask(desk -> desk.desk.open(id, Words.VIETNAMESE));
    }

    Tracked track(long id) {
        var code = code(id);
        return ask(desk -> desk.service.track(code, PHONE, Words.VIETNAMESE)).orElseThrow();
    }

    InboxState state(long id) {
        return ask(desk -> desk.repository.find(id).orElseThrow().getState());
    }

    /** Brings a submission until it is answered: assigned, drafted by "responder", approved by "approver". */
    void answer(long id) {
        deed(id, (desk, sheet) -> desk.assign(id, sheet.unit(), sheet.version(), "van-phong"));
        actAs("responder");
        draft(
                id,
                "Chào bà Lan, thời hạn là 7 ngày làm việc.",
                "Thời hạn cấp giấy phép triển lãm",
                "Giấy phép tổ chức triển lãm mất bao lâu?",
                "Thời hạn là 7 ngày làm việc.");
        actAs("approver");
        deed(id, (desk, sheet) -> desk.approve(id, sheet.unit(), sheet.version(), false));
        deed(id, (desk, sheet) -> desk.answer(id, sheet.unit(), sheet.version()));
    }

    /** Writes a version of the answer without what it rests on; see {@link #draft(long, SaidOfDeed, List)}. */
    void draft(long id, String answer, String title, String question, String publicAnswer) {
        draft(id, SaidOfDeed.answer(answer, title, question, publicAnswer), List.of());
    }

    /** Writes a version of the answer, with the files that its writer has before them. */
    void draft(long id, SaidOfDeed said, List<Basis.Source> basis) {
        var files = ask(desk -> desk.drafts.files(id)).stream()
                .map(OfficeFile::place)
                .toList();
        work(id, (work, sheet) -> work.draft(id, sheet.unit(), sheet.version(), said, basis, files));
    }

    interface Deed {
        void of(InboxDeskService desk, InboxDeskService.Sheet sheet);
    }

    /** A deed of the staff on what it sees before it. */
    void deed(long id, Deed deed) {
        var sheet = open(id);
        act(desk -> deed.of(desk.desk, sheet));
    }

    interface Work {
        void of(InboxWorkService work, InboxDeskService.Sheet sheet);
    }

    /** A deed of the staff beside answering, on what it sees before it. */
    void work(long id, Work deed) {
        var sheet = open(id);
        act(desk -> deed.of(desk.work, sheet));
    }

    List<String> log() {
        return database.ask(em -> new ChangeLog(em, clock)
                .after(0, 1000).stream()
                        .filter(change -> change.getKind().equals(Inbox.CONTENT))
                        .map(ContentChange::getAction)
                        .map(Enum::name)
                        .toList());
    }

    /** Whatever was done in it, the views are counted the same all at once and one by one. */
    @Override
    public void close() {
        try {
            act(desk -> {
                var counts = desk.desk.counts(EnumSet.allOf(InboxQuery.View.class));
                for (var view : InboxQuery.View.values()) {
                    assertThat(counts).containsEntry(view, desk.desk.count(view));
                }
            });
        } finally {
            database.close();
        }
    }
}
