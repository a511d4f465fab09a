package vn.minhbach.auditdesk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.account.AuditChain;
import vn.minhbach.account.AuditEntry;
import vn.minhbach.account.AuditFilter;
import vn.minhbach.account.AuditService;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Once;
import vn.minhbach.desk.Reply;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/nhat-ky}: who did what, the newest first, and whether the audit is as it was written. */
@Door(
        path = AuditPage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = {
            AuditQuery.ACTOR,
            AuditQuery.DEED,
            AuditQuery.SUBJECT,
            AuditQuery.OUTCOME,
            AuditQuery.FROM,
            AuditQuery.UNTIL,
            AuditQuery.SEEN
        },
        permission = Permission.READ_AUDIT)
@Screen(name = "audit.title", task = "desk.task.portal", order = 810)
@Named
@ViewScoped
public class AuditPage implements Serializable {

    static final String PATH = "/quan-tri/nhat-ky";
    static final int ROWS = 50;

    private static final long serialVersionUID = 1L;

    @Inject
    AuditService audit;

    @Inject
    AuditWords words;

    @Inject
    Reply reply;

    @Inject
    Visit visit;

    private final Once once = new Once();
    private AuditFilter filter = AuditFilter.EVERYTHING;
    private AuditFilter.@Nullable Seen seen;
    private List<AuditWords.Line> lines = List.of();
    private String older = "";
    private List<Choice> deeds = List.of();
    private boolean sound = true;
    private String condition = "";
    private List<String> faults = List.of();
    private long places;
    private String digest = "";

    /** A value of the filter, and how it is called. */
    public record Choice(String value, String label) implements Serializable {}

    public void load() {
        filter = AuditQuery.of(visit);
        seen = AuditQuery.seen(visit);
        var entries = audit.page(filter, seen, ROWS + 1);
        var shown = entries.size() > ROWS ? entries.subList(0, ROWS) : entries;
        lines = words.lines(shown, visit.words());
        if (entries.size() > ROWS) {
            var last = shown.getLast();
            older = visit.url(AuditQuery.address(
                    PATH, filter, new AuditFilter.Seen(last.getAt(), Objects.requireNonNull(last.getId()))));
        }
        deeds = Stream.concat(
                        Arrays.stream(Permission.values())
                                .filter(each -> each != Permission.READ_PUBLIC
                                        && each != Permission.MONITOR
                                        && each != Permission.RUN_PORTAL)
                                .map(Permission::name),
                        AuditWords.OTHERS.stream())
                .map(deed -> new Choice(deed, AuditWords.name(deed, visit.words())))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
        tell(audit.condition());
    }

    private void tell(AuditService.Condition state) {
        places = state.head().position();
        digest = state.head().digest();
        var found = new ArrayList<String>();
        for (AuditChain.Fault fault : state.faults()) {
            found.add(
                    visit.text("AuditChain.Kind." + fault.kind(), visit.words().number(fault.position())));
        }
        if (state.waiting()) {
            found.add(visit.text("audit.waiting"));
        }
        faults = List.copyOf(found);
        sound = faults.isEmpty();
        var checkedAt = state.checkedAt();
        condition = checkedAt == null
                ? visit.text("audit.unchecked")
                : visit.text(
                        sound ? "audit.sound" : "audit.unsound", vn.minhbach.web.ViewFunctions.dateTime(checkedAt));
    }

    /** Checks the whole chain now. */
    public void check() {
        once.run(reply, "check", () -> {
            var verdict = reply.attempt(audit::checkNow);
            if (verdict == null) {
                return null;
            }
            var count = visit.words().number(verdict.entries());
            return new Once.Done(
                    PATH,
                    verdict.isSound()
                            ? Note.good(visit.text("audit.checked", count))
                            : Note.bad(visit.text("audit.checkedBad", count)));
        });
    }

    public List<AuditWords.Line> getLines() {
        return lines;
    }

    /** Where the entries before these are; empty if there are none. */
    public String getOlder() {
        return older;
    }

    public boolean isFiltered() {
        return !filter.equals(AuditFilter.EVERYTHING);
    }

    /** Whether the newest are not shown. */
    public boolean isPaged() {
        return seen != null;
    }

    /** The first page of the same. */
    public String getNewest() {
        return visit.url(AuditQuery.address(PATH, filter, null));
    }

    public String getExport() {
        return visit.file(AuditQuery.address(AuditExportServlet.PATH, filter, null));
    }

    public List<Choice> getDeeds() {
        return deeds;
    }

    public AuditEntry.Outcome[] getOutcomes() {
        return AuditEntry.Outcome.values();
    }

    public String getActor() {
        return filter.actor();
    }

    public String getDeed() {
        return filter.deed();
    }

    public String getSubject() {
        return filter.subject();
    }

    public String getOutcome() {
        var outcome = filter.outcome();
        return outcome == null ? "" : outcome.name();
    }

    public String getFrom() {
        return AuditQuery.text(filter.from());
    }

    public String getUntil() {
        return AuditQuery.text(filter.until());
    }

    public boolean isSound() {
        return sound;
    }

    /** What the last check found, in a sentence. */
    public String getCondition() {
        return condition;
    }

    public List<String> getFaults() {
        return faults;
    }

    /** How many entries the chain has had. */
    public long getPlaces() {
        return places;
    }

    /** The digest at the end of the chain, to be written down elsewhere. */
    public String getDigest() {
        return digest;
    }
}
