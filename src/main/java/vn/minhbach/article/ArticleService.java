package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.change.LogAdvanced;
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

    private final Derived<List<Section>> sections = new Derived<>();
    private final Derived<Order> order = new Derived<>();

    /** The short lists of newest articles that stand on many pages, by what they hold and how many. */
    private final Derived<Map<String, List<Article>>> newest = new Derived<>();

    private final Derived<Map<String, Long>> countsOfMonths = new Derived<>();

    /** The ids of all public articles, newest first: of the whole portal, and of each section by its slug. */
    private record Order(List<Long> all, Map<String, List<Long>> ofSection) {

        static Order of(List<Object[]> rows) {
            var all = new ArrayList<Long>();
            var ofSection = new HashMap<String, List<Long>>();
            for (var row : rows) {
                all.add((Long) row[0]);
                ofSection
                        .computeIfAbsent((String) row[1], unused -> new ArrayList<>())
                        .add((Long) row[0]);
            }
            return new Order(all, ofSection);
        }
    }

    /** Takes in a new article as a draft. */
    @Permit(Permission.WRITE_ARTICLES)
    public void add(@Valid Article article) {
        articles.add(article);
    }

    @Permit(Permission.ARRANGE_SECTIONS)
    public void add(@Valid Section section) {
        articles.add(section);
    }

    /** Makes a draft public, now. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publish(@Subject String slug) {
        publish(slug, clock.instant());
    }

    /** Makes a draft public as of a moment in the past, for items taken over from elsewhere. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publish(@Subject String slug, java.time.Instant asOf) {
        any(slug).publish(asOf);
        changes.published(KIND, slug);
    }

    /** Takes a public article back. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void withdraw(@Subject String slug) {
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
        return newest("all " + size, () -> newest(0, size).items());
    }

    private List<Article> newest(String key, Supplier<List<Article>> find) {
        return newest.get(ConcurrentHashMap::new).computeIfAbsent(key, unused -> find.get());
    }

    public Paged<Article> newest(int first, int size) {
        return page(order().all(), first, size);
    }

    public Paged<Article> newestOf(Section section, int first, int size) {
        return page(order().ofSection().getOrDefault(section.getSlug(), List.of()), first, size);
    }

    private Paged<Article> page(List<Long> order, int first, int size) {
        return Paged.of(order, first, size, articles::published, Article::getId);
    }

    private Order order() {
        return order.get(() -> Order.of(articles.newest()));
    }

    public List<Article> newestOf(Section section, int size) {
        return newest(
                "section " + section.getSlug() + " " + size,
                () -> newestOf(section, 0, size).items());
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
        return order().ofSection().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, section -> (long) section.getValue().size()));
    }

    void onAdvance(@Observes LogAdvanced advanced) {
        sections.drop();
        order.drop();
        newest.drop();
        countsOfMonths.drop();
    }

    public long published() {
        return articles.count(EditorialStatus.PUBLISHED);
    }

    public long total() {
        return articles.count((EditorialStatus) null);
    }
}
