package vn.minhbach.search;

import java.util.Locale;

/**
 * The key by which titles are put in Vietnamese alphabetical order: a ă â b c d đ e ê … with tones counting only between
 * syllables that are otherwise alike.
 */
final class SortKey {

    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    private SortKey() {}

    static String of(String title) {
        var out = new StringBuilder();
        var tones = new StringBuilder();
        for (var syllable : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
            if (syllable.isEmpty()) {
                continue;
            }
            var tone = '0';
            for (var c : Syllable.canonical(syllable).toCharArray()) {
                var rank = ALPHABET.indexOf(c);
                var mark = Syllable.TONES.indexOf(c);
                if (mark >= 0) {
                    tone = (char) ('1' + mark);
                } else {
                    out.append(rank >= 0 ? (char) ('A' + rank) : c);
                }
            }
            out.append(' ');
            tones.append(tone);
        }
        return out + "\u0000" + tones;
    }
}
