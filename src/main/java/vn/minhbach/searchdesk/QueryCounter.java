package vn.minhbach.searchdesk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.minhbach.search.Searched;
import vn.minhbach.shared.LookAlikes;
import vn.minhbach.shared.Text;

/**
 * Counts what is searched for. A query is kept only when at least three different readers have asked it within a day; until
 * then it is known to this server's memory alone and is lost with it. Readers are told apart by marks that cannot be turned
 * back and are forgotten with the query; queries that look like somebody's number or address are not counted at all.
 */
@ApplicationScoped
public class QueryCounter implements Searched.Listener {

    /** So many different readers make a query nobody's own. */
    static final int READERS = 3;

    private static final int REMEMBERED = 20_000;
    private static final int LONGEST = 120;

    /** Of ways to write one query that are looked at; letters without marks are one query, and can be read as something else. */
    private static final int WAYS = 6;

    /**
     * A number of identity, telephone, passport, dossier or birth, however its figures are set apart: eight of them with no letter
     * between, or seven behind a letter; or an address of mail.
     */
    private static final Pattern PERSONAL =
            Pattern.compile("@|\\p{Nd}(?:[^\\p{L}\\p{Nd}]{0,3}\\p{Nd}){7}|\\p{L}\\p{Nd}{7}");

    /** What queries come to, under the words that were sent: most were sent before, and need not be looked at once more. */
    private final Cache<String, Asked> asked = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    private final Cache<String, Seen> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    @Inject
    Clock clock;

    /**
     * A query as somebody sent it.
     *
     * @param key as {@link BestBet#key}; empty if it is not to be counted
     */
    private record Asked(String line, String letters, String key) {

        static Asked of(String query) {
            var line = Text.line(query);
            return counts(line)
                    ? new Asked(line, line.toLowerCase(Locale.ROOT), Text.fold(line))
                    : new Asked("", "", "");
        }

        boolean isCounted() {
            return !key.isEmpty();
        }
    }

    /** A query as this server knows it; the counts are those that are not yet in the database. */
    private static final class Seen {

        private final Set<String> readers = new HashSet<>();

        /** Who wrote it in which way, with marks or without; the first few ways. */
        private final Map<String, Set<String>> ways = new HashMap<>();

        /** As enough readers wrote it; empty while no way is nobody's own. */
        private String query = "";

        private long searches;
        private long nothing;
        private long clicks;
        private boolean finds = true;

        void askedBy(Asked asked, Supplier<String> reader) {
            var letters = asked.letters();
            var way = ways.size() < WAYS ? ways.computeIfAbsent(letters, unused -> new HashSet<>()) : ways.get(letters);
            var open = way == null || way.size() >= READERS ? null : way;
            if (open != null || readers.size() < READERS) {
                var mark = reader.get();
                if (readers.size() < READERS) {
                    readers.add(mark);
                }
                if (open != null) {
                    open.add(mark);
                }
            }
            if (way != null && way.size() >= READERS) {
                query = asked.line();
            }
        }
    }

    /** What is to be written of a query, and then counts from zero again. */
    record Count(String key, String query, LocalDate day, long searches, long nothing, long clicks) {}

    /**
     * Somebody has asked.
     *
     * @param reader a mark that tells readers apart, see {@link ReaderMarks}; not asked for once there were enough of them
     */
    void asked(String query, Supplier<String> reader) {
        var known = asked(query);
        if (!known.isCounted()) {
            return;
        }
        var entry = seen(known);
        synchronized (entry) {
            entry.askedBy(known, reader);
            entry.searches++;
            if (!entry.finds) {
                entry.nothing++;
            }
        }
    }

    /** The search has answered; a page from the cache has the same answer as the one before. */
    @Override
    public void searched(Searched searched) {
        var known = asked(searched.query());
        if (!known.isCounted()) {
            return;
        }
        var entry = seen(known);
        synchronized (entry) {
            entry.finds = searched.total() > 0;
        }
    }

    /** Somebody opened a result of the query. */
    void clicked(String query) {
        var entry = seen.getIfPresent(BestBet.key(query));
        if (entry != null) {
            synchronized (entry) {
                entry.clicks++;
            }
        }
    }

    private Asked asked(String query) {
        var known = asked.getIfPresent(query);
        if (known == null) {
            known = Asked.of(query);
            // What is not counted, such as somebody's number, is not remembered either.
            if (known.isCounted()) {
                asked.put(query, known);
            }
        }
        return known;
    }

    private Seen seen(Asked known) {
        return seen.get(known.key(), unused -> new Seen());
    }

    private static boolean counts(String line) {
        return line.length() >= 2
                && line.length() <= LONGEST
                && !PERSONAL.matcher(LookAlikes.settle(line)).find();
    }

    /** What may be written down by now. */
    java.util.List<Count> take() {
        var day = LocalDate.now(clock);
        var counts = new java.util.ArrayList<Count>();
        seen.asMap().forEach((key, entry) -> {
            synchronized (entry) {
                if (entry.readers.size() >= READERS && entry.searches + entry.clicks > 0) {
                    var query = entry.query.isEmpty() ? key : entry.query;
                    counts.add(new Count(key, query, day, entry.searches, entry.nothing, entry.clicks));
                    entry.searches = 0;
                    entry.nothing = 0;
                    entry.clicks = 0;
                }
            }
        });
        return counts;
    }
}
