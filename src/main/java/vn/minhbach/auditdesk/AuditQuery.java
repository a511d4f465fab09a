package vn.minhbach.auditdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.AuditFilter;
import vn.minhbach.shared.Text;
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

    private static @Nullable LocalDate day(String given) {
        try {
            return given.isEmpty() ? null : LocalDate.parse(given);
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

    /** The same as a query: "?nguoi=lan&viec=KEEP_SITE"; empty for everything. */
    static String query(AuditFilter filter, AuditFilter.@Nullable Seen seen) {
        var values = new LinkedHashMap<String, String>();
        values.put(ACTOR, filter.actor());
        values.put(DEED, filter.deed());
        values.put(SUBJECT, filter.subject());
        var outcome = filter.outcome();
        values.put(OUTCOME, outcome == null ? "" : outcome.name());
        var from = filter.from();
        values.put(FROM, from == null ? "" : from.toString());
        var until = filter.until();
        values.put(UNTIL, until == null ? "" : until.toString());
        values.put(SEEN, seen == null ? "" : seen(seen));
        return written(values);
    }

    private static String written(Map<String, String> values) {
        var query = values.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + Visit.encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
