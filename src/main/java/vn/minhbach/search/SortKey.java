package vn.minhbach.search;

import java.text.Normalizer;
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
            for (var c : Normalizer.normalize(Syllable.canonical(syllable), Normalizer.Form.NFC)
                    .toCharArray()) {
                var rank = ALPHABET.indexOf(c);
                if (rank >= 0) {
                    out.append((char) ('A' + rank));
                } else if (c >= '1' && c <= '5') {
                    tones.append(c);
                } else {
                    out.append(c);
                }
            }
            out.append(' ');
            tones.append(' ');
        }
        return out + "\u0000" + tones;
    }
}
