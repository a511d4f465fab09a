package vn.minhbach.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import vn.minhbach.shared.Html;

/**
 * Marks the words that matched, in the original text with all its marks, and cuts the best passage out of it.
 *
 * <p>Where the words stand is read from the index, so that no text is taken apart again: per hit and word one look-up.
 */
final class Highlighter {

    private static final int SNIPPET = 240;
    private static final int LOOKED_AT = StoredText.LONGEST - 600;
    private static final int PER_WORD = 60;

    /** How much of a passage stands before its first match, at most. */
    private static final int LEAD = SNIPPET / 3;

    /** So much of a text before and behind a passage says where it may begin and end. */
    private static final int AROUND = 2 * LEAD;

    private Highlighter() {}

    /** Where a word stands in a text: its number among the words, and its ends. */
    private record Place(int word, int start, int end) {}

    /** Where the words of the query stand in one field, by document. */
    static Places places(IndexSearcher searcher, ScoreDoc[] hits, String field, Set<String> words) throws IOException {
        var places = new HashMap<Integer, List<Place>>();
        var rarity = new double[words.size()];
        var sorted = Arrays.stream(hits).mapToInt(hit -> hit.doc).sorted().toArray();
        var leaves = searcher.getIndexReader().leaves();
        var from = 0;
        while (from < sorted.length) {
            var leaf = leaves.get(ReaderUtil.subIndex(sorted[from], leaves));
            var to = from;
            while (to < sorted.length
                    && sorted[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            var number = 0;
            for (var word : words) {
                read(leaf, field, word, number, Arrays.copyOfRange(sorted, from, to), places, rarity);
                number++;
            }
            from = to;
        }
        places.values().forEach(each -> each.sort(Comparator.comparingInt(Place::start)));
        return new Places(places, rarity);
    }

    private static void read(
            LeafReaderContext leaf,
            String field,
            String word,
            int number,
            int[] documents,
            Map<Integer, List<Place>> into,
            double[] rarity)
            throws IOException {
        var terms = leaf.reader().terms(field);
        if (terms == null) {
            return;
        }
        var term = terms.iterator();
        if (!term.seekExact(new BytesRef(word))) {
            return;
        }
        rarity[number] =
                Math.max(rarity[number], Math.log(1 + (double) leaf.reader().maxDoc() / term.docFreq()));
        var postings = term.postings(null, PostingsEnum.OFFSETS);
        for (var document : documents) {
            var wanted = document - leaf.docBase;
            var at = postings.docID() < wanted ? postings.advance(wanted) : postings.docID();
            if (at == DocIdSetIterator.NO_MORE_DOCS) {
                return;
            }
            if (at != wanted) {
                continue;
            }
            var found = into.computeIfAbsent(document, unused -> new ArrayList<>());
            for (var i = Math.min(PER_WORD, postings.freq()); i > 0; i--) {
                postings.nextPosition();
                if (postings.startOffset() < 0 || postings.endOffset() > LOOKED_AT) {
                    break;
                }
                found.add(new Place(number, postings.startOffset(), postings.endOffset()));
            }
        }
    }

    /** Writes texts as safe HTML with their matches in {@code <mark>}. */
    static final class Places {

        private final Map<Integer, List<Place>> byDocument;
        private final double[] rarity;

        private Places(Map<Integer, List<Place>> byDocument, double[] rarity) {
            this.byDocument = byDocument;
            this.rarity = rarity;
        }

        /** Whether anything that was asked for is there. */
        boolean areIn(int document) {
            return byDocument.containsKey(document);
        }

        /** The whole text. */
        String whole(int document, String text) {
            return marked(text, 0, 0, text.length(), byDocument.getOrDefault(document, List.of()));
        }

        /** The passage that holds most of what was asked for; empty if nothing of it is there. */
        String best(int document, StoredText text) {
            var places = byDocument.getOrDefault(document, List.of());
            if (places.isEmpty()) {
                return "";
            }
            var first = places.get(bestStart(text, places));
            var from = Math.max(0, first.start() - AROUND);
            var around = text.between(from, Math.min(text.length(), first.end() + SNIPPET + AROUND));
            var at = first.start() - from;
            var line = around.lastIndexOf('\n', at) + 1;
            var start = at - line <= LEAD ? line : wordStart(around, at - LEAD / 2);
            var lineEnd = around.indexOf('\n', first.end() - from);
            var end = passageEnd(around, start, lineEnd < 0 ? around.length() : lineEnd);
            var cut = end < around.length() && around.charAt(end) != '\n' ? "…" : "";
            return marked(around, from, start, end, places).strip() + cut;
        }

        /** The match from which on most is to be seen in one passage; in doubt the earliest. */
        private int bestStart(StoredText text, List<Place> places) {
            var lines = text.lines(places.stream().mapToInt(Place::start).toArray());
            var best = 0;
            var most = -1.0;
            var seenFrom = new int[rarity.length];
            Arrays.fill(seenFrom, -1);
            for (var i = 0; i < places.size(); i++) {
                var from = places.get(i).start();
                var worth = 0.0;
                for (var j = i; j < places.size() && lines[j] == lines[i]; j++) {
                    var here = places.get(j);
                    if (here.end() > from + SNIPPET - LEAD / 2) {
                        break;
                    }
                    worth += seenFrom[here.word()] == i ? .1 : rarity[here.word()];
                    if (j > i
                            && here.start() - places.get(j - 1).end() == 1
                            && here.word() == places.get(j - 1).word() + 1) {
                        worth += 1;
                    }
                    seenFrom[here.word()] = i;
                }
                if (worth > most + 1e-9) {
                    most = worth;
                    best = i;
                }
            }
            return best;
        }

        private static int wordStart(String text, int at) {
            var start = Math.max(0, at);
            while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && at - start < LEAD / 2) {
                start--;
            }
            return start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start;
        }

        private static int passageEnd(String text, int start, int lineEnd) {
            if (lineEnd - start <= SNIPPET + 60) {
                return lineEnd;
            }
            var end = start + SNIPPET;
            while (end > start + SNIPPET / 2 && !Character.isWhitespace(text.charAt(end))) {
                end--;
            }
            if (end == start + SNIPPET / 2) {
                end = start + SNIPPET;
            }
            return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        }

        /** @param from the place in the whole text at which this part of it begins */
        private static String marked(String text, int from, int start, int end, List<Place> places) {
            var out = new StringBuilder(end - start + 80);
            var at = start;
            for (var place : places) {
                if (place.start() - from < at || place.end() - from > end) {
                    continue;
                }
                out.append(Html.escape(text.substring(at, place.start() - from)))
                        .append("<mark>")
                        .append(Html.escape(text.substring(place.start() - from, place.end() - from)))
                        .append("</mark>");
                at = place.end() - from;
            }
            return out.append(Html.escape(text.substring(at, end))).toString();
        }
    }
}
