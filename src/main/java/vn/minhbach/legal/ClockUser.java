package vn.minhbach.legal;

import java.util.Map;

/** A part of the portal that has due days. It is a bean; nothing else registers it. */
public interface ClockUser {

    /** The kinds of matters for which there may be rules, by their words, with their names in Vietnamese. */
    Map<String, String> kinds();

    /**
     * A rule or a day of the calendar has changed: days that are still to come are to be found anew. It is called within the transaction of
     * the change.
     *
     * @param law as it is now
     * @param why what changed, as it is written down with what moves by it
     */
    void reckonAgain(Law law, String why);
}
