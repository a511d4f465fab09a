package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Proof;
import vn.minhbach.web.Visit;

/** The public figures, however many ask for however many periods. The day is the first of June 2026. */
class FiguresPageTest {

    private final InboxOnH2 h2 = new InboxOnH2();
    private final Values values = new Values();
    private final Derived<Map<Integer, InboxFiguresService.Year>> told = new Derived<>(values);
    private final Proof proof = new Proof();
    private int looks;

    @AfterEach
    void close() {
        h2.close();
    }

    private static final class Asked extends Visit {

        private final Map<String, String> parameters;

        Asked(String period, String kind) {
            parameters = Map.of(FiguresPage.PERIOD, period, AnswerListPage.KIND, kind);
        }

        @Override
        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    private FiguresPage open(String period, String kind) {
        return h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            var page = new FiguresPage();
            page.figures = new InboxFiguresService(
                    new InboxFiguresRepository(em) {
                        @Override
                        List<Row> rows(Wanted wanted) {
                            looks++;
                            return super.rows(wanted);
                        }
                    },
                    desk.repository,
                    desk.legal,
                    () -> InboxOnH2.everywhere("moderator"),
                    h2.clock(),
                    told);
            page.service = desk.service;
            page.allUnits = new InboxUnits() {
                @Override
                LinkedHashMap<String, String> names() {
                    return new LinkedHashMap<>();
                }
            };
            page.visit = new Asked(period, kind);
            page.structured = proof.structured();
            page.load();
            return page;
        });
    }

    private long received(String period, String kind) {
        return open(period, kind).getUnits().getLast().figures().received();
    }

    @ParameterizedTest
    @ValueSource(strings = {"khong-co", "2019", "2027", "2026-07", "2026-q3", "2026-13", "2025-12", "9999", "2026 "})
    void aPeriodThatThereIsNotHasNoPage(String period) {
        h2.send("question");

        assertThatThrownBy(() -> open(period, "")).isInstanceOf(NotFoundException.class);
        assertThat(looks).isZero();
    }

    @Test
    void aKindThatThereIsNotHasNoPage() {
        assertThatThrownBy(() -> open("", "khong-co")).isInstanceOf(NotFoundException.class);
        assertThat(looks).isZero();
    }

    @Test
    void everyPeriodAndKindIsToldFromOneLookAtTheYear() {
        h2.send("question");
        h2.send("conduct-feedback");

        assertThat(received("", "")).isEqualTo(2);
        assertThat(received("2026", "hanh-vi")).isEqualTo(1);
        assertThat(received("2026-q2", "")).isEqualTo(2);
        assertThat(received("2026-06", "hanh-vi")).isEqualTo(1);
        assertThat(received("2026-05", "")).isZero();
        assertThat(open("2026-05", "").getMonths()).hasSize(1);
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void whatIsToldIsSomeMinutesOldAtMost() {
        h2.send("question");
        assertThat(received("", "")).isEqualTo(1);
        h2.clock().pass(Duration.ofSeconds(1));
        h2.send("question");
        assertThat(received("", "")).isEqualTo(1);

        h2.clock().pass(Duration.ofMinutes(5));
        assertThat(received("", "")).isEqualTo(2);
        assertThat(looks).isEqualTo(2);
        // Whatever is published may change it, too.
        values.follow();
        assertThat(received("", "")).isEqualTo(2);
        assertThat(looks).isEqualTo(3);
    }

    @Test
    void aChartStandsAboveEachTableOfTheSameFigures() {
        h2.answer(h2.send("question"));
        h2.send("conduct-feedback");

        var page = Jsoup.parse(proof.print("so-lieu-phan-anh", open("", "")));

        var charts = page.select("main [role=img][aria-label]");
        assertThat(charts).hasSize(2).allSatisfy(chart -> {
            assertThat(Objects.requireNonNull(chart.nextElementSibling()).select("table"))
                    .isNotEmpty();
            assertThat(chart.select("dl > div")).isNotEmpty();
            // What fills a bar is there to be referred to.
            assertThat(chart.select("rect[fill^=url]"))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(page.select(part.attr("fill").replaceAll("^url\\(|\\)$", "")))
                            .hasSize(1));
        });
        assertThat(charts.get(1).select("dl > div"))
                .hasSize(1)
                .first()
                .satisfies(month ->
                        assertThat(month.text()).contains("Tiếp nhận 2: đúng hạn 1, quá hạn 0", "Đã trả lời 1"));
    }

    @Test
    void withoutAnythingReceivedThereIsNoChart() {
        assertThat(Jsoup.parse(proof.print("so-lieu-phan-anh", open("", ""))).select("main [role=img]"))
                .isEmpty();
    }
}
