package vn.minhbach.procedure;

import java.util.function.Function;
import vn.minhbach.shared.Text;

/** The answers to "how long?" and "how much?" in a few words, for lists. */
final class AtAGlance {

    private static final int LENGTH = 80;

    private AtAGlance() {}

    /** The time limit; of several, the first, since the ways come in the order of the decision. Empty if unknown. */
    static String time(ProcedureContent content) {
        return first(content, Way::time);
    }

    /** The fee; empty if unknown. */
    static String fee(ProcedureContent content) {
        return first(content, Way::fee);
    }

    /** A bare figure, such as the national data has for a time without its unit, tells nothing. */
    static boolean tells(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static String first(ProcedureContent content, Function<Way, String> part) {
        return content.ways().stream()
                .map(part)
                .filter(AtAGlance::tells)
                .findFirst()
                .map(text -> Text.shorten(Text.line(text), LENGTH))
                .orElse("");
    }
}
