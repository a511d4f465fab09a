package vn.minhbach.privacy;

/**
 * A place of a text that ought not to go public.
 *
 * @param start the first character, as {@link String#charAt} counts
 * @param end behind the last
 * @param certain whether it is personal data beyond reasonable doubt, so that the desk ticks it beforehand; otherwise a person decides
 */
public record Proposal(int start, int end, Kind kind, boolean certain) {

    public Proposal {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("From " + start + " to " + end);
        }
    }
}
