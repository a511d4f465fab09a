package vn.minhbach.writing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.minhbach.web.Visit;

/** Where the editor of rich text asks what is worth a look. */
@Named
@RequestScoped
public class EditorHints {

    @Inject
    Visit visit;

    public String getUrl() {
        return visit.url(HintsServlet.PATH);
    }
}
