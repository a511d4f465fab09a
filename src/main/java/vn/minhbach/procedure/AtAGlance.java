package vn.minhbach.procedure;

import java.util.List;
import vn.minhbach.web.Words;

/** The answers to "how long?" and "how much?" in a few words, for lists. */
final class AtAGlance {

    private static final int LENGTH = 80;

    private AtAGlance() {}

    /** The time limit; of several, the first, since the ways come in the order of the decision. Empty if unknown. */
    static String time(ProcedureContent content) {
        return first(Times.of(content.ways(), Words.VIETNAMESE));
    }

    /** The fee; empty if unknown. */
    static String fee(ProcedureContent content) {
        return first(Fees.of(content.ways(), Words.VIETNAMESE));
    }

    /** A bare figure, such as the national data has for a time without its unit, tells nothing. */
    static boolean tells(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static String first(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> !statement.silent())
                .findFirst()
                .map(statement -> statement.shortened(LENGTH).text())
                .orElse("");
    }
}
