package vn.minhbach.shared;

/**
 * A rule of the department's work forbids the step; the message is the key of a sentence in the bundle. Where one thing that was
 * given is to blame, its name stands with it, and the form says the sentence there.
 */
public class RuleBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String gap;

    public RuleBrokenException(String key) {
        this(key, "");
    }

    /** @param field what is to blame, by the name that the form has for it; empty for the whole */
    public RuleBrokenException(String key, String field) {
        this(key, field, "");
    }

    /** @param gap what stands in the gap of the sentence: a word of the bundle by its key, or a text as it is */
    public RuleBrokenException(String key, String field, String gap) {
        super(key);
        this.field = field;
        this.gap = gap;
    }

    public String field() {
        return field;
    }

    /** What stands in the gap of the sentence; empty if it has none. */
    public String gap() {
        return gap;
    }
}
