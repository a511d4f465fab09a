package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.desk.Keeping;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** Life events are rows that editors keep; a new portal begins with some, and its procedures are found under them at once. */
class LifeEventStoreTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T ask(Function<LifeEventService, T> work) {
        return database.ask(em -> {
            var service = new LifeEventService();
            service.procedures = new ProcedureRepository(em);
            service.keeping = Keeping.over(em, () -> Actor.PORTAL, Clock.systemUTC());
            service.changes = new ChangeLog(em, Clock.systemUTC());
            return work.apply(service);
        });
    }

    private void procedure(String code, String title, String field) {
        var content = SummaryTest.content(List.of(), List.of(), Agencies.NONE);
        var record = new ProcedureRecord(
                code,
                title,
                "",
                "",
                List.of(),
                "",
                field,
                ServiceLevel.UNSTATED,
                ProcedureStatus.PUBLIC,
                null,
                null,
                "",
                content);
        database.inTransaction(em -> new ProcedureRepository(em).add(new Procedure(record, Instant.EPOCH)));
    }

    /** The codes of procedures that the index was told to look at since. */
    private List<String> told(long since) {
        return database.ask(em -> new ChangeLog(em, Clock.systemUTC())
                .after(since, 100).stream()
                        .filter(change -> change.getKind().equals(ProcedureService.KIND))
                        .map(ContentChange::getContentId)
                        .toList());
    }

    private long position() {
        return database.ask(em -> new ChangeLog(em, Clock.systemUTC()).position());
    }

    private KeptRow row(String name) {
        return ask(LifeEventService::rows).stream()
                .filter(row -> row.get(LifeEventStore.NAME).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> typed(String... fields) {
        var typed = new HashMap<>(Map.of(LifeEventStore.ICON, "sport"));
        for (var i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return typed;
    }

    @Test
    void aNewPortalBeginsWithEventsThatCanBeSavedAsTheyAre() throws IOException {
        var signs = Files.readString(Path.of("webapp-themes/base/img/icons.svg"));
        var rows = ask(LifeEventService::rows);

        assertThat(rows).hasSizeGreaterThan(9);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get(LifeEventStore.SLUG)).isEqualTo(Text.slug(row.get(LifeEventStore.SLUG)));
            assertThat(row.get(LifeEventStore.NAME_EN)).isNotEmpty();
            assertThat(signs).contains("id=\"i-" + row.get(LifeEventStore.ICON) + "\"");
            long entry = ask(service -> service.change(row.id(), row.version(), row.values()));
            assertThat(entry).as(row.get(LifeEventStore.NAME)).isZero();
        });
    }

    @Test
    void everySignThatCanBeChosenIsInTheTheme() throws IOException {
        var signs = Files.readString(Path.of("webapp-themes/base/img/icons.svg"));
        var choices = LifeEventStore.FIELDS.stream()
                .filter(field -> field.name().equals(LifeEventStore.ICON))
                .findFirst()
                .orElseThrow()
                .choices();

        assertThat(choices).isNotEmpty().allSatisfy(choice -> assertThat(signs).contains("id=\"i-" + choice + "\""));
    }

    @Test
    void anEventThatIsAddedTakenAwayAndPutBackIsToldWithItsProcedures() {
        procedure("1.000001", "Thả diều", "Trò chơi");
        procedure("1.000002", "Đua thuyền", "Trò chơi");
        procedure("1.000003", "Cấp thẻ", "Thư viện");
        var before = position();

        var id = ask(service -> service.add(typed(
                LifeEventStore.NAME,
                "Vui chơi",
                LifeEventStore.FIELDS_GATHERED,
                "Trò chơi",
                LifeEventStore.WORDS,
                "THẢ DIỀU")));
        assertThat(told(before)).containsExactly("1.000001");

        var added = position();
        var row = row("Vui chơi");
        assertThat(row.get(LifeEventStore.SLUG)).isEqualTo("vui-choi");
        var entry = ask(service -> service.change(
                id,
                row.version(),
                typed(LifeEventStore.NAME, "Vui chơi", LifeEventStore.FIRST, "1.000003", LifeEventStore.WORDS, "")));
        assertThat(told(added)).containsExactlyInAnyOrder("1.000001", "1.000003");
        String undone = ask(service -> service.undo(entry));
        assertThat(undone).isEqualTo("Vui chơi");

        var removed = position();
        var removal = ask(service -> service.remove(id)).orElseThrow();
        assertThat(told(removed)).containsExactly("1.000001");
        ask(service -> service.undo(removal.entry()));
        assertThat(row("Vui chơi").get(LifeEventStore.SLUG)).isEqualTo("vui-choi");
        assertThat(row("Vui chơi").get(LifeEventStore.WORDS)).isEqualTo("thả diều");
    }

    @Test
    void theyAreMovedAmongEachOther() {
        var names = names();
        ask(service -> service.move(row(names.get(1)).id(), -1));

        assertThat(names().subList(0, 2)).containsExactly(names.get(1), names.get(0));
    }

    private List<String> names() {
        return ask(LifeEventService::rows).stream()
                .map(row -> row.get(LifeEventStore.NAME))
                .toList();
    }

    @Test
    void aNameThatIsThereAndALineThatIsNoCodeAreRefused() {
        var there = names().getFirst();

        assertThatThrownBy(() -> ask(service -> service.add(typed(LifeEventStore.NAME, there))))
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> ask(service ->
                        service.add(typed(LifeEventStore.NAME, "Vui chơi", LifeEventStore.FIRST, "thả diều"))))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void onlyEventsThatHaveAProcedureAreOffered() {
        assertThat(offered()).isEmpty();

        procedure("1.000004", "Đăng ký khai sinh", "Hộ tịch");

        assertThat(offered()).containsExactly("sinh-con");
    }

    private List<String> offered() {
        return database.ask(em -> {
            var service = new ProcedureService(em, Clock.systemUTC());
            service.lifeEvents = new Derived<>(new Values());
            service.offeredLifeEvents = new Derived<>(new Values());
            return service.offeredLifeEvents().stream().map(LifeEvent::getSlug).toList();
        });
    }
}
