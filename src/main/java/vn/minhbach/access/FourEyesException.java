package vn.minhbach.access;

import vn.minhbach.shared.RuleBrokenException;

/**
 * Somebody wanted to decide alone what takes two: to approve their own text, or to make public what nobody has approved. It is no slip in
 * a form, so the attempt is written down as refused.
 */
public class FourEyesException extends RuleBrokenException {

    private static final long serialVersionUID = 1L;

    public FourEyesException(String key) {
        super(key);
    }
}
