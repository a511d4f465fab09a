package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Words;

/**
 * The fields of a kind's form as the office writes them: one a line, by the name that people read, in the order of the form, with {@code *}
 * behind what is needed. The table keeps the same as "SUBJECT! TEXT! PHONE".
 */
final class AskedFields {

    private static final String NEEDED = "*";

    private AskedFields() {}

    /** Of what the table keeps; a word that is no field is passed over. */
    static List<SubmissionKind.Asked> of(String kept) {
        return Arrays.stream(kept.split(" "))
                .flatMap(word -> AskedField.named(word.replace("!", ""))
                        .map(field -> new SubmissionKind.Asked(field, word.endsWith("!")))
                        .stream())
                .toList();
    }

    /** As the office reads and writes it. */
    static String written(List<SubmissionKind.Asked> asked) {
        return asked.stream()
                .map(each -> label(each.field()) + (each.needed() ? " " + NEEDED : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String label(AskedField field) {
        return Words.VIETNAMESE.text("AskedField." + field);
    }

    /**
     * As the table keeps it. Names may be written without their marks.
     *
     * @throws RuleBrokenException at the field, if a line is no field, one is asked twice, or a form of these could not be answered
     */
    static String read(String lines) {
        var seen = EnumSet.noneOf(AskedField.class);
        var kept = new ArrayList<String>();
        var text = false;
        for (var line : Text.lines(lines)) {
            var needed = line.endsWith(NEEDED);
            var field = named(needed ? line.substring(0, line.length() - NEEDED.length()) : line);
            if (!seen.add(field)) {
                throw new RuleBrokenException("inbox.error.field.twice", KindStore.ASKED);
            }
            text |= field == AskedField.TEXT && needed;
            kept.add(field.name() + (needed ? "!" : ""));
        }
        if (!text) {
            throw new RuleBrokenException("inbox.error.field.text", KindStore.ASKED);
        }
        // By one of the two the sender is known again who shows the code.
        if (!seen.contains(AskedField.PHONE) && !seen.contains(AskedField.EMAIL)) {
            throw new RuleBrokenException("inbox.error.field.contact", KindStore.ASKED);
        }
        return String.join(" ", kept);
    }

    private static AskedField named(String written) {
        var sought = Text.fold(Text.line(written));
        for (var field : AskedField.values()) {
            if (Text.fold(label(field)).equals(sought)
                    || Text.fold(field.name()).equals(sought)) {
                return field;
            }
        }
        throw new RuleBrokenException("inbox.error.field", KindStore.ASKED);
    }
}
