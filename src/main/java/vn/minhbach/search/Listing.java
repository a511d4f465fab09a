package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Puts items in the order of their titles, codes or dates. Within a segment titles are compared by their places in its
 * dictionary; only those of the first items are then read, to bring the segments together.
 */
final class Listing {

    private Listing() {}

    /**
     * An item with what it is ordered by.
     *
     * @param date seconds; 0 where the order does not look at it
     * @param title empty likewise
     */
    private record Item(int document, long date, BytesRef title, BytesRef id) {}

    private static final Comparator<Item> ORDER = Comparator.comparingLong((Item item) -> -item.date())
            .thenComparing(Item::title)
            .thenComparing(Item::id)
            .thenComparingInt(Item::document);

    /** The first so many items in an order. */
    static List<ScoreDoc> first(Matches among, SearchRequest.Order order, int wanted) throws IOException {
        if (wanted < 1) {
            return List.of();
        }
        var first = new ArrayList<Item>();
        for (var leaf : among.leaves()) {
            var documents = among.documents(leaf);
            if (documents.length > 0) {
                first.addAll(firstOf(leaf, documents, order, wanted));
            }
        }
        first.sort(ORDER);
        return first.stream()
                .limit(wanted)
                .map(item -> new ScoreDoc(item.document(), Float.NaN))
                .toList();
    }

    private static List<Item> firstOf(LeafReaderContext leaf, int[] documents, SearchRequest.Order order, int wanted)
            throws IOException {
        var ids = DocValues.getSorted(leaf.reader(), Fields.SORT_ID);
        var byTitle = order == SearchRequest.Order.TITLE;
        var byDate = order == SearchRequest.Order.NEWEST;
        var titles = byTitle ? DocValues.getSorted(leaf.reader(), Fields.SORT_TITLE) : DocValues.emptySorted();
        var dates = byDate ? DocValues.getNumeric(leaf.reader(), Fields.DATE) : DocValues.emptyNumeric();
        // Last of those kept by now first; a key holds what decides, and the document's number within the segment.
        var kept = new PriorityQueue<long[]>(Comparator.<long[]>comparingLong(key -> key[0])
                .thenComparingLong(key -> key[1])
                .thenComparingLong(key -> key[2])
                .reversed());
        for (var document : documents) {
            var lead = byTitle ? place(titles, document) : -date(dates, document);
            if (kept.size() < wanted || lead <= kept.element()[0]) {
                kept.add(new long[] {lead, place(ids, document), document});
                if (kept.size() > wanted) {
                    kept.remove();
                }
            }
        }
        var items = new ArrayList<Item>();
        for (var key : kept) {
            items.add(new Item(
                    leaf.docBase + (int) key[2],
                    byDate ? -key[0] : 0,
                    byTitle ? value(titles, key[0]) : new BytesRef(),
                    value(ids, key[1])));
        }
        return items;
    }

    private static long place(SortedDocValues values, int document) throws IOException {
        return values.advanceExact(document) ? values.ordValue() : -1;
    }

    private static long date(NumericDocValues values, int document) throws IOException {
        return values.advanceExact(document) ? values.longValue() : 0;
    }

    private static BytesRef value(SortedDocValues values, long place) throws IOException {
        return place < 0 ? new BytesRef() : BytesRef.deepCopyOf(values.lookupOrd((int) place));
    }
}
