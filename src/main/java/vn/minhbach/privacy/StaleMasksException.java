package vn.minhbach.privacy;

import vn.minhbach.shared.RuleBrokenException;

/** The text was changed since its masks were chosen: what they would leave readable, nobody has looked at. */
public class StaleMasksException extends RuleBrokenException {

    private static final long serialVersionUID = 1L;

    public StaleMasksException() {
        super("privacy.error.stale");
    }
}
