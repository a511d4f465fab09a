package vn.minhbach.searchdesk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.search.Synonyms;

/** What an editor types of a {@link SearchWord}. */
public class WordForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull
    private Synonyms.Kind kind = Synonyms.Kind.SYNONYM;

    @NotBlank
    @Size(max = 200)
    private String term = "";

    @NotBlank
    @Size(max = 2000)
    private String expansions = "";

    public WordForm() {}

    WordForm(SearchWord word) {
        kind = word.getKind();
        term = word.getTerm();
        expansions = String.join("\n", word.getExpansions());
    }

    List<String> names() {
        return List.of(expansions.split("[\\n|]"));
    }

    public Synonyms.Kind getKind() {
        return kind;
    }

    public void setKind(Synonyms.Kind kind) {
        this.kind = kind;
    }

    public String getTerm() {
        return term;
    }

    public void setTerm(@Nullable String term) {
        this.term = term == null ? "" : term;
    }

    /** One a line. */
    public String getExpansions() {
        return expansions;
    }

    public void setExpansions(@Nullable String expansions) {
        this.expansions = expansions == null ? "" : expansions;
    }
}
