package vn.minhbach.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which words stand in the letters of citizens whatever they are about, so that an office knows in its first week what is rare. Counted in letters
 * that were written for the project.
 */
final class UsualWords {

    /** So many letters they stand for. */
    static final int LETTERS = 600;

    private static final String FILE = "/vn/minhbach/inbox/usual-words.tsv";
    private static final double THOUSAND = 1_000;

    /** In which part of the letters a word stands, by its number. */
    private static final Map<Integer, Double> SHARES = read();

    private UsualWords() {}

    /** @param word its number */
    static double share(int word) {
        return SHARES.getOrDefault(word, 0.0);
    }

    private static Map<Integer, Double> read() {
        try (var in = Objects.requireNonNull(UsualWords.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(
                            parts -> SubmissionWords.number(parts[0]),
                            parts -> Integer.parseInt(parts[1]) / THOUSAND,
                            Math::max));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
