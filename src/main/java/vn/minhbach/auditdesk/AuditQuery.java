package vn.minhbach.auditdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.AuditFilter;
import vn.minhbach.shared.Text;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Visit;

/** What is looked for in the audit, as the address has it. */
final class AuditQuery {

    static final String ACTOR = "nguoi";
    static final String DEED = "viec";
    static final String SUBJECT = "muc";
    static final String OUTCOME = "ket-qua";
    static final String FROM = "tu";
    static final String UNTIL = "den";

    /** The last entry that was seen, as "1780000000000000-17". */
    static final String SEEN = "sau";

    private static final int LONGEST = 100;
    private static final String DAY = "[12]\\d{3}-\\d\\d-\\d\\d";
    private static final String NUMBERS = "\\d{1,17}-\\d{1,18}";
    private static final long MICROS = 1_000_000;

    private AuditQuery() {}

    static AuditFilter of(Visit visit) {
        return new AuditFilter(
                given(visit, ACTOR),
                given(visit, DEED),
                given(visit, SUBJECT),
                Arrays.stream(AuditEntry.Outcome.values())
                        .filter(each -> each.name().equals(given(visit, OUTCOME)))
                        .findFirst()
                        .orElse(null),
                day(given(visit, FROM)),
                day(given(visit, UNTIL)));
    }

    private static String given(Visit visit, String name) {
        return Text.cut(visit.parameter(name), LONGEST);
    }

    /** A day that a calendar has and a database keeps; null for anything else. */
    static @Nullable LocalDate day(String given) {
        try {
            return given.matches(DAY) ? LocalDate.parse(given) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static AuditFilter.@Nullable Seen seen(Visit visit) {
        var given = visit.parameter(SEEN);
        if (!given.matches(NUMBERS)) {
            return null;
        }
        var dash = given.indexOf('-');
        var micros = Long.parseLong(given.substring(0, dash));
        return new AuditFilter.Seen(
                Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000),
                Long.parseLong(given.substring(dash + 1)));
    }

    static String seen(AuditFilter.Seen seen) {
        return seen.at().getEpochSecond() * MICROS + seen.at().getNano() / 1_000 + "-" + seen.id();
    }

    /** A path with the same in its query; nothing is added for everything. */
    static String address(String path, AuditFilter filter, AuditFilter.@Nullable Seen seen) {
        var outcome = filter.outcome();
        return PageAddress.of(path)
                .with(ACTOR, filter.actor())
                .with(DEED, filter.deed())
                .with(SUBJECT, filter.subject())
                .with(OUTCOME, outcome == null ? "" : outcome.name())
                .with(FROM, text(filter.from()))
                .with(UNTIL, text(filter.until()))
                .with(SEEN, seen == null ? "" : seen(seen))
                .toString();
    }

    /** A day as the address and the field have it; empty for none. */
    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
