package vn.minhbach.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches what holds at least so many of some words.
 *
 * <p>Every common word stands in half of all items, so that looking at each item of each word would be most of the work of a
 * search. Instead 64 items are counted at a time: bit i of the first plane, the second and so on are together the number of words that
 * item i holds; a word is added to all of them by a few operations on whole planes, as one adds binary numbers on paper.
 */
final class EnoughWords extends Matches.BitsQuery {

    private final String field;
    private final List<String> words;
    private final int enough;

    /** @param enough how many of the words must be there, at least 1 */
    EnoughWords(String field, Set<String> words, int enough) {
        super(enough + " of " + words);
        this.field = field;
        this.words = List.copyOf(words);
        this.enough = enough;
    }

    @Override
    FixedBitSet bits(LeafReaderContext leaf) throws IOException {
        var length = leaf.reader().maxDoc();
        var found = new FixedBitSet(length);
        var terms = leaf.reader().terms(field);
        if (terms == null) {
            return found;
        }
        var term = terms.iterator();
        var planes = new long[Integer.SIZE - Integer.numberOfLeadingZeros(words.size())][found.getBits().length];
        PostingsEnum postings = null;
        for (var word : words) {
            if (term.seekExact(new BytesRef(word))) {
                postings = term.postings(postings, PostingsEnum.NONE);
                postings.nextDoc();
                found.clear();
                postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, found, 0);
                add(found.getBits(), planes);
            }
        }
        return new FixedBitSet(atLeast(enough, planes), length);
    }

    /** @param carry what is added; lost */
    private static void add(long[] carry, long[][] planes) {
        for (var plane : planes) {
            for (var i = 0; i < plane.length; i++) {
                var both = plane[i] & carry[i];
                plane[i] ^= carry[i];
                carry[i] = both;
            }
        }
    }

    /** Where the numbers are not smaller than one: compared from the highest digit down. */
    private static long[] atLeast(int number, long[][] planes) {
        var greater = new long[planes[0].length];
        var equal = new long[planes[0].length];
        java.util.Arrays.fill(equal, -1);
        for (var digit = planes.length - 1; digit >= 0; digit--) {
            var plane = planes[digit];
            if ((number >> digit & 1) == 0) {
                for (var i = 0; i < plane.length; i++) {
                    greater[i] |= equal[i] & plane[i];
                    equal[i] &= ~plane[i];
                }
            } else {
                for (var i = 0; i < plane.length; i++) {
                    equal[i] &= plane[i];
                }
            }
        }
        for (var i = 0; i < greater.length; i++) {
            greater[i] |= equal[i];
        }
        return greater;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnoughWords same
                && same.field.equals(field)
                && same.words.equals(words)
                && same.enough == enough;
    }

    @Override
    public int hashCode() {
        return 31 * words.hashCode() + enough;
    }
}
