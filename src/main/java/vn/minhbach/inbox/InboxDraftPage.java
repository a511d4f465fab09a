package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Pressed;
import vn.minhbach.desk.Reply;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /quan-tri/hop-thu/soan}: where an answer is written, beside what was asked. Texts that it may begin with are inserted behind
 * what is typed; procedures, articles and earlier answers are sought, and what the answer rests on is kept with it. What is typed is kept every
 * few seconds, and brought back until the answer is handed on.
 */
@Door(
        path = InboxDraftPage.PATH,
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
        permission = Permission.ANSWER_INBOX,
        longestBody = InboxDraftPage.LONGEST)
@Named
@ViewScoped
public class InboxDraftPage implements OfficeFilesPage, Serializable {

    static final String PATH = InboxPage.PATH + "/soan";

    /** Three texts, two of forty thousand letters and one of twenty thousand, each letter in up to nine. */
    static final int LONGEST = 1024 * 1024;

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 8;
    private static final int LONGEST_QUERY = 200;
    private static final int MOST_BASIS = 20;
    private static final List<String> SOUGHT = List.of("procedure", "article", Inbox.CONTENT);

    @Inject
    InboxDeskService desk;

    @Inject
    InboxWorkService work;

    @Inject
    InboxDraftService drafts;

    @Inject
    InboxTemplateService templateService;

    @Inject
    InboxUnits allUnits;

    @Inject
    SearchService search;

    @Inject
    BasisNames names;

    @Inject
    StructuredData structured;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private InboxDeskService.@Nullable Sheet sheet;
    private InboxDraftService.@Nullable Kept kept;
    private List<InboxTemplateService.Choice> templates = List.of();
    private ArrayList<Basis.Source> basis = new ArrayList<>();
    private List<OfficeFile> files = List.of();
    private List<Basis.Source> found = List.of();
    private boolean sought;
    private List<Doubt> doubts = List.of();
    private boolean lookedFor;
    private String unitName = "";
    private String list = "";
    private QueueGap gap = QueueGap.NONE;
    private String template = "";

    @Size(max = LONGEST_QUERY)
    private String query = "";

    @Size(max = SaidOfDeed.LONGEST_ANSWER)
    private String answer = "";

    @Size(max = SaidOfDeed.LONGEST_TITLE)
    private String title = "";

    @Size(max = SaidOfDeed.LONGEST_QUESTION)
    private String question = "";

    @Size(max = SaidOfDeed.LONGEST_ANSWER)
    private String publicAnswer = "";

    public void load() {
        var given = visit.parameter(InboxItemPage.NUMBER);
        list = ListState.of(visit, InboxPage.COLUMNS, InboxPage.FURTHER).after("");
        gap = QueueGap.of(visit);
        if (given.isEmpty()) {
            // There is nothing to write without a number; the page leads to the queue.
            return;
        }
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(InboxDeskService.KIND, given);
        }
        var opened = desk.open(Long.parseLong(given), visit.words());
        sheet = opened;
        unitName = allUnits.names().getOrDefault(opened.unit(), "");
        templates = templateService.choices(work.kindOf(opened.id()));
        var newest = opened.answers().isEmpty() ? null : opened.answers().getFirst();
        answer = newest == null ? "" : newest.full();
        title = newest == null ? "" : newest.title();
        question = newest == null ? opened.proposal() : newest.question();
        publicAnswer = newest == null ? "" : newest.publicText();
        var rested = work.dossier(opened.id()).basis().stream()
                .map(Dossier.Rest::source)
                .toList();
        basis = new ArrayList<>(
                newest == null && !opened.procedure().isEmpty()
                        ? List.of(names.named(Basis.Source.procedure(opened.procedure())))
                        : rested.stream().map(names::named).toList());
        if (isWritable()) {
            files = drafts.files(opened.id());
            drafts.mine(opened.id()).filter(mine -> !isShown(mine)).ifPresent(this::bringBack);
        }
        doubts = desk.doubts(opened.id(), typed());
    }

    /** Whether the form says the same without it. */
    private boolean isShown(InboxDraftService.Kept mine) {
        var rested = mine.basis();
        return mine.answer().equals(answer)
                && mine.title().equals(title)
                && mine.question().equals(Text.clean(question).strip())
                && mine.publicAnswer().equals(publicAnswer)
                && (rested == null || paths(rested).equals(paths(basis)));
    }

    private static List<String> paths(List<Basis.Source> sources) {
        return sources.stream().map(Basis.Source::path).toList();
    }

    /** Goes on where one was; what the answer rests on stays as it is if nothing of that was kept. */
    private void bringBack(InboxDraftService.Kept mine) {
        kept = mine;
        answer = mine.answer();
        title = mine.title();
        question = mine.question();
        publicAnswer = mine.publicAnswer();
        var rested = mine.basis();
        if (rested != null) {
            basis = new ArrayList<>(rested.stream().map(names::named).toList());
        }
    }

    /** What the public would read of what is typed now. */
    private PublicText typed() {
        return new PublicText(title, question, publicAnswer);
    }

    /** Looks for what in the public text, as it is typed now, may tell of somebody. */
    public void look() {
        doubts = desk.doubts(known().id(), typed());
        lookedFor = true;
    }

    /** Masks the place whose button was pressed, if it still stands there, and leaves all else as it is typed. */
    public void mask() {
        var number = pressed.id();
        if (number < 1 || number > doubts.size()) {
            return;
        }
        var doubt = doubts.get((int) number - 1);
        desk.masked(known().id(), typed(), doubt)
                .ifPresentOrElse(
                        masked -> put(doubt, masked), () -> reply.refuse(visit.text("inbox.error.doubtGone"), ""));
        look();
    }

    private void put(Doubt doubt, PublicText masked) {
        switch (doubt.part()) {
            case TITLE -> title = masked.title();
            case QUESTION -> question = masked.question();
            case ANSWER, DESCRIPTION -> publicAnswer = masked.answer();
        }
    }

    /** Puts the chosen template behind what is typed. */
    public void insert() {
        var known = known();
        if (!template.matches("\\d{1,18}")) {
            reply.refuse(visit.text("inboxDraft.template.choose"), "template");
            return;
        }
        var chosen = reply.attempt(() -> templateService.text(Long.parseLong(template)));
        if (chosen == null) {
            return;
        }
        var text = Html.paragraphs(TemplateGap.fill(chosen.text(), gaps(known)));
        if (chosen.use() == InboxTemplate.Use.ANSWER) {
            answer = behind(answer, text);
        } else {
            publicAnswer = behind(publicAnswer, text);
        }
        keepQuietly();
        look();
    }

    private Map<TemplateGap, String> gaps(InboxDeskService.Sheet known) {
        var gaps = work.gaps(known.id(), visit.words(), unitName);
        if (!known.procedure().isEmpty()) {
            var path = "/thu-tuc/" + known.procedure();
            gaps.put(TemplateGap.PROCEDURE, names.titleOf(path));
            gaps.put(TemplateGap.PROCEDURE_LINK, structured.absolute(visit.url(path)));
        }
        return gaps;
    }

    /** Both rich. What would be too long is told when it is saved; nothing is cut off. */
    private static String behind(String typed, String text) {
        return Html.rich(typed) + text;
    }

    /** Looks for what the answer may rest on. */
    public void seek() {
        var wanted = Text.line(query);
        sought = true;
        found = List.of();
        if (wanted.isEmpty()) {
            reply.refuse(visit.text("inboxDraft.seek.empty"), "query");
            return;
        }
        try {
            found = search
                    .search(new SearchRequest(
                            wanted, SOUGHT, Map.of(), List.of(), SearchRequest.Order.RELEVANCE, 0, FOUND, false))
                    .hits()
                    .stream()
                    .map(hit -> new Basis.Source(hit.kind(), hit.id(), hit.path(), hit.title()))
                    .toList();
        } catch (UnavailableException e) {
            reply.refuse(visit.text("inboxDraft.seek.unavailable"), "query");
        }
    }

    /** Somebody pressed Enter in a line: what they look for is looked for, and nothing is kept yet. */
    public void enter() {
        if (!query.isBlank()) {
            seek();
        }
    }

    /** Takes one of what was found for a basis. */
    public void add() {
        addChosen();
        keepQuietly();
    }

    private void addChosen() {
        chosen().filter(source -> basis.size() < MOST_BASIS
                        && basis.stream().noneMatch(each -> each.path().equals(source.path())))
                .ifPresent(basis::add);
    }

    /** The same, with its name and address behind what is typed in both texts. */
    public void cite() {
        chosen().ifPresent(source -> {
            addChosen();
            var line = "<p><a href=\"" + Html.escape(visit.url(source.path())) + "\">" + Html.escape(source.title())
                    + "</a></p>";
            answer = behind(answer, line);
            publicAnswer = publicAnswer.isEmpty() ? publicAnswer : behind(publicAnswer, line);
        });
        keepQuietly();
    }

    private Optional<Basis.Source> chosen() {
        var number = pressed.id();
        return number < 1 || number > found.size() ? Optional.empty() : Optional.of(found.get((int) number - 1));
    }

    public void drop() {
        var number = pressed.id();
        if (number >= 1 && number <= basis.size()) {
            basis.remove((int) number - 1);
        }
        keepQuietly();
    }

    @Override
    public void leaveOut() {
        var known = known();
        try {
            reply.attempts(() -> drafts.leaveOut(known.id(), known.unit(), pressed.id()));
        } catch (ChangedMeanwhileException e) {
            reply.refuse(visit.text("inboxDesk.meanwhile"), "");
        }
        files = drafts.files(known.id());
        keepQuietly();
    }

    /** Keeps what is typed without handing it on; where the submission stands does not change. */
    public void keep() {
        var known = known();
        try {
            var at = reply.attempt(() -> keepTyped(known));
            if (at != null) {
                reply.lead(there(PATH), Note.good(visit.text("inboxDraft.keep.done", Time.minute(at))));
            }
        } catch (ChangedMeanwhileException e) {
            seeAgain(known.id());
            reply.refuse(visit.text("inboxDesk.meanwhile"), "");
        }
    }

    /** What became of it meanwhile, with what goes with the newest version: nobody leaves out what they never saw. */
    private void seeAgain(long id) {
        sheet = desk.open(id, visit.words());
        files = drafts.files(id);
    }

    private Instant keepTyped(InboxDeskService.Sheet known) {
        return drafts.keep(
                known.id(),
                known.unit(),
                getBase(),
                SaidOfDeed.answer(answer, title, question, publicAnswer),
                List.copyOf(basis));
    }

    /** What was put in by a button is kept as what is typed. If it cannot be, that is told when the answer is saved. */
    private void keepQuietly() {
        try {
            keepTyped(known());
        } catch (RuleBrokenException | ChangedMeanwhileException e) {
            // It stands in the form, and is told when it is handed on.
        }
    }

    /** Gives up what was kept; the form says again what it said before. */
    public void giveUp() {
        var known = known();
        try {
            if (reply.attempts(() -> drafts.drop(known.id(), known.unit()))) {
                reply.lead(there(PATH), Note.info(visit.text("inboxDraft.kept.dropped")));
            }
        } catch (ChangedMeanwhileException e) {
            seeAgain(known.id());
            reply.refuse(visit.text("inboxDesk.meanwhile"), "");
        }
    }

    public void save() {
        var known = known();
        once.run(reply, "save " + known.version(), () -> {
            try {
                if (reply.attempts(() -> work.draft(
                        known.id(),
                        known.unit(),
                        known.version(),
                        SaidOfDeed.answer(answer, title, question, publicAnswer),
                        List.copyOf(basis),
                        OfficeFilesPage.shown()))) {
                    return new Once.Done(back(), Note.good(visit.text("inboxDesk.done", visit.name(InboxDeed.DRAFT))));
                }
                files = drafts.files(known.id());
                return null;
            } catch (ChangedMeanwhileException e) {
                seeAgain(known.id());
                reply.refuse(visit.text("inboxDesk.meanwhile"), "");
                return null;
            }
        });
    }

    private String back() {
        return sheet == null ? InboxPage.PATH + list : there(InboxItemPage.PATH);
    }

    /** The same submission, in the list from which one came. */
    private String there(String path) {
        return path + "?" + InboxItemPage.NUMBER + "=" + known().id() + (list.isEmpty() ? "" : "&" + list.substring(1))
                + gap.query();
    }

    private InboxDeskService.Sheet known() {
        return Objects.requireNonNull(sheet);
    }

    public boolean isChosen() {
        return sheet != null;
    }

    public InboxDeskService.@Nullable Sheet getSheet() {
        return sheet;
    }

    /** Whether an answer can be written now. */
    public boolean isWritable() {
        var known = sheet;
        return known != null && known.may().contains(InboxDeed.DRAFT);
    }

    /** What was kept of the answer and stands in the form again; null for nothing. */
    public InboxDraftService.@Nullable Kept getKept() {
        return kept;
    }

    /** Whether there is a version of the answer that is newer than what was kept. */
    public boolean isKeptOlder() {
        var mine = kept;
        return mine != null && mine.base() < getBase();
    }

    /** The newest version of the answer; 0 for none. */
    public int getBase() {
        var answers = known().answers();
        return answers.isEmpty() ? 0 : answers.getFirst().number();
    }

    /** Where what is typed is kept. */
    public String getKeeper() {
        return visit.file(InboxDraftServlet.PATH);
    }

    /** What was typed, to be read: as harmless as it is when it is kept. */
    public String shown(String typed) {
        return Html.rich(typed);
    }

    public String getBack() {
        return visit.url(back());
    }

    public List<InboxTemplateService.Choice> getTemplates() {
        return templates;
    }

    public List<Basis.Source> getBasis() {
        return basis;
    }

    @Override
    public List<OfficeFile> getFiles() {
        return files;
    }

    @Override
    public boolean isFull() {
        return files.size() >= Enclosures.MOST;
    }

    @Override
    public String getBring() {
        return visit.url(there(InboxDraftFileServlet.PATH));
    }

    /** The address says which answer it is. */
    @Override
    public String getToken() {
        return "";
    }

    @Override
    public String fileUrl(long file) {
        return visit.file(EnclosureServlet.PATH) + "?" + InboxItemPage.NUMBER + "=" + known().id() + "&"
                + EnclosureServlet.FILE + "=" + file;
    }

    public List<Basis.Source> getFound() {
        return found;
    }

    /** Whether something was sought and nothing found. */
    public boolean isNothingFound() {
        return sought && found.isEmpty();
    }

    /** What in the public text may tell of somebody, as it was typed when somebody last looked for it. */
    public List<Doubt> getDoubts() {
        return doubts;
    }

    /** Whether somebody looked for it and there is nothing. */
    public boolean isNothingDoubtful() {
        return lookedFor && doubts.isEmpty();
    }

    public String url(String path) {
        return visit.url(path);
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = Objects.requireNonNullElse(template, "");
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = Objects.requireNonNullElse(query, "");
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = Objects.requireNonNullElse(answer, "");
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = Objects.requireNonNullElse(title, "");
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = Objects.requireNonNullElse(question, "");
    }

    public String getPublicAnswer() {
        return publicAnswer;
    }

    public void setPublicAnswer(@Nullable String publicAnswer) {
        this.publicAnswer = Objects.requireNonNullElse(publicAnswer, "");
    }
}
