package vn.minhbach.procedure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a procedure in the national database, "1.001234", and the spellings in which people come with it: with the
 * province's ending ("1.001234.000.00.00.H48"), or with its last zeros lost, as spreadsheets do ("1.00123").
 */
public final class ProcedureCode {

    /** The national form. */
    static final String NATIONAL = "[1-9]\\.\\d{6}";

    private static final Pattern SPELLING =
            Pattern.compile("([1-9])\\.(\\d{1,6})(?:\\.\\d{3}\\.\\d{2}\\.\\d{2}(?:\\.[A-Za-z]\\d{2})?)?");

    private ProcedureCode() {}

    /** The national form of what was given; empty if that is no code. */
    public static Optional<String> national(String given) {
        var matcher = SPELLING.matcher(given.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) + "." + (matcher.group(2) + "00000").substring(0, 6));
    }
}
