package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.change.Derived;
import vn.minhbach.search.SearchTeaching;
import vn.minhbach.search.Synonyms;

/** Hands to the search what editors taught it; kept in memory until the change log moves. */
@ApplicationScoped
public class Teaching implements SearchTeaching {

    @Inject
    SearchDeskService desk;

    @Inject
    Derived<List<Synonyms.Row>> rows;

    @Inject
    Derived<Map<String, List<Item>>> bets;

    @Inject
    Derived<Set<String>> denied;

    /** Rebuilt only when the rows differ: much is built on the identity of this value. */
    private volatile Words words = new Words(List.of(), Synonyms.NONE);

    private record Words(List<Synonyms.Row> rows, Synonyms synonyms) {}

    @Override
    public Synonyms synonyms() {
        var now = rows.get(() -> desk.words().stream().map(SearchWord::toRow).toList());
        var known = words;
        if (known.rows() != now) {
            known = known.rows().equals(now) ? new Words(now, known.synonyms()) : new Words(now, Synonyms.of(now));
            words = known;
        }
        return known.synonyms();
    }

    @Override
    public List<Item> firstFor(String query) {
        return bets.get(() -> desk.bets().stream()
                        .collect(Collectors.groupingBy(
                                BestBet::getKey,
                                Collectors.mapping(
                                        bet -> new Item(bet.getKind(), bet.getContentId()), Collectors.toList()))))
                .getOrDefault(BestBet.key(query), List.of());
    }

    @Override
    public Set<String> denied() {
        return denied.get(
                () -> desk.denied().stream().map(DeniedSuggestion::getKey).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<String> frequent() {
        return desk.mostFrequent(SearchDeskService.POPULAR_DAYS).stream()
                .filter(query -> query.searches() > 2 * query.nothing())
                .map(CountedQuery::query)
                .toList();
    }

    @Override
    public Map<String, Long> popularity() {
        return desk.popularity();
    }
}
