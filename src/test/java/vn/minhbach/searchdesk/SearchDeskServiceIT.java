package vn.minhbach.searchdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import vn.minhbach.IndexWatch;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.desk.ListState;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchRequest;
import vn.minhbach.search.SearchService;
import vn.minhbach.search.Searched;
import vn.minhbach.search.Synonyms;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;

/** The search desk in the server: what editors teach reaches the search, and counts reach the database without names. */
@ArquillianTest
class SearchDeskServiceIT {

    @Inject
    SearchDeskService desk;

    @Inject
    SearchService search;

    @Inject
    QueryCounter counter;

    @Inject
    ViewCounter views;

    @Inject
    IndexWatch index;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Resource
    UserTransaction transaction;

    @Test
    void beginsWithTheWordsOfTheRelease() {
        assertTrue(desk.words().size() >= 400);
        assertEquals(0, desk.addShippedWords(), "nothing is missing");
    }

    /** A portal that was set up before a list came gets it with the version that brings it; what was taken out stays out. */
    @Test
    void aListOfANewVersionIsTaughtOnce() throws Exception {
        var notary = word("notary office");
        desk.removeWord(Objects.requireNonNull(notary.getId()));
        desk.addNewLists();
        assertTrue(desk.words().stream().noneMatch(each -> each.getTerm().equals("notary office")));

        transaction.begin();
        em.createNativeQuery("delete from word_list where name = 'english'").executeUpdate();
        transaction.commit();
        desk.addNewLists();
        assertEquals(notary.getExpansions(), word("notary office").getExpansions());
        assertEquals(0, desk.addShippedWords(), "nothing is missing");
    }

    /** A version may say more of a term that an earlier one taught; what an editor wrote of it stays. */
    @Test
    void whatThisVersionSaysOtherwiseIsTakenOverWhereNoEditorWrote() throws Exception {
        var notary = word("notary office");
        var police = word("police check");
        transaction.begin();
        em.createNativeQuery("update search_word set expansions = ?1 where term in ('notary office', 'police check')")
                .setParameter(1, "nghĩa cũ")
                .executeUpdate();
        em.createNativeQuery("update search_word set updated_by = 'lan' where term = 'police check'")
                .executeUpdate();
        transaction.commit();

        desk.addNewLists();

        assertEquals(notary.getExpansions(), word("notary office").getExpansions());
        assertEquals(List.of("nghĩa cũ"), word("police check").getExpansions());
        transaction.begin();
        em.createNativeQuery("update search_word set updated_by = ?1 where term = 'police check'")
                .setParameter(1, notary.getUpdatedBy())
                .executeUpdate();
        transaction.commit();
        desk.addNewLists();
        assertEquals(police.getExpansions(), word("police check").getExpansions());
    }

    @Test
    void whatAnEditorTeachesIsUsedAtOnce() {
        assertTrue(found("sachdonung").isEmpty());

        desk.addWord(Synonyms.Kind.ONE_WAY, "sachdonung", List.of("cấp thẻ thư viện"));
        assertFalse(found("sachdonung").isEmpty());

        var word = desk.words().stream()
                .filter(each -> each.getTerm().equals("sachdonung"))
                .findFirst()
                .orElseThrow();
        assertEquals(Actor.PORTAL.name(), word.getUpdatedBy());
        desk.removeWord(Objects.requireNonNull(word.getId()));
        assertTrue(found("sachdonung").isEmpty());
    }

    /** A service whose transaction can only be rolled back when it returns. */
    @ApplicationScoped
    public static class Doomed {

        @Resource
        TransactionSynchronizationRegistry transaction;

        @Permit(Permission.TEACH_SEARCH)
        @Transactional
        public String keep() {
            transaction.setRollbackOnly();
            return "saved";
        }
    }

    @Inject
    Doomed doomed;

    @Test
    void aDeedThatCannotBeKeptDoesNotLookDone() {
        var failure = assertThrows(IllegalStateException.class, () -> doomed.keep());
        assertTrue(String.valueOf(failure.getMessage()).startsWith("Not saved"));
    }

    @Test
    void refusesAWordTwiceAndAWordWithoutMeaning() {
        desk.addWord(Synonyms.Kind.SYNONYM, "xe trượt tuyết", List.of("ván trượt"));
        assertThrows(
                RuleBrokenException.class,
                () -> desk.addWord(Synonyms.Kind.SYNONYM, "Xe  Trượt Tuyết", List.of("ván")));
        assertThrows(
                RuleBrokenException.class,
                () -> desk.addWord(Synonyms.Kind.SYNONYM, "xe ba gác", List.of("XE BA GÁC", " ")));
    }

    @Test
    void aRemovedWordComesBackOnceAndExactlyAsItWas() {
        desk.addWord(Synonyms.Kind.ONE_WAY, "thuyền thúng", List.of("phương tiện thủy", "tàu cá"));
        var word = word("thuyền thúng");
        var id = Objects.requireNonNull(word.getId());
        desk.changeWord(id, word.getVersion(), Synonyms.Kind.SYNONYM, "thuyền thúng", List.of("tàu cá"));
        var before = word("thuyền thúng");

        var removal = desk.removeWord(id).orElseThrow();
        assertTrue(desk.word(id).isEmpty());
        assertEquals(removal, desk.removeWord(id).orElseThrow(), "who presses twice is told the same");
        desk.restore(removal.entry());

        var after = word("thuyền thúng");
        assertEquals(before.state(), after.state());
        assertEquals(before.getSought(), after.getSought());
        assertEquals(id, after.getId());
        assertThrows(RuleBrokenException.class, () -> desk.restore(removal.entry()));
        assertEquals(
                List.of("RESTORED", "REMOVED", "CHANGED", "ADDED"),
                desk.historyOfWord(id).stream()
                        .map(entry -> entry.getDeed().name())
                        .toList());
    }

    @Test
    void aRemovalIsNotTakenBackWhereItsPlaceIsTaken() {
        desk.deny("cụm bị thay");
        var id = Objects.requireNonNull(desk.denied().stream()
                .filter(row -> row.getPhrase().equals("cụm bị thay"))
                .findFirst()
                .orElseThrow()
                .getId());
        var removal = desk.allow(id).orElseThrow();
        desk.deny("Cụm bị thay");
        assertThrows(RuleBrokenException.class, () -> desk.restore(removal.entry()));
    }

    @Test
    void nobodySavesOverWhatTheyHaveNotSeen() {
        desk.addWord(Synonyms.Kind.SYNONYM, "xe lam", List.of("xe ba bánh"));
        var word = word("xe lam");
        var id = Objects.requireNonNull(word.getId());
        desk.changeWord(id, word.getVersion(), Synonyms.Kind.SYNONYM, "xe lam", List.of("xe ba bánh chở khách"));
        assertThrows(
                ChangedMeanwhileException.class,
                () -> desk.changeWord(id, word.getVersion(), Synonyms.Kind.SYNONYM, "xe lam", List.of("khác")));
        desk.removeWord(id);
        assertThrows(
                ChangedMeanwhileException.class,
                () -> desk.changeWord(id, word.getVersion() + 1, Synonyms.Kind.SYNONYM, "xe lam", List.of("khác")));
    }

    @Test
    void theListIsFilteredWithAndWithoutMarksAndOrdered() {
        desk.addWord(Synonyms.Kind.SYNONYM, "lọc%thử b", List.of("bánh đa"));
        desk.addWord(Synonyms.Kind.SYNONYM, "lọc%thử a", List.of("bánh tráng"));
        assertEquals(List.of("lọc%thử a", "lọc%thử b"), listed("LOC%THU", "term", false));
        assertEquals(List.of("lọc%thử b", "lọc%thử a"), listed("lọc%", "term", true));
        assertEquals(List.of("lọc%thử b"), listed("banh da", "", false));
        assertEquals(List.of(), listed("lọc_thử", "", false));
    }

    private List<String> listed(String filter, String sort, boolean descending) {
        return desk.wordNumbers(new ListState(filter, sort, descending, 1)).stream()
                .map(id -> desk.word(id).orElseThrow().getTerm())
                .filter(term -> term.startsWith("lọc%"))
                .toList();
    }

    private SearchWord word(String term) {
        return desk.words().stream()
                .filter(each -> each.getTerm().equals(term))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBestBetComesFirstWithAndWithoutMarks() throws InterruptedException {
        var query = "thẻ thư viện";
        var last = found(query).getLast();
        assertFalse(found(query).getFirst().id().equals(last.id()));

        desk.addBet(query, "http://localhost:8080" + last.path() + "?x=1");
        index.awaitIndex();
        assertEquals(last.id(), found(query).getFirst().id());
        assertEquals(last.id(), found("the thu vien").getFirst().id());
        assertThrows(RuleBrokenException.class, () -> desk.addBet("the thu vien", last.path()));
        assertThrows(RuleBrokenException.class, () -> desk.addBet(query, "/thu-tuc/9.999999"));

        var bet = desk.bets().stream()
                .filter(each -> each.getContentId().equals(last.id()))
                .findFirst()
                .orElseThrow();
        desk.removeBet(Objects.requireNonNull(bet.getId()));
        index.awaitIndex();
        assertFalse(found(query).getFirst().id().equals(last.id()));
    }

    @Test
    void writesDownOnlyWhatThreeReadersAsked() {
        for (var reader : List.of("a", "b", "a", "a")) {
            counter.asked("xin phép nuôi hươu", () -> reader);
        }
        for (var reader : List.of("a", "b", "c")) {
            counter.asked("Xin phép nuôi nai", () -> reader);
        }
        counter.searched(new Searched("xin phep nuoi nai", 0));
        counter.asked("xin phép nuôi nai", () -> "a");
        counter.clicked("xin phép nuôi nai");
        for (var reader : List.of("a", "b", "c")) {
            counter.asked("hồ sơ của 012345678901", () -> reader);
        }
        desk.keepCounts();

        var counted = desk.mostFrequent(1);
        assertEquals(
                List.of(new CountedQuery("xin phép nuôi nai", 4, 1, 1)),
                counted.stream().filter(each -> each.query().contains("nuôi")).toList());
        assertTrue(counted.stream().noneMatch(each -> each.query().contains("012345678901")));
        assertTrue(desk.foundNothing(1).stream().anyMatch(each -> each.query().equals("xin phép nuôi nai")));

        counter.asked("xin phép nuôi nai", () -> "d");
        desk.keepCounts();
        assertEquals(
                5,
                desk.mostFrequent(1).stream()
                        .filter(each -> each.query().equals("xin phép nuôi nai"))
                        .findFirst()
                        .orElseThrow()
                        .searches());
    }

    @Test
    void countsOpenedPages() {
        views.opened("/thu-tuc/7.000001");
        views.opened("/thu-tuc/7.000001");
        desk.keepCounts();
        views.opened("/thu-tuc/7.000001");
        desk.keepCounts();
        assertEquals(3L, desk.popularity().get("/thu-tuc/7.000001"));
    }

    @Test
    void deniesASuggestionOnce() {
        desk.deny("Cụm từ bị chặn");
        assertThrows(RuleBrokenException.class, () -> desk.deny("cum tu bi chan"));
        var row = desk.denied().stream()
                .filter(each -> each.getPhrase().equals("Cụm từ bị chặn"))
                .findFirst()
                .orElseThrow();
        desk.allow(Objects.requireNonNull(row.getId()));
        assertTrue(desk.denied().stream().noneMatch(each -> each.getPhrase().equals("Cụm từ bị chặn")));
    }

    private List<Hit> found(String query) {
        return search.search(new SearchRequest(
                        query, List.of(), Map.of(), List.of(), SearchRequest.Order.RELEVANCE, 0, 20, false))
                .hits();
    }
}
