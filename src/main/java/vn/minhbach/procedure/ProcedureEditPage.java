package vn.minhbach.procedure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.editorial.Comparison;
import vn.minhbach.editorial.Conflict;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.DeedForm;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.ItemState;
import vn.minhbach.editorial.KindWords;
import vn.minhbach.editorial.TransitionLine;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/thu-tuc/soan}: the form of a procedure with its tables, what may be done with it now, and all that was done with
 * it before.
 */
@Door(
        path = ProcedureEditPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {
            ProcedureEditPage.PROCEDURE,
            ProcedureEditPage.GO_ON,
            ProcedureEditPage.SAVED,
            ProceduresDeskPage.VIEW,
            ProceduresDeskPage.FIELD,
            ProceduresDeskPage.AGENCY,
            ProceduresDeskPage.STATUS,
            ListState.FILTER,
            ListState.SORT,
            ListState.PAGE
        },
        permission = Permission.WRITE_PROCEDURES,
        longestBody = ProcedureEditPage.LONGEST)
@Named
@ViewScoped
public class ProcedureEditPage implements Serializable {

    static final String PATH = ProceduresDeskPage.PATH + "/soan";

    /** The number of the procedure, its code without the dot; a new one has none. */
    static final String PROCEDURE = "ma";

    /** The name of the unsaved work that is to be gone on with. */
    static final String GO_ON = "tiep-tuc";

    /** The unsaved work that was just saved, and the version that it became: the browser gives up what it kept of it before. */
    static final String SAVED = "da-luu";

    /** What the server takes of a form. */
    static final int LONGEST = 4 * 1024 * 1024;

    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EVENTS = "events";

    @Inject
    ProcedureDeskService desk;

    @Inject
    ProcedureBoardService board;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private ProcedureForm form = ProcedureForm.empty(List.of());
    private DeedForm said = new DeedForm();
    private DeedForm schedule = new DeedForm();
    private DeedForm plan = new DeedForm();
    private @Nullable ItemSheet sheet;
    private List<TransitionLine> table = List.of();
    private List<Conflict> conflicts = List.of();
    private ProcedureDeskService.@Nullable Unsaved unsaved;
    private String code = "";
    private String conflictBy = "";
    private String key = "";
    private String saved = "";
    private String list = "";
    private int base;
    private int rowsChanged;

    /** Where a procedure is edited, without language. */
    public static String path(String code) {
        return PATH + "?" + PROCEDURE + "=" + ProcedureDeskService.number(code);
    }

    public void load() {
        list = ListState.of(visit, ProcedureDeskService.COLUMNS, ProceduresDeskPage.FURTHER)
                .after("");
        saved = visit.parameter(SAVED);
        table = TransitionLine.of(ProcedureBoardService.DEEDS, this::word);
        var given = visit.parameter(PROCEDURE);
        var wanted = visit.parameter(GO_ON);
        if (given.isEmpty()) {
            key = wanted.matches("n[a-z0-9]{1,39}") ? wanted : "n" + new BigInteger(64, RANDOM).toString(36);
            form = ProcedureForm.empty(desk.lifeEvents());
        } else {
            code = ProcedureDeskService.code(given);
            key = given;
            var opened = desk.open(code);
            sheet = opened;
            schedule = DeedForm.schedule(opened);
            plan = DeedForm.plan(opened);
            base = opened.newest();
            form = form(opened.newest());
        }
        unsaved = desk.unsaved(key)
                .filter(copy -> !typed(copy.content()).says(form))
                .orElse(null);
        var copy = unsaved;
        if (copy != null && copy.key().equals(wanted)) {
            goOn(copy);
        }
    }

    private ProcedureForm form(int version) {
        return new ProcedureForm(desk.content(code, version), desk.lifeEvents());
    }

    /** Goes on with what was typed. If others have saved since, saving will tell. */
    private void goOn(ProcedureDeskService.Unsaved copy) {
        form.read(copy.content());
        if (copy.base() > 0) {
            base = copy.base();
        }
        unsaved = null;
    }

    private ProcedureForm typed(String content) {
        var typed = sheet == null ? ProcedureForm.empty(desk.lifeEvents()) : form(base);
        typed.read(content);
        return typed;
    }

    // What is written

    /** A row of a table comes, goes or moves. What was typed so far is kept with it. */
    public void rows() {
        form.change(pressed.word());
        rowsChanged++;
        reply.attempts(() -> desk.keepUnsaved(key, base, form.title(), form.written()));
    }

    public void save() {
        keep(false);
    }

    public void submit() {
        keep(true);
    }

    private void keep(boolean handIn) {
        once.run(reply, handIn ? "submit" : "save", () -> {
            var written = reply.attempt(() -> written(handIn));
            if (written == null || written.version() == 0) {
                return null;
            }
            desk.dropUnsaved(key);
            return new Once.Done(
                    path(written.code()) + "&" + SAVED + "=" + key + "-" + written.version() + more(),
                    Note.good(visit.text(handIn ? "articleEdit.submitted" : "articleEdit.saved")));
        });
    }

    private String more() {
        return list.isEmpty() ? "" : "&" + list.substring(1);
    }

    /** A version that was written; 0 if none was. */
    private record Written(String code, int version) {}

    /** @return none if somebody else has saved meanwhile, which is shown then */
    private Written written(boolean handIn) {
        takeTheirs();
        var version = form.version();
        var known = sheet;
        if (known == null) {
            var begun = version.procedure().code();
            board.draft(begun, version);
            if (handIn) {
                board.submit(begun, 1, form.note());
            }
            return new Written(begun, 1);
        }
        try {
            var number = base;
            if (base != known.newest() || !texts(version).equals(texts(desk.content(code, base)))) {
                number = (known.may(Deed.REVISE)
                                ? board.revise(code, base, version, form.note())
                                : board.amend(code, base, version, form.note()))
                        .getNumber();
            }
            if (handIn) {
                board.submit(code, number, form.note());
            }
            return new Written(code, number);
        } catch (VersionConflictException e) {
            showConflict(e, version);
            return new Written(code, 0);
        }
    }

    private void takeTheirs() {
        if (conflicts.stream().anyMatch(Conflict::keepsTheirs)) {
            var theirs = form(base);
            conflicts.stream().filter(Conflict::keepsTheirs).forEach(conflict -> form.take(conflict.getName(), theirs));
        }
        conflicts = List.of();
    }

    /** All that a version says, by the names of the form. */
    private static Map<String, String> texts(ProcedureVersion version) {
        var texts = new LinkedHashMap<>(ProcedureParts.of(version.procedure()));
        texts.put(ProcedureForm.FREQUENT, String.valueOf(version.frequent()));
        texts.put(EVENTS, String.join(", ", version.lifeEvents()));
        return texts;
    }

    /** Shows what somebody else saved, part by part. What only they changed is taken over, what both changed is asked. */
    private void showConflict(VersionConflictException conflict, ProcedureVersion unsavedVersion) {
        var fresh = desk.open(code);
        var before = texts(conflict.base().content(ProcedureVersion.class));
        var theirs = texts(conflict.newest().content(ProcedureVersion.class));
        var mine = texts(unsavedVersion);
        var differing = new ArrayList<Conflict>();
        mine.forEach((part, text) -> {
            var other = theirs.getOrDefault(part, "");
            if (!text.equals(other)) {
                differing.add(Conflict.ofText(
                        part,
                        visit.text("procedureEdit." + part),
                        other,
                        Comparison.ofText(other, text),
                        !text.equals(before.getOrDefault(part, ""))));
            }
        });
        conflicts = List.copyOf(differing);
        conflictBy = conflict.newest().getAuthor();
        base = fresh.newest();
        sheet = fresh;
        reply.refuse(visit.text("editorial.error.conflict"), "");
    }

    /** Gives up what was typed and never saved. */
    public void drop() {
        once.run(
                reply,
                "drop",
                () -> reply.attempts(() -> desk.dropUnsaved(key))
                        ? new Once.Done(
                                sheet == null ? ProceduresDeskPage.PATH : path(code) + more(),
                                Note.info(visit.text("articleEdit.unsaved.dropped")))
                        : null);
    }

    /** Writes a version that says what an older one said. */
    public void restore() {
        var number = (int) Math.min(pressed.id(), Integer.MAX_VALUE);
        deed(
                "restore " + number,
                "articleEdit.restored",
                known -> board.restore(
                        code,
                        known.newest(),
                        number,
                        visit.text("articleEdit.restoredNote", visit.words().number(number))));
    }

    // What is decided

    /** Something done with the procedure that is shown. */
    private interface Deeds {
        void with(ItemSheet known);
    }

    public void act(String name) {
        var deed = Deed.valueOf(name);
        deed(name, "Deed." + deed + ".done", known -> {
            if (deed != Deed.REMARK && desk.hasUnsaved(code, known.newest())) {
                throw new RuleBrokenException("articleEdit.error.unsaved");
            }
            perform(deed, known.newest());
        });
    }

    private void deed(String what, String told, Deeds deed) {
        var known = Objects.requireNonNull(sheet);
        once.run(
                reply,
                what,
                () -> reply.attempts(() -> deed.with(known))
                        ? new Once.Done(path(code) + more(), Note.good(word(told)))
                        : null);
    }

    private void perform(Deed deed, int version) {
        switch (deed) {
            case SUBMIT -> board.submit(code, version, said.getReason());
            case TAKE_BACK -> board.takeBack(code, version);
            case DROP -> board.drop(code, version, said.getReason());
            case REMARK -> board.remark(code, version, said.getReason());
            case SEND_BACK -> board.sendBack(code, version, said.getReason());
            case APPROVE -> board.approve(code, version, said.getReason());
            case SCHEDULE -> board.schedule(code, version, schedule.moment(), schedule.getNotice(), schedule.getSet());
            case UNSCHEDULE -> board.unschedule(code, version, said.getReason());
            case PUBLISH -> board.publish(code, version);
            case CORRECT -> board.correct(code, version, said.getNotice());
            case PUBLISH_URGENTLY -> board.publishUrgently(code, version, said.getReason());
            case APPROVE_AFTERWARDS -> board.approveAfterwards(code, version, said.getReason());
            case WITHDRAW -> board.withdraw(code, said.getNotice(), said.getReason());
            case PLAN -> board.plan(code, plan.reviewDay());
            case DRAFT, REVISE, AMEND, ARCHIVE, REDIRECT, READDRESS ->
                throw new RuleBrokenException("editorial.error.step");
        }
    }

    // What is shown

    public ProcedureForm getForm() {
        return form;
    }

    public DeedForm getSaid() {
        return said;
    }

    /** When it comes out by itself. */
    public DeedForm getSchedule() {
        return schedule;
    }

    /** Until when it is shown, and when it is looked at again. */
    public DeedForm getPlan() {
        return plan;
    }

    public @Nullable ItemSheet getSheet() {
        return sheet;
    }

    public boolean isNew() {
        return sheet == null;
    }

    public String getCode() {
        return code;
    }

    /** Whether the public sees a version of it. */
    public boolean isShown() {
        var known = sheet;
        return known != null && known.state() == ItemState.PUBLISHED;
    }

    public String getPublicUrl() {
        return visit.url("/thu-tuc/" + code);
    }

    /** Whether the text can be changed by this person now. */
    public boolean isWritable() {
        var known = sheet;
        return known == null || known.may(Deed.REVISE) || known.may(Deed.AMEND);
    }

    /** Whether saving and handing in can be one. */
    public boolean isSubmittable() {
        var known = sheet;
        return known == null || known.may(Deed.REVISE);
    }

    /** What the board says of a procedure. */
    public String word(String key) {
        return new KindWords(ProcedureService.KIND, visit.words()).text(key);
    }

    public boolean mayDo(String deed) {
        var known = sheet;
        return known != null && known.may(Deed.valueOf(deed));
    }

    /** Why this person cannot do something that their right would allow, in words. */
    public List<String> getHindrances() {
        var known = sheet;
        return known == null
                ? List.of()
                : Set.of(Deed.APPROVE, Deed.APPROVE_AFTERWARDS).stream()
                        .filter(deed ->
                                "editorial.error.own".equals(known.against().get(deed)))
                        .map(deed -> word("Deed." + deed) + ": " + word("editorial.error.own"))
                        .toList();
    }

    /** Where it is looked at as readers will see it. */
    public String getPreview() {
        return visit.url(ProcedurePreviewPage.PATH + "?" + PROCEDURE + "=" + key);
    }

    /** Where one of its versions is looked at. */
    public String getVersion() {
        return visit.url(ProcedureVersionPage.PATH);
    }

    /** Where two versions of it are laid side by side. */
    public String getCompare() {
        return visit.url(ProcedureComparePage.PATH + "?" + PROCEDURE + "=" + key);
    }

    public ServiceLevel[] getServiceLevels() {
        return ServiceLevel.values();
    }

    public ProcedureStatus[] getStatuses() {
        return ProcedureStatus.values();
    }

    public GovernmentLevel[] getLevels() {
        return GovernmentLevel.values();
    }

    public Channel[] getChannels() {
        return Channel.values();
    }

    public List<TransitionLine> getTable() {
        return table;
    }

    public List<Conflict> getConflicts() {
        return conflicts;
    }

    /** Who saved meanwhile. */
    public String getConflictBy() {
        return conflictBy;
    }

    public ProcedureDeskService.@Nullable Unsaved getUnsaved() {
        return unsaved;
    }

    /** The name under which what is typed is kept. */
    public String getKey() {
        return key;
    }

    public String getSaved() {
        return saved;
    }

    public int getBase() {
        return base;
    }

    /** How often a row has come, gone or moved since the screen was opened: by this the browser knows that the server has the rest. */
    public int getRowsChanged() {
        return rowsChanged;
    }

    /** The form with what was typed and not saved. */
    public String getGoOn() {
        return visit.url(PATH + "?" + (sheet == null ? "" : PROCEDURE + "=" + key + "&") + GO_ON + "=" + key + more());
    }

    /** Where what is typed is kept while it is typed. */
    public String getKeeper() {
        return visit.file(ProcedureCopyServlet.PATH);
    }

    /** The list as it was left. */
    public String getBack() {
        return visit.url(ProceduresDeskPage.PATH + list);
    }
}
