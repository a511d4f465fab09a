package vn.minhbach.searchdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.ListState;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.Text;
import vn.minhbach.store.InstantConverter;

/** What editors taught the search, and its counts, in the database. */
@ApplicationScoped
class SearchDeskRepository {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    void add(Object row) {
        em.persist(row);
    }

    void remove(Object row) {
        em.remove(row);
    }

    <T> @Nullable T find(Class<T> type, long id) {
        return em.find(type, id);
    }

    List<SearchWord> words() {
        return em.createQuery("select w from SearchWord w order by w.key", SearchWord.class)
                .getResultList();
    }

    Optional<SearchWord> word(String key) {
        return em.createQuery("select w from SearchWord w where w.key = :key", SearchWord.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** Whether a list of words that comes with the portal was taught already. */
    boolean isTaught(String wordList) {
        var count = (Number) em.createNativeQuery("select count(*) from word_list where name = ?1")
                .setParameter(1, wordList)
                .getSingleResult();
        return count.longValue() > 0;
    }

    void addWordList(String name, Instant at) {
        em.createNativeQuery("insert into word_list (name, taught_at) values (?1, ?2)")
                .setParameter(1, name)
                .setParameter(2, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .executeUpdate();
    }

    /** The numbers of the words that have the filter in their term or in another name, in order. */
    List<Long> wordNumbers(ListState state) {
        return em.createQuery(
                        "select w.id from SearchWord w where w.sought like :sought escape '!' order by "
                                + order(state.sort(), state.descending()),
                        Long.class)
                .setParameter("sought", containing(state.filter()))
                .getResultList();
    }

    List<SearchWord> words(List<Long> numbers) {
        return em.createQuery("select w from SearchWord w where w.id in :numbers", SearchWord.class)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    private static String order(String column, boolean descending) {
        var direction = descending ? " desc" : "";
        return switch (column) {
            case SearchWord.BY_KIND -> "w.kind" + direction + ", w.key, w.id";
            case SearchWord.BY_CHANGE -> "w.updatedAt" + direction + ", w.key, w.id";
            default -> "w.key" + direction + ", w.id";
        };
    }

    private static String containing(String filter) {
        return Text.within(Text.fold(Text.line(filter)));
    }

    /** Rows of an earlier version, which have nothing yet for the filter to look in. */
    List<SearchWord> wordsWithoutSought() {
        return em.createQuery("select w from SearchWord w where w.sought = ''", SearchWord.class)
                .getResultList();
    }

    /** Puts a removed word back as it was: under its number, with its version and the one who changed it last. */
    void restoreWord(long id, Map<String, String> state) {
        var word = new SearchWord();
        word.write(
                Synonyms.Kind.valueOf(of(state, "kind")),
                of(state, "term"),
                List.of(of(state, "expansions").split("\n")),
                Instant.EPOCH,
                "");
        em.createNativeQuery(
                        "insert into search_word (id, version, kind, term, term_key, expansions, sought, updated_at,"
                                + " updated_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, id)
                .setParameter(2, Long.parseLong(of(state, Taught.VERSION)))
                .setParameter(3, word.getKind().name())
                .setParameter(4, word.getTerm())
                .setParameter(5, word.getKey())
                .setParameter(6, String.join("\n", word.getExpansions()))
                .setParameter(7, word.getSought())
                .setParameter(8, moment(state))
                .setParameter(9, of(state, Taught.UPDATED_BY))
                .executeUpdate();
    }

    void restoreBet(long id, Map<String, String> state) {
        em.createNativeQuery("insert into best_bet (id, version, query, query_key, content_kind, content_id, position,"
                        + " updated_at, updated_by) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
                .setParameter(1, id)
                .setParameter(2, Long.parseLong(of(state, Taught.VERSION)))
                .setParameter(3, of(state, "query"))
                .setParameter(4, BestBet.key(of(state, "query")))
                .setParameter(5, of(state, "kind"))
                .setParameter(6, of(state, "item"))
                .setParameter(7, Integer.parseInt(of(state, Taught.POSITION)))
                .setParameter(8, moment(state))
                .setParameter(9, of(state, Taught.UPDATED_BY))
                .executeUpdate();
    }

    void restoreDenied(long id, Map<String, String> state) {
        em.createNativeQuery("insert into denied_suggestion (id, version, phrase, phrase_key, updated_at, updated_by)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id)
                .setParameter(2, Long.parseLong(of(state, Taught.VERSION)))
                .setParameter(3, of(state, "phrase"))
                .setParameter(4, BestBet.key(of(state, "phrase")))
                .setParameter(5, moment(state))
                .setParameter(6, of(state, Taught.UPDATED_BY))
                .executeUpdate();
    }

    private static String of(Map<String, String> state, String name) {
        return Objects.requireNonNull(state.get(name), name);
    }

    /** As {@link InstantConverter} keeps moments. */
    private static LocalDateTime moment(Map<String, String> state) {
        return LocalDateTime.ofInstant(Instant.parse(of(state, Taught.UPDATED_AT)), ZoneOffset.UTC);
    }

    List<BestBet> bets() {
        return em.createQuery("select b from BestBet b order by b.key, b.position, b.id", BestBet.class)
                .getResultList();
    }

    List<DeniedSuggestion> denied() {
        return em.createQuery("select d from DeniedSuggestion d order by d.key", DeniedSuggestion.class)
                .getResultList();
    }

    /** Adds to the counts of a query on a day. Several nodes may do so at once. */
    void count(String key, String query, LocalDate day, long searches, long nothing, long clicks) {
        var changed = em.createNativeQuery("update query_count set searches = searches + ?1, nothing = nothing + ?2,"
                        + " clicks = clicks + ?3, query = ?4 where query_key = ?5 and counted_on = ?6")
                .setParameter(1, searches)
                .setParameter(2, nothing)
                .setParameter(3, clicks)
                .setParameter(4, query)
                .setParameter(5, key)
                .setParameter(6, day)
                .executeUpdate();
        if (changed == 0) {
            em.createNativeQuery("insert into query_count (query_key, counted_on, query, searches, nothing, clicks)"
                            + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                    .setParameter(1, key)
                    .setParameter(2, day)
                    .setParameter(3, query)
                    .setParameter(4, searches)
                    .setParameter(5, nothing)
                    .setParameter(6, clicks)
                    .executeUpdate();
        }
    }

    void view(String path, LocalDate day, long views) {
        var changed = em.createNativeQuery(
                        "update view_count set views = views + ?1 where path = ?2 and counted_on = ?3")
                .setParameter(1, views)
                .setParameter(2, path)
                .setParameter(3, day)
                .executeUpdate();
        if (changed == 0) {
            em.createNativeQuery("insert into view_count (path, counted_on, views) values (?1, ?2, ?3)")
                    .setParameter(1, path)
                    .setParameter(2, day)
                    .setParameter(3, views)
                    .executeUpdate();
        }
    }

    /** What was asked since a day, by query. */
    List<CountedQuery> queries(LocalDate since) {
        return rows(em.createNativeQuery("select max(query), sum(searches), sum(nothing), sum(clicks) from query_count"
                        + " where counted_on >= ?1 group by query_key")
                .setParameter(1, since)
                .getResultList());
    }

    private static List<CountedQuery> rows(List<?> found) {
        return found.stream()
                .map(row -> (Object[]) row)
                .map(row -> new CountedQuery(
                        String.valueOf(row[0]),
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue()))
                .toList();
    }

    /** How often each page was opened since a day. */
    Map<String, Long> views(LocalDate since) {
        List<?> found = em.createNativeQuery(
                        "select path, sum(views) from view_count where counted_on >= ?1 group by path")
                .setParameter(1, since)
                .getResultList();
        return found.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> String.valueOf(row[0]), row -> ((Number) row[1]).longValue()));
    }

    /** Forgets counts from before a day. */
    void forgetBefore(LocalDate day) {
        em.createNativeQuery("delete from query_count where counted_on < ?1")
                .setParameter(1, day)
                .executeUpdate();
        em.createNativeQuery("delete from view_count where counted_on < ?1")
                .setParameter(1, day)
                .executeUpdate();
    }
}
