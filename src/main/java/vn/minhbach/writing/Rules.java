package vn.minhbach.writing;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link Hints} looks for, ready to be looked for. */
public final class Rules {

    /** Where nobody has said otherwise. */
    static final int WORDS_OF_A_SENTENCE = 45;

    /**
     * A term that is no longer used.
     *
     * @param instead the term of today
     * @param why what readers of the hint are told besides
     */
    record Term(WritingRule.Kind kind, String term, String instead, String why) {}

    private final Map<String, Term> terms = new HashMap<>();
    private final Set<String> abbreviations = new HashSet<>();
    private final @Nullable Pattern pattern;
    private int sentence = WORDS_OF_A_SENTENCE;

    private Rules(List<WritingRule> rules) {
        for (var rule : rules) {
            switch (rule.getKind()) {
                case ABBREVIATION -> abbreviations.add(rule.getTerm());
                case SENTENCE -> sentence = Integer.parseInt(rule.getInstead());
                default ->
                    terms.put(
                            key(rule.getTerm()),
                            new Term(rule.getKind(), rule.getTerm(), rule.getInstead(), rule.getWhy()));
            }
        }
        pattern = terms.isEmpty()
                ? null
                : Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
                        + terms.keySet().stream()
                                // "mức độ 3, 4" before "mức độ 3".
                                .sorted(Comparator.comparing(String::length).reversed())
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))
                        + ")(?![\\p{L}\\p{N}])");
    }

    static Rules of(List<WritingRule> rules) {
        return new Rules(rules);
    }

    /** How a term is known however it is written. */
    static String key(String term) {
        return Normalizer.normalize(term, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Finds the terms in a text that is in small letters. */
    @Nullable
    Pattern pattern() {
        return pattern;
    }

    Term term(String found) {
        var term = terms.get(found);
        if (term == null) {
            throw new IllegalArgumentException(found);
        }
        return term;
    }

    boolean isKnown(String abbreviation) {
        return abbreviations.contains(abbreviation);
    }

    int wordsOfASentence() {
        return sentence;
    }
}
