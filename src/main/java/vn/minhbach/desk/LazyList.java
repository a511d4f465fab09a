package vn.minhbach.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;
import vn.minhbach.shared.Paged;

/**
 * A list of which only the rows of the page shown are fetched: the database gives the numbers of all rows in order, then those rows. So
 * the last page costs what the first one costs. Of a very long list the
 * numbers are asked for as far as the page only. Where the table goes by script, the address follows, so that a reload and the links of
 * the rows stay where one was.
 */
public final class LazyList<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    /** How many rows a page has. */
    public static final int ROWS = 25;

    private final Source<T> source;
    private final String path;
    private ListState state;
    private transient @Nullable Order order;

    /** What asks the database. */
    public interface Source<T> extends Serializable {

        /** The numbers of all rows that match, in order. */
        List<Long> order(ListState state);

        /** The rows with these numbers, in any order. */
        List<T> rows(List<Long> numbers);

        Long number(T row);

        /** Whether the list is so long in this state that its numbers alone take time; then it counts itself and gives a part of them. */
        default boolean isLong(ListState state) {
            return false;
        }

        /** How many rows match, of a list that is long. */
        default int count(ListState state) {
            return order(state).size();
        }

        /** The numbers of some of the rows that match, in order, of a list that is long. */
        default List<Long> part(ListState state, int first, int size) {
            return Paged.part(order(state), first, size);
        }
    }

    /** The numbers of the rows, as they were found for a state of the list. */
    private record Order(ListState state, List<Long> numbers) {}

    /** @param path of the screen, in the language of the person */
    public LazyList(Source<T> source, ListState state, String path) {
        this.source = source;
        this.state = state;
        this.path = path;
    }

    @Override
    public int count(Map<String, FilterMeta> unused) {
        if (source.isLong(state)) {
            return source.count(state);
        }
        var found = new Order(state.at(1, state.sort(), state.descending()), source.order(state));
        order = found;
        return found.numbers().size();
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> unused) {
        var sort = sorting.values().stream()
                .filter(meta -> meta.getOrder() != SortOrder.UNSORTED)
                .findFirst()
                .orElse(null);
        // A list that became shorter shows its last page.
        var start = recalculateFirst(first, size, getRowCount());
        state = state.at(
                start / Math.max(1, size) + 1,
                sort == null ? "" : sort.getField(),
                sort != null && sort.getOrder() == SortOrder.DESCENDING);
        var faces = PrimeFaces.current();
        if (faces.isAjaxRequest()) {
            faces.ajax().addCallbackParam("address", path + state.query());
        }
        return source.isLong(state)
                ? Paged.of(source.part(state, start, size), 0, size, source::rows, source::number)
                        .items()
                : Paged.of(numbers(), start, size, source::rows, source::number).items();
    }

    /** As they were counted a moment ago, unless the table was given another order since. */
    private List<Long> numbers() {
        var counted = order;
        var now = state.at(1, state.sort(), state.descending());
        return counted != null && counted.state().equals(now) ? counted.numbers() : source.order(state);
    }

    public ListState getState() {
        return state;
    }

    public int getRows() {
        return ROWS;
    }

    /** The index of the first row that is shown. */
    public int getFirst() {
        return (state.page() - 1) * ROWS;
    }

    /** How the list is ordered by a column at first, as the table asks for it. */
    public String order(String column) {
        if (!state.sort().equals(column)) {
            return SortOrder.UNSORTED.name();
        }
        return (state.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING).name();
    }
}
