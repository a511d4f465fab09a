package vn.minhbach.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Removal;
import vn.minhbach.procedure.ProcedureProof;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.searchdesk.SearchDeskService;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Assets;
import vn.minhbach.web.Proof;
import vn.minhbach.web.Words;

/** What editors do about pages that do not say what their sources say. One method is one use case and one transaction. */
@ApplicationScoped
@Transactional
public class QualityService {

    static final String BY_FAULT = "fault";
    static final String BY_TITLE = "title";
    static final String BY_VIEWS = "views";

    private static final int BATCH = 50;
    private static final int LISTED = 100;

    @Inject
    QualityRepository repository;

    @Inject
    ProcedureService procedures;

    @Inject
    SearchDeskService desk;

    @Inject
    History history;

    @Inject
    CurrentActor actors;

    @Inject
    Assets assets;

    @Inject
    Clock clock;

    /** Whether a page changed since it was checked. */
    public boolean isDue() {
        return !repository.due(Edition.NOW, 1).isEmpty();
    }

    /**
     * Checks some of the pages that are due. What came without a source cannot be laid beside one.
     *
     * @return how many were checked
     */
    @Permit(Permission.RUN_PORTAL)
    public int check() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var due = procedures.find(repository.due(Edition.NOW, BATCH));
        var proof = new ProcedureProof(new Proof(assets));
        for (var procedure : due) {
            repository.forget(procedure.getCode());
            var source = procedures.source(procedure.getCode());
            if (!source.parts().isEmpty()) {
                Checks.of(source, proof.print(procedure, source))
                        .forEach(finding -> repository.add(new QualityFinding(procedure, finding, now)));
            }
            var checked = repository.find(QualityChecked.class, procedure.getCode());
            if (checked == null) {
                checked = new QualityChecked(procedure.getCode());
                repository.add(checked);
            }
            checked.now(Edition.NOW, now);
        }
        return due.size();
    }

    /** The numbers of the findings that nobody accepted, in the order of a list: those on the most read pages first. */
    public List<Long> numbers(ListState state, Words words) {
        var views = desk.popularity();
        var wanted = Text.fold(Text.line(state.filter()));
        return repository.open().stream()
                .filter(finding -> Text.fold(
                                finding.getCode() + "\n" + finding.getTitle() + "\n" + name(finding.getFault(), words))
                        .contains(wanted))
                .map(finding -> row(finding, views))
                .sorted(order(state))
                .map(QualityRow::id)
                .toList();
    }

    private static Comparator<QualityRow> order(ListState state) {
        Comparator<QualityRow> byViews =
                Comparator.comparingLong(QualityRow::views).reversed();
        Comparator<QualityRow> byRank = byViews.thenComparing(QualityRow::fault).thenComparing(QualityRow::code);
        var order = switch (state.sort()) {
            case BY_FAULT -> Comparator.comparing(QualityRow::fault);
            case BY_TITLE -> Comparator.comparing(QualityRow::title);
            case BY_VIEWS -> Comparator.comparingLong(QualityRow::views);
            default -> byRank;
        };
        return (state.descending() ? order.reversed() : order)
                .thenComparing(byRank)
                .thenComparing(QualityRow::id);
    }

    private static String name(Fault fault, Words words) {
        return words.text("Fault." + fault);
    }

    /** The findings with these numbers, in any order. */
    public List<QualityRow> rows(List<Long> numbers) {
        var views = desk.popularity();
        return repository.findings(numbers).stream()
                .map(finding -> row(finding, views))
                .toList();
    }

    /** A finding; nothing if its page was checked again since. */
    public Optional<QualityRow> row(long id) {
        return rows(List.of(id)).stream().findFirst();
    }

    private static QualityRow row(QualityFinding finding, Map<String, Long> views) {
        return new QualityRow(
                finding.getId(),
                finding.getCode(),
                finding.getTitle(),
                finding.getFault(),
                finding.getSource(),
                finding.getShown(),
                views.getOrDefault("/thu-tuc/" + finding.getCode(), 0L));
    }

    /** How many findings nobody accepted, by kind, in the order of their weight. */
    public Map<Fault, Long> counts() {
        var counts = new EnumMap<Fault, Long>(Fault.class);
        repository.open().forEach(finding -> counts.merge(finding.getFault(), 1L, Long::sum));
        return counts;
    }

    public List<QualityAcceptance> accepted() {
        return repository.accepted(LISTED);
    }

    /**
     * Accepts that a page and its source differ there.
     *
     * @throws RuleBrokenException if no reason is given, or the finding is gone or accepted already
     */
    @Permit(Permission.KEEP_QUALITY)
    public void accept(@Subject long id, String reason) {
        var words = Text.line(reason);
        if (words.isEmpty()) {
            throw new RuleBrokenException("quality.error.reason", "reason");
        }
        var finding = repository.find(QualityFinding.class, id);
        if (finding == null) {
            throw new RuleBrokenException("quality.error.gone");
        }
        if (repository.acceptance(finding.getCode(), finding.getMark()).isPresent()) {
            throw new RuleBrokenException("quality.error.double");
        }
        var acceptance = new QualityAcceptance(
                finding,
                words,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actors.get().name());
        repository.add(acceptance);
        history.added(acceptance.row(), acceptance.state());
    }

    /**
     * Takes an acceptance back; the finding is listed again.
     *
     * @return the line of the history by which that can be undone, with the title; empty if there is none
     */
    @Permit(Permission.KEEP_QUALITY)
    public Optional<Removal> withdraw(@Subject long id) {
        var acceptance = repository.find(QualityAcceptance.class, id);
        if (acceptance == null) {
            return history.removal(QualityAcceptance.KIND, Long.toString(id));
        }
        repository.remove(acceptance);
        return Optional.of(history.removed(acceptance.row(), acceptance.state()));
    }

    /**
     * Puts an acceptance back that was withdrawn.
     *
     * @throws RuleBrokenException if that was done before, or the finding is accepted again
     */
    @Permit(Permission.KEEP_QUALITY)
    public String restore(@Subject long withdrawal) {
        var acceptance = new QualityAcceptance(
                history.takeBack(withdrawal, QualityAcceptance.KIND).before());
        if (repository.acceptance(acceptance.getCode(), acceptance.getMark()).isPresent()) {
            throw new RuleBrokenException("desk.undo.taken");
        }
        repository.add(acceptance);
        return acceptance.getTitle();
    }

    /** What was done last. */
    public List<HistoryEntry> history() {
        return history.newest(List.of(QualityAcceptance.KIND));
    }
}
