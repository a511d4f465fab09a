package vn.minhbach.writing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What an editor types of a {@link WritingRule}. */
public class RuleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @NotNull
    private WritingRule.Kind kind = WritingRule.Kind.TERM;

    @NotBlank
    @Size(max = 200)
    private String term = "";

    @Size(max = 300)
    private String instead = "";

    @Size(max = 500)
    private String why = "";

    public RuleForm() {}

    RuleForm(WritingRule rule) {
        kind = rule.getKind();
        term = rule.getTerm();
        instead = rule.getInstead();
        why = rule.getWhy();
    }

    public WritingRule.Kind getKind() {
        return kind;
    }

    public void setKind(WritingRule.Kind kind) {
        this.kind = kind;
    }

    public String getTerm() {
        return term;
    }

    public void setTerm(@Nullable String term) {
        this.term = term == null ? "" : term;
    }

    public String getInstead() {
        return instead;
    }

    public void setInstead(@Nullable String instead) {
        this.instead = instead == null ? "" : instead;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why == null ? "" : why;
    }
}
