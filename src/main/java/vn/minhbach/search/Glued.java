package vn.minhbach.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what was typed without blanks: "dangkykethon", "theonooij dung". Of all ways to cut it into syllables that the
 * content uses, the one with the likeliest syllables is taken, if most of them are known as neighbours; what can be read as one
 * word, or not be cut so, is left whole.
 */
final class Glued {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 60;

    /** No syllable is longer, not even in keystrokes: "nghieengx". */
    private static final int LONGEST_SYLLABLE = 9;

    /** A word that no Vietnamese could be is taken for one if the content uses it so often. */
    private static final int USED = 3;

    private static final double KEYSTROKES = 1.5;

    /** The syllables of one letter that stand within terms: "nhà ở", "y tế", "ý kiến". */
    private static final String ALONE = "oyởýỞÝOY";

    private final SyllableModel model;

    private Glued(SyllableModel model) {
        this.model = model;
    }

    /** @param settled the places of words that are right as they are */
    static List<Word> apart(List<Word> words, Set<Integer> settled, SyllableModel model) {
        var glued = new Glued(model);
        var all = new ArrayList<Word>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            all.addAll(settled.contains(i) || word.isAcronymAmong(words) ? List.of(word) : glued.apart(word));
        }
        return List.copyOf(all);
    }

    private List<Word> apart(Word word) {
        var typed = word.typed();
        if (typed.length() < SHORTEST || typed.length() > LONGEST || isOne(word)) {
            return List.of(word);
        }
        var best = new Cut[typed.length() + 1];
        best[0] = new Cut(0, null, 0);
        for (var end = 1; end <= typed.length(); end++) {
            for (var start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
                var before = best[start];
                if (before != null) {
                    var likely = likely(typed.substring(start, end));
                    var here = best[end];
                    if (likely < 0 && (here == null || before.likely() + likely > here.likely())) {
                        best[end] = new Cut(start, before, before.likely() + likely);
                    }
                }
            }
        }
        var pieces = cut(word, best[typed.length()]);
        return areNeighbours(pieces) ? pieces : List.of(word);
    }

    /** Where a syllable begins, what is before it, and the logarithm of how likely all of it is. */
    private record Cut(int start, @Nullable Cut before, double likely) {}

    private static List<Word> cut(Word word, @Nullable Cut last) {
        var pieces = new ArrayList<Word>();
        var end = word.typed().length();
        for (var cut = last; cut != null && cut.before() != null; cut = cut.before()) {
            pieces.addFirst(word.part(cut.start(), end));
            end = cut.start();
        }
        return pieces;
    }

    /** Whether most of the pieces stand in the content beside the one before, with whatever marks. */
    private boolean areNeighbours(List<Word> pieces) {
        var known = 0;
        for (var i = 1; i < pieces.size(); i++) {
            known += model.areNeighbours(
                            pieces.get(i - 1).letters(), pieces.get(i).letters())
                    ? 1
                    : 0;
        }
        return known > 0 && known * 2 > pieces.size() - 1;
    }

    /** Whether the content has the word, or one that differs from it by a slip. */
    private boolean isOne(Word word) {
        var typed = word.typed();
        for (var i = 0; i < typed.length(); i++) {
            if (!Character.isLetter(typed.charAt(i)) && !Character.isDigit(typed.charAt(i))) {
                return true;
            }
        }
        if (!SyllableModel.isWord(word.canonical()) && typed.length() <= LONGEST_SYLLABLE) {
            return true;
        }
        if (commonest(word.folded()) >= USED) {
            return true;
        }
        var meant = Telex.decode(typed.toLowerCase(Locale.ROOT));
        if (meant != null && commonest(Syllable.fold(meant)) > 0) {
            return true;
        }
        for (var number : typed.length() > LONGEST_SYLLABLE ? new int[0] : model.near(word.folded())) {
            if (model.isCommon(number)) {
                return true;
            }
        }
        return false;
    }

    private int commonest(String folded) {
        var alike = model.alike(folded);
        return alike == null ? 0 : model.count(alike[0]);
    }

    /** The logarithm of how likely a piece is a syllable; 0 if it is none. */
    private double likely(String piece) {
        if (piece.length() == 1 && ALONE.indexOf(piece.charAt(0)) < 0) {
            return 0;
        }
        var forms = Syllable.forms(piece);
        var marked = !forms.canonical().equals(forms.folded());
        var number = marked ? model.number(forms.canonical()) : first(model.alike(forms.folded()));
        var likely = model.isCommon(number) ? model.alone(number) : 0;
        if (!marked) {
            var meant = Telex.decode(piece.toLowerCase(Locale.ROOT));
            if (meant != null && model.isCommon(model.number(meant))) {
                var keystrokes = model.alone(model.number(meant)) - KEYSTROKES;
                likely = likely == 0 ? keystrokes : Math.max(likely, keystrokes);
            }
        }
        return likely;
    }

    private static int first(int @Nullable [] numbers) {
        return numbers == null ? -1 : numbers[0];
    }
}
