package vn.minhbach.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What was found so far, by places of the folded text; the first to claim a place keeps it. */
final class Found {

    record Place(int start, int end, Kind kind, boolean certain) {}

    private final List<Place> places = new ArrayList<>();
    private final BitSet taken = new BitSet();

    /** Nobody's: public numbers, amounts, dates of documents. */
    void keepPublic(int start, int end) {
        taken.set(start, end);
    }

    boolean isFree(int start, int end) {
        var next = taken.nextSetBit(start);
        return next < 0 || next >= end;
    }

    /** Claims what is free. */
    void add(int start, int end, Kind kind, boolean certain) {
        if (start < end && isFree(start, end)) {
            taken.set(start, end);
            places.add(new Place(start, end, kind, certain));
        }
    }

    List<Place> places() {
        return places;
    }
}
