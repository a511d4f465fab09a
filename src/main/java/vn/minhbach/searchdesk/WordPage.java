package vn.minhbach.searchdesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.HistoryLine;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Meanwhile;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/tu-dong-nghia/soan}: the form of a word, new or known, and what was done to it before. */
@Door(
        path = WordPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {WordPage.WORD, ListState.FILTER, ListState.SORT, ListState.PAGE},
        permission = Permission.TEACH_SEARCH)
@Named
@ViewScoped
public class WordPage implements Serializable {

    static final String PATH = WordsPage.PATH + "/soan";

    /** The number of the word; a new one has none. */
    static final String WORD = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    SearchDeskService desk;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private WordForm form = new WordForm();
    private @Nullable Long id;
    private long version;
    private String back = "";
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    public void load() {
        back = WordsPage.PATH + ListState.of(visit, WordsPage.COLUMNS).query();
        var given = visit.parameter(WORD);
        if (given.isEmpty()) {
            return;
        }
        var word = (given.matches("\\d{1,18}")
                        ? desk.word(Long.parseLong(given))
                        : java.util.Optional.<SearchWord>empty())
                .orElseThrow(() -> new NotFoundException("search-word", given));
        form = new WordForm(word);
        show(word);
    }

    /** Takes over what the row is by now, but for what is typed. */
    private void show(SearchWord word) {
        var number = word.getId();
        id = number;
        version = word.getVersion();
        history = number == null ? List.of() : Taught.lines(desk.historyOfWord(number), visit);
    }

    public void save() {
        once.run(reply, "save", () -> {
            try {
                return reply.attempts(this::keep)
                        ? new Once.Done(back, Note.good(visit.text("searchDesk.words.saved", form.getTerm())))
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
            desk.addWord(form.getKind(), form.getTerm(), form.names());
        } else {
            desk.changeWord(number, version, form.getKind(), form.getTerm(), form.names());
        }
    }

    /** Tells what somebody else did since the form was opened. What is typed stays; saving once more is meant. */
    private void showMeanwhile() {
        var number = id;
        var word = number == null ? null : desk.word(number).orElse(null);
        history = number == null ? List.of() : Taught.lines(desk.historyOfWord(number), visit);
        var last = history.isEmpty() ? null : history.getFirst();
        if (word == null) {
            // Saved once more, it becomes a new one.
            id = null;
            meanwhile = Meanwhile.removed(last);
        } else {
            var theirs = new WordForm(word);
            meanwhile = Meanwhile.changed(last)
                    .field(visit.text("searchDesk.words.term"), theirs.getTerm(), form.getTerm())
                    .field(
                            visit.text("searchDesk.words.kind"),
                            visit.name(theirs.getKind()),
                            visit.name(form.getKind()))
                    .field(
                            visit.text("searchDesk.words.expansions"),
                            theirs.getExpansions(),
                            form.getExpansions().replace("\r", "").strip());
            show(word);
        }
        reply.refuse(visit.text(word == null ? "desk.meanwhile.removed.error" : "desk.meanwhile.error"), "");
    }

    public WordForm getForm() {
        return form;
    }

    public Synonyms.Kind[] getKinds() {
        return Synonyms.Kind.values();
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
