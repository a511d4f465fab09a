package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.Figure;
import vn.minhbach.editorial.DeskQuery;
import vn.minhbach.web.Visit;

/** What the board has before it of articles in numbers, for the overview; each leads to the list that holds just as many. */
@ApplicationScoped
public class BoardFigures {

    @Inject
    ArticleDeskService desk;

    @Inject
    Visit visit;

    /** A unit, and how many articles a month are wanted of it; null if nobody has said. */
    public record Wanted(String slug, String name, @Nullable Integer target) {}

    /** How much of reform the units sent in that came out in this month: of those that sent any, or of which any is wanted. */
    public List<Figure> monthOfUnits(List<Wanted> units) {
        var counts = desk.monthOfUnits();
        var list = visit.url(ArticlesDeskPage.path(DeskQuery.View.MONTH));
        return units.stream()
                .filter(unit -> unit.target() != null || counts.containsKey(unit.slug()))
                .map(unit -> new Figure(
                        unit.name(),
                        counts.getOrDefault(unit.slug(), 0L),
                        unit.target(),
                        list + "&" + ArticlesDeskPage.UNIT + "=" + unit.slug()))
                .toList();
    }

    /** What somebody of the board has to do. */
    public List<Figure> work() {
        return Stream.concat(DeskQuery.WORK.stream(), Stream.of(DeskQuery.View.SOURCE))
                .map(this::figure)
                .toList();
    }

    private Figure figure(DeskQuery.View view) {
        return new Figure(
                visit.text("DeskQuery.View." + view.name()), desk.count(view), visit.url(ArticlesDeskPage.path(view)));
    }

    /**
     * How much of reform came out in this month: in each section that they see, and before them in all, if they see all.
     *
     * @param target how many articles a month are wanted of all sections together
     */
    public List<Figure> month(int target) {
        var list = visit.url(ArticlesDeskPage.path(DeskQuery.View.MONTH));
        var sections = desk.month();
        var all = new Figure(
                visit.text("dashboard.month.all"),
                sections.stream().mapToLong(ArticleDeskService.Month::count).sum(),
                target,
                list);
        return Stream.concat(
                        desk.seesAll() ? Stream.of(all) : Stream.empty(),
                        sections.stream()
                                .map(section -> new Figure(
                                        section.name(),
                                        section.count(),
                                        section.target(),
                                        list + "&" + ArticlesDeskPage.SECTION + "=" + section.slug())))
                .toList();
    }
}
