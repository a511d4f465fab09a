package vn.minhbach.legal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.RowPage;
import vn.minhbach.desk.Rows;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Backs {@code /quan-tri/thoi-han/soan}: the form of a limit. */
@Door(
        path = TimeRulePage.PATH,
        methods = {Method.GET, Method.POST},
        parameters = RowPage.ROW,
        permission = Permission.KEEP_LEGAL_RULES)
@Named
@ViewScoped
public class TimeRulePage extends RowPage {

    static final String PATH = TimeRulesPage.PATH + "/soan";

    private static final long serialVersionUID = 1L;

    @Inject
    LegalService service;

    @Override
    protected Rows rows() {
        return new TimeRuleRows(service);
    }

    @Override
    protected String list() {
        return TimeRulesPage.PATH;
    }
}
