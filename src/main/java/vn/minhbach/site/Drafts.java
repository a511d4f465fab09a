package vn.minhbach.site;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody has typed into forms of the site and looks at before it is kept. Kept for the session, the last few. */
@SessionScoped
public class Drafts implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int KEPT = 10;

    private final LinkedHashMap<Long, Draft> drafts = new LinkedHashMap<>();
    private long last;

    /**
     * A row as it is typed.
     *
     * @param row its number; 0 for a new one
     * @param version that was seen
     * @param typed as it stands in the form
     */
    public record Draft(SiteKind kind, long row, long version, Map<String, String> typed) implements Serializable {

        public Draft {
            typed = Map.copyOf(typed);
        }
    }

    synchronized long keep(Draft draft) {
        drafts.put(++last, draft);
        if (drafts.size() > KEPT) {
            drafts.pollFirstEntry();
        }
        return last;
    }

    synchronized Optional<Draft> find(String number) {
        return number.matches("\\d{1,18}") ? Optional.ofNullable(drafts.get(Long.valueOf(number))) : Optional.empty();
    }
}
