package vn.minhbach.privacy;

import java.util.Arrays;
import java.util.BitSet;

/** The words of a folded text: runs of letters and digits; "12/5A" is one, as is "H'Yến". */
final class Tokens {

    private final Folded text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Words of lines that are all in capitals, where a capital says no more than a small letter. */
    private final BitSet shouted = new BitSet();

    private static final int SHORTEST_SHOUT = 6;

    Tokens(Folded text) {
        this.text = text;
        var low = text.low();
        for (var i = 0; i < low.length(); ) {
            if (!isWord(low.charAt(i))) {
                i++;
                continue;
            }
            var end = i + 1;
            while (end < low.length() && (isWord(low.charAt(end)) || joins(low, end))) {
                end++;
            }
            add(i, end);
            i = end;
        }
        for (var from = 0; from < count; ) {
            var to = lineEnd(from);
            if (to - from >= SHORTEST_SHOUT && isShouted(from, to)) {
                shouted.set(from, to);
            }
            from = to;
        }
    }

    private int lineEnd(int from) {
        var newline = text.low().indexOf('\n', ends[from]);
        var to = from + 1;
        while (to < count && (newline < 0 || starts[to] < newline)) {
            to++;
        }
        return to;
    }

    /** No small letter but in some word or other, as "m2" or an e-mail's. */
    private boolean isShouted(int from, int to) {
        var small = 0;
        for (var word = from; word < to; word++) {
            var cased = text.cased().substring(starts[word], ends[word]);
            small += cased.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
        }
        return small * 5 < to - from;
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 0x7F && Character.isLetterOrDigit(c);
    }

    /** A slash between digits, an apostrophe behind a first letter. */
    private static boolean joins(String low, int at) {
        if (at + 1 >= low.length() || !isWord(low.charAt(at + 1))) {
            return false;
        }
        var before = low.charAt(at - 1);
        return low.charAt(at) == '/' && Character.isDigit(low.charAt(at + 1)) && isHouse(before, low, at)
                || low.charAt(at) == '\'' && Character.isLetter(before);
    }

    private static boolean isHouse(char before, String low, int at) {
        return Character.isDigit(before) || at >= 2 && Character.isDigit(low.charAt(at - 2));
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    String low(int word) {
        return text.low().substring(starts[word], ends[word]);
    }

    boolean is(int word, String low) {
        return word >= 0
                && word < count
                && ends[word] - starts[word] == low.length()
                && text.low().startsWith(low, starts[word]);
    }

    /** Whether it says a word of the language, given in small letters with its marks; or may say it, written without. */
    boolean says(int word, String proper, String folded) {
        return is(word, folded) && text.says(starts[word], ends[word], Folded.key(proper));
    }

    /** Begins with a capital that says something. */
    boolean isCapital(int word) {
        return isUpper(word) && !shouted.get(word);
    }

    boolean isUpper(int word) {
        return word >= 0 && word < count && Character.isUpperCase(text.cased().charAt(starts[word]));
    }

    boolean isMarked(int word) {
        return text.isMarked(starts[word], ends[word]);
    }

    String key(int word) {
        return Folded.key(text.written(starts[word], ends[word]));
    }

    boolean hasDigit(int word) {
        for (var i = starts[word]; i < ends[word]; i++) {
            if (Character.isDigit(text.low().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Digits alone. */
    boolean isNumber(int word) {
        for (var i = starts[word]; i < ends[word]; i++) {
            if (!Character.isDigit(text.low().charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether only these signs, and not more than so many, stand before a word, behind the one before it. */
    boolean follows(int word, String signs, int most) {
        if (word <= 0 || word >= count || starts[word] - ends[word - 1] > most) {
            return false;
        }
        for (var i = ends[word - 1]; i < starts[word]; i++) {
            if (signs.indexOf(text.low().charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
