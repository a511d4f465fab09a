package vn.minhbach.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.Follower;
import vn.minhbach.change.LogView;

/**
 * Rendered public pages, kept in memory until anything is published.
 *
 * <p>A page belongs to the generation that was current <em>before</em> it was rendered. The generation moves on when all that
 * pages are made of has moved: after the values of the services were dropped, and again after the search index has followed. So
 * a page made from older content is neither kept nor served once its content has moved. Dropping
 * all pages at once is right here: a department publishes some dozens of times a day, and any page may show the newest
 * items, counts or links to what changed.
 *
 * <p>Nothing here asks the database. While the change log cannot be read, the pages in memory are served beyond their usual
 * time, for {@link #IN_NEED}: what they say of "today" may then be of this morning, which helps more than an error.
 */
@ApplicationScoped
public class PageCache implements Follower {

    private static final long MEGABYTE = 1024 * 1024;

    /** Some pages speak of "today" and "this month". */
    private static final Duration USUAL = Duration.ofMinutes(5);

    /** How long a page is served while the database is away. */
    private static final Duration IN_NEED = Duration.ofHours(12);

    @Inject
    @ConfigProperty(name = "portal.page-cache.megabytes", defaultValue = "64")
    long megabytes;

    @Inject
    LogView log = new LogView(Clock.systemUTC());

    private volatile Generation generation = new Generation(0, now());
    private @Nullable Cache<String, Kept> pages;

    /**
     * Between two changes, all pages are made of the same content.
     *
     * @param since when it began, in full seconds as HTTP counts, and later than the generation before, so that a page which a
     *     reader has of that one is never said to be unchanged
     */
    record Generation(long number, Instant since) {

        Generation next() {
            var now = now();
            return new Generation(number + 1, now.isAfter(since) ? now : since.plusSeconds(1));
        }
    }

    private record Kept(Page page, long madeAt) {}

    /** A rendered page; {@code gzip} is null where compression gains nothing. */
    record Page(
            long generation,
            byte[] plain,
            byte @Nullable [] gzip,
            String type,
            String etag,
            String compressedEtag,
            Instant modified,
            String modifiedHeader) {

        private static final DateTimeFormatter HTTP_DATE =
                DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

        Page(long generation, byte[] plain, byte @Nullable [] gzip, String type, String mark, Instant modified) {
            // The compressed form is other bytes and needs another mark.
            this(
                    generation,
                    plain,
                    gzip,
                    type,
                    '"' + mark + '"',
                    '"' + mark + "-gz\"",
                    modified,
                    // Where changes come faster than seconds, the generation's moment lies ahead, and must not be told
                    // yet.
                    HTTP_DATE.format(modified.isAfter(now()) ? now() : modified));
        }

        int weight() {
            return plain.length + (gzip == null ? 0 : gzip.length) + 500;
        }
    }

    @PostConstruct
    void open() {
        if (megabytes > 0) {
            pages = Caffeine.newBuilder()
                    .maximumWeight(megabytes * MEGABYTE)
                    .weigher((String key, Kept kept) -> kept.page().weight() + 2 * key.length())
                    .expireAfterWrite(IN_NEED)
                    .build();
        }
    }

    @Override
    public Phase phase() {
        return Phase.PAGES;
    }

    @Override
    public synchronized void follow() {
        generation = generation.next();
        if (pages != null) {
            pages.invalidateAll();
        }
    }

    /** To be asked before a page is rendered. */
    Generation generation() {
        return generation;
    }

    Optional<Page> get(String key) {
        var kept = pages == null ? null : pages.getIfPresent(key);
        return kept != null
                        && kept.page().generation() == generation.number()
                        && (isYounger(kept, USUAL) || isYounger(kept, IN_NEED) && isCutOff())
                ? Optional.of(kept.page())
                : Optional.empty();
    }

    private boolean isYounger(Kept kept, Duration age) {
        return nanoTime() - kept.madeAt() < age.toNanos();
    }

    /** Whether the database is away, so that a page which is not in memory can hardly be made. */
    boolean isCutOff() {
        return log.isLost();
    }

    void put(String key, Page page) {
        if (pages != null && page.generation() == generation.number()) {
            pages.put(key, new Kept(page, nanoTime()));
        }
    }

    /** For tests to set. */
    long nanoTime() {
        return System.nanoTime();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
