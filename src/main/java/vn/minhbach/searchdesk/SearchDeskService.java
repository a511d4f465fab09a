package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.History;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.desk.ListState;
import vn.minhbach.desk.Removal;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
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

    /** Days of which the overview tells what readers looked for. */
    static final int DAYS = 30;

    private static final int KEPT_DAYS = 400;
    private static final int LISTED = 100;

    /** A query with fewer searches says nothing about how often its results are opened. */
    private static final int ENOUGH_SEARCHES = 10;

    private static final int LOW_CLICK_RATE = 20;

    private static final int MOST_EXPANSIONS = 8;
    private static final int LONGEST_NAME = 200;

    /** Who wrote the words that come with the portal. */
    private static final String PORTAL = "minhbach";

    @Inject
    SearchDeskRepository repository;

    @Inject
    SearchService search;

    @Inject
    History history;

    @Inject
    CurrentActor actors;

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

    /** The numbers of the words of a list, in its order. */
    public List<Long> wordNumbers(ListState state) {
        return repository.wordNumbers(state);
    }

    /** The words with these numbers, in any order. */
    public List<SearchWord> words(List<Long> numbers) {
        return repository.words(numbers);
    }

    public Optional<SearchWord> word(long id) {
        return Optional.ofNullable(repository.find(SearchWord.class, id));
    }

    /**
     * Adds a word.
     *
     * @throws RuleBrokenException if it lacks a term or expansions, or the term has a row already
     */
    @Permit(Permission.TEACH_SEARCH)
    public void addWord(Synonyms.Kind kind, @Subject String term, List<String> expansions) {
        var others = checked(term, expansions, null);
        var word = new SearchWord();
        word.write(kind, term, others, now(), me());
        repository.add(word);
        history.added(word.row(), word.state());
        changes.touched(KIND, "words");
    }

    /**
     * Says what a word means from now on.
     *
     * @param version that one has seen
     * @throws ChangedMeanwhileException if it is another by now, or the word is gone
     * @throws RuleBrokenException if it lacks a term or expansions, or the term has another row
     */
    @Permit(Permission.TEACH_SEARCH)
    public void changeWord(long id, long version, Synonyms.Kind kind, @Subject String term, List<String> expansions) {
        var word = repository.find(SearchWord.class, id);
        if (word == null || word.getVersion() != version) {
            throw new ChangedMeanwhileException(Taught.WORD, Long.toString(id));
        }
        var others = checked(term, expansions, id);
        var before = word.state();
        word.write(kind, term, others, now(), me());
        history.changed(word.row(), before, word.state());
        changes.touched(KIND, "words");
    }

    /** The other names that are worth keeping, if the word may be kept. */
    private List<String> checked(String term, List<String> expansions, @Nullable Long id) {
        var key = SearchWord.key(term);
        if (key.isEmpty()) {
            throw new RuleBrokenException("searchDesk.words.error.term", "term");
        }
        var others = expansions.stream()
                .map(Text::line)
                .filter(each -> !each.isEmpty() && !SearchWord.key(each).equals(key))
                .distinct()
                .toList();
        if (others.isEmpty()) {
            throw new RuleBrokenException("searchDesk.words.error.expansions", "expansions");
        }
        if (others.size() > MOST_EXPANSIONS) {
            throw new RuleBrokenException("searchDesk.words.error.many", "expansions");
        }
        if (others.stream().anyMatch(each -> each.length() > LONGEST_NAME)) {
            throw new RuleBrokenException("searchDesk.words.error.long", "expansions");
        }
        var same = repository.word(key).orElse(null);
        if (same != null && !Objects.equals(same.getId(), id)) {
            throw new RuleBrokenException("searchDesk.words.error.double", "term");
        }
        return others;
    }

    /** @return by which the removal can be taken back; empty if there is nothing to remove or to take back */
    @Permit(Permission.TEACH_SEARCH)
    public Optional<Removal> removeWord(@Subject long id) {
        var word = repository.find(SearchWord.class, id);
        return word == null ? removed(Taught.WORD, id) : remove(word, word.row(), word.state(), "words");
    }

    private Optional<Removal> remove(Object row, History.Row told, Map<String, String> state, String what) {
        repository.remove(row);
        var removal = history.removed(told, state);
        changes.touched(KIND, what);
        return Optional.of(removal);
    }

    /** Somebody was faster, or pressed twice: what they did can be taken back as well. */
    private Optional<Removal> removed(String kind, long id) {
        return history.removal(kind, Long.toString(id));
    }

    /**
     * Puts a removed row back exactly as it was.
     *
     * @return what it is called
     * @throws RuleBrokenException if that was done before, or its place is taken
     */
    @Permit(Permission.TEACH_SEARCH)
    public String restore(@Subject long removal) {
        var entry = history.takeBack(removal, Taught.WORD, Taught.BET, Taught.DENIED);
        var id = Long.parseLong(entry.getRowId());
        var state = entry.before();
        switch (entry.getKind()) {
            case Taught.WORD -> {
                free(repository.word(SearchWord.key(entry.getTitle())).isEmpty());
                repository.restoreWord(id, state);
            }
            case Taught.BET -> {
                free(repository.bets().stream()
                        .noneMatch(bet -> bet.getKey().equals(BestBet.key(entry.getTitle()))
                                && bet.getKind().equals(state.get("kind"))
                                && bet.getContentId().equals(state.get("item"))));
                repository.restoreBet(id, state);
            }
            case Taught.DENIED -> {
                free(repository.denied().stream().noneMatch(row -> row.getKey().equals(BestBet.key(entry.getTitle()))));
                repository.restoreDenied(id, state);
            }
            default -> throw new NotFoundException(entry.getKind(), entry.getRowId());
        }
        changes.touched(KIND, "restored");
        return entry.getTitle();
    }

    private static void free(boolean free) {
        if (!free) {
            throw new RuleBrokenException("desk.undo.taken");
        }
    }

    /** What was done to a word, the newest first. */
    public List<HistoryEntry> historyOfWord(long id) {
        return history.of(Taught.WORD, Long.toString(id));
    }

    /** What was done last to the words. */
    public List<HistoryEntry> historyOfWords() {
        return history.newest(List.of(Taught.WORD));
    }

    /** What was done last to what stands first and to what is not suggested. */
    public List<HistoryEntry> historyOfBets() {
        return history.newest(List.of(Taught.BET, Taught.DENIED));
    }

    /** As precise as the database keeps it, so that what is told of a row is what is read back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String me() {
        return actors.get().name();
    }

    /**
     * Teaches the lists of words that came with this version and not before, each once: at the first start all of them. What
     * editors took out since stays out. What this version says otherwise of a term is taken over where no editor has changed it. Gives the filter
     * of the list what rows of an earlier version lack.
     */
    @Permit(Permission.RUN_PORTAL)
    public void addNewLists() {
        for (var list : Synonyms.LISTS) {
            if (!repository.isTaught(list)) {
                addMissing(Synonyms.shipped(list));
                repository.addWordList(list, now());
            }
        }
        mendShipped();
        repository.wordsWithoutSought().forEach(SearchWord::makeSought);
    }

    /**
     * Adds what this version of the portal brings and the list lacks; nothing that an editor wrote is touched.
     *
     * @return how many were added
     */
    @Permit(Permission.TEACH_SEARCH)
    public int addShippedWords() {
        return addMissing(Synonyms.shipped());
    }

    private void mendShipped() {
        var shipped = new HashMap<String, Synonyms.Row>();
        Synonyms.shipped().forEach(row -> shipped.put(SearchWord.key(row.term()), row));
        var isMended = false;
        for (var word : repository.words()) {
            var row = shipped.get(word.getKey());
            if (row != null && word.getUpdatedBy().equals(PORTAL) && !word.says(row)) {
                word.write(row.kind(), row.term(), row.expansions(), now(), PORTAL);
                isMended = true;
            }
        }
        if (isMended) {
            changes.touched(KIND, "words");
        }
    }

    private int addMissing(List<Synonyms.Row> rows) {
        var known = new java.util.HashSet<String>();
        repository.words().forEach(word -> known.add(word.getKey()));
        var added = 0;
        for (var row : rows) {
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
    public void addBet(@Subject String query, @Subject String address) {
        if (BestBet.key(query).isEmpty()) {
            throw new RuleBrokenException("searchDesk.bets.error.query", "query");
        }
        Hit item = search.at(address)
                .orElseThrow(() -> new RuleBrokenException("searchDesk.bets.error.address", "address"));
        var same = repository.bets().stream()
                .filter(bet -> bet.getKey().equals(BestBet.key(query)))
                .toList();
        if (same.stream()
                .anyMatch(bet ->
                        bet.getKind().equals(item.kind()) && bet.getContentId().equals(item.id()))) {
            throw new RuleBrokenException("searchDesk.bets.error.double", "address");
        }
        var bet = new BestBet(query, item.kind(), item.id(), same.size() + 1, now(), me());
        repository.add(bet);
        history.added(bet.row(), bet.state());
        changes.touched(KIND, "bets");
    }

    @Permit(Permission.TEACH_SEARCH)
    public Optional<Removal> removeBet(@Subject long id) {
        var bet = repository.find(BestBet.class, id);
        return bet == null ? removed(Taught.BET, id) : remove(bet, bet.row(), bet.state(), "bets");
    }

    public List<DeniedSuggestion> denied() {
        return repository.denied();
    }

    @Permit(Permission.TEACH_SEARCH)
    public void deny(@Subject String phrase) {
        var key = BestBet.key(phrase);
        if (key.length() < 2) {
            throw new RuleBrokenException("searchDesk.denied.error.short", "phrase");
        }
        if (repository.denied().stream().anyMatch(each -> each.getKey().equals(key))) {
            throw new RuleBrokenException("searchDesk.denied.error.double", "phrase");
        }
        var row = new DeniedSuggestion(phrase, now(), me());
        repository.add(row);
        history.added(row.row(), row.state());
        changes.touched(KIND, "denied");
    }

    @Permit(Permission.TEACH_SEARCH)
    public Optional<Removal> allow(@Subject long id) {
        var row = repository.find(DeniedSuggestion.class, id);
        return row == null ? removed(Taught.DENIED, id) : remove(row, row.row(), row.state(), "denied");
    }

    /**
     * What readers looked for, in three orders.
     *
     * @param foundNothing the most frequent first
     * @param seldomClicked whose results hardly anybody opened
     * @param mostFrequent the most frequent first
     */
    public record Counted(
            List<CountedQuery> foundNothing, List<CountedQuery> seldomClicked, List<CountedQuery> mostFrequent) {}

    /** How many queries stand on the list of those that found nothing. */
    public int countOfNothing() {
        return foundNothing(DAYS).size();
    }

    /** The queries of the last days. */
    public Counted counted(int days) {
        var all = queries(days);
        return new Counted(
                listed(all, query -> query.nothing() > 0, CountedQuery::nothing),
                listed(
                        all,
                        query -> query.searches() >= ENOUGH_SEARCHES && query.clickRate() < LOW_CLICK_RATE,
                        CountedQuery::searches),
                listed(all, query -> true, CountedQuery::searches));
    }

    private static List<CountedQuery> listed(
            List<CountedQuery> all, Predicate<CountedQuery> wanted, ToLongFunction<CountedQuery> measure) {
        return all.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(measure).reversed())
                .limit(LISTED)
                .toList();
    }

    /** Queries of the last days, the most frequent first. */
    public List<CountedQuery> mostFrequent(int days) {
        return counted(days).mostFrequent();
    }

    /** Queries of the last days that found nothing, the most frequent first. */
    public List<CountedQuery> foundNothing(int days) {
        return counted(days).foundNothing();
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
