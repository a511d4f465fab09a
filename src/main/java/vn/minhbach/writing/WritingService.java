package vn.minhbach.writing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Removal;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.SearchTeaching;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Glossary;

/** Looks at what somebody writes, and keeps the rules by which that is done. */
@ApplicationScoped
@Transactional
public class WritingService {

    /** What rules are called in the change log and the history. */
    static final String KIND = "writing-rule";

    private static final int SHORTEST_SENTENCE = 10;
    private static final int LONGEST_SENTENCE = 200;

    @Inject
    WritingRepository rules;

    @Inject
    SearchService search;

    @Inject
    SearchTeaching teaching;

    @Inject
    Glossary glossary;

    @Inject
    History history;

    @Inject
    ChangeLog changes;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    @Inject
    Derived<Rules> known;

    /** What is worth a look in a text. */
    public List<Hint> hints(Hints.Draft draft) {
        var synonyms = teaching.synonyms();
        return new Hints(
                        known.get(() -> Rules.of(rules.all())),
                        ZonedDateTime.now(clock.withZone(Time.ZONE)).getYear(),
                        known(glossary.terms(), Time.day(clock.instant()), synonyms::isAbbreviation),
                        code -> page("/thu-tuc/" + code),
                        number -> Optional.of("/tim-kiem?q=" + vn.minhbach.web.Visit.encode(number)))
                .of(draft);
    }

    /**
     * Whether readers may be taken to know an abbreviation. Of a term of the office's glossary that is told by its days; of any other by
     * those who know it otherwise.
     */
    static Predicate<String> known(List<Glossary.Term> terms, LocalDate today, Predicate<String> otherwise) {
        var holding = new HashMap<String, Boolean>();
        terms.forEach(term -> holding.merge(term.term(), term.holds(today), Boolean::logicalOr));
        return word -> holding.containsKey(word) ? Boolean.TRUE.equals(holding.get(word)) : otherwise.test(word);
    }

    private Optional<String> page(String path) {
        try {
            return search.at(path).map(unused -> path);
        } catch (UnavailableException e) {
            // Nothing is offered while the index is being built.
            return Optional.empty();
        }
    }

    public List<Long> numbers(ListState state) {
        return rules.numbers(state);
    }

    public List<WritingRule> withNumbers(List<Long> numbers) {
        return rules.withNumbers(numbers);
    }

    public Optional<WritingRule> find(long id) {
        return rules.byId(id);
    }

    @Permit(Permission.TEACH_SEARCH)
    public void add(WritingRule.Kind kind, @Subject String term, String instead, String why) {
        check(kind, term, instead, null);
        var rule = new WritingRule(kind, term, instead, why, now(), me());
        rules.add(rule);
        history.added(rule.row(), rule.state());
        changes.touched(KIND, String.valueOf(rule.getId()));
    }

    /**
     * Says otherwise what is looked for.
     *
     * @param version that one has seen
     */
    @Permit(Permission.TEACH_SEARCH)
    public void change(long id, long version, WritingRule.Kind kind, @Subject String term, String instead, String why) {
        var rule = rules.byId(id)
                .filter(each -> each.getVersion() == version)
                .orElseThrow(() -> new ChangedMeanwhileException(KIND, Long.toString(id)));
        check(kind, term, instead, id);
        var before = rule.state();
        rule.write(kind, term, instead, why, now(), me());
        history.changed(rule.row(), before, rule.state());
        changes.touched(KIND, Long.toString(id));
    }

    private void check(WritingRule.Kind kind, String term, String instead, @Nullable Long id) {
        var key = WritingRule.key(kind, term);
        if (key.isEmpty()) {
            throw new RuleBrokenException("writing.error.term", "term");
        }
        if (kind == WritingRule.Kind.ABBREVIATION && !key.matches("\\p{Lu}{2,8}")) {
            throw new RuleBrokenException("writing.error.abbreviation", "term");
        }
        if (kind != WritingRule.Kind.ABBREVIATION && Text.line(instead).isEmpty()) {
            throw new RuleBrokenException("writing.error.instead", "instead");
        }
        if (kind == WritingRule.Kind.SENTENCE && !isLength(Text.line(instead))) {
            throw new RuleBrokenException("writing.error.sentence", "instead");
        }
        if (rules.byKey(key)
                .filter(other -> !java.util.Objects.equals(other.getId(), id))
                .isPresent()) {
            throw new RuleBrokenException("writing.error.twice", "term");
        }
    }

    private static boolean isLength(String given) {
        if (!given.matches("\\d{1,3}")) {
            return false;
        }
        var length = Integer.parseInt(given);
        return length >= SHORTEST_SENTENCE && length <= LONGEST_SENTENCE;
    }

    @Permit(Permission.TEACH_SEARCH)
    public Optional<Removal> remove(@Subject long id) {
        var found = rules.byId(id);
        if (found.isEmpty()) {
            return history.removal(KIND, Long.toString(id));
        }
        var removal = history.removed(found.get().row(), found.get().state());
        rules.remove(found.get());
        changes.touched(KIND, Long.toString(id));
        return Optional.of(removal);
    }

    @Permit(Permission.TEACH_SEARCH)
    public String restore(@Subject long removal) {
        var entry = history.takeBack(removal, KIND);
        var rule = new WritingRule(Long.parseLong(entry.getRowId()), entry.before());
        if (rules.byKey(rule.getKey()).isPresent()) {
            throw new RuleBrokenException("desk.undo.taken");
        }
        rules.add(rule);
        changes.touched(KIND, entry.getRowId());
        return entry.getTitle();
    }

    public List<HistoryEntry> historyOf(long id) {
        return history.of(KIND, Long.toString(id));
    }

    public List<HistoryEntry> history() {
        return history.newest(List.of(KIND));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String me() {
        return actors.get().name();
    }

    /** The same on a database that a test has. */
    static WritingService over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new WritingService();
        over.rules = new WritingRepository();
        over.rules.em = em;
        over.history = History.over(em, actors, clock);
        over.changes = new ChangeLog(em, clock);
        over.actors = actors;
        over.clock = clock;
        return over;
    }
}
