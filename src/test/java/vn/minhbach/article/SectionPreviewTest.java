package vn.minhbach.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.desk.RowDrafts;
import vn.minhbach.shared.RuleBrokenException;

/** A section is looked at as the public would see it, before anything of it is kept. */
class SectionPreviewTest {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T ask(Function<SectionService, T> work) {
        return database.ask(em -> {
            var service = new SectionService();
            service.sections = new SectionRepository(em);
            service.changes = new ChangeLog(em, Clock.systemUTC());
            return work.apply(service);
        });
    }

    private long kept(String slug, String name) {
        return ask(service -> {
            var section = new Section(slug, name, "", SectionKind.NEWS, 1);
            service.sections.add(section);
            return section.getId();
        });
    }

    private static RowDrafts.Draft draft(long row, String... typed) {
        var values = new HashMap<>(Map.of("kind", "NEWS", "state", "OPEN"));
        for (var i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        return new RowDrafts.Draft(SectionStore.KIND, row, 1, values);
    }

    @Test
    void aKnownOneIsSeenUnderItsAddressAndStaysAsItIs() {
        var id = kept("tin-tuc", "Tin tức");

        var seen = ask(service -> service.previewed(draft(id, "name", "Tin hoạt động", "description", "Việc của sở")));

        assertThat(seen.getSlug()).isEqualTo("tin-tuc");
        assertThat(seen.getName()).isEqualTo("Tin hoạt động");
        assertThat(seen.getDescription()).isEqualTo("Việc của sở");
        var kept = ask(service -> service.sections.find(id).orElseThrow());
        assertThat(kept.getName()).isEqualTo("Tin tức");
    }

    @Test
    void aNewOneIsSeenUnderTheAddressThatItWouldGet() {
        kept("di-san", "Di sản của tỉnh");

        var seen = ask(service -> service.previewed(draft(0, "name", "Di sản")));

        assertThat(seen.getPath()).isEqualTo("/chuyen-muc/di-san-2");
        var kept = ask(service -> service.sections.all());
        assertThat(kept).hasSize(1);
    }

    @Test
    void whatCouldNotBeKeptIsNotShown() {
        kept("tin-tuc", "Tin tức");

        assertThatThrownBy(() -> ask(service -> service.previewed(draft(0, "name", "TIN TỨC"))))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class, e -> assertThat(e.field()).isEqualTo("name"));
    }
}
