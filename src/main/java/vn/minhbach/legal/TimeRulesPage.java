package vn.minhbach.legal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Rows;
import vn.minhbach.desk.RowsPage;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thoi-han}: the limits that the law gives, by kind and step. */
@Door(
        path = TimeRulesPage.PATH,
        methods = {Method.GET, Method.POST},
        permission = Permission.KEEP_LEGAL_RULES)
@Screen(name = "row.time-rule.title", task = "legal.task", order = 252)
@Named
@ViewScoped
public class TimeRulesPage extends RowsPage {

    static final String PATH = "/quan-tri/thoi-han";

    private static final long serialVersionUID = 1L;

    @Inject
    LegalService service;

    @Override
    protected Rows rows() {
        return new TimeRuleRows(service);
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String form() {
        return TimeRulePage.PATH;
    }
}
