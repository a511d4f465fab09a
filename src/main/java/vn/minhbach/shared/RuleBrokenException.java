package vn.minhbach.shared;

/** A rule of the department's work forbids the step; the message is the key of a sentence in the bundle. */
public class RuleBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RuleBrokenException(String key) {
        super(key);
    }
}
