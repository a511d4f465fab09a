package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Screen;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/hop-thu/so-lieu}: the figures 5.1 to 5.3 of index 766 of a period, and what stands behind each. */
@Door(
        path = InboxFiguresPage.PATH,
        parameters = {InboxFiguresPage.PERIOD, InboxFiguresPage.FIGURE},
        permission = Permission.READ_INBOX)
@Screen(name = "inboxFigures.title", task = "inboxDesk.task", order = 16)
@Named
@RequestScoped
public class InboxFiguresPage {

    static final String PATH = InboxPage.PATH + "/so-lieu";
    static final String PERIOD = "ky";
    static final String FIGURE = "chi-so";

    /** As many as anybody reads; the files hold all. */
    private static final int MOST_LINES = 500;

    @Inject
    InboxFiguresService service;

    @Inject
    InboxUnits allUnits;

    @Inject
    Visit visit;

    private List<Group> groups = List.of();
    private List<Line> lines = List.of();
    private List<PeriodWords.Choice> periods = List.of();
    private String period = "";
    private String written = "";
    private String days = "";
    private String figure = "";
    private IndexFigures.@Nullable Key chosen;
    private boolean cut;

    /** One of the three figures, with its parts. */
    public record Group(String name, String meaning, String share, List<Figure> figures) {}

    /**
     * A part of a figure.
     *
     * @param share in per cent of the whole; empty where there is none
     * @param url where it is shown what it counts
     */
    public record Figure(String name, long count, String share, String url, boolean current) {}

    /** Something that a figure counts. */
    public record Line(
            long id,
            String kind,
            String unit,
            Instant receivedAt,
            String due,
            String answered,
            InboxState state,
            String progress) {}

    public void load() {
        var of = service.period(visit.parameter(PERIOD), ReportPeriod.Kind.MONTH);
        var key = named(visit.parameter(FIGURE)).orElse(null);
        var figures = service.index(of);
        chosen = key;
        period = PeriodWords.name(of, visit.words());
        written = of.written();
        days = PeriodWords.days(of);
        periods = PeriodWords.choices(service.years(), of, service.today(), visit.words());
        groups = List.of(
                group("5.1", IndexFigures.Key.RECEIVED, figures),
                group("5.2", IndexFigures.Key.IN_TIME, figures),
                group("5.3", IndexFigures.Key.SATISFIED, figures));
        if (key != null) {
            figure = visit.text("IndexFigures.Key." + key);
            var units = allUnits.names();
            var kinds = service.kindNames(visit.getLanguage());
            cut = figures.count(key) > MOST_LINES;
            lines = figures.courses(key).stream()
                    .limit(MOST_LINES)
                    .map(course -> new Line(
                            course.head().id(),
                            kinds.getOrDefault(
                                    course.head().kind(), course.head().kind()),
                            units.getOrDefault(
                                    course.head().unit(), course.head().unit()),
                            course.head().receivedAt(),
                            Optional.ofNullable(course.due()).map(Time::date).orElse(""),
                            Optional.ofNullable(course.answered())
                                    .map(Time::date)
                                    .orElse(""),
                            course.state(),
                            visit.text("SubmissionCourse.Progress." + course.progress())))
                    .toList();
        }
    }

    static Optional<IndexFigures.Key> named(String written) {
        return Arrays.stream(IndexFigures.Key.values())
                .filter(key -> key.written().equals(written))
                .findFirst();
    }

    private Group group(String index, IndexFigures.Key main, IndexFigures figures) {
        return new Group(
                visit.text("inboxFigures." + index),
                visit.text("inboxFigures." + index + ".text"),
                main == main.whole() ? "" : share(figures.share(main)),
                Arrays.stream(IndexFigures.Key.values())
                        .filter(key -> key.index().equals(index))
                        .map(key -> new Figure(
                                visit.text("IndexFigures.Key." + key),
                                figures.count(key),
                                key == key.whole() ? "" : share(figures.share(key)),
                                PageAddress.of(visit.url(PATH))
                                                .with(PERIOD, written)
                                                .with(FIGURE, key.written())
                                        + "#danh-sach",
                                key == chosen))
                        .toList());
    }

    /** Nothing is a share of nothing. */
    private String share(long hundredths) {
        return hundredths < 0
                ? visit.text("inboxFigures.none")
                : visit.text("inbox.figures.percent", Percent.of(hundredths));
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<PeriodWords.Choice> getPeriods() {
        return periods;
    }

    public String getPeriod() {
        return period;
    }

    public String getDays() {
        return days;
    }

    /** What the figure is called of which the list is shown; empty for none. */
    public String getFigure() {
        return figure;
    }

    /** Whether there are more than the list shows. */
    public boolean isCut() {
        return cut;
    }

    public String getAction() {
        return visit.url(PATH);
    }

    /** The figures as a file. @param form "csv" or "xlsx" */
    public String export(String form) {
        return exported(form, "");
    }

    /** The list behind the figure as a file. */
    public String exportList(String form) {
        return exported(form, chosen == null ? "" : chosen.written());
    }

    private String exported(String form, String key) {
        return PageAddress.of(visit.url(InboxFiguresExportServlet.PATH))
                .with(PERIOD, written)
                .with(FIGURE, key)
                .with(InboxFiguresExportServlet.FORM, form)
                .toString();
    }
}
