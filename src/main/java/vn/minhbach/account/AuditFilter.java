package vn.minhbach.account;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the audit; what is empty or null is everything.
 *
 * @param actor the account's name
 * @param deed the name of a permission, or SIGN_IN …
 * @param subject a part of what it was done to, or of the service's method
 * @param from the first day, in Vietnam
 * @param until the last day
 */
public record AuditFilter(
        String actor,
        String deed,
        String subject,
        AuditEntry.@Nullable Outcome outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate until)
        implements Serializable {

    public static final AuditFilter EVERYTHING = new AuditFilter("", "", "", null, null, null);

    /** The last entry of a page: the next page begins behind it. */
    public record Seen(Instant at, long id) implements Serializable {}
}
