package vn.minhbach.editorial;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field in which two who wrote at once differ, and whose text is to be kept; for a rich text also both of them, put together. */
public class Conflict implements Serializable {

    static final String THEIRS = "theirs";
    static final String MINE = "mine";

    /** What only one of them changed as they have it, and both where both did. */
    static final String BOTH = "both";

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String label;
    private final String base;
    private final String theirs;
    private final String theirsShown;
    private final String mineShown;
    private final List<String> choices;
    private String choice;

    private Conflict(
            String name,
            String label,
            String base,
            String theirs,
            Comparison words,
            List<String> choices,
            String choice) {
        this.name = name;
        this.label = label;
        this.base = base;
        this.theirs = theirs;
        this.theirsShown = words.before();
        this.mineShown = words.after();
        this.choices = choices;
        this.choice = choice;
    }

    /**
     * In plain text, or in what can only be kept as a whole.
     *
     * @param theirs what the other has saved, whole
     * @param words what both have, as people read it
     * @param mine whether I changed it too
     */
    public static Conflict ofText(String name, String label, String theirs, Comparison words, boolean mine) {
        return new Conflict(name, label, "", theirs, words, List.of(THEIRS, MINE), mine ? MINE : THEIRS);
    }

    /**
     * In rich text. What is too long to be put together is kept from one of them or the other.
     *
     * @param base from which both began
     * @param changed whether I changed it too
     */
    public static Conflict ofHtml(String name, String label, String base, String theirs, String mine, boolean changed) {
        var words = Comparison.ofHtml(theirs, mine);
        if (Merge.isTooLong(base, theirs, mine)) {
            return ofText(name, label, theirs, words, changed);
        }
        var together = Merge.of(base, theirs, mine).clashes() == 0 ? BOTH : MINE;
        return new Conflict(name, label, base, theirs, words, List.of(THEIRS, MINE, BOTH), changed ? together : THEIRS);
    }

    /** Whether the other's text is to be kept. */
    public boolean keepsTheirs() {
        return choice.equals(THEIRS);
    }

    /**
     * What is to be kept.
     *
     * @param mine my text as it stands in the form by now
     */
    public Merge resolved(String mine) {
        return switch (choice) {
            case THEIRS -> new Merge(theirs, 0);
            case BOTH -> Merge.of(base, theirs, mine);
            default -> new Merge(mine, 0);
        };
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    /** As HTML: what the other has, its words marked that I do not have. */
    public String getTheirs() {
        return theirsShown;
    }

    /** As HTML: what I have, likewise. */
    public String getMine() {
        return mineShown;
    }

    public List<String> getChoices() {
        return choices;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        this.choice = choice != null && choices.contains(choice) ? choice : MINE;
    }
}
