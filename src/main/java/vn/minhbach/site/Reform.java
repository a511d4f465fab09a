package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import vn.minhbach.article.ArticleLine;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.SectionKind;
import vn.minhbach.web.Visit;

/** The administrative-reform column (chuyên mục cải cách hành chính) as home page and reform page tell of it. */
@ApplicationScoped
public class Reform {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    @Inject
    ArticleService articles;

    @Inject
    Site site;

    @Inject
    Visit visit;

    @Inject
    Clock clock;

    ReformBrief brief(int newest) {
        var month = YearMonth.now(clock);
        var profile = site.profile();
        return new ReformBrief(
                profile.theme(month.getYear()),
                month.getYear(),
                visit.text("reform.month", month.format(MONTH)),
                articles.countOf(SectionKind.OF_REFORM, month),
                profile.reformTarget(),
                articles.newestOf(SectionKind.OF_REFORM, newest).stream()
                        .map(article -> ArticleLine.of(article, visit))
                        .toList());
    }
}
