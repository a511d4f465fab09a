package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;

/** Backs {@code /hoi-dap}: questions and their published answers. */
@Door(
        path = AnswersPage.PATH,
        parameters = {
            AnswerListPage.KIND,
            AnswerListPage.FIELD,
            AnswerListPage.UNIT,
            AnswerListPage.PROCEDURE,
            AnswerListPage.ORDER,
            AnswerListPage.PAGE
        },
        permission = Permission.READ_PUBLIC)
@Named("hoi-dap")
@RequestScoped
public class AnswersPage extends AnswerListPage implements PublicPage {

    static final String PATH = "/hoi-dap";

    @Override
    SubmissionKind.Form form() {
        return SubmissionKind.Form.QUESTION;
    }

    @Override
    String path() {
        return PATH;
    }

    @Override
    String name() {
        return visit.text("inbox.public.title");
    }
}
