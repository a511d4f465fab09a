package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** What editors can do for the search. One method is one use case and one transaction. */
@ApplicationScoped
@Transactional
public class SearchDeskService {

    /** The word in the change log for everything that editors teach. */
    static final String KIND = "search-desk";

    /** Days over which opened pages make a page popular. */
    static final int POPULAR_DAYS = 90;

    private static final int KEPT_DAYS = 400;
    private static final int LISTED = 100;

    /** A query with fewer searches says nothing about how often its results are opened. */
    private static final int ENOUGH_SEARCHES = 10;

    private static final int LOW_CLICK_RATE = 20;

    /** Who wrote the words that come with the portal. */
    private static final String PORTAL = "minhbach";

    @Inject
    SearchDeskRepository repository;

    @Inject
    SearchService search;

    @Inject
    ChangeLog changes;

    @Inject
    QueryCounter queries;

    @Inject
    ViewCounter views;

    @Inject
    Clock clock;

    public List<SearchWord> words() {
        return repository.words();
    }

    /**
     * Adds a word, or writes it anew.
     *
     * @param id null for a new one
     * @throws RuleBrokenException if it lacks a term or expansions, or the term has a row already
     */
    @Permit(Permission.TEACH_SEARCH)
    public void keepWord(
            @Nullable Long id, Synonyms.Kind kind, @Subject String term, List<String> expansions, String by) {
        var others = expansions.stream()
                .map(Text::line)
                .filter(each -> !each.isEmpty() && !SearchWord.key(each).equals(SearchWord.key(term)))
                .distinct()
                .toList();
        if (Text.line(term).isEmpty() || others.isEmpty() || others.size() > 8) {
            throw new RuleBrokenException("searchDesk.words.error.incomplete");
        }
        var same = repository.word(SearchWord.key(term)).orElse(null);
        if (same != null && !Objects.equals(same.getId(), id)) {
            throw new RuleBrokenException("searchDesk.words.error.double");
        }
        var word = id == null ? null : repository.find(SearchWord.class, id);
        if (word == null) {
            word = new SearchWord();
            word.write(kind, term, others, clock.instant(), by);
            repository.add(word);
        } else {
            word.write(kind, term, others, clock.instant(), by);
        }
        changes.touched(KIND, "words");
    }

    @Permit(Permission.TEACH_SEARCH)
    public void removeWord(@Subject long id) {
        remove(SearchWord.class, id, "words");
    }

    private void remove(Class<?> type, long id, String what) {
        var row = repository.find(type, id);
        if (row != null) {
            repository.remove(row);
            changes.touched(KIND, what);
        }
    }

    /** Fills the list of words at the first start. */
    @Permit(Permission.RUN_PORTAL)
    public void addWordsOfFirstStart() {
        if (repository.countWords() == 0) {
            addShippedWords();
        }
    }

    /**
     * Adds what this version of the portal brings and the list lacks; nothing that an editor wrote is touched.
     *
     * @return how many were added
     */
    @Permit(Permission.TEACH_SEARCH)
    public int addShippedWords() {
        var known = new java.util.HashSet<String>();
        repository.words().forEach(word -> known.add(word.getKey()));
        var added = 0;
        for (var row : Synonyms.shipped()) {
            if (known.add(SearchWord.key(row.term()))) {
                repository.add(new SearchWord(row, clock.instant(), PORTAL));
                added++;
            }
        }
        if (added > 0) {
            changes.touched(KIND, "words");
        }
        return added;
    }

    public List<BestBet> bets() {
        return repository.bets();
    }

    /**
     * Puts a page first for a query.
     *
     * @param address the page's address, with or without the portal's own
     * @throws RuleBrokenException if no public item has that address
     */
    @Permit(Permission.TEACH_SEARCH)
    public void addBet(@Subject String query, @Subject String address, String by) {
        if (BestBet.key(query).isEmpty()) {
            throw new RuleBrokenException("searchDesk.bets.error.query");
        }
        Hit item = search.at(address).orElseThrow(() -> new RuleBrokenException("searchDesk.bets.error.address"));
        var same = repository.bets().stream()
                .filter(bet -> bet.getKey().equals(BestBet.key(query)))
                .toList();
        if (same.stream()
                .anyMatch(bet ->
                        bet.getKind().equals(item.kind()) && bet.getContentId().equals(item.id()))) {
            throw new RuleBrokenException("searchDesk.bets.error.double");
        }
        repository.add(new BestBet(query, item.kind(), item.id(), same.size() + 1, clock.instant(), by));
        changes.touched(KIND, "bets");
    }

    @Permit(Permission.TEACH_SEARCH)
    public void removeBet(@Subject long id) {
        remove(BestBet.class, id, "bets");
    }

    public List<DeniedSuggestion> denied() {
        return repository.denied();
    }

    @Permit(Permission.TEACH_SEARCH)
    public void deny(@Subject String phrase, String by) {
        var key = BestBet.key(phrase);
        if (key.length() < 2) {
            throw new RuleBrokenException("searchDesk.denied.error.short");
        }
        if (repository.denied().stream().anyMatch(each -> each.getKey().equals(key))) {
            throw new RuleBrokenException("searchDesk.denied.error.double");
        }
        repository.add(new DeniedSuggestion(phrase, clock.instant(), by));
        changes.touched(KIND, "denied");
    }

    @Permit(Permission.TEACH_SEARCH)
    public void allow(@Subject long id) {
        remove(DeniedSuggestion.class, id, "denied");
    }

    /** Queries of the last days that found nothing, the most frequent first. */
    public List<CountedQuery> foundNothing(int days) {
        return queries(days).stream()
                .filter(query -> query.nothing() > 0)
                .sorted(Comparator.comparingLong(CountedQuery::nothing).reversed())
                .limit(LISTED)
                .toList();
    }

    /** Queries of the last days whose results hardly anybody opened. */
    public List<CountedQuery> seldomClicked(int days) {
        return queries(days).stream()
                .filter(query -> query.searches() >= ENOUGH_SEARCHES && query.clickRate() < LOW_CLICK_RATE)
                .sorted(Comparator.comparingLong(CountedQuery::searches).reversed())
                .limit(LISTED)
                .toList();
    }

    /** Queries of the last days, the most frequent first. */
    public List<CountedQuery> mostFrequent(int days) {
        return queries(days).stream()
                .sorted(Comparator.comparingLong(CountedQuery::searches).reversed())
                .limit(LISTED)
                .toList();
    }

    private List<CountedQuery> queries(int days) {
        return repository.queries(LocalDate.now(clock).minusDays(days - 1L));
    }

    /** How often each page was opened over the last months, by its path. */
    public Map<String, Long> popularity() {
        return repository.views(LocalDate.now(clock).minusDays(POPULAR_DAYS - 1L));
    }

    /** Writes down what was counted. */
    @Permit(Permission.RUN_PORTAL)
    public void keepCounts() {
        var today = LocalDate.now(clock);
        queries.take()
                .forEach(count -> repository.count(
                        count.key(), count.query(), count.day(), count.searches(), count.nothing(), count.clicks()));
        views.take().forEach((path, opened) -> repository.view(path, today, opened));
    }

    /** Forgets the counts that are older than a year and a month. */
    @Permit(Permission.RUN_PORTAL)
    public void forgetCounts() {
        repository.forgetBefore(LocalDate.now(clock).minusDays(KEPT_DAYS));
    }
}
