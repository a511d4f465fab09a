package vn.minhbach.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.IndexRefreshed;
import vn.minhbach.change.LogAdvanced;

/**
 * Rendered public pages, kept in memory until anything is published.
 *
 * <p>A page belongs to the generation that was current <em>before</em> it was rendered. The generation moves on with the
 * change log and with the search index, so a page made from older content is never served after either has moved. Dropping
 * all pages at once is right here: a department publishes some dozens of times a day, and any page may show the newest
 * items, counts or links to what changed.
 */
@ApplicationScoped
public class PageCache {

    private static final long MEGABYTE = 1024 * 1024;

    @Inject
    @ConfigProperty(name = "portal.page-cache.megabytes", defaultValue = "64")
    long megabytes;

    private final AtomicLong generation = new AtomicLong();
    private volatile Instant lastChange = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private @Nullable Cache<String, Page> pages;

    /** A rendered page; {@code gzip} is null where packing gains nothing. */
    record Page(
            long generation,
            byte[] plain,
            byte @Nullable [] gzip,
            String type,
            String etag,
            String packedEtag,
            Instant modified,
            String modifiedHeader) {

        private static final DateTimeFormatter HTTP_DATE =
                DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

        Page(long generation, byte[] plain, byte @Nullable [] gzip, String type, String mark, Instant modified) {
            // The packed form is other bytes and needs another mark.
            this(
                    generation,
                    plain,
                    gzip,
                    type,
                    '"' + mark + '"',
                    '"' + mark + "-gz\"",
                    modified,
                    HTTP_DATE.format(modified));
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
                    .weigher((String key, Page page) -> page.weight() + 2 * key.length())
                    // Some pages speak of "today" and "this month".
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();
        }
    }

    void onAdvance(@Observes LogAdvanced advanced) {
        lastChange = advanced.changedAt().truncatedTo(ChronoUnit.SECONDS);
        drop();
    }

    void onRefresh(@Observes IndexRefreshed refreshed) {
        drop();
    }

    private void drop() {
        generation.incrementAndGet();
        if (pages != null) {
            pages.invalidateAll();
        }
    }

    /** To be asked before a page is rendered. */
    long generation() {
        return generation.get();
    }

    /** When the public content last changed. */
    Instant lastChange() {
        return lastChange;
    }

    Optional<Page> get(String key) {
        var page = pages == null ? null : pages.getIfPresent(key);
        return page != null && page.generation() == generation.get() ? Optional.of(page) : Optional.empty();
    }

    void put(String key, Page page) {
        if (pages != null && page.generation() == generation.get()) {
            pages.put(key, page);
        }
    }
}
