package vn.minhbach.inbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thoi-han-luu}: how long what was sent is kept with its sender. */
@Door(
        path = RetentionsPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_INBOX_RULES)
@Screen(name = "row.retention.title", task = "inboxDesk.task", order = 19)
@Named
@ViewScoped
public class RetentionsPage extends RowsPage {

    static final String PATH = "/quan-tri/thoi-han-luu";

    private static final long serialVersionUID = 1L;

    @Inject
    InboxRulesService service;

    @Inject
    RetentionService retention;

    private List<RetentionService.Outlook> outlook = List.of();
    private List<RetentionService.Coming> coming = List.of();
    private long anonymous;

    @Override
    public void load() {
        super.load();
        outlook = retention.outlook();
        coming = retention.coming();
        anonymous = retention.anonymous();
    }

    /** What will be let go of within thirty days, by kind. */
    public List<RetentionService.Outlook> getOutlook() {
        return outlook;
    }

    /** The terms that are still to begin, and how many each will reach. */
    public List<RetentionService.Coming> getComing() {
        return coming;
    }

    public String told(RetentionService.Coming each) {
        return visit.text(
                "retention.coming",
                Time.date(each.from()),
                visit.words().number(each.months()),
                visit.words().number(each.reaches()));
    }

    public long getAnonymous() {
        return anonymous;
    }

    @Override
    protected Rows rows() {
        return new RetentionRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return RetentionPage.PATH;
    }
}
