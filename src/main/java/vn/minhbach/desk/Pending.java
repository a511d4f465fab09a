package vn.minhbach.desk;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.minhbach.web.Doors;

/**
 * What is to be told to a person on a screen to which they are being led. Kept for the session, by the whole address of the screen, until it is shown:
 * what is said of one item is not told above another that somebody opens in between.
 */
@SessionScoped
public class Pending implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SCREENS = 20;

    @Inject
    Doors doors;

    private final LinkedHashMap<String, List<Note>> notes = new LinkedHashMap<>();

    protected Pending() {}

    /** Without a server, for tests. */
    Pending(Doors doors) {
        this.doors = doors;
    }

    /** @param place the screen with its query, without language: {@code /quan-tri/hop-thu/viec?ma=17} */
    public void leave(String place, Note note) {
        keep(doors.written(place), note);
    }

    private synchronized void keep(String place, Note note) {
        var kept = notes.computeIfAbsent(place, unused -> new ArrayList<>());
        // A deed that arrived twice is told once.
        if (!kept.contains(note)) {
            kept.add(note);
        }
        if (notes.size() > SCREENS) {
            notes.pollFirstEntry();
        }
    }

    /** @param place as {@link vn.minhbach.web.Visit#getPath} writes it */
    synchronized List<Note> take(String place) {
        var kept = notes.remove(place);
        return kept == null ? List.of() : kept;
    }
}
