package vn.minhbach.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news in a feed.
 *
 * @param id by which the source knows it; its address if the source gives it no other
 * @param html what the feed says of it, whole if it is there; not cleaned
 * @param summary in plain words; empty if the feed has none beside the text
 * @param publishedAt null if the feed does not say
 */
record FeedEntry(
        String id,
        String link,
        String title,
        String html,
        String summary,
        @Nullable Instant publishedAt) {}
