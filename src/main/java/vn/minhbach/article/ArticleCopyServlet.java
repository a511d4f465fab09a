package vn.minhbach.article;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.time.Instant;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.KeepTypedServlet;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;

/** Keeps what is typed into the form of an article. */
@Door(
        path = ArticleCopyServlet.PATH,
        methods = Method.POST,
        permission = Permission.WRITE_ARTICLES,
        longestBody = ArticleEditPage.LONGEST)
@WebServlet(ArticleCopyServlet.PATH)
public class ArticleCopyServlet extends KeepTypedServlet {

    static final String PATH = ArticlesDeskPage.PATH + "/giu-ban-soan";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ArticleDeskService desk;

    @Override
    protected Instant keep(Typed typed) {
        var form = new ArticleForm();
        ArticleForm.FIELDS.forEach(name -> form.set(name, typed.get(name)));
        return desk.keepUnsaved(typed.key(), typed.base(), form.getTitle(), form.written())
                .keptAt();
    }
}
