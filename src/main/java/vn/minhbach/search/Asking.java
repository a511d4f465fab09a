package vn.minhbach.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells how somebody asks from what they ask about. "What papers do I need" is asked of everything and is in the texts of few
 * things, by chance; where it counts, these come first.
 */
final class Asking {

    private static final String RESOURCE = "/vn/minhbach/search/asking.txt";

    private static final Set<List<String>> PHRASES = phrases();

    private static final int LONGEST =
            PHRASES.stream().mapToInt(List::size).max().orElse(0);

    private Asking() {}

    private static Set<List<String>> phrases() {
        try (var in = Objects.requireNonNull(Asking.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> syllables(Word.in(line, Understood.SYLLABLES)))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> syllables(List<Word> words) {
        return words.stream().map(Word::canonical).toList();
    }

    /** What is asked about; all words if nothing but asking is there. */
    static List<Word> about(List<Word> words) {
        var about = new ArrayList<Word>();
        for (var at = 0; at < words.size(); ) {
            var length = asking(words.subList(at, Math.min(words.size(), at + LONGEST)));
            if (length == 0) {
                about.add(words.get(at++));
            } else {
                at += length;
            }
        }
        return about.isEmpty() ? words : List.copyOf(about);
    }

    /** How many of the first words are one phrase of asking, the longest there is. */
    private static int asking(List<Word> words) {
        var syllables = syllables(words);
        for (var length = syllables.size(); length > 0; length--) {
            if (PHRASES.contains(syllables.subList(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
