package vn.minhbach.writing;

import java.util.List;

/**
 * Something worth a look.
 *
 * @param excerpt the words that it is about, exactly as they stand in the text; empty if it is about something that is not there
 * @param instead what could stand there instead; empty if that is for the author to say
 * @param link where the words could lead; empty if nowhere
 * @param gaps what is filled into its sentence, {@code Hint.Kind.<kind>} of the bundle
 */
public record Hint(Kind kind, String excerpt, String instead, String link, List<String> gaps) {

    /** What it is; in the order in which they are told. */
    public enum Kind {
        NO_TITLE,
        NO_LEAD,
        NO_IMAGE,
        NO_ALT,
        TABLE_WITHOUT_HEADERS,
        TABLE_WITHOUT_CAPTION,
        MISMATCH,
        MALFORMED,
        DEAD_TERM,
        MERGED_UNIT,
        ABBREVIATION,
        LONG_SENTENCE,
        DOCUMENT,
        PROCEDURE
    }

    static Hint about(Kind kind, String excerpt, String instead, String... gaps) {
        return new Hint(kind, excerpt, instead, "", List.of(gaps));
    }

    static Hint missing(Kind kind) {
        return about(kind, "", "");
    }

    static Hint linked(Kind kind, String excerpt, String link) {
        return new Hint(kind, excerpt, "", link, List.of(excerpt));
    }
}
