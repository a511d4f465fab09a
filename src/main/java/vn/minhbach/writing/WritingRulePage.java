package vn.minhbach.writing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Meanwhile;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/quy-tac-viet/soan}: the form of a rule, new or known, and what was done to it before. */
@Door(
        path = WritingRulePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {WritingRulePage.RULE, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.TEACH_SEARCH)
@Named
@ViewScoped
public class WritingRulePage implements Serializable {

    static final String PATH = WritingRulesPage.PATH + "/soan";

    /** The number of the rule; a new one has none. */
    static final String RULE = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    WritingService writing;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private RuleForm form = new RuleForm();
    private @Nullable Long id;
    private long version;
    private String back = "";
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    public void load() {
        back = WritingRulesPage.PATH
                + ListState.of(visit, WritingRulesPage.COLUMNS).query();
        var given = visit.parameter(RULE);
        if (given.isEmpty()) {
            return;
        }
        var rule = (given.matches("\\d{1,18}")
                        ? writing.find(Long.parseLong(given))
                        : java.util.Optional.<WritingRule>empty())
                .orElseThrow(() -> new NotFoundException(WritingService.KIND, given));
        form = new RuleForm(rule);
        show(rule);
    }

    /** Takes over what the row is by now, but for what is typed. */
    private void show(WritingRule rule) {
        var number = rule.getId();
        id = number;
        version = rule.getVersion();
        history = number == null ? List.of() : lines(writing.historyOf(number), visit);
    }

    static List<HistoryLine> lines(List<HistoryEntry> entries, Visit visit) {
        return entries.stream()
                .map(entry -> HistoryLine.of(
                        entry,
                        visit,
                        (name, value) -> name.equals("kind") ? visit.text("WritingRule.Kind." + value) : value))
                .toList();
    }

    public void save() {
        once.run(reply, "save", () -> {
            try {
                return reply.attempts(this::keep)
                        ? new Once.Done(back, Note.good(visit.text("writing.saved", form.getTerm())))
                        : null;
            } catch (ChangedMeanwhileException e) {
                showMeanwhile();
                return null;
            }
        });
    }

    private void keep() {
        var number = id;
        if (number == null) {
            writing.add(form.getKind(), form.getTerm(), form.getInstead(), form.getWhy());
        } else {
            writing.change(number, version, form.getKind(), form.getTerm(), form.getInstead(), form.getWhy());
        }
    }

    /** Tells what somebody else did since the form was opened. What is typed stays; saving once more is meant. */
    private void showMeanwhile() {
        var number = id;
        var rule = number == null ? null : writing.find(number).orElse(null);
        history = number == null ? List.of() : lines(writing.historyOf(number), visit);
        var last = history.isEmpty() ? null : history.getFirst();
        if (rule == null) {
            // Saved once more, it becomes a new one.
            id = null;
            meanwhile = Meanwhile.removed(last);
        } else {
            var theirs = new RuleForm(rule);
            meanwhile = Meanwhile.changed(last)
                    .field(visit.text("writing.term.label"), theirs.getTerm(), form.getTerm())
                    .field(
                            visit.text("writing.kind.label"),
                            visit.text("WritingRule.Kind." + theirs.getKind()),
                            visit.text("WritingRule.Kind." + form.getKind()))
                    .field(visit.text("writing.instead.label"), theirs.getInstead(), form.getInstead())
                    .field(visit.text("writing.why.label"), theirs.getWhy(), form.getWhy());
            show(rule);
        }
        reply.refuse(visit.text(rule == null ? "desk.meanwhile.removed.error" : "desk.meanwhile.error"), "");
    }

    public RuleForm getForm() {
        return form;
    }

    public WritingRule.Kind[] getKinds() {
        return WritingRule.Kind.values();
    }

    public boolean isNew() {
        return id == null;
    }

    /** The list as it was left. */
    public String getBack() {
        return visit.url(back);
    }

    /** The form as it is kept by now, for whoever would rather begin from there. */
    public String getAgain() {
        return visit.url(visit.getPath());
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public @Nullable Meanwhile getMeanwhile() {
        return meanwhile;
    }
}
