package vn.minhbach.desk;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Visit;

/**
 * Where somebody stands in a list: what it is filtered by, its order and its page. It stands in the address, so that it outlives
 * saving, deleting, paging and a reload, and can be sent to a colleague.
 *
 * @param filter what was typed into the list's filter; empty for everything
 * @param sort the name of a column; empty for the list's own order
 * @param page from 1
 * @param more what else the screen chose, as it stands in the address: "xem=cho-duyet&muc=tin-tuc"; empty for nothing
 */
public record ListState(String filter, String sort, boolean descending, int page, String more) implements Serializable {

    /** The names of the parameters. A screen's {@link vn.minhbach.web.Door} declares them. */
    public static final String FILTER = "loc";

    public static final String SORT = "xep";
    public static final String PAGE = "trang";

    /** What people type is shorter; what a screen keeps sealed in the address is not. */
    private static final int LONGEST_FILTER = 300;

    private static final int LAST_PAGE = 1_000_000;

    public ListState(String filter, String sort, boolean descending, int page) {
        this(filter, sort, descending, page, "");
    }

    /** As the address has it, with further parameters of the screen. */
    public static ListState of(Visit visit, Set<String> columns, List<String> further) {
        var more = further.stream()
                .filter(name -> !visit.parameter(name).isEmpty())
                .map(name -> name + "=" + Visit.encode(visit.parameter(name)))
                .collect(Collectors.joining("&"));
        var state = of(visit, columns);
        return new ListState(state.filter, state.sort, state.descending, state.page, more);
    }

    /** As the address has it. A column that the list does not know, or a page that is no number, is none. */
    public static ListState of(Visit visit, Set<String> columns) {
        var filter = vn.minhbach.shared.Text.cut(visit.parameter(FILTER), LONGEST_FILTER);
        var sort = visit.parameter(SORT);
        var descending = sort.startsWith("-");
        var column = descending ? sort.substring(1) : sort;
        var known = columns.contains(column);
        return new ListState(filter, known ? column : "", known && descending, page(visit.parameter(PAGE)));
    }

    private static int page(String given) {
        return given.matches("[1-9]\\d{0,6}") ? Math.min(Integer.parseInt(given), LAST_PAGE) : 1;
    }

    ListState at(int page, @Nullable String sort, boolean descending) {
        return new ListState(filter, sort == null ? "" : sort, descending, page, more);
    }

    /** To go behind the path of an address: "?loc=the&xep=-changed&trang=3"; empty where nothing was chosen. */
    public String query() {
        return after("");
    }

    /** The same behind parameters that stand first, as "ma=17". */
    public String after(String first) {
        var query = new StringBuilder(first);
        if (!more.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&").append(more);
        }
        append(query, FILTER, filter);
        append(query, SORT, descending ? "-" + sort : sort);
        append(query, PAGE, page > 1 ? Integer.toString(page) : "");
        return query.isEmpty() ? "" : "?" + query;
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(Visit.encode(value));
        }
    }
}
