package vn.minhbach.auditdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.AuditService;
import vn.minhbach.account.SubjectNames;
import vn.minhbach.account.SubjectNames.Named;
import vn.minhbach.account.SubjectNames.Told;
import vn.minhbach.web.Doors;
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

    @Inject
    Doors doors;

    @Inject
    CurrentActor actors;

    /**
     * An entry as people read it.
     *
     * @param subject what it was done to, by its title where that is known
     * @param code the same as the audit has it
     * @param place where the thing is seen by whoever reads this, without language; empty if nowhere
     */
    public record Line(
            Instant at,
            String actor,
            String deed,
            String method,
            String subject,
            String code,
            String place,
            AuditEntry.Outcome outcome,
            String address,
            String requestId)
            implements Serializable {}

    /** Entries in the same order; each feature is asked once for the titles of all. */
    public List<Line> lines(List<AuditEntry> entries, Words words) {
        var told = entries.stream()
                .filter(entry -> !entry.getSubject().isEmpty())
                .map(AuditWords::told)
                .collect(Collectors.toSet());
        var known = new HashMap<Told, Named>();
        for (var feature : names) {
            var wanted = told.stream()
                    .filter(deed -> feature.services().contains(deed.service()))
                    .toList();
            if (!wanted.isEmpty()) {
                known.putAll(feature.names(wanted));
            }
        }
        return entries.stream().map(entry -> line(entry, known, words)).toList();
    }

    private static Told told(AuditEntry entry) {
        return new Told(entry.getMethod(), entry.getSubject());
    }

    private Line line(AuditEntry entry, Map<Told, Named> known, Words words) {
        var named = known.get(told(entry));
        return new Line(
                entry.getAt(),
                entry.getActor(),
                deed(entry, words),
                entry.getMethod(),
                named == null ? entry.getSubject() : named.title(),
                entry.getSubject(),
                // Who reads the audit may not enter each screen, and is not led to where they are refused.
                named != null && doors.mayEnter(actors.get(), named.place()) ? named.place() : "",
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
}
