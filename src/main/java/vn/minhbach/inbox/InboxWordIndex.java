package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.privacy.FieldCipher;

/**
 * Finds submissions by their words, and those that may be of one matter, though they lie sealed: each node opens the words of all into its memory, as numbers, and looks there.
 * Before each search it takes over what was kept since; who looks for something that was just sent finds it.
 */
@ApplicationScoped
class InboxWordIndex {

    /** So much longer back than the newest that is known: of two transactions, the one that began first may end last. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int PIECE = 1_000;

    /** What came so many numbers before or after is compared; what is farther away is seldom the same matter, and would take long. */
    static final int NEAR = 20_000;

    @Inject
    KeptWordsRepository repository;

    @Inject
    FieldCipher cipher;

    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    /** In how many submissions a word stands. */
    private final Map<Integer, Integer> frequency = new ConcurrentHashMap<>();

    private @Nullable Instant newest;

    InboxWordIndex() {}

    /** Without a server, for tests. */
    InboxWordIndex(KeptWordsRepository repository, FieldCipher cipher) {
        this.repository = repository;
        this.cipher = cipher;
    }

    /** The words of one, as numbers in order. Two words may share one in four thousand million. */
    private record Known(Instant changedAt, int[] words) {}

    /** The numbers of the submissions that have all of these words. Within a transaction. */
    Set<Long> find(List<String> words) {
        follow();
        var sought = words.stream().mapToInt(SubmissionWords::number).toArray();
        var found = new HashSet<Long>();
        known.forEach((submission, each) -> {
            for (var word : sought) {
                if (Arrays.binarySearch(each.words(), word) < 0) {
                    return;
                }
            }
            found.add(submission);
        });
        return found;
    }

    /**
     * Which of some submissions may be of the same matter as one, the most alike first. Within a transaction.
     *
     * @param asked the words of what was asked in that one
     * @param named those of them that name something
     */
    List<Long> alike(long id, List<String> asked, Set<String> named, Set<Long> among) {
        follow();
        var text = asked.stream().mapToInt(SubmissionWords::number).toArray();
        var names = named.stream().map(SubmissionWords::number).collect(Collectors.toSet());
        var likeness = new Likeness(text, names, word -> frequency.getOrDefault(word, 0), known.size());
        known.forEach((submission, each) -> {
            if (submission != id && Math.abs(submission - id) <= NEAR) {
                likeness.compare(submission, each.words(), among.contains(submission));
            }
        });
        return likeness.found();
    }

    /** Takes over what was kept since the last time. */
    synchronized void follow() {
        var since = newest;
        if (since == null) {
            read(0);
            return;
        }
        var changed = repository.changedSince(since.minus(OVERLAP)).entrySet().stream()
                .filter(each -> !isKnown(each.getKey(), each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        for (var from = 0; from < changed.size(); from += PIECE) {
            take(repository.of(changed.subList(from, Math.min(from + PIECE, changed.size()))));
        }
        // What was taken over from elsewhere has its own, older moments.
        if (repository.count() != known.size()) {
            read(0);
        }
    }

    private void read(long after) {
        var last = after;
        for (var piece = repository.after(last, PIECE); !piece.isEmpty(); piece = repository.after(last, PIECE)) {
            take(piece);
            last = piece.getLast().submission();
        }
    }

    private void take(Collection<KeptWordsRepository.Line> lines) {
        for (var line : lines) {
            if (!isKnown(line.submission(), line.changedAt())) {
                var opened = cipher.opened(line.sealed());
                var words = opened.isOpen() ? numbers(opened.text()) : new int[0];
                var before = known.put(line.submission(), new Known(line.changedAt(), words));
                count(words, 1);
                if (before != null) {
                    count(before.words(), -1);
                }
            }
            var moment = newest;
            newest = moment == null || line.changedAt().isAfter(moment) ? line.changedAt() : moment;
        }
    }

    private void count(int[] words, int by) {
        for (var word : words) {
            frequency.merge(word, by, (often, more) -> often + more == 0 ? null : often + more);
        }
    }

    private boolean isKnown(long submission, Instant changedAt) {
        var before = known.get(submission);
        return before != null && before.changedAt().equals(changedAt);
    }

    private static int[] numbers(String words) {
        return words.isEmpty()
                ? new int[0]
                : Arrays.stream(words.split(" "))
                        .mapToInt(SubmissionWords::number)
                        .sorted()
                        .distinct()
                        .toArray();
    }
}
