package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.LazyList;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/hop-thu/xem}: one submission with all that was done with it, what is due and why, and what somebody may do with it
 * now.
 */
@Door(
        path = InboxItemPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {
            InboxItemPage.NUMBER,
            QueueGap.BEFORE,
            QueueGap.AFTER,
            InboxPage.VIEW,
            InboxPage.KIND,
            InboxPage.UNIT,
            ListState.FILTER,
            ListState.SORT,
            ListState.PAGE
        },
        permission = Permission.READ_INBOX,
        longestBody = InboxItemPage.LONGEST)
@Named
@ViewScoped
public class InboxItemPage implements Serializable {

    static final String PATH = InboxPage.PATH + "/xem";
    static final String NUMBER = "ma";

    /** A text of ten thousand letters, each escaped, and the rest. */
    static final int LONGEST = 256 * 1024;

    private static final int LONGEST_PART = 10_000;

    private static final long serialVersionUID = 1L;

    @Inject
    InboxDeskService desk;

    @Inject
    InboxRulesService rules;

    @Inject
    PersonDataService persons;

    @Inject
    EnclosureDeskService enclosures;

    @Inject
    InboxWorkService work;

    @Inject
    BasisNames names;

    @Inject
    ShortlistService shortlist;

    @Inject
    InboxUnits allUnits;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private InboxDeskService.@Nullable Sheet sheet;
    private InboxDeskService.@Nullable Sender sender;
    private List<EnclosureDeskService.Line> files = List.of();
    private @Nullable Dossier dossier;
    private List<Dossier.Rest> basis = List.of();
    private LinkedHashMap<String, String> unitNames = new LinkedHashMap<>();
    private List<InboxPage.Choice> units = List.of();
    private List<Dossier.Person> assignable = List.of();
    private List<InboxPage.Choice> otherKinds = List.of();
    private List<InboxDeskService.Dated> dates = List.of();
    private @Nullable InboxConsent consent;
    private boolean senderVisible;
    private boolean personData;
    private boolean maskable;
    private InboxDeskService.@Nullable Around around;
    private boolean shortlisted;
    private String list = "";
    private String back = "";
    private String viewName = "";
    private String unit = "";

    @Size(max = SaidOfDeed.LONGEST_TEXT)
    private String text = "";

    @Size(max = 300)
    private String body = "";

    @Size(max = 60)
    private String person = "";

    @Size(max = 60)
    private String day = "";

    @Size(max = 60)
    private String item = "";

    @Size(max = 60)
    private String kind = "";

    @Size(max = SaidOfDeed.LONGEST_TITLE)
    private String subject = "";

    @Size(max = LONGEST_PART)
    private String part = "";

    private boolean looked;

    public void load() {
        var given = visit.parameter(NUMBER);
        var state = ListState.of(visit, InboxPage.COLUMNS, InboxPage.FURTHER);
        list = state.after("");
        back = list;
        if (given.isEmpty()) {
            // There is nothing to see without a number; the page leads to the queue.
            return;
        }
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(InboxDeskService.KIND, given);
        }
        unitNames = allUnits.names();
        units = unitNames.entrySet().stream()
                .map(entry -> new InboxPage.Choice(entry.getKey(), entry.getValue()))
                .toList();
        var opened = desk.open(Long.parseLong(given), visit.words());
        show(opened);
        unit = opened.unit();
        part = opened.text();
        place(opened.id(), state);
    }

    /** Finds where it stands in the list from which one came, as that is now. */
    private void place(long id, ListState state) {
        var view = InboxPage.named(visit.parameter(InboxPage.VIEW));
        viewName = visit.text("InboxQuery.View." + view);
        var found = desk.around(
                id, view, visit.parameter(InboxPage.KIND), visit.parameter(InboxPage.UNIT), state, QueueGap.of(visit));
        around = found;
        if (found.place() > 0) {
            // Whoever has gone on for some pages comes back to the page where they are now.
            back = new ListState(
                            state.filter(),
                            state.sort(),
                            state.descending(),
                            (found.place() - 1) / LazyList.ROWS + 1,
                            state.more())
                    .after("");
        }
    }

    private void show(InboxDeskService.Sheet opened) {
        sheet = opened;
        dates = desk.dates(opened.id(), visit.words());
        var known = work.dossier(opened.id());
        dossier = known;
        basis = known.basis().stream()
                .map(each -> new Dossier.Rest(names.named(each.source()), each.changed()))
                .toList();
        otherKinds = opened.may().contains(InboxDeed.RECLASSIFY)
                ? work.otherKinds(opened.id(), visit.getLanguage()).entrySet().stream()
                        .map(entry -> new InboxPage.Choice(entry.getKey(), entry.getValue()))
                        .toList()
                : List.of();
        assignable = opened.may().contains(InboxDeed.ASSIGN) ? work.assignable(unitNames, visit.words()) : List.of();
        senderVisible = desk.maySeeSender(opened.unit());
        consent = rules.consentOf(opened.id()).orElse(null);
        personData = persons.isServed(opened.id());
        files = enclosures.list(opened.id());
        maskable = enclosures.mayMask(opened.unit());
        shortlisted = shortlist.among(List.of(opened.id())).contains(opened.id());
    }

    /** Shows who sent it, and writes down that it was looked at. */
    public void reveal() {
        var known = known();
        sender = reply.attempt(() -> desk.sender(known.id(), known.unit()));
    }

    public void act(String name) {
        var deed = InboxDeed.valueOf(name);
        act(deed, known -> perform(deed, known));
    }

    /** Masks the place whose button was pressed. */
    public void mask() {
        var number = pressed.id();
        if (number >= 1 && number <= known().doubts().size()) {
            var doubt = known().doubts().get((int) number - 1);
            act(InboxDeed.MASK, known -> desk.mask(known.id(), known.unit(), known.version(), doubt));
        }
    }

    private void act(InboxDeed deed, Consumer<InboxDeskService.Sheet> work) {
        var known = known();
        once.run(reply, deed + " " + known.version(), () -> {
            try {
                return reply.attempts(() -> work.accept(known))
                        ? new Once.Done(here(deed), Note.good(visit.text("inboxDesk.done", visit.name(deed))))
                        : null;
            } catch (ChangedMeanwhileException e) {
                show(desk.open(known.id(), visit.words()));
                reply.refuse(visit.text("inboxDesk.meanwhile"), "");
                return null;
            }
        });
    }

    private void perform(InboxDeed deed, InboxDeskService.Sheet known) {
        var id = known.id();
        var at = known.unit();
        var version = known.version();
        switch (deed) {
            case ASSIGN -> work.assign(id, at, version, unit, person);
            case REFUSE -> desk.refuse(id, at, version, text);
            case TRANSFER -> desk.transfer(id, at, version, body, text);
            case REOPEN -> desk.reopen(id, at, version, text);
            case ASK_MORE -> desk.askMore(id, at, version, text);
            case BEGIN -> desk.begin(id, at, version);
            case MERGE -> work.merge(id, at, version, item);
            case UNMERGE -> work.unmerge(id, at, version, text);
            case RECLASSIFY -> work.reclassify(id, at, version, kind, text);
            case SPLIT -> work.split(id, at, version, subject, part);
            case MARK_PRIVATE -> work.markPrivate(id, at, version);
            case UNMARK_PRIVATE -> work.unmarkPrivate(id, at, version, text);
            case MARK_GENUINE -> work.markGenuine(id, at, version);
            case PROMISE -> work.promise(id, at, version, day, text);
            case FULFIL -> work.fulfil(id, at, version, text);
            case CONFIRM -> work.confirm(id, at, version, text);
            case EXTEND -> desk.extend(id, at, version, text);
            case ANSWER -> desk.answer(id, at, version);
            case NOTE -> work.note(id, at, version, text);
            case SEND_BACK -> desk.sendBack(id, at, version, text);
            case APPROVE -> desk.approve(id, at, version, looked);
            case PUBLISH -> desk.publish(id, at, version, looked);
            case KEEP_PRIVATE -> desk.keepPrivate(id, at, version, text);
            case UNPUBLISH -> desk.unpublish(id, at, version, text);
            case SUBMIT,
                    ADD,
                    SUPPLEMENT,
                    WITHDRAW,
                    RATE,
                    OBJECT,
                    REMIND,
                    DRAFT,
                    MASK,
                    FOLLOW,
                    TAKE_BACK,
                    RECKON,
                    REMIND_STAFF,
                    TELL_LATE,
                    LOOK,
                    ANONYMISE -> throw new IllegalArgumentException(deed + " is no deed of the staff");
        }
    }

    /** Whoever may see one unit only, and has given it to another, goes back to the queue. */
    private String here(InboxDeed deed) {
        var seen = desk.places();
        return deed == InboxDeed.ASSIGN && seen != null && !seen.contains(unit) ? InboxPage.PATH + list : there(PATH);
    }

    /** The same submission, between the two between which it stood. */
    private String there(String path) {
        return within(path, known().id()) + gap().query();
    }

    private QueueGap gap() {
        var found = around;
        if (found == null) {
            return QueueGap.NONE;
        }
        var before = found.before();
        var after = found.after();
        return new QueueGap(before == null ? 0 : before.id(), after == null ? 0 : after.id());
    }

    /** What comes before and after it in the list; null where there is nothing to go to. */
    public InboxDeskService.@Nullable Around getAround() {
        return gap().isNone() ? null : around;
    }

    /** Where it stands in the list, in words. */
    public String getPlace() {
        var found = around;
        if (found == null) {
            return "";
        }
        var total = visit.words().number(found.total());
        return found.place() > 0
                ? visit.text("inboxDesk.around.place", viewName, visit.words().number(found.place()), total)
                : visit.text("inboxDesk.around.total", viewName, total);
    }

    /** Whether it stands on one's own list. */
    public boolean isShortlisted() {
        return shortlisted;
    }

    /** Whether it may be put there. */
    public boolean isShortlistable() {
        return InboxQuery.isWaiting(known().state());
    }

    public void put() {
        var known = known();
        putOn(known.id(), known.unit());
    }

    public void takeOff() {
        var known = known();
        shortlist(known.id(), () -> shortlist.takeOff(known.id(), known.unit()), false);
    }

    /** Puts back what was taken off. */
    public void undo() {
        var id = InboxPage.takenOff(pressed);
        desk.unitOf(id).ifPresent(place -> putOn(id, place));
    }

    private void putOn(long id, String place) {
        shortlist(id, () -> shortlist.put(id, place), true);
    }

    private void shortlist(long id, Runnable deed, boolean on) {
        try {
            if (reply.attempts(deed)) {
                reply.lead(there(PATH), InboxPage.told(visit, id, on));
            }
        } catch (ChangedMeanwhileException e) {
            show(desk.open(known().id(), visit.words()));
            reply.refuse(visit.text("inboxDesk.meanwhile"), "");
        }
    }

    public boolean isChosen() {
        return sheet != null;
    }

    public InboxDeskService.@Nullable Sheet getSheet() {
        return sheet;
    }

    /** Every day that the law sets for it, and why it is that day. */
    public List<InboxDeskService.Dated> getDates() {
        return dates;
    }

    /** What the sender sent along. */
    public List<EnclosureDeskService.Line> getFiles() {
        return files.stream().filter(EnclosureDeskService.Line::isSenders).toList();
    }

    /** What goes with a version of the answer. */
    public List<EnclosureDeskService.Line> filesOf(int version) {
        return files.stream().filter(file -> file.isOf(version)).toList();
    }

    /** Whether they may let the public see a masked picture of a file. */
    public boolean isMaskable() {
        return maskable;
    }

    public @Nullable Dossier getDossier() {
        return dossier;
    }

    /** On what the newest answer rests, each by its name. */
    public List<Dossier.Rest> getBasis() {
        return basis;
    }

    /** Until when something is promised, in words; empty for nothing. */
    public String getPromise() {
        var found = dossier;
        var until = found == null ? null : found.promiseDay();
        return until == null ? "" : visit.text("inboxDesk.promiseUntil", Time.date(until));
    }

    /** Who may be named in a note: "@thu.ha (Lê Thu Hà), …". */
    public String getNameable() {
        var found = dossier;
        return found == null
                ? ""
                : found.colleagues().stream()
                        .map(each -> "@" + each.account() + " (" + each.name() + ")")
                        .collect(Collectors.joining(", "));
    }

    /** Where the answer is written. */
    public String getDraftUrl() {
        return visit.url(there(InboxDraftPage.PATH));
    }

    /** The slip of what was taken down, to be printed; empty if it cannot be opened any more. */
    public String getSlipUrl() {
        var found = dossier;
        return found == null || found.slip().isEmpty()
                ? ""
                : visit.url(ReceiptPage.PATH + "?" + ReceiptPage.KEY + "=" + found.slip());
    }

    /** Another submission. */
    public String url(long id) {
        return visit.url(within(PATH, id));
    }

    private String within(String path, long id) {
        return path + "?" + NUMBER + "=" + id + (list.isEmpty() ? "" : "&" + list.substring(1));
    }

    /** A mark of the queue is taken away: one has read where one was named. */
    public void see() {
        var known = known();
        once.run(
                reply,
                "see",
                () -> reply.attempts(() -> work.see(known.id(), known.unit()))
                        ? new Once.Done(there(PATH), Note.good(visit.text("inboxDesk.seen")))
                        : null);
    }

    private InboxDeskService.Sheet known() {
        return Objects.requireNonNull(sheet);
    }

    public InboxDeskService.@Nullable Sender getSender() {
        return sender;
    }

    /** What the sender agreed to; null if that is not known. */
    public @Nullable InboxConsent getConsent() {
        return consent;
    }

    /** Where somebody who asks for their data is served; empty for any other submission. */
    public String getPersonDataUrl() {
        return personData ? visit.url(PersonDataPage.PATH + "?" + NUMBER + "=" + known().id()) : "";
    }

    public boolean isSenderVisible() {
        return senderVisible;
    }

    public boolean mayDo(String deed) {
        var known = sheet;
        return known != null && known.may().contains(InboxDeed.valueOf(deed));
    }

    public List<String> getHindrances() {
        var known = sheet;
        return known == null
                ? List.of()
                : known.hindrances().stream().map(key -> visit.text(key)).toList();
    }

    /** The kinds under which it may be put instead. */
    public List<InboxPage.Choice> getOtherKinds() {
        return otherKinds;
    }

    /** Whether somebody has to say that they looked at what the public text may tell of others. */
    public boolean isLookNeeded() {
        var known = sheet;
        return known != null && !known.doubts().isEmpty() && !known.lookedAt();
    }

    public boolean isLooked() {
        return looked;
    }

    public void setLooked(boolean looked) {
        this.looked = looked;
    }

    public List<InboxPage.Choice> getUnits() {
        return units;
    }

    /** What a unit is called; of something else, as it stands. */
    public String unitName(String slug) {
        return unitNames.getOrDefault(slug, slug);
    }

    public String getBack() {
        return visit.url(InboxPage.PATH + back);
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = Objects.requireNonNullElse(unit, "");
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    public String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = Objects.requireNonNullElse(body, "");
    }

    /** Who may be given it in one unit or another. */
    public List<Dossier.Person> getAssignable() {
        return assignable;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = Objects.requireNonNullElse(person, "");
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = Objects.requireNonNullElse(day, "");
    }

    public String getItem() {
        return item;
    }

    public void setItem(@Nullable String item) {
        this.item = Objects.requireNonNullElse(item, "");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = Objects.requireNonNullElse(kind, "");
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = Objects.requireNonNullElse(subject, "");
    }

    public String getPart() {
        return part;
    }

    public void setPart(@Nullable String part) {
        this.part = Objects.requireNonNullElse(part, "");
    }
}
