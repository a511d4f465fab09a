package vn.minhbach.desk;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Visit;

/** The form of a row of one kind, new or known, with what was done to it before; {@code portal:rowForm} shows it. */
public abstract class RowPage implements Serializable {

    /** The number of the row; a new one has none. */
    public static final String ROW = "ma";

    private static final long serialVersionUID = 1L;

    /** The number of a draft in an address, with the mark that stands before or behind it. */
    private static final Pattern DRAFT =
            Pattern.compile("[?&]" + RowDrafts.DRAFT + "=[^&]*$|(?<=[?&])" + RowDrafts.DRAFT + "=[^&]*&");

    @Inject
    protected Visit visit;

    @Inject
    protected Reply reply;

    @Inject
    Pressed pressed;

    private final Once once = new Once();
    private final Map<String, String> values = new HashMap<>();
    private @Nullable Rows rows;
    private @Nullable Long id;
    private long version;
    private String title = "";
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    /** What may be chosen. */
    public record Option(String value, String label) implements Serializable {}

    /** Made once for a screen: which rows these are may take a look at the database, and every field asks. */
    protected abstract Rows rows();

    /** The rows of this screen. */
    protected final Rows kept() {
        var made = rows;
        if (made == null) {
            made = rows();
            rows = made;
        }
        return made;
    }

    /** The address of the list, to which one goes back. */
    protected abstract String list();

    public void load() {
        var given = visit.parameter(ROW);
        var rows = kept();
        if (given.isEmpty()) {
            rows.fields().forEach(field -> values.put(field.name(), start(field)));
            return;
        }
        var row = (given.matches("\\d{1,18}") ? rows.row(Long.parseLong(given)) : java.util.Optional.<KeptRow>empty())
                .orElseThrow(() -> new NotFoundException(rows.kind(), given));
        fill(row);
    }

    /** What a new row's form begins with. */
    protected String start(RowField field) {
        return field.choices().isEmpty() ? "" : field.choices().getFirst();
    }

    /** Shows a row as it is kept. */
    protected void fill(KeptRow row) {
        kept().fields().forEach(field -> values.put(field.name(), field.shown(row.get(field.name()))));
        see(row);
    }

    /** Takes over what the row is by now, but for what is typed. */
    private void see(KeptRow row) {
        var rows = kept();
        var words = new RowValues(rows, visit);
        id = row.id();
        version = row.version();
        title = words.titled(row.get(rows.columns().getFirst()));
        history = rows.history(row.id()).stream().map(words::line).toList();
    }

    public void save() {
        once.run(reply, "save " + version, () -> {
            try {
                var number = id;
                var entry = reply.attempt(this::keep);
                if (entry == null) {
                    return null;
                }
                var named = typed(kept().columns().getFirst());
                var note = Note.good(visit.text("row.saved", new RowValues(kept(), visit).titled(named)));
                return new Once.Done(list(), number == null || entry == 0 ? note : note.withUndo(entry));
            } catch (ChangedMeanwhileException e) {
                showMeanwhile();
                return null;
            }
        });
    }

    private long keep() {
        var number = id;
        return number == null ? kept().add(typed()) : kept().change(number, version, typed());
    }

    /** What stands in the form. */
    protected Map<String, String> typed() {
        var typed = new HashMap<String, String>();
        kept().fields().forEach(field -> typed.put(field.name(), typed(field.name())));
        return typed;
    }

    /** Goes on with what was typed before, of the version that was seen then. */
    protected void type(Map<String, String> typed, long seen) {
        values.putAll(typed);
        version = seen;
    }

    protected long version() {
        return version;
    }

    /** A field that was sent empty may stand there as null. */
    private String typed(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    /** Tells what somebody else did since the form was opened. What is typed stays; saving once more is meant. */
    private void showMeanwhile() {
        var number = id;
        var row = number == null ? null : kept().row(number).orElse(null);
        if (row == null) {
            history = List.of();
            meanwhile = Meanwhile.removed(null);
            // Saved once more, it becomes a new one.
            id = null;
            version = 0;
        } else {
            see(row);
            var told = Meanwhile.changed(history.isEmpty() ? null : history.getFirst());
            var words = new RowValues(kept(), visit);
            for (var field : kept().fields()) {
                var name = field.name();
                told = told.field(label(name), words.shown(name, row.get(name)), words.shown(name, typed(name)));
            }
            meanwhile = told;
        }
        reply.refuse(visit.text(row == null ? "desk.meanwhile.removed.error" : "desk.meanwhile.error"), "");
    }

    public void undo() {
        var entry = pressed.id();
        once.run(reply, "undo " + entry, () -> {
            var undone = reply.attempt(() -> kept().undo(entry));
            return undone == null
                    ? null
                    : new Once.Done(
                            list(), Note.good(visit.text("row.undone", new RowValues(kept(), visit).titled(undone))));
        });
    }

    public List<RowField> getFields() {
        return kept().fields();
    }

    /** Whether something of the library may be chosen in a field. */
    public boolean isChoosing() {
        return kept().fields().stream().anyMatch(field -> field.type() == RowField.Type.PICTURE);
    }

    public Map<String, String> getValues() {
        return values;
    }

    public String label(String field) {
        return visit.text("history." + kept().kind() + "." + field);
    }

    public String help(RowField field) {
        return field.helped() ? visit.text("row." + kept().kind() + "." + field.name() + ".help") : "";
    }

    public List<Option> options(RowField field) {
        return field.choices().isEmpty()
                ? kept().options(field.name()).entrySet().stream()
                        .map(option -> new Option(option.getKey(), option.getValue()))
                        .toList()
                : field.choices().stream()
                        .map(choice -> new Option(
                                choice, visit.text("row." + kept().kind() + "." + field.name() + "." + choice)))
                        .toList();
    }

    /** A sentence of the kind in the bundle: {@code row.notice.add}. */
    public String word(String name) {
        return visit.text("row." + kept().kind() + "." + name);
    }

    public boolean isNew() {
        return id == null;
    }

    protected @Nullable Long id() {
        return id;
    }

    /** What the row is called, as it is kept. */
    public String getTitle() {
        return title;
    }

    public String getBack() {
        return visit.url(list());
    }

    /** The form as it is kept by now, for whoever would rather begin from there; without what was looked at before ({@link RowDrafts}). */
    public String getAgain() {
        return visit.url(DRAFT.matcher(visit.getPath()).replaceFirst(""));
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public @Nullable Meanwhile getMeanwhile() {
        return meanwhile;
    }
}
