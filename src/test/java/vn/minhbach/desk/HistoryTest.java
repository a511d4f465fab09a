package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.web.Visit;

/** The history is read page by page, to its very beginning, and each page has an address. */
class HistoryTest {

    private static final Instant BEGIN = Instant.parse("2026-11-29T01:00:00Z");

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T ask(long behind, Instant now, Function<History, T> work) {
        return database.ask(em -> {
            var history = History.over(em, () -> new Actor("lan", Set.of()), Clock.fixed(now, ZoneOffset.UTC));
            history.place = HistoryPlace.at(behind);
            return work.apply(history);
        });
    }

    private long add(String kind, String row, String title, Instant now) {
        return ask(0, now, history -> history.added(new History.Row(kind, row, title), Map.of("name", title)));
    }

    /** As screens do: the next page begins behind the last line of the one before. */
    private List<String> pages(Function<History, List<HistoryEntry>> lines) {
        var read = new ArrayList<String>();
        var behind = 0L;
        for (var pages = 0; pages < 100; pages++) {
            var found = ask(behind, BEGIN, lines);
            var page = found.subList(0, Math.min(found.size(), History.SHOWN));
            page.forEach(entry -> read.add(entry.getTitle()));
            if (found.size() <= History.SHOWN) {
                return read;
            }
            behind = Objects.requireNonNull(page.getLast().getId());
        }
        throw new AssertionError("without an end");
    }

    @Test
    void everyLineIsReadOnceAlsoWhereSeveralAreOfOneMoment() {
        for (var n = 0; n < 35; n++) {
            add("notice", "" + n % 2, "dòng " + n, BEGIN.plusSeconds(n / 4));
            add("other", "0", "của mục khác " + n, BEGIN.plusSeconds(n / 4));
        }

        assertThat(pages(history -> history.newest(List.of("notice"))))
                .containsExactlyElementsOf(
                        IntStream.range(0, 35).mapToObj(n -> "dòng " + (34 - n)).toList());
        assertThat(pages(history -> history.of("notice", "1")))
                .hasSize(17)
                .startsWith("dòng 33", "dòng 31")
                .endsWith("dòng 1");
    }

    /** Each node takes its numbers by the dozen. */
    @Test
    void whatWasDoneLaterStandsFirstWhateverItsNumber() {
        var early = add("notice", "1", "sau", BEGIN.plusSeconds(60));
        var late = add("notice", "1", "trước", BEGIN);

        assertThat(late).isGreaterThan(early);
        assertThat(pages(history -> history.of("notice", "1"))).containsExactly("sau", "trước");
    }

    @Test
    void aLineThatIsNotThereIsTheNewest() {
        add("notice", "1", "dòng", BEGIN);

        List<HistoryEntry> found = ask(4_711_000, BEGIN, history -> history.of("notice", "1"));
        assertThat(found).hasSize(1);
    }

    // --- Its addresses
    // ---------------------------------------------------------------------------------------------------------

    private static HistoryPlace place(String path) {
        return place(path, false);
    }

    private static HistoryPlace place(String path, boolean sent) {
        var place = new HistoryPlace();
        place.visit = new Visit() {
            @Override
            public String getPath() {
                return path;
            }

            @Override
            public boolean isSent() {
                return sent;
            }

            @Override
            public String url(String place) {
                return "/en" + place;
            }

            @Override
            public String parameter(String name) {
                return path.contains(name + "=") ? path.replaceFirst(".*" + name + "=([^&]*).*", "$1") : "";
            }
        };
        return place;
    }

    private static List<HistoryLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new HistoryLine(500 - n, BEGIN, "lan", "dòng", "Sửa", List.of(), 0))
                .toList();
    }

    @Test
    void aPageLeadsToTheOlderAndTheNewest() {
        var newest = place("/quan-tri/thong-bao");
        assertThat(newest.shown(lines(11))).hasSize(10);
        assertThat(newest.older(lines(11))).isEqualTo("/en/quan-tri/thong-bao?lich-su=491");
        assertThat(newest.older(lines(10))).isEmpty();
        assertThat(newest.getNewest()).isEmpty();

        var older = place("/quan-tri/soan-muc?loai=notice&ma=17&lich-su=491");
        assertThat(older.behind()).isEqualTo(491);
        assertThat(older.older(lines(11))).isEqualTo("/en/quan-tri/soan-muc?loai=notice&ma=17&lich-su=491");
        assertThat(older.getNewest()).isEqualTo("/en/quan-tri/soan-muc?loai=notice&ma=17");
        assertThat(place("/quan-tri/tu-dong-nghia?loc=the&lich-su=7&nhap=1").getNewest())
                .isEqualTo("/en/quan-tri/tu-dong-nghia?loc=the&nhap=1");
        assertThat(place("/quan-tri/thong-bao?lich-su=7").getNewest()).isEqualTo("/en/quan-tri/thong-bao");
        assertThat(place("/quan-tri/thong-bao?lich-su=x").behind()).isZero();
        // Whoever saves second is told what was done last.
        assertThat(place("/quan-tri/thong-bao?lich-su=7", true).behind()).isZero();
        // But the lines of before stand there as long as the form does, and the way back to the newest with them.
        assertThat(place("/quan-tri/thong-bao?lich-su=7", true).getNewest()).isEqualTo("/en/quan-tri/thong-bao");
        assertThat(place("/quan-tri/thong-bao", true).getNewest()).isEmpty();
        assertThat(place("/quan-tri/thong-bao?lich-su=x", true).getNewest()).isEmpty();
    }
}
