package vn.minhbach.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of public content as those see it who know no feature.
 *
 * @param id its slug or code
 * @param changedAt when readers last saw something new in it; null if nobody knows
 */
public record PublicItem(String id, @Nullable Instant changedAt) {}
