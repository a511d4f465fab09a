package vn.minhbach.inbox;

import java.io.Serializable;
import vn.minhbach.privacy.Kind;

/**
 * A place of a public text that may tell of somebody, and may not: a person masks it or lets it stand.
 *
 * @param part which of the texts it stands in
 * @param kind what it is thought to be
 * @param before the words before it, by which people see what it is; likewise those behind it
 * @param words what stands there
 * @param number how many places of the same text before it say the same
 */
public record Doubt(Part part, Kind kind, String before, String words, String after, int number)
        implements Serializable {

    /** Where a public text says something. */
    public enum Part {
        TITLE,
        QUESTION,
        ANSWER,
        /** What a picture or a link of the answer says of itself to whoever does not see it. */
        DESCRIPTION
    }

    /** Whether a press masks it; what lies in the markup is changed where it was written. */
    public boolean isMaskable() {
        return part != Part.DESCRIPTION;
    }

    /** "họ tên: Nguyễn Văn Hùng" */
    String told() {
        return kind.words() + ": " + words;
    }

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "Doubt " + part + " " + kind;
    }
}
