package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.VersionPage;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;

/** Backs {@code /quan-tri/bai-viet/phien-ban}: what an article said in one of its versions, or on a day before the public. */
@Door(
        path = ArticleVersionPage.PATH,
        parameters = {ArticleEditPage.ARTICLE, VersionPage.VERSION, VersionPage.DAY},
        permission = Permission.WRITE_ARTICLES)
@Named
@RequestScoped
public class ArticleVersionPage extends VersionPage {

    static final String PATH = ArticlesDeskPage.PATH + "/phien-ban";

    /** What the text itself shows; and the note, which is of the version and not of the article. */
    private static final Set<String> TOLD = Set.of("section", "title", "lead", "body", "author", "note");

    @Inject
    ArticleDeskService desk;

    private @Nullable ArticleContent content;
    private String section = "";
    private List<Fact> facts = List.of();

    /** One of the smaller fields. */
    public record Fact(String label, String value) {}

    @Override
    protected ItemSheet open(String given) {
        if (!given.matches("\\d{1,18}")) {
            throw new NotFoundException(ArticleService.KIND, given);
        }
        return desk.open(Long.parseLong(given));
    }

    @Override
    protected void show(ItemSheet known, int number) {
        var shown = desk.content(known.id(), number);
        content = shown;
        section = desk.sectionName(desk.sectionOf(shown));
        var form = new ArticleForm(shown, desk.sectionOf(shown));
        facts = ArticleForm.FIELDS.stream()
                .filter(name -> !TOLD.contains(name))
                .map(name -> new Fact(visit.text("articleEdit." + name), desk.named(name, form.get(name))))
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    @Override
    protected String path() {
        return PATH;
    }

    @Override
    protected String formPath() {
        return ArticleEditPage.PATH;
    }

    @Override
    protected String listPath() {
        return ArticlesDeskPage.PATH;
    }

    public @Nullable ArticleContent getContent() {
        return content;
    }

    public String getSection() {
        return section;
    }

    /** What else the version said, such as its picture, its source and its tags; without what it left empty. */
    public List<Fact> getFacts() {
        return facts;
    }
}
