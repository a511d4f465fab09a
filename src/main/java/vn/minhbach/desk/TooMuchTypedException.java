package vn.minhbach.desk;

import vn.minhbach.shared.RuleBrokenException;

/** What is typed and not saved is more than is kept of it: too long, or somebody has begun too much. */
public class TooMuchTypedException extends RuleBrokenException {

    private static final long serialVersionUID = 1L;

    public TooMuchTypedException(String key) {
        super(key);
    }

    /** @param field of which there is too much, by the name that the form has for it */
    public TooMuchTypedException(String key, String field) {
        super(key, field);
    }
}
