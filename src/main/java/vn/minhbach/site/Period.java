package vn.minhbach.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.Time;

/**
 * When something is shown: from a moment on, until another at which it is gone.
 *
 * @param from null if it always was
 * @param until null if it has no end
 */
record Period(@Nullable Instant from, @Nullable Instant until) {

    /** Of "2026-12-05T07:30"; what is shorter is no moment, but the old address of a redirect, or a day. */
    private static final int SHORTEST = 16;

    /** Where a moment lies. */
    enum Standing {
        BEFORE,
        WITHIN,
        AFTER
    }

    /** That of a row, whose moments are those of a clock on a wall in Vietnam. */
    static Period of(KeptRow row) {
        return new Period(moment(row.get("from")), moment(row.get("until")));
    }

    private static @Nullable Instant moment(String kept) {
        try {
            return kept.length() < SHORTEST
                    ? null
                    : LocalDateTime.parse(kept).atZone(Time.ZONE).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    Standing at(Instant now) {
        if (from != null && now.isBefore(from)) {
            return Standing.BEFORE;
        }
        return until != null && !now.isBefore(until) ? Standing.AFTER : Standing.WITHIN;
    }

    boolean holds(Instant now) {
        return at(now) == Standing.WITHIN;
    }

    /** The moments at which it comes or goes and that are still to come. */
    Stream<Instant> changesAfter(Instant now) {
        return Stream.concat(Stream.ofNullable(from), Stream.ofNullable(until)).filter(moment -> moment.isAfter(now));
    }
}
