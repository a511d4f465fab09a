package vn.minhbach.inbox;

import java.io.Serializable;
import java.util.List;
import vn.minhbach.web.Visit;

/**
 * Between which two of a list somebody stood before they did something. A deed often moves what it is done to, out of the list or to
 * another place in it; who works through a list goes on where they were. It stands in the address.
 *
 * @param before the number of the one before; 0 for none
 * @param after of the one after; likewise
 */
record QueueGap(long before, long after) implements Serializable {

    static final String BEFORE = "truoc";
    static final String AFTER = "sau";

    static final QueueGap NONE = new QueueGap(0, 0);

    static QueueGap of(Visit visit) {
        return new QueueGap(number(visit.parameter(BEFORE)), number(visit.parameter(AFTER)));
    }

    private static long number(String given) {
        return given.matches("[1-9]\\d{0,17}") ? Long.parseLong(given) : 0;
    }

    boolean isNone() {
        return equals(NONE);
    }

    /**
     * Where in a list one goes on.
     *
     * @param others the list without the one that one looks at
     * @param now where that one stands in the list, from 0; below that if it does not
     * @return the place of the next; below 0 if one never stood in this list
     */
    int next(List<Long> others, int now) {
        if (isNone()) {
            return now;
        }
        var following = others.indexOf(after);
        if (following >= 0) {
            return following;
        }
        // The one after is gone as well, or there was none; if both are gone, what is there now comes first.
        var preceding = others.indexOf(before);
        return preceding >= 0 ? preceding + 1 : Math.max(0, now);
    }

    /** To go behind an address that has a parameter: "&truoc=17&sau=21"; empty for none. */
    String query() {
        return (before == 0 ? "" : "&" + BEFORE + "=" + before) + (after == 0 ? "" : "&" + AFTER + "=" + after);
    }
}
