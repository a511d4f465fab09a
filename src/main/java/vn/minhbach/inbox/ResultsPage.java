package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;

/** Backs {@code /phan-anh}: published results of feedback (Decree 20/2008/NĐ-CP, article 19). */
@Door(
        path = ResultsPage.PATH,
        parameters = {
            AnswerListPage.KIND,
            AnswerListPage.FIELD,
            AnswerListPage.UNIT,
            AnswerListPage.PROCEDURE,
            AnswerListPage.ORDER,
            AnswerListPage.PAGE
        },
        permission = Permission.READ_PUBLIC)
@Named("phan-anh")
@RequestScoped
public class ResultsPage extends AnswerListPage implements PublicPage {

    static final String PATH = "/phan-anh";

    @Override
    SubmissionKind.Form form() {
        return SubmissionKind.Form.FEEDBACK;
    }

    @Override
    String path() {
        return PATH;
    }

    @Override
    String name() {
        return visit.text("inbox.results.title");
    }
}
