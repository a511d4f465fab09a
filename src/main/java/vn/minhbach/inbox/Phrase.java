package vn.minhbach.inbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.minhbach.shared.LookAlikes;
import vn.minhbach.shared.Text;

/**
 * A few syllables by which a matter is recognised in what somebody writes, and all that they write as well: whole syllables in their order, whatever signs stand between them. "Đang
 * chạy" is not "đang cháy", so a syllable that was written with marks is found by these alone; one without marks may have been any, as who writes
 * "dang chay" leaves open. A phrase that the office typed without any marks is found whatever marks the text has.
 */
record Phrase(List<Syllable> syllables) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    Phrase {
        syllables = List.copyOf(syllables);
    }

    /**
     * A syllable in small letters.
     *
     * @param plain without marks
     * @param marked with its tone at the end, wherever it was written
     */
    record Syllable(String plain, String marked) {

        static Syllable of(String written) {
            return new Syllable(Text.fold(written), Text.toneLast(written));
        }

        boolean isMarked() {
            return !marked.equals(plain);
        }
    }

    static Phrase of(String text) {
        return new Phrase(BETWEEN.splitAsStream(LookAlikes.settle(text))
                .filter(word -> !word.isEmpty())
                .map(Syllable::of)
                .toList());
    }

    /** The phrases that somebody typed, one a line, each once: in small letters with their marks, without signs. */
    static List<String> lines(String typed) {
        return Text.lines(typed).stream()
                .map(line -> BETWEEN.matcher(Text.clean(line).toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip())
                .distinct()
                .toList();
    }

    boolean isIn(Phrase text) {
        var marks = syllables.stream().anyMatch(Syllable::isMarked);
        for (var at = 0; at <= text.syllables.size() - syllables.size(); at++) {
            if (isAt(text, at, marks)) {
                return !syllables.isEmpty();
            }
        }
        return false;
    }

    private boolean isAt(Phrase text, int at, boolean marks) {
        for (var i = 0; i < syllables.size(); i++) {
            var sought = syllables.get(i);
            var found = text.syllables.get(at + i);
            if (!found.plain().equals(sought.plain())
                    || marks && found.isMarked() && !found.marked().equals(sought.marked())) {
                return false;
            }
        }
        return true;
    }
}
