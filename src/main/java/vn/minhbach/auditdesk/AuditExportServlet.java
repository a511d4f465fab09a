package vn.minhbach.auditdesk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.account.AuditFilter;
import vn.minhbach.account.AuditService;
import vn.minhbach.shared.Csv;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** {@code /quan-tri/nhat-ky/xuat}: the audit as a table for a spreadsheet, filtered as on the screen; in pieces, however long it is. */
@Door(
        path = AuditExportServlet.PATH,
        parameters = {
            AuditQuery.ACTOR,
            AuditQuery.DEED,
            AuditQuery.SUBJECT,
            AuditQuery.OUTCOME,
            AuditQuery.FROM,
            AuditQuery.UNTIL
        },
        permission = Permission.READ_AUDIT)
@WebServlet(AuditExportServlet.PATH)
public class AuditExportServlet extends HttpServlet {

    static final String PATH = AuditPage.PATH + "/xuat";

    private static final long serialVersionUID = 1L;
    private static final int PIECE = 500;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(Time.ZONE);

    @Inject
    transient AuditService audit;

    @Inject
    transient AuditWords words;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var filter = AuditQuery.of(visit);
        audit.export(AuditQuery.address("", filter, null));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"nhat-ky.csv\"");
        var out = response.getOutputStream();
        write(out, Csv.BEGINNING);
        var rows = new StringBuilder();
        Csv.row(rows, header());
        AuditFilter.@Nullable Seen seen = null;
        while (true) {
            var entries = audit.page(filter, seen, PIECE);
            for (var line : words.lines(entries, visit.words())) {
                Csv.row(
                        rows,
                        List.of(
                                MOMENT.format(line.at()),
                                line.actor(),
                                line.deed(),
                                line.subject(),
                                line.code(),
                                visit.text("AuditEntry.Outcome." + line.outcome()),
                                line.address(),
                                line.method(),
                                line.requestId()));
            }
            write(out, rows.toString());
            rows.setLength(0);
            if (entries.size() < PIECE) {
                break;
            }
            var last = entries.getLast();
            seen = new AuditFilter.Seen(last.getAt(), Objects.requireNonNull(last.getId()));
        }
    }

    private List<String> header() {
        return List.of(
                visit.text("audit.moment"),
                visit.text("audit.actor"),
                visit.text("audit.deed"),
                visit.text("audit.subject"),
                visit.text("audit.code"),
                visit.text("audit.outcome"),
                visit.text("audit.address"),
                visit.text("audit.method"),
                visit.text("audit.request"));
    }

    private static void write(jakarta.servlet.ServletOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
