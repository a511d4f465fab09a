package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * Finds what may be the same matter as a text: what shares many of its words that few others have, weighed by how few. What many others share
 * likewise is a subject about which many ask (the name of a procedure, whatever is asked of it), and no matter of two neighbours: those
 * words do not count. Proposals for a person who reads both, made of numbers of words alone.
 *
 * <p>An office's first letters are too few to tell which words are rare. As long as they are, those that any office gets ({@link UsualWords}) are
 * counted with them, and two letters are of one matter only if they name one thing: a street, a house, a hall. Who asks about one procedure names none.
 */
final class Likeness {

    /** Of fewer submissions nobody can tell which words are rare. */
    private static final int FEWEST = 50;

    /** A name in which more letters than that have a part names nothing. */
    private static final double COMMON_NAME = 0.05;

    /** A word that stands in so much of all tells nothing. */
    private static final double COMMON = 0.1;

    /** So many rare words are shared by chance. */
    private static final int LEAST = 4;

    /** So alike are two letters of neighbours about one lamp; found by trying (see {@code LikenessTest}). */
    private static final double ENOUGH = 0.33;

    /** So many others may share the same words, or one of so many if that is more: neighbours come in numbers, subjects in greater ones. */
    private static final int CROWD = 5;

    private static final int CROWD_OF = 500;

    /** The rarest words of a long text are enough; one bit is for each. */
    private static final int MOST_WORDS = Long.SIZE;

    private static final int MOST_LOOKED_AT = 20;

    private static final Comparator<Found> BEST_FIRST = Comparator.comparingDouble(Found::likeness)
            .thenComparingLong(found -> found.other().submission())
            .reversed();

    private final IntToDoubleFunction frequency;
    private final int total;

    /** The words that count, in order, and how much. */
    private final int[] words;

    private final double[] weights;

    /** Which of them name something, one bit for each; all where that is not asked for. */
    private final long names;

    private final List<Other> others = new ArrayList<>();
    private int seen;

    /** @param common which of the words it shares, one bit for each */
    private record Other(long submission, long common, int[] words, boolean isCandidate) {}

    private record Found(Other other, double likeness) {}

    /**
     * @param text the words of the text, as numbers
     * @param named those of them that name something
     * @param own in how many of the office's submissions a word stands
     * @param many how many submissions there are
     */
    Likeness(int[] text, Set<Integer> named, IntUnaryOperator own, int many) {
        var isFew = many < FEWEST;
        total = isFew ? many + UsualWords.LETTERS : many;
        frequency =
                isFew ? word -> own.applyAsInt(word) + UsualWords.LETTERS * UsualWords.share(word) : own::applyAsInt;
        words = Arrays.stream(text)
                .distinct()
                .filter(word -> weight(word) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer word) -> weight(word))
                        .reversed())
                .limit(MOST_WORDS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        weights = Arrays.stream(words).mapToDouble(this::weight).toArray();
        names = isFew ? bits(word -> named.contains(word) && UsualWords.share(word) <= COMMON_NAME) : -1L;
    }

    private long bits(IntPredicate wanted) {
        var bits = 0L;
        for (var i = 0; i < words.length; i++) {
            bits |= wanted.test(words[i]) ? 1L << i : 0;
        }
        return bits;
    }

    private double weight(int word) {
        var often = Math.max(1, frequency.applyAsDouble(word));
        return often > COMMON * total ? 0 : Math.log(total / often);
    }

    /**
     * Compares another one with the text.
     *
     * @param its its words, as numbers in order
     * @param isCandidate whether it may be proposed; others only show how many share the same
     */
    void compare(long submission, int[] its, boolean isCandidate) {
        seen++;
        var common = 0L;
        for (int mine = 0, theirs = 0; mine < words.length && theirs < its.length; ) {
            if (words[mine] == its[theirs]) {
                common |= 1L << mine;
            }
            if (words[mine] <= its[theirs]) {
                mine++;
            } else {
                theirs++;
            }
        }
        if (Long.bitCount(common) >= LEAST) {
            others.add(new Other(submission, common, its, isCandidate));
        }
    }

    /** The candidates that may be the same matter, the most alike first. */
    List<Long> found() {
        return others.stream()
                .filter(Other::isCandidate)
                .map(other -> new Found(other, likeness(other, 0)))
                .filter(found -> found.likeness() >= ENOUGH)
                .sorted(BEST_FIRST)
                .limit(MOST_LOOKED_AT)
                .map(found -> new Found(found.other(), likeness(found.other(), crowded(found.other()))))
                .filter(found -> found.likeness() >= ENOUGH)
                .sorted(BEST_FIRST)
                .map(found -> found.other().submission())
                .toList();
    }

    /** The shared words that many others share together with at least half of the rest. */
    private long crowded(Other one) {
        var often = new int[words.length];
        var half = (Long.bitCount(one.common()) + 1) / 2;
        for (var other : others) {
            var both = other.common() & one.common();
            if (other.submission() != one.submission() && Long.bitCount(both) >= half) {
                for (var left = both; left != 0; left &= left - 1) {
                    often[Long.numberOfTrailingZeros(left)]++;
                }
            }
        }
        var most = Math.max(CROWD, seen / CROWD_OF);
        var crowded = 0L;
        for (var i = 0; i < often.length; i++) {
            crowded |= often[i] > most ? 1L << i : 0;
        }
        return crowded;
    }

    /** From 0 to 1: how much of what is rare is in both, without some words; 0 if too few are left, or none that names something. */
    private double likeness(Other other, long without) {
        var common = other.common() & ~without;
        if (Long.bitCount(common) < LEAST || (common & names) == 0) {
            return 0;
        }
        var gone = squares(other.common() & without);
        var mine = squares(-1L) - gone;
        var theirs = Arrays.stream(other.words())
                        .mapToDouble(this::weight)
                        .map(weight -> weight * weight)
                        .sum()
                - gone;
        return squares(common) / Math.sqrt(mine * theirs);
    }

    private double squares(long some) {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += (some & 1L << i) == 0 ? 0 : weights[i] * weights[i];
        }
        return sum;
    }
}
