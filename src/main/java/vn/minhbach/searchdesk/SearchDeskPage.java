package vn.minhbach.searchdesk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.search.Hit;
import vn.minhbach.search.IndexState;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchResult;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Backs the views of {@code /quan-tri/tim-kiem}: what readers look for, the words, what stands first, and a try. */
@Door(
        path = "/quan-tri/tim-kiem",
        methods = {Method.GET, Method.POST},
        permission = Permission.TEACH_SEARCH)
@Door(
        path = "/quan-tri/tu-dong-nghia",
        methods = {Method.GET, Method.POST},
        parameters = {"sua", "q"},
        permission = Permission.TEACH_SEARCH)
@Door(
        path = "/quan-tri/ket-qua-uu-tien",
        methods = {Method.GET, Method.POST},
        parameters = {"q", "trang"},
        permission = Permission.TEACH_SEARCH)
@Door(
        path = "/quan-tri/thu-truy-van",
        methods = {Method.GET, Method.POST},
        parameters = "q",
        permission = Permission.TEACH_SEARCH)
@Named("searchDeskPage")
@RequestScoped
public class SearchDeskPage {

    private static final int DAYS = 30;
    private static final int TRIED = 10;

    @Inject
    SearchDeskService desk;

    @Inject
    SearchService search;

    @Inject
    CurrentActor actors;

    @Inject
    Visit visit;

    // The form of a word
    private @Nullable Long wordId;
    private Synonyms.Kind kind = Synonyms.Kind.SYNONYM;
    private String term = "";
    private String expansions = "";
    private String filter = "";
    private List<SearchWord> words = List.of();

    // The forms of what stands first and what is not suggested
    private String query = "";
    private String address = "";
    private String phrase = "";

    private @Nullable SearchResult tried;

    /** Reads the word to be changed, if the address names one. */
    public void loadWords() {
        var sought = SearchWord.key(filter);
        var all = desk.words();
        words = all.stream()
                .filter(word -> sought.isEmpty()
                        || word.getKey().contains(sought)
                        || BestBet.key(word.getTerm()).contains(BestBet.key(filter))
                        || word.getExpansions().stream()
                                .anyMatch(each -> SearchWord.key(each).contains(sought)))
                .toList();
        all.stream()
                .filter(word -> word.getId() != null && word.getId().equals(wordId))
                .findFirst()
                .ifPresent(word -> {
                    kind = word.getKind();
                    term = word.getTerm();
                    expansions = String.join("\n", word.getExpansions());
                });
    }

    public @Nullable String saveWord() {
        return done(
                () -> desk.keepWord(
                        wordId,
                        kind,
                        term,
                        Arrays.asList(expansions.split("[\\n|]")),
                        actors.get().name()),
                "searchDesk.words.saved",
                "/quan-tri/tu-dong-nghia");
    }

    public @Nullable String removeWord(long id) {
        return done(() -> desk.removeWord(id), "searchDesk.words.removed", "/quan-tri/tu-dong-nghia");
    }

    public @Nullable String addShippedWords() {
        return done(desk::addShippedWords, "searchDesk.words.shipped", "/quan-tri/tu-dong-nghia");
    }

    public @Nullable String addBet() {
        return done(
                () -> desk.addBet(query, address, actors.get().name()),
                "searchDesk.bets.saved",
                "/quan-tri/ket-qua-uu-tien");
    }

    public @Nullable String removeBet(long id) {
        return done(() -> desk.removeBet(id), "searchDesk.bets.removed", "/quan-tri/ket-qua-uu-tien");
    }

    public @Nullable String deny() {
        return done(
                () -> desk.deny(phrase, actors.get().name()), "searchDesk.denied.saved", "/quan-tri/ket-qua-uu-tien");
    }

    public @Nullable String allow(long id) {
        return done(() -> desk.allow(id), "searchDesk.denied.removed", "/quan-tri/ket-qua-uu-tien");
    }

    public @Nullable String rebuild() {
        return done(() -> search.rebuild(actors.get().name()), "searchDesk.index.rebuilding", "/quan-tri/tim-kiem");
    }

    /** Says what became of it; after a broken rule the form keeps what was typed. */
    private @Nullable String done(Runnable deed, String success, String view) {
        var faces = FacesContext.getCurrentInstance();
        try {
            deed.run();
        } catch (RuleBrokenException e) {
            faces.addMessage(
                    null,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, visit.text(String.valueOf(e.getMessage())), null));
            loadWords();
            return null;
        }
        faces.addMessage(null, new FacesMessage(visit.text(success)));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return view + ".xhtml?faces-redirect=true";
    }

    /** Runs the query of the address the way a reader's would run, and keeps the steps. */
    public void tryQuery() {
        if (!query.isBlank()) {
            tried = search.search(new SearchRequest(
                            query, List.of(), Map.of(), List.of(), SearchRequest.Order.RELEVANCE, 0, TRIED, true)
                    .explained());
        }
    }

    public List<CountedQuery> getFoundNothing() {
        return desk.foundNothing(DAYS);
    }

    public List<CountedQuery> getSeldomClicked() {
        return desk.seldomClicked(DAYS);
    }

    public List<CountedQuery> getMostFrequent() {
        return desk.mostFrequent(DAYS);
    }

    public IndexState getIndex() {
        return search.state();
    }

    public List<SearchWord> getWords() {
        return words;
    }

    public List<BestBet> getBets() {
        return desk.bets();
    }

    public List<DeniedSuggestion> getDenied() {
        return desk.denied();
    }

    public Synonyms.Kind[] getKinds() {
        return Synonyms.Kind.values();
    }

    public @Nullable SearchResult getTried() {
        return tried;
    }

    /** A step of the search, by its name in the bundle. */
    public record Step(String key, String value) {}

    /** What was made of the query that is tried, step by step. */
    public List<Step> getSteps() {
        if (tried == null) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        steps.add(new Step("searchDesk.try.typed", query));
        if (!tried.numbers().isEmpty()) {
            steps.add(new Step("searchDesk.try.numbers", String.join(" · ", tried.numbers())));
        }
        steps.add(new Step(
                "searchDesk.try.repaired",
                tried.repaired() == null ? visit.text("searchDesk.try.unrepaired") : tried.repaired()));
        steps.add(new Step(
                "searchDesk.try.expansions",
                tried.expansions().isEmpty()
                        ? visit.text("searchDesk.try.noExpansions")
                        : tried.expansions().stream()
                                .map(one -> one.term() + " → " + String.join(", ", one.names()))
                                .collect(Collectors.joining("; "))));
        var first = desk.bets().stream()
                .filter(bet -> bet.getKey().equals(BestBet.key(query)))
                .map(BestBet::getContentId)
                .collect(Collectors.joining(", "));
        if (!first.isEmpty()) {
            steps.add(new Step("searchDesk.try.bets", first));
        }
        return steps;
    }

    /** A result of the query that is tried, with its score and where that comes from. */
    public record TriedLine(Hit hit, String score, String why) {}

    public List<TriedLine> getTriedLines() {
        var lines = new ArrayList<TriedLine>();
        for (var i = 0; tried != null && i < tried.hits().size(); i++) {
            var told = i < tried.explanations().size()
                    ? tried.explanations().get(i).told()
                    : "";
            var hit = tried.hits().get(i);
            lines.add(new TriedLine(hit, "%.2f".formatted(hit.score()), told));
        }
        return lines;
    }

    public @Nullable Long getWordId() {
        return wordId;
    }

    public void setWordId(@Nullable Long wordId) {
        this.wordId = wordId;
    }

    public Synonyms.Kind getKind() {
        return kind;
    }

    public void setKind(Synonyms.Kind kind) {
        this.kind = kind;
    }

    public String getTerm() {
        return term;
    }

    public void setTerm(String term) {
        this.term = term;
    }

    public String getExpansions() {
        return expansions;
    }

    public void setExpansions(String expansions) {
        this.expansions = expansions;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(String phrase) {
        this.phrase = phrase;
    }
}
