package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.account.SubjectNames.Named;
import vn.minhbach.account.SubjectNames.Told;

/** The rows are named to which deeds were done: as they are called, and those that are gone as they were. */
class RowNamesTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    /** Of which the row 1 is there. */
    private static final class NoticeNames extends RowNames {

        @Override
        public Set<String> services() {
            return Set.of("NoticeService");
        }

        @Override
        protected Row row(Told deed) {
            return new Row("notice", deed.part(0));
        }

        @Override
        protected Map<Row, Named> present(Collection<Row> rows) {
            return Map.of(new Row("notice", "1"), new Named("Nghỉ lễ", "/quan-tri/thong-bao/soan?ma=1"));
        }
    }

    private History history(jakarta.persistence.EntityManager em) {
        return History.over(em, () -> new Actor("lan", Set.of()), Clock.systemUTC());
    }

    private Map<Told, Named> names(Told... deeds) {
        return database.ask(em -> {
            var names = new NoticeNames();
            names.history = history(em);
            return names.names(List.of(deeds));
        });
    }

    private static Told told(String deed, Object subject) {
        return new Told("NoticeService." + deed, String.valueOf(subject));
    }

    @Test
    void aRowIsCalledAsItIsAndLeadsToItsForm() {
        var change = told("change", 1);
        assertThat(names(change))
                .containsOnly(Map.entry(change, new Named("Nghỉ lễ", "/quan-tri/thong-bao/soan?ma=1")));
    }

    @Test
    void aRowThatIsGoneIsCalledAsItWasLastAndIsSeenNowhere() {
        database.ask(em -> {
            history(em).added(new History.Row("notice", "2", "Lịch cũ"), Map.of());
            history(em).changed(new History.Row("notice", "2", "Lịch mới"), Map.of(), Map.of());
            return history(em).removed(new History.Row("notice", "2", "Lịch mới"), Map.of());
        });
        var remove = told("remove", 2);

        assertThat(names(remove)).containsOnly(Map.entry(remove, new Named("Lịch mới", "")));
    }

    /** The number of a line of the history is no number of a row. */
    @Test
    void whatIsTakenBackIsFoundByTheLineOfTheHistory() {
        long line =
                database.ask(em -> history(em).changed(new History.Row("notice", "1", "Nghỉ Tết"), Map.of(), Map.of()));
        long other =
                database.ask(em -> history(em).changed(new History.Row("banner", "9", "Biển"), Map.of(), Map.of()));
        var undo = told("undo", line);

        assertThat(names(undo, told("undo", other), told("undo", 1_000_000)))
                .containsOnly(Map.entry(undo, new Named("Nghỉ lễ", "/quan-tri/thong-bao/soan?ma=1")));
    }

    @Test
    void whatNobodyKnowsHasNoName() {
        assertThat(names(told("change", 77), told("add", "Tên"), told("add", "")))
                .isEmpty();
    }
}
