package vn.minhbach.auditdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.AuditService;
import vn.minhbach.account.SubjectNames;
import vn.minhbach.web.Words;

/** Says in words what stands in the audit: the deed by its service's method or its permission, what it was done to by its title. */
@ApplicationScoped
public class AuditWords {

    /** Deeds that are no permission. */
    static final List<String> OTHERS =
            List.of("SIGN_IN", "SIGN_OUT", "RESET_LINK", "SET_PASSWORD", "OIDC_ROLES", AuditService.FORGOTTEN);

    @Inject
    @Any
    Instance<SubjectNames> names;

    /**
     * An entry as people read it.
     *
     * @param place where the thing is seen, without language; empty if nowhere
     */
    public record Line(
            Instant at,
            String actor,
            String deed,
            String method,
            String subject,
            String place,
            AuditEntry.Outcome outcome,
            String address,
            String requestId)
            implements Serializable {}

    /** Entries in the same order; each service is asked once for the titles of all. */
    public List<Line> lines(List<AuditEntry> entries, Words words) {
        var subjects = new HashMap<String, Set<String>>();
        for (var entry : entries) {
            if (!entry.getSubject().isEmpty()) {
                subjects.computeIfAbsent(service(entry), unused -> new HashSet<>())
                        .add(first(entry.getSubject()));
            }
        }
        var known = new HashMap<String, Map<String, SubjectNames.Named>>();
        for (var feature : names) {
            var wanted = subjects.get(feature.service());
            if (wanted != null) {
                known.put(feature.service(), feature.names(wanted));
            }
        }
        return entries.stream()
                .map(entry -> line(entry, known.getOrDefault(service(entry), Map.of()), words))
                .toList();
    }

    private static Line line(AuditEntry entry, Map<String, SubjectNames.Named> known, Words words) {
        var named = known.get(first(entry.getSubject()));
        return new Line(
                entry.getAt(),
                entry.getActor(),
                deed(entry, words),
                entry.getMethod(),
                named == null ? entry.getSubject() : named.title(),
                named == null ? "" : named.place(),
                entry.getOutcome(),
                entry.getAddress(),
                entry.getRequestId());
    }

    /** The method's own words, if it has any; else those of its permission. */
    private static String deed(AuditEntry entry, Words words) {
        var key = "deed." + entry.getMethod();
        var said = words.text(key);
        return said.equals(key) ? name(entry.getDeed(), words) : said;
    }

    /** What a permission, or a deed that is none, is called. */
    static String name(String deed, Words words) {
        for (var key : List.of("deed." + deed, "Permission." + deed)) {
            var said = words.text(key);
            if (!said.equals(key)) {
                return said;
            }
        }
        return deed;
    }

    private static String service(AuditEntry entry) {
        var dot = entry.getMethod().indexOf('.');
        return dot < 0 ? "" : Objects.requireNonNull(entry.getMethod().substring(0, dot));
    }

    private static String first(String subject) {
        var dot = subject.indexOf(" · ");
        return dot < 0 ? subject : subject.substring(0, dot);
    }
}
