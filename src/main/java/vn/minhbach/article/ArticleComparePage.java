package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.Comparison;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.VersionLine;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/bai-viet/so-sanh}: two versions of an article side by side, word by word. */
@Door(
        path = ArticleComparePage.PATH,
        parameters = {ArticleEditPage.ARTICLE, ArticleComparePage.OLDER, ArticleComparePage.NEWER},
        permission = Permission.WRITE_ARTICLES)
@Named
@RequestScoped
public class ArticleComparePage {

    static final String PATH = ArticlesDeskPage.PATH + "/so-sanh";
    static final String OLDER = "cu";
    static final String NEWER = "moi";

    @Inject
    ArticleDeskService desk;

    @Inject
    Visit visit;

    private @Nullable ItemSheet sheet;
    private List<Field> fields = List.of();
    private int older;
    private int newer;

    /** A field in which the two differ, or not. */
    public record Field(String label, String before, String after, boolean differs) {}

    public void load() {
        var given = visit.parameter(ArticleEditPage.ARTICLE);
        if (given.isEmpty()) {
            return;
        }
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ArticleService.KIND, given);
        }
        var opened = desk.open(Long.parseLong(given));
        sheet = opened;
        newer = number(visit.parameter(NEWER), opened.newest());
        var shown = opened.published();
        older = number(visit.parameter(OLDER), shown != null && shown != newer ? shown : Math.max(1, newer - 1));
        var before = form(opened.id(), older);
        var after = form(opened.id(), newer);
        var compared = new ArrayList<Field>();
        for (var name : ArticleForm.FIELDS) {
            if (!name.equals("note")) {
                var one = desk.named(name, before.get(name));
                var other = desk.named(name, after.get(name));
                var comparison = name.equals("body") ? Comparison.ofHtml(one, other) : Comparison.ofText(one, other);
                if (comparison.differs() || name.equals("title") || name.equals("body")) {
                    compared.add(new Field(
                            visit.text("articleEdit." + name),
                            comparison.before(),
                            comparison.after(),
                            comparison.differs()));
                }
            }
        }
        fields = List.copyOf(compared);
    }

    private static int number(String given, int otherwise) {
        return given.matches("\\d{1,6}") ? Integer.parseInt(given) : otherwise;
    }

    private ArticleForm form(long id, int version) {
        var content = desk.content(id, version);
        return new ArticleForm(content, desk.sectionOf(content));
    }

    public @Nullable ItemSheet getSheet() {
        return sheet;
    }

    public List<Field> getFields() {
        return fields;
    }

    /** Whether the two say the same. */
    public boolean isSame() {
        return fields.stream().noneMatch(Field::differs);
    }

    public int getOlder() {
        return older;
    }

    public int getNewer() {
        return newer;
    }

    public @Nullable VersionLine getOlderLine() {
        return line(older);
    }

    public @Nullable VersionLine getNewerLine() {
        return line(newer);
    }

    private @Nullable VersionLine line(int number) {
        return sheet == null
                ? null
                : Objects.requireNonNull(sheet).versions().stream()
                        .filter(version -> version.number() == number)
                        .findFirst()
                        .orElse(null);
    }
}
