package vn.minhbach.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * A list of which the database gives one page at a time, as large as it may be. Counting and fetching happen once each for a page that
 * is shown. Where the table goes by script, the address follows, so that a reload and the links of the rows stay where one was.
 */
public final class LazyList<T> extends LazyDataModel<T> {

    private static final long serialVersionUID = 1L;

    /** How many rows a page has. */
    public static final int ROWS = 25;

    private final Source<T> source;
    private final String path;
    private ListState state;

    /** What asks the database. */
    public interface Source<T> extends Serializable {

        long count(String filter);

        List<T> rows(ListState state, int first, int size);
    }

    /** @param path of the screen, in the language of the person */
    public LazyList(Source<T> source, ListState state, String path) {
        this.source = source;
        this.state = state;
        this.path = path;
    }

    @Override
    public int count(Map<String, FilterMeta> unused) {
        return Math.toIntExact(source.count(state.filter()));
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
        return source.rows(state, start, size);
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
