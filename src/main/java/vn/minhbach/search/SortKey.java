package vn.minhbach.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The key by which titles are put in Vietnamese alphabetical order: a ă â b c d đ e ê … with tones counting only between
 * syllables that are otherwise alike. As a catalogue passes over a leading article, it passes over the word "Thủ tục" with which
 * some offices begin their titles and others do not.
 */
final class SortKey {

    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    /** What says of a title only that it is one. */
    private static final List<String> INTRODUCTION = List.of(Syllable.canonical("thủ"), Syllable.canonical("tục"));

    private SortKey() {}

    static String of(String title) {
        var syllables = new ArrayList<String>();
        for (var syllable : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")) {
            if (!syllable.isEmpty()) {
                syllables.add(Syllable.canonical(syllable));
            }
        }
        return key(withoutIntroduction(syllables));
    }

    /** The syllables of a title without those that say only that it is one, unless there are no others. */
    static List<String> withoutIntroduction(List<String> syllables) {
        var introduced = syllables.size() > INTRODUCTION.size()
                && syllables.subList(0, INTRODUCTION.size()).equals(INTRODUCTION);
        return introduced ? syllables.subList(INTRODUCTION.size(), syllables.size()) : syllables;
    }

    private static String key(List<String> syllables) {
        var out = new StringBuilder();
        var tones = new StringBuilder();
        for (var syllable : syllables) {
            var tone = '0';
            for (var c : syllable.toCharArray()) {
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
