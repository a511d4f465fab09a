package vn.minhbach.procedure;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A part of a procedure that two texts of it say differently, before and after. */
public record PartChange(String part, String before, String after) implements Serializable {

    /** The parts in which two procedures differ, in the order in which people see them. */
    static List<PartChange> between(Map<String, String> before, Map<String, String> after) {
        return ProcedureParts.NAMES.stream()
                .map(name -> new PartChange(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
