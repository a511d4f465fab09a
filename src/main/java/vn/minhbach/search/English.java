package vn.minhbach.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Queries in English: foreigners ask for "how to renew my driving license", and the glossary knows what that is called here. */
final class English {

    /** Words that hold a question together and say nothing of what it is about. */
    private static final Set<String> LITTLE = Set.of(
            "a",
            "about",
            "an",
            "and",
            "any",
            "apply",
            "are",
            "as",
            "at",
            "be",
            "by",
            "can",
            "cost",
            "do",
            "does",
            "documents",
            "find",
            "for",
            "form",
            "from",
            "get",
            "have",
            "how",
            "i",
            "in",
            "is",
            "it",
            "long",
            "make",
            "me",
            "much",
            "my",
            "need",
            "new",
            "obtain",
            "of",
            "office",
            "on",
            "or",
            "our",
            "please",
            "procedure",
            "procedures",
            "required",
            "requirements",
            "should",
            "take",
            "that",
            "the",
            "there",
            "this",
            "time",
            "to",
            "under",
            "vietnam",
            "vietnamese",
            "want",
            "we",
            "what",
            "when",
            "where",
            "which",
            "who",
            "will",
            "with",
            "you",
            "your");

    private English() {}

    /**
     * What a query in English is about: its words without the little ones around the terms. Empty if it is not in English, which
     * is one that names something that the glossary knows, and most of which is that or a little word.
     */
    static List<Word> terms(List<Word> words, List<Synonyms.Match> matches) {
        var known = new HashSet<Integer>();
        for (var match : matches) {
            for (var i = 0; match.english() && i < match.length(); i++) {
                known.add(match.first() + i);
            }
        }
        if (known.isEmpty() || words.stream().anyMatch(Word::marked)) {
            return List.of();
        }
        var terms = new ArrayList<Word>();
        var little = 0;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (known.contains(i) || !LITTLE.contains(word.typed().toLowerCase(Locale.ROOT))) {
                terms.add(word);
            } else {
                little++;
            }
        }
        return (known.size() + little) * 2 > words.size() ? terms : List.of();
    }
}
