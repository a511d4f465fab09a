package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.web.Visit;

/** What was public on a day is said of days that have been, and of no others. */
class VersionPageTest {

    private static final Instant PUBLISHED = Instant.parse("2026-03-02T01:00:00Z");

    /** Late in the evening by the world's clock it is the next day here. */
    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T18:00:00Z"));

    private static final class Shown extends VersionPage {

        private final List<Integer> versions = new ArrayList<>();

        @Override
        protected ItemSheet open(String given) {
            return new ItemSheet(
                    1,
                    "bai",
                    "Bài",
                    "",
                    "",
                    ItemState.PUBLISHED,
                    ReviewState.SETTLED,
                    2,
                    1,
                    "lan",
                    "lan",
                    "lan",
                    null,
                    "",
                    "",
                    null,
                    null,
                    "",
                    "",
                    "",
                    SourceMark.NONE,
                    false,
                    List.of(),
                    Map.of(),
                    List.of(new VersionLine(2, "lan", PUBLISHED, ""), new VersionLine(1, "lan", PUBLISHED, "")),
                    List.of(),
                    List.of(new ItemSheet.Span(1, PUBLISHED, null)));
        }

        @Override
        protected void show(ItemSheet known, int number) {
            versions.add(number);
        }

        @Override
        protected String path() {
            return "/quan-tri/bai-viet/phien-ban";
        }

        @Override
        protected String formPath() {
            return "/quan-tri/bai-viet/soan";
        }

        @Override
        protected String listPath() {
            return "/quan-tri/bai-viet";
        }
    }

    private Shown on(String day) {
        var page = new Shown();
        page.clock = clock;
        page.visit = new Visit() {
            @Override
            public String parameter(String name) {
                return switch (name) {
                    case VersionPage.ITEM -> "1";
                    case VersionPage.DAY -> day;
                    default -> "";
                };
            }
        };
        page.load();
        return page;
    }

    @Test
    void ofADayThatHasBeenItIsSaidWhatWasPublic() {
        assertThat(on("02/03/2026").versions).containsExactly(1);
        assertThat(on("02/03/2026").getAnswer()).contains("02/03/2026", "công khai phiên bản 1");
        assertThat(on("01/03/2026").versions).isEmpty();
        assertThat(on("01/03/2026").getAnswer()).contains("không có phiên bản nào");
    }

    @Test
    void ofToday() {
        assertThat(on("02/06/2026").versions).containsExactly(1);
        assertThat(on("02/06/2026").getAnswer()).contains("02/06/2026", "công khai phiên bản 1");
    }

    @Test
    void ofADayToComeNothingIsSaid() {
        for (var day : List.of("03/06/2026", "01/01/2999")) {
            var page = on(day);

            assertThat(page.versions).isEmpty();
            assertThat(page.getVersion()).isNull();
            assertThat(page.getDay()).isEqualTo(day);
            assertThat(page.getAnswer()).contains(day, "chưa đến").doesNotContain("công khai phiên bản 1");
        }
    }
}
