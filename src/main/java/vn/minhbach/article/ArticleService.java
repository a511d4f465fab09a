package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.editorial.EditorialStatus;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.Time;

/** What can be done with articles. One method is one use case and one transaction. */
@ApplicationScoped
@Transactional
public class ArticleService {

    static final String KIND = "article";

    @Inject
    ArticleRepository articles;

    @Inject
    ChangeLog changes;

    @Inject
    Clock clock;

    @Inject
    Derived<List<Section>> sections;

    @Inject
    Derived<Map<String, Long>> counts;

    /** The short lists of newest articles that stand on many pages, by what they hold and how many. */
    @Inject
    Derived<Map<String, List<Article>>> newest;

    @Inject
    Derived<Map<String, Long>> countsOfMonths;

    /** Takes in a new article as a draft. */
    public void add(@Valid Article article) {
        articles.add(article);
    }

    public void add(@Valid Section section) {
        articles.add(section);
    }

    /** Makes a draft public, now. */
    public void publish(String slug) {
        publish(slug, clock.instant());
    }

    /** Makes a draft public as of a moment in the past, for items taken over from elsewhere. */
    public void publish(String slug, java.time.Instant asOf) {
        any(slug).publish(asOf);
        changes.published(KIND, slug);
    }

    /** Takes a public article back. */
    public void withdraw(String slug) {
        any(slug).withdraw(clock.instant());
        changes.withdrawn(KIND, slug);
    }

    /** The article as everybody may see it. */
    public Article published(String slug) {
        var article = any(slug);
        return switch (article.getStatus()) {
            case PUBLISHED -> article;
            case WITHDRAWN -> throw new GoneException(KIND, slug);
            case DRAFT -> throw new NotFoundException(KIND, slug);
        };
    }

    private Article any(String slug) {
        return articles.bySlug(slug).orElseThrow(() -> new NotFoundException(KIND, slug));
    }

    public Section section(String slug) {
        return articles.section(slug).orElseThrow(() -> new NotFoundException("section", slug));
    }

    public List<Section> sections() {
        return sections.get(articles::sections);
    }

    public List<Article> newest(int size) {
        return newest("all " + size, () -> articles.newest(0, size));
    }

    private List<Article> newest(String key, Supplier<List<Article>> find) {
        return newest.get(ConcurrentHashMap::new).computeIfAbsent(key, unused -> find.get());
    }

    public Paged<Article> newest(int first, int size) {
        var total = counts().values().stream().mapToLong(Long::longValue).sum();
        return new Paged<>(articles.newest(first, size), total);
    }

    public Paged<Article> newestOf(Section section, int first, int size) {
        return new Paged<>(articles.newestOf(section, first, size), counts().getOrDefault(section.getSlug(), 0L));
    }

    public List<Article> newestOf(Section section, int size) {
        return newest("section " + section.getSlug() + " " + size, () -> articles.newestOf(section, 0, size));
    }

    public List<Article> newestOf(Collection<SectionKind> kinds, int size) {
        return newest("kinds " + kinds + " " + size, () -> articles.newestOf(kinds, size));
    }

    /** How many items of these kinds were published in a month of Vietnam's calendar. */
    public long countOf(Collection<SectionKind> kinds, YearMonth month) {
        return countsOfMonths
                .get(ConcurrentHashMap::new)
                .computeIfAbsent(kinds + " " + month, unused -> counted(kinds, month));
    }

    private long counted(Collection<SectionKind> kinds, YearMonth month) {
        var from = month.atDay(1).atStartOfDay(Time.ZONE).toInstant();
        var until = month.plusMonths(1).atDay(1).atStartOfDay(Time.ZONE).toInstant();
        return articles.count(kinds, from, until);
    }

    /** How many public articles each section has, by the section's slug. */
    public Map<String, Long> counts() {
        return counts.get(() -> articles.counts().stream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (Long) row[1])));
    }

    public long published() {
        return articles.count(EditorialStatus.PUBLISHED);
    }

    public long total() {
        return articles.count((EditorialStatus) null);
    }
}
