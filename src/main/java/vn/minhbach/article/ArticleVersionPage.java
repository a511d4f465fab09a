package vn.minhbach.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.editorial.DeedForm;
import vn.minhbach.editorial.ItemSheet;
import vn.minhbach.editorial.VersionLine;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** Backs {@code /quan-tri/bai-viet/phien-ban}: what an article said in one of its versions, or on a day before the public. */
@Door(
        path = ArticleVersionPage.PATH,
        parameters = {ArticleEditPage.ARTICLE, ArticleVersionPage.VERSION, ArticleVersionPage.DAY},
        permission = Permission.WRITE_ARTICLES)
@Named
@RequestScoped
public class ArticleVersionPage {

    static final String PATH = ArticlesDeskPage.PATH + "/phien-ban";
    static final String VERSION = "so";
    static final String DAY = "ngay";

    @Inject
    ArticleDeskService desk;

    @Inject
    Visit visit;

    private @Nullable ItemSheet sheet;
    private @Nullable ArticleContent content;
    private @Nullable VersionLine version;
    private String day = "";
    private String answer = "";
    private String section = "";
    private List<Integer> numbers = List.of();

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
        day = visit.parameter(DAY);
        var wanted = day.isEmpty() ? number(opened) : on(opened);
        if (wanted > 0) {
            var shown = desk.content(opened.id(), wanted);
            content = shown;
            section = desk.sectionName(desk.sectionOf(shown));
            version = opened.versions().stream()
                    .filter(line -> line.number() == wanted)
                    .findFirst()
                    .orElse(null);
        }
    }

    private int number(ItemSheet opened) {
        var given = visit.parameter(VERSION);
        return given.matches("\\d{1,6}") ? Integer.parseInt(given) : opened.newest();
    }

    /** The last version that was public on the day; 0 if none was. */
    private int on(ItemSheet opened) {
        LocalDate asked;
        try {
            asked = DeedForm.day(day, DAY);
        } catch (RuleBrokenException e) {
            answer = visit.text(String.valueOf(e.getMessage()));
            return 0;
        }
        if (asked == null) {
            return opened.newest();
        }
        numbers = opened.publicOn(asked);
        answer = numbers.isEmpty()
                ? visit.text("articleVersion.none", Time.date(asked))
                : visit.text(
                        "articleVersion.public",
                        Time.date(asked),
                        String.join(", ", numbers.stream().map(String::valueOf).toList()));
        return numbers.isEmpty() ? 0 : numbers.getLast();
    }

    public @Nullable ItemSheet getSheet() {
        return sheet;
    }

    public @Nullable ArticleContent getContent() {
        return content;
    }

    public @Nullable VersionLine getVersion() {
        return version;
    }

    public String getSection() {
        return section;
    }

    /** The day that was asked for, as it was typed. */
    public String getDay() {
        return day;
    }

    /** What was public on that day; empty if no day was asked for. */
    public String getAnswer() {
        return answer;
    }
}
