package vn.minhbach.desk;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What is to be told to a person on a screen to which they are being led. Kept for the session, by screen, until it is shown. */
@SessionScoped
public class Pending implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SCREENS = 20;

    private final LinkedHashMap<String, List<Note>> notes = new LinkedHashMap<>();

    public synchronized void leave(String path, Note note) {
        var kept = notes.computeIfAbsent(path, unused -> new ArrayList<>());
        // A deed that arrived twice is told once.
        if (!kept.contains(note)) {
            kept.add(note);
        }
        if (notes.size() > SCREENS) {
            notes.pollFirstEntry();
        }
    }

    synchronized List<Note> take(String path) {
        var kept = notes.remove(path);
        return kept == null ? List.of() : kept;
    }
}
