package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/**
 * Backs {@code /phan-anh/so-lieu}: how what citizens send is handled, in numbers, by unit and by month. They are some minutes old at most. A period or a
 * kind that there is not has no page: each would cost as much as a real one.
 */
@Door(
        path = FiguresPage.PATH,
        parameters = {FiguresPage.PERIOD, AnswerListPage.KIND},
        permission = Permission.READ_PUBLIC)
@Named("so-lieu-phan-anh")
@RequestScoped
public class FiguresPage implements PublicPage {

    static final String PATH = "/phan-anh/so-lieu";
    static final String PERIOD = "ky";

    @Inject
    InboxFiguresService figures;

    @Inject
    InboxService service;

    @Inject
    InboxUnits allUnits;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    private List<Row> units = List.of();
    private List<Row> months = List.of();
    private FiguresChart unitChart = FiguresChart.of(List.of());
    private FiguresChart monthChart = FiguresChart.of(List.of());
    private List<PeriodWords.Choice> periods = List.of();
    private List<PeriodWords.Choice> kinds = List.of();
    private String period = "";
    private String days = "";
    private String year = "";
    private String asOf = "";

    /**
     * A row of a table.
     *
     * @param share in hundredths of a per cent, how many of those that are in time or late are in time; -1 where there are none
     */
    public record Row(String name, UnitFigures figures, long share, boolean whole) {

        /** "87,5". */
        public String percent() {
            return Percent.of(share);
        }
    }

    @Override
    public void load() {
        var written = visit.parameter(PERIOD);
        var chosen = figures.told(written).orElseThrow(() -> new NotFoundException("report-period", written));
        var slug = visit.parameter(AnswerListPage.KIND);
        var kind = service.bySlug(slug);
        if (kind == null && !slug.isEmpty()) {
            throw new NotFoundException("inbox-kind", slug);
        }
        var key = kind == null ? "" : kind.getKey();
        var names = allUnits.names();
        var all = row(visit.text("inbox.figures.all"), figures.ofAll(chosen, key), true);
        var single = figures.ofUnits(chosen, key).stream()
                .map(each -> row(
                        each.name().isEmpty()
                                ? visit.text("inbox.figures.noUnit")
                                : names.getOrDefault(each.name(), each.name()),
                        each,
                        false))
                .toList();
        units = withWhole(single, all);
        unitChart = FiguresChart.of(single);
        months = figures.ofMonths(chosen.year(), key).stream()
                .map(each -> row(
                        ReportPeriod.read(each.name(), figures.firstDay())
                                .map(month -> PeriodWords.name(month, visit.words()))
                                .orElse(each.name()),
                        each,
                        false))
                .toList();
        monthChart = FiguresChart.of(months);
        periods = PeriodWords.choices(figures.years(), chosen, figures.today(), visit.words());
        kinds = service.kinds().stream()
                .map(each -> new PeriodWords.Choice(
                        each.getSlug(),
                        each.name(visit.getLanguage()),
                        each.getKey().equals(key)))
                .toList();
        period = PeriodWords.name(chosen, visit.words());
        days = PeriodWords.days(chosen);
        year = String.valueOf(chosen.year());
        asOf = Time.date(figures.today());
    }

    private static List<Row> withWhole(List<Row> rows, Row whole) {
        var all = new ArrayList<>(rows);
        all.add(whole);
        return List.copyOf(all);
    }

    private static Row row(String name, UnitFigures figures, boolean whole) {
        var decided = figures.inTime() + figures.late();
        return new Row(name, figures, decided == 0 ? -1 : Math.round(figures.inTime() * 10_000.0 / decided), whole);
    }

    public List<Row> getUnits() {
        return units;
    }

    public List<Row> getMonths() {
        return months;
    }

    /** Of single units: beside the whole office they would be dwarfs. */
    public FiguresChart getUnitChart() {
        return unitChart;
    }

    public FiguresChart getMonthChart() {
        return monthChart;
    }

    public List<PeriodWords.Choice> getPeriods() {
        return periods;
    }

    public List<PeriodWords.Choice> getKinds() {
        return kinds;
    }

    public String getPeriod() {
        return period;
    }

    public String getDays() {
        return days;
    }

    public String getYear() {
        return year;
    }

    public String getAsOf() {
        return asOf;
    }

    public String getAction() {
        return visit.url(PATH);
    }

    public String getDataUrl() {
        return visit.url(OpenDataPage.PATH);
    }

    public List<Link> getBreadcrumb() {
        return List.of(new Link(visit.text("inbox.results.title"), visit.url(ResultsPage.PATH)));
    }

    public String getCanonicalUrl() {
        return structured.absolute(PageAddress.of(visit.url(PATH))
                .with(PERIOD, visit.parameter(PERIOD))
                .with(AnswerListPage.KIND, visit.parameter(AnswerListPage.KIND))
                .toString());
    }

    public String getJsonLd() {
        return structured.breadcrumb(List.of(
                new Link(visit.text("inbox.results.title"), visit.url(ResultsPage.PATH)),
                new Link(visit.text("inbox.figures.title"), visit.url(PATH))));
    }
}
