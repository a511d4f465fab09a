package vn.minhbach.desk;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a deed happen once however often its button is pressed: who presses twice is led where the first press leads, and told the
 * same. A screen keeps one of these for as long as it is open.
 */
public final class Once implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int REMEMBERED = 50;

    private final LinkedHashMap<String, Done> done = new LinkedHashMap<>();

    /**
     * What became of a deed.
     *
     * @param place where the person is led, without language: {@code /quan-tri/tu-dong-nghia?trang=3}
     * @param note what they are told there
     */
    public record Done(String place, Note note) implements Serializable {}

    /**
     * Does it, unless it was done.
     *
     * @param what tells the deeds of a screen apart, as "remove 17"
     * @param deed gives null if it could not be done; then it may be tried again
     */
    public synchronized void run(Reply reply, String what, Supplier<@Nullable Done> deed) {
        var known = done.get(what);
        var now = known == null ? deed.get() : known;
        if (now == null) {
            return;
        }
        done.put(what, now);
        if (done.size() > REMEMBERED) {
            done.pollFirstEntry();
        }
        reply.lead(now.place(), now.note());
    }
}
