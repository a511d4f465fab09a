package vn.minhbach.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The staff, as far as the inbox has to know who they are. */
interface Colleagues {

    /**
     * Somebody of the staff.
     *
     * @param email empty if none is known
     */
    record Colleague(String account, String name, String email) {}

    /** Who may read what a unit has, by their accounts; an empty unit stands for what no unit has yet. */
    Map<String, Colleague> of(String unit);

    /** The same of each of these units. */
    default Map<String, Map<String, Colleague>> ofEach(Collection<String> units) {
        var all = new LinkedHashMap<String, Map<String, Colleague>>();
        units.forEach(unit -> all.put(unit, of(unit)));
        return all;
    }
}
