package vn.minhbach.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import vn.minhbach.web.Visit;

/** What the editor of rich text says and asks, handed to its script: the words in the person's language, and where it may ask. */
@Named
@RequestScoped
public class EditorWords {

    @Inject
    Visit visit;

    /** All sentences of the editor by their keys. */
    public String getJson() {
        var words = Json.createObjectBuilder();
        visit.words().under("editor.").forEach(words::add);
        return words.build().toString();
    }

    /** Where the portal's own pages are searched. */
    public String getSearch() {
        return visit.url("/api/v1/search");
    }
}
