package vn.minhbach.desk;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody has typed into forms of rows and looks at before it is kept. Kept for the session, the last few. */
@SessionScoped
public class RowDrafts implements Serializable {

    /** The parameter of an address: the number of a draft. */
    public static final String DRAFT = "nhap";

    private static final long serialVersionUID = 1L;
    private static final int KEPT = 10;

    private final LinkedHashMap<Long, Draft> drafts = new LinkedHashMap<>();
    private long last;

    /**
     * A row as it is typed.
     *
     * @param kind the word by which the history knows such rows
     * @param row its number; 0 for a new one
     * @param version that was seen
     * @param typed as it stands in the form
     */
    public record Draft(String kind, long row, long version, Map<String, String> typed) implements Serializable {

        public Draft {
            typed = Map.copyOf(typed);
        }
    }

    /** @return by which it is found */
    public synchronized long keep(Draft draft) {
        drafts.put(++last, draft);
        if (drafts.size() > KEPT) {
            drafts.pollFirstEntry();
        }
        return last;
    }

    /** The draft of a kind with a number, as an address has it. */
    public Optional<Draft> find(String kind, String number) {
        return find(number).filter(draft -> draft.kind().equals(kind));
    }

    /** The draft with a number, of whatever kind. */
    public synchronized Optional<Draft> find(String number) {
        return number.matches("\\d{1,18}") ? Optional.ofNullable(drafts.get(Long.valueOf(number))) : Optional.empty();
    }
}
