package vn.minhbach.desk;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Visit;

/**
 * A screen that lists the {@link Rows} of one kind: what each says, how it fares, its deeds; where the rows have an order, buttons and a
 * hand to move them. A screen of its own names its address, its permission and its rows, and nothing else; {@code portal:rows} shows it.
 */
public abstract class RowsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NUMBER = "\\d{1,18}";

    @Inject
    protected Visit visit;

    @Inject
    Reply reply;

    @Inject
    Pressed pressed;

    private final Once once = new Once();
    private @Nullable Rows rows;
    private String form = "";
    private List<Line> lines = List.of();
    private List<Head> heads = List.of();
    private List<HistoryLine> history = List.of();

    /** A row as the list shows it. */
    public record Line(
            long id,
            String title,
            List<Cell> cells,
            String tone,
            String standing,
            boolean under,
            boolean first,
            boolean last,
            String editUrl)
            implements Serializable {}

    /** A value of a row, with the name of its column for a phone. */
    public record Cell(String label, String text) implements Serializable {}

    /** The name of a column. */
    public record Head(String label) implements Serializable {}

    /** Made once for a screen: which rows these are may take a look at the database. */
    protected abstract Rows rows();

    private Rows kept() {
        var made = rows;
        if (made == null) {
            made = rows();
            rows = made;
        }
        return made;
    }

    /** The address of this screen. */
    protected abstract String path();

    /** The address of the form, with the parameters that say of which kind it is. */
    protected abstract String form();

    /** Whether these belong together, so that one can be moved past the other. */
    protected boolean areNeighbours(KeptRow one, KeptRow other) {
        return kept().isUnder(one) == kept().isUnder(other) && one.get("parent").equals(other.get("parent"));
    }

    public void load() {
        var shown = kept();
        var values = new RowValues(shown, visit);
        form = visit.url(form());
        var all = shown.rows();
        heads = shown.columns().stream()
                .skip(1)
                .map(column -> new Head(visit.text("history." + shown.kind() + "." + column)))
                .toList();
        var made = new ArrayList<Line>();
        for (var i = 0; i < all.size(); i++) {
            made.add(line(values, all, i));
        }
        lines = List.copyOf(made);
        history = shown.history().stream().map(values::line).toList();
    }

    private Line line(RowValues values, List<KeptRow> all, int index) {
        var shown = kept();
        var row = all.get(index);
        var standing = shown.standing(row);
        return new Line(
                row.id(),
                values.titled(row.get(shown.columns().getFirst())),
                shown.columns().stream()
                        .skip(1)
                        .map(column -> new Cell(
                                visit.text("history." + shown.kind() + "." + column),
                                values.shown(column, row.get(column))))
                        .toList(),
                standing.map(Rows.Standing::tone).orElse(""),
                standing.map(found -> visit.text(found.key())).orElse(""),
                shown.isUnder(row),
                all.subList(0, index).stream().noneMatch(other -> areNeighbours(row, other)),
                all.subList(index + 1, all.size()).stream().noneMatch(other -> areNeighbours(row, other)),
                edit(row));
    }

    private String edit(KeptRow row) {
        return form + (form.contains("?") ? "&" : "?") + RowPage.ROW + "=" + row.id();
    }

    private String titled(String title) {
        return new RowValues(kept(), visit).titled(title);
    }

    public void remove() {
        var id = pressed.id();
        once.run(
                reply,
                "remove " + id,
                () -> reply.removes(
                        path(),
                        "row.removed",
                        () -> kept().remove(id).map(removal -> new Removal(removal.entry(), titled(removal.title())))));
    }

    public void undo() {
        var entry = pressed.id();
        once.run(reply, "undo " + entry, () -> {
            var title = reply.attempt(() -> kept().undo(entry));
            return title == null ? null : new Once.Done(path(), Note.good(visit.text("row.undone", titled(title))));
        });
    }

    public void up() {
        move("up ", id -> kept().move(id, -1));
    }

    public void down() {
        move("down ", id -> kept().move(id, 1));
    }

    /** The hand was let go over another row. */
    public void place() {
        var onto = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("onto", "");
        if (onto.matches(NUMBER)) {
            move("place " + onto + " ", id -> kept().place(id, Long.parseLong(onto)));
        }
    }

    /** Each press moves, so a second press is another deed: the screen is a new one by then. */
    private void move(String what, LongUnaryOperator deed) {
        var id = pressed.id();
        once.run(reply, what + id, () -> {
            var entry = reply.attempt(() -> deed.applyAsLong(id));
            if (entry == null) {
                return null;
            }
            return new Once.Done(
                    path(),
                    entry == 0
                            ? Note.info(visit.text("row.stayed"))
                            : Note.good(visit.text("row.moved")).withUndo(entry));
        });
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<Head> getHeads() {
        return heads;
    }

    public boolean isOrdered() {
        return kept().isOrdered();
    }

    public List<HistoryLine> getHistory() {
        return history;
    }

    public String getAddUrl() {
        return form;
    }

    /** A sentence of the kind in the bundle: {@code row.notice.title}. */
    public String word(String name) {
        return visit.text("row." + kept().kind() + "." + name);
    }
}
