package vn.minhbach.article;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
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
import vn.minhbach.editorial.KindWords;
import vn.minhbach.editorial.TransitionLine;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/bai-viet/soan}: the form of an article, new or known, what may be done with it now, and all that was done
 * with it before.
 */
@Door(
        path = ArticleEditPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {
            ArticleEditPage.ARTICLE,
            ArticleEditPage.GO_ON,
            ArticleEditPage.SAVED,
            ArticlesDeskPage.VIEW,
            ArticlesDeskPage.SECTION,
            ArticlesDeskPage.UNIT,
            ListState.FILTER,
            ListState.SORT,
            ListState.PAGE
        },
        permission = Permission.WRITE_ARTICLES,
        longestBody = ArticleEditPage.LONGEST)
@Named
@ViewScoped
public class ArticleEditPage implements Serializable {

    public static final String PATH = ArticlesDeskPage.PATH + "/soan";

    /** The number of the article; a new one has none. */
    public static final String ARTICLE = "ma";

    /** The name of the unsaved work that is to be gone on with. */
    static final String GO_ON = "tiep-tuc";

    /** The unsaved work that was just saved, and the version that it became: the browser gives up what it kept of it before. */
    static final String SAVED = "da-luu";

    /** What the server takes of a form. */
    static final int LONGEST = 2 * 1024 * 1024;

    private static final long serialVersionUID = 1L;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ArticleDeskService desk;

    @Inject
    ArticleService articles;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private String sourceLink = "";
    private ArticleForm form = new ArticleForm();
    private DeedForm said = new DeedForm();
    private DeedForm schedule = new DeedForm();
    private DeedForm plan = new DeedForm();
    private @Nullable ItemSheet sheet;
    private List<ArticlesDeskPage.Choice> sections = List.of();
    private List<ArticlesDeskPage.Choice> units = List.of();
    private List<TransitionLine> table = List.of();
    private List<Conflict> conflicts = List.of();
    private ArticleDeskService.@Nullable Unsaved unsaved;
    private String conflictBy = "";
    private String key = "";
    private String saved = "";
    private String list = "";
    private int base;

    public void load() {
        list = ListState.of(visit, ArticlesDeskPage.COLUMNS, ArticlesDeskPage.FURTHER)
                .after("");
        saved = visit.parameter(SAVED);
        sections = choices(desk.writable());
        units = desk.units().stream()
                .map(each -> new ArticlesDeskPage.Choice(each.slug(), each.name()))
                .toList();
        table = TransitionLine.all(words -> visit.text(words));
        var given = visit.parameter(ARTICLE);
        var wanted = visit.parameter(GO_ON);
        if (given.isEmpty()) {
            begin(wanted);
        } else {
            open(given);
        }
        unsaved = desk.unsaved(key)
                .filter(copy -> !typed(copy.content()).says(form))
                .orElse(null);
        var copy = unsaved;
        if (copy != null && copy.key().equals(wanted)) {
            goOn(copy);
        }
    }

    private static List<ArticlesDeskPage.Choice> choices(List<Section> sections) {
        return sections.stream()
                .map(each -> new ArticlesDeskPage.Choice(each.getSlug(), each.getName()))
                .toList();
    }

    private void begin(String wanted) {
        key = wanted.matches("n[a-z0-9]{1,39}") ? wanted : "n" + new BigInteger(64, RANDOM).toString(36);
        if (!sections.isEmpty()) {
            form.setSection(sections.getFirst().slug());
        }
        form.setUnit(desk.ownUnit());
    }

    private void open(String given) {
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ArticleService.KIND, given);
        }
        var opened = desk.open(Long.parseLong(given));
        sheet = opened;
        schedule = DeedForm.schedule(opened);
        plan = DeedForm.plan(opened);
        key = given;
        base = opened.newest();
        form = form(opened, opened.newest());
        sourceLink = form.getSourceUrl();
        if (sections.stream().noneMatch(each -> each.slug().equals(form.getSection()))) {
            // Where others write; whoever may only look through must be able to leave it where it is.
            var all = new ArrayList<>(sections);
            all.add(new ArticlesDeskPage.Choice(form.getSection(), desk.sectionName(form.getSection())));
            sections = List.copyOf(all);
        }
        if (!form.getUnit().isEmpty()
                && units.stream().noneMatch(each -> each.slug().equals(form.getUnit()))) {
            // A unit that is gone; the article is still its.
            var all = new ArrayList<>(units);
            all.add(new ArticlesDeskPage.Choice(form.getUnit(), form.getUnit()));
            units = List.copyOf(all);
        }
    }

    private ArticleForm form(ItemSheet of, int version) {
        var content = desk.content(of.id(), version);
        return new ArticleForm(content, desk.sectionOf(content));
    }

    /** Goes on with what was typed. If others have saved since, saving will tell. */
    private void goOn(ArticleDeskService.Unsaved copy) {
        form.read(copy.content());
        if (copy.base() > 0) {
            base = copy.base();
        }
        unsaved = null;
    }

    private ArticleForm typed(String content) {
        var typed = new ArticleForm();
        form.fields().forEach(typed::set);
        typed.read(content);
        return typed;
    }

    // What is written

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
                    PATH + "?" + ARTICLE + "=" + written.id() + "&" + SAVED + "=" + key + "-" + written.version()
                            + more(),
                    Note.good(visit.text(handIn ? "articleEdit.submitted" : "articleEdit.saved")));
        });
    }

    private String more() {
        return list.isEmpty() ? "" : "&" + list.substring(1);
    }

    /** A version that was written; 0 if none was. */
    private record Written(long id, int version) {}

    /** @return none if somebody else has saved meanwhile, which is shown then */
    private Written written(boolean handIn) {
        var known = sheet;
        if (known != null && !isSettled()) {
            return new Written(known.id(), 0);
        }
        var content = form.content(desk.section(form.getSection()));
        if (known == null) {
            var item = articles.draft(form.getSection(), content);
            if (handIn) {
                articles.submit(item.getId(), 1, form.getSection(), form.getNote());
            }
            return new Written(item.getId(), 1);
        }
        try {
            var version = base;
            if (isChanged(known)) {
                version = (known.may(Deed.REVISE)
                                ? articles.revise(known.id(), base, known.place(), content, form.getNote())
                                : articles.amend(known.id(), base, known.place(), content, form.getNote()))
                        .getNumber();
            }
            if (handIn) {
                articles.submit(known.id(), version, form.getSection(), form.getNote());
            }
            return new Written(known.id(), version);
        } catch (VersionConflictException e) {
            showConflict(known, e);
            return new Written(known.id(), 0);
        }
    }

    /** Puts into the form what was chosen to be kept. Where both changed one passage, both stand in it then, and are looked at before they are saved. */
    private boolean isSettled() {
        var clashes = 0;
        for (var conflict : conflicts) {
            var kept = conflict.resolved(form.get(conflict.getName()));
            form.set(conflict.getName(), kept.html());
            clashes += kept.clashes();
        }
        conflicts = List.of();
        if (clashes > 0) {
            reply.refuse(
                    visit.text("articleEdit.conflict.clashes", visit.words().number(clashes)), "body");
        }
        return clashes == 0;
    }

    /** What is saved without a change is no version. */
    private boolean isChanged(ItemSheet known) {
        if (base != known.newest()) {
            return true;
        }
        var before = form(known, base);
        before.setNote(form.getNote());
        return !before.says(form);
    }

    /** Shows what somebody else saved, field by field. What only they changed is taken over, what both changed is asked. */
    private void showConflict(ItemSheet known, VersionConflictException conflict) {
        var fresh = desk.open(known.id());
        var before = new ArticleForm(
                conflict.base().content(ArticleContent.class),
                desk.sectionOf(conflict.base().content(ArticleContent.class)));
        var theirs = form(fresh, fresh.newest());
        var differing = new ArrayList<Conflict>();
        for (var name : ArticleForm.FIELDS) {
            var mine = form.get(name);
            var other = theirs.get(name);
            if (!name.equals("note") && !ArticleForm.same(mine, other)) {
                differing.add(conflict(name, before.get(name), other, mine));
            }
        }
        conflicts = List.copyOf(differing);
        conflictBy = fresh.versions().getFirst().author();
        base = fresh.newest();
        sheet = fresh;
        reply.refuse(visit.text("editorial.error.conflict"), "");
    }

    private Conflict conflict(String name, String before, String theirs, String mine) {
        var label = visit.text("articleEdit." + name);
        var changed = !ArticleForm.same(mine, before);
        return name.equals("body")
                ? Conflict.ofHtml(name, label, before, theirs, mine, changed)
                : Conflict.ofText(
                        name,
                        label,
                        theirs,
                        Comparison.ofText(desk.named(name, theirs), desk.named(name, mine)),
                        changed);
    }

    /** Gives up what was typed and never saved. */
    public void drop() {
        once.run(
                reply,
                "drop",
                () -> reply.attempts(() -> desk.dropUnsaved(key))
                        ? new Once.Done(
                                sheet == null ? ArticlesDeskPage.PATH : PATH + "?" + ARTICLE + "=" + key + more(),
                                Note.info(visit.text("articleEdit.unsaved.dropped")))
                        : null);
    }

    /** Writes a version that says what an older one said. */
    public void restore() {
        var number = (int) Math.min(pressed.id(), Integer.MAX_VALUE);
        deed(
                "restore " + number,
                "articleEdit.restored",
                known -> articles.restore(
                        known.id(),
                        known.newest(),
                        known.place(),
                        number,
                        visit.text("articleEdit.restoredNote", visit.words().number(number))));
    }

    // What is decided

    /** Something done with the article that is shown. */
    private interface Deeds {
        void with(ItemSheet known);
    }

    public void act(String name) {
        var deed = Deed.valueOf(name);
        deed(name, "Deed." + deed + ".done", known -> {
            if (deed != Deed.REMARK && desk.hasUnsaved(known.id(), known.newest())) {
                throw new RuleBrokenException("articleEdit.error.unsaved");
            }
            perform(deed, known);
        });
    }

    private void deed(String what, String told, Deeds deed) {
        var known = Objects.requireNonNull(sheet);
        once.run(
                reply,
                what,
                () -> reply.attempts(() -> deed.with(known))
                        ? new Once.Done(PATH + "?" + ARTICLE + "=" + known.id() + more(), Note.good(word(told)))
                        : null);
    }

    private void perform(Deed deed, ItemSheet known) {
        var id = known.id();
        var version = known.newest();
        var place = known.place();
        switch (deed) {
            case SUBMIT -> articles.submit(id, version, place, said.getReason());
            case TAKE_BACK -> articles.takeBack(id, version, place);
            case DROP -> articles.drop(id, version, place, said.getReason());
            case REMARK -> articles.remark(id, version, place, said.getReason());
            case SEND_BACK -> articles.sendBack(id, version, place, said.getReason());
            case APPROVE -> articles.approve(id, version, place, said.getReason());
            case SCHEDULE ->
                articles.schedule(id, version, place, schedule.moment(), schedule.getNotice(), schedule.getSet());
            case UNSCHEDULE -> articles.unschedule(id, version, place, said.getReason());
            case PUBLISH -> articles.publish(id, version, place);
            case CORRECT -> articles.correct(id, version, place, said.getNotice());
            case PUBLISH_URGENTLY -> articles.publishUrgently(id, version, place, said.getReason());
            case APPROVE_AFTERWARDS -> articles.approveAfterwards(id, version, place, said.getReason());
            case WITHDRAW -> articles.withdraw(id, known.publicPlace(), said.getNotice(), said.getReason());
            case ARCHIVE -> articles.archive(id, known.publicPlace(), said.getNotice(), said.getReason());
            case REDIRECT -> articles.redirect(id, known.publicPlace(), said.getTarget(), said.getReason());
            case READDRESS -> articles.readdress(id, known.publicPlace(), Text.line(said.getTarget()));
            case PLAN -> articles.plan(id, place, plan.moment(), plan.reviewDay());
            case DRAFT, REVISE, AMEND -> throw new RuleBrokenException("editorial.error.step");
        }
    }

    /** Somebody has looked at what the source did with what was relayed. */
    public void seeSource() {
        deed("see-source", "articleEdit.source.seen", known -> articles.seeSource(known.id(), known.place()));
    }

    // What is shown

    public ArticleForm getForm() {
        return form;
    }

    /** Where the source can be followed to: what is typed there is not, before it was saved. */
    public String getSourceLink() {
        return sourceLink;
    }

    /** The text as it is read where it cannot be changed. */
    public String getShownBody() {
        return Html.clean(form.getBody());
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

    /** What the board says of an article. */
    public String word(String key) {
        return new KindWords(ArticleService.KIND, visit.words()).text(key);
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

    /** Until when it is shown, as people write it; empty for always. */
    public String minute(java.time.@Nullable Instant moment) {
        return moment == null ? "" : Time.minute(moment);
    }

    public List<ArticlesDeskPage.Choice> getSections() {
        return sections;
    }

    public List<TransitionLine> getTable() {
        return table;
    }

    public List<Conflict> getConflicts() {
        return conflicts;
    }

    public List<ArticlesDeskPage.Choice> getUnits() {
        return units;
    }

    /** Who saved meanwhile. */
    public String getConflictBy() {
        return conflictBy;
    }

    public ArticleDeskService.@Nullable Unsaved getUnsaved() {
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

    /** The form with what was typed and not saved. */
    public String getGoOn() {
        return visit.url(PATH + "?" + (sheet == null ? "" : ARTICLE + "=" + key + "&") + GO_ON + "=" + key + more());
    }

    /** Where what is typed is kept while it is typed. */
    public String getKeeper() {
        return visit.file(ArticleCopyServlet.PATH);
    }

    /** Where one of its versions is looked at. */
    public String getVersion() {
        return visit.url(ArticleVersionPage.PATH);
    }

    /** Where its draft is seen as readers will see it. */
    public String getPreview() {
        return visit.url(ArticlePreviewPage.PATH + "?" + ARTICLE + "=" + key);
    }

    /** The list as it was left. */
    public String getBack() {
        return visit.url(ArticlesDeskPage.PATH + list);
    }

    public String getListQuery() {
        return more();
    }
}
