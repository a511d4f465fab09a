package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Csv;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** {@code /quan-tri/hop-thu/so-lieu/xuat}: the figures of index 766, or the list behind one of them, as a file. No sender is in it. */
@Door(
        path = InboxFiguresExportServlet.PATH,
        parameters = {InboxFiguresPage.PERIOD, InboxFiguresPage.FIGURE, InboxFiguresExportServlet.FORM},
        permission = Permission.READ_INBOX)
@WebServlet(InboxFiguresExportServlet.PATH)
public class InboxFiguresExportServlet extends HttpServlet {

    static final String PATH = InboxFiguresPage.PATH + "/xuat";

    /** {@code csv} or {@code xlsx}. */
    static final String FORM = "dang";

    private static final long serialVersionUID = 1L;

    @Inject
    transient InboxFiguresService service;

    @Inject
    transient InboxUnits allUnits;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var period = service.period(visit.parameter(InboxFiguresPage.PERIOD), ReportPeriod.Kind.MONTH);
        var figures = service.index(period);
        var key = InboxFiguresPage.named(visit.parameter(InboxFiguresPage.FIGURE));
        var table = key.map(each -> list(each, figures)).orElseGet(() -> figures(period, figures));
        var name = "chi-so-766-" + period.written()
                + key.map(each -> "-" + each.written()).orElse("");
        if (visit.parameter(FORM).equals("xlsx")) {
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
            xlsx(table, response.getOutputStream());
        } else {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
            csv(table, response.getOutputStream());
        }
    }

    private List<List<Object>> figures(ReportPeriod period, IndexFigures figures) {
        var table = new ArrayList<List<Object>>();
        table.add(List.of(
                visit.text("inbox.figures.period"),
                visit.text("inboxFigures.index"),
                visit.text("inboxFigures.figure"),
                visit.text("inboxFigures.count"),
                visit.text("inboxFigures.share")));
        Arrays.stream(IndexFigures.Key.values())
                .forEach(key -> table.add(List.of(
                        period.written(),
                        key.index(),
                        visit.text("IndexFigures.Key." + key),
                        figures.count(key),
                        key == key.whole() || figures.share(key) < 0 ? "" : Percent.of(figures.share(key)))));
        return table;
    }

    private List<List<Object>> list(IndexFigures.Key key, IndexFigures figures) {
        var units = allUnits.names();
        var kinds = service.kindNames(visit.getLanguage());
        var table = new ArrayList<List<Object>>();
        table.add(List.of(
                visit.text("inboxFigures.number"),
                visit.text("inboxDesk.kind"),
                visit.text("inboxDesk.unit"),
                visit.text("inboxDesk.received"),
                visit.text("inboxDesk.due"),
                visit.text("inboxFigures.answered"),
                visit.text("inboxDesk.state"),
                visit.text("inboxFigures.progress")));
        for (var course : figures.courses(key)) {
            var head = course.head();
            table.add(List.of(
                    head.id(),
                    kinds.getOrDefault(head.kind(), head.kind()),
                    units.getOrDefault(head.unit(), head.unit()),
                    Time.date(head.received()),
                    Optional.ofNullable(course.due()).map(Time::date).orElse(""),
                    Optional.ofNullable(course.answered()).map(Time::date).orElse(""),
                    visit.text("InboxState." + course.state()),
                    visit.text("SubmissionCourse.Progress." + course.progress())));
        }
        return table;
    }

    static void csv(List<List<Object>> table, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Csv.BEGINNING);
        for (var row : table) {
            Csv.row(writer, row.stream().map(String::valueOf).toList());
        }
        writer.flush();
    }

    /** Cells of a workbook have types, so a text in it is none but a text. */
    static void xlsx(List<List<Object>> table, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "MinhBach", "1.0")) {
            var sheet = workbook.newWorksheet("766");
            for (var row = 0; row < table.size(); row++) {
                var cells = table.get(row);
                for (var column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof Number number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.inlineString(row, column, String.valueOf(cells.get(column)));
                    }
                }
            }
        }
    }
}
