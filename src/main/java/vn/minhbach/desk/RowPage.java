package vn.minhbach.desk;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Visit;

/** The form of a row of one kind, new or known, with what was done to it before; {@code portal:rowForm} shows it. */
public abstract class RowPage implements Serializable {

    /** The number of the row; a new one has none. */
    public static final String ROW = "ma";

    private static final long serialVersionUID = 1L;

    @Inject
    protected Visit visit;

    @Inject
    protected Reply reply;

    @Inject
    Pressed pressed;

    private final Once once = new Once();
    private final Map<String, String> values = new HashMap<>();
    private @Nullable Long id;
    private long version;
    private String title = "";
    private List<HistoryLine> history = List.of();
    private @Nullable Meanwhile meanwhile;

    /** What may be chosen. */
    public record Option(String value, String label) implements Serializable {}

    protected abstract Rows rows();

    /** The address of the list, to which one goes back. */
    protected abstract String list();

    public void load() {
        var given = visit.parameter(ROW);
        var rows = rows();
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
        rows().fields().forEach(field -> values.put(field.name(), field.shown(row.get(field.name()))));
        see(row);
    }

    /** Takes over what the row is by now, but for what is typed. */
    private void see(KeptRow row) {
        var rows = rows();
        var words = new RowValues(rows, visit);
        id = row.id();
        version = row.version();
        title = words.titled(row.get(rows.columns().getFirst()));
        history = rows.history(row.id()).stream().map(words::line).toList();
    }

    private String shown(String name, String value) {
        return new RowValues(rows(), visit).shown(name, value);
    }

    public void save() {
        once.run(reply, "save " + version, () -> {
            try {
                var number = id;
                var entry = reply.attempt(this::keep);
                if (entry == null) {
                    return null;
                }
                var note =
                        Note.good(visit.text("row.saved", read(rows().columns().getFirst())));
                return new Once.Done(list(), number == null || entry == 0 ? note : note.withUndo(entry));
            } catch (ChangedMeanwhileException e) {
                showMeanwhile();
                return null;
            }
        });
    }

    private long keep() {
        var number = id;
        return number == null ? rows().add(typed()) : rows().change(number, version, typed());
    }

    /** What stands in the form. */
    protected Map<String, String> typed() {
        var typed = new HashMap<String, String>();
        rows().fields().forEach(field -> typed.put(field.name(), typed(field.name())));
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

    private String read(String field) {
        return shown(field, typed(field));
    }

    /** Tells what somebody else did since the form was opened. What is typed stays; saving once more is meant. */
    private void showMeanwhile() {
        var number = id;
        var row = number == null ? null : rows().row(number).orElse(null);
        if (row == null) {
            history = List.of();
            meanwhile = Meanwhile.removed(null);
            // Saved once more, it becomes a new one.
            id = null;
            version = 0;
        } else {
            see(row);
            var told = Meanwhile.changed(history.isEmpty() ? null : history.getFirst());
            for (var field : rows().fields()) {
                told = told.field(label(field.name()), shown(field.name(), row.get(field.name())), read(field.name()));
            }
            meanwhile = told;
        }
        reply.refuse(visit.text(row == null ? "desk.meanwhile.removed.error" : "desk.meanwhile.error"), "");
    }

    public void undo() {
        var entry = pressed.id();
        once.run(reply, "undo " + entry, () -> {
            var undone = reply.attempt(() -> rows().undo(entry));
            return undone == null
                    ? null
                    : new Once.Done(
                            list(), Note.good(visit.text("row.undone", new RowValues(rows(), visit).titled(undone))));
        });
    }

    public List<RowField> getFields() {
        return rows().fields();
    }

    public Map<String, String> getValues() {
        return values;
    }

    public String label(String field) {
        return visit.text("history." + rows().kind() + "." + field);
    }

    public String help(RowField field) {
        return field.helped() ? visit.text("row." + rows().kind() + "." + field.name() + ".help") : "";
    }

    public List<Option> options(RowField field) {
        return field.choices().isEmpty()
                ? rows().options(field.name()).entrySet().stream()
                        .map(option -> new Option(option.getKey(), option.getValue()))
                        .toList()
                : field.choices().stream()
                        .map(choice -> new Option(
                                choice, visit.text("row." + rows().kind() + "." + field.name() + "." + choice)))
                        .toList();
    }

    /** A sentence of the kind in the bundle: {@code row.notice.add}. */
    public String word(String name) {
        return visit.text("row." + rows().kind() + "." + name);
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
