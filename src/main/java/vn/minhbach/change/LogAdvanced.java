package vn.minhbach.change;

import java.time.Instant;

/**
 * The change log was seen to have grown. Whoever keeps something derived from published content observes this and brings
 * it up to date from the log.
 *
 * @param position the last committed position
 * @param changedAt when that change was made
 */
public record LogAdvanced(long position, Instant changedAt) {}
