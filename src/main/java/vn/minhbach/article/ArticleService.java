package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.access.Subject;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemVersion;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
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
    Items items;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    @Inject
    Derived<List<Section>> sections;

    @Inject
    Derived<Order> order;

    /** The short lists of newest articles that stand on many pages, by what they hold and how many. */
    @Inject
    Derived<Map<String, List<Article>>> newest;

    @Inject
    Derived<Map<String, Long>> countsOfMonths;

    /** The ids of all public articles, newest first: of the whole portal, and of each section by its slug. */
    private record Order(List<Long> all, Map<String, List<Long>> ofSection) {

        /** @param places by a section's slug, the slugs of those whose list shows its articles: itself, and those above it */
        static Order of(List<Object[]> rows, Map<String, Set<String>> places) {
            var all = new ArrayList<Long>();
            var ofSection = new HashMap<String, List<Long>>();
            for (var row : rows) {
                all.add((Long) row[0]);
                var slug = (String) row[1];
                for (var place : places.getOrDefault(slug, Set.of(slug))) {
                    ofSection
                            .computeIfAbsent(place, unused -> new ArrayList<>())
                            .add((Long) row[0]);
                }
            }
            return new Order(all, ofSection);
        }
    }

    /** The same for a command that runs beside the portal and holds its own transaction. */
    public static ArticleService over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new ArticleService();
        over.articles = new ArticleRepository(em);
        over.items = Items.over(em, actors, clock);
        over.changes = new ChangeLog(em, clock);
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /** The public articles with these paths, in this order; what is not public is left out. */
    public List<Article> atPaths(List<String> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        var found = articles
                .bySlugs(paths.stream()
                        .map(path -> path.replaceFirst("^/bai-viet/", ""))
                        .toList())
                .stream()
                .collect(Collectors.toMap(Article::getPath, article -> article));
        return paths.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a public article has this address. */
    public boolean isPublic(String slug) {
        return articles.bySlug(slug).isPresent();
    }

    @Permit(Permission.ARRANGE_SECTIONS)
    public void add(@Valid Section section) {
        articles.add(section);
    }

    /**
     * Begins an article. Its address is made from its title.
     *
     * @param section the slug of the section that the content names
     */
    @Permit(Permission.WRITE_ARTICLES)
    public Item draft(@Place String section, @Valid ArticleContent content) {
        return begin(section, Text.slug(content.title()), content);
    }

    /** The same for an article that has an address already. */
    @Permit(Permission.WRITE_ARTICLES)
    public Item draft(@Place String section, @Subject String slug, @Valid ArticleContent content) {
        return begin(section, slug, content);
    }

    private Item begin(String section, String slug, ArticleContent content) {
        requirePlace(section, content, Permission.WRITE_ARTICLES);
        return items.draft(KIND, slug, content.cleaned());
    }

    /**
     * Writes a newer version. What is public stays as it is.
     *
     * @param expected the number of the version on which the author worked
     * @param section the slug of the section in which the newest version stands; who moves the article into another must be allowed
     *     to write there too
     * @param note what the author says of the change; may be empty
     * @return the version that was written
     * @throws VersionConflictException if somebody else has written one since
     */
    @Permit(Permission.WRITE_ARTICLES)
    public ItemVersion revise(
            @Subject long id, int expected, @Place String section, @Valid ArticleContent content, String note) {
        return revise(items.change(KIND, id), expected, section, content, note);
    }

    /** Writes a newer version that says what an older one said. */
    @Permit(Permission.WRITE_ARTICLES)
    public ItemVersion restore(
            @Subject long id, int expected, @Place String section, @Subject int number, String note) {
        var item = items.change(KIND, id);
        return revise(item, expected, section, content(item, number), note);
    }

    private ItemVersion revise(Item item, int expected, String section, ArticleContent content, String note) {
        requirePlace(section, content(item, item.getNewestVersion()), Permission.WRITE_ARTICLES);
        requirePlace(content.sectionId(), Permission.WRITE_ARTICLES);
        return items.revise(item, expected, content.cleaned(), note);
    }

    /**
     * Makes a version public, now.
     *
     * @param section the slug of the section in which the version stands; if another version is public in another section, who does this
     *     must be allowed to there too
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publish(@Subject long id, @Subject int version, @Place String section) {
        publish(items.change(KIND, id), version, section, clock.instant());
    }

    /** Makes a version public as of a moment in the past, for what is taken over from elsewhere. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publish(@Subject long id, @Subject int version, @Place String section, Instant asOf) {
        publish(items.change(KIND, id), version, section, asOf);
    }

    private void publish(Item item, int version, String section, Instant asOf) {
        var shown = articles.byId(item.getId());
        shown.ifPresent(article -> requirePlace(article.getSection(), Permission.PUBLISH_ARTICLES));
        items.publish(item, version, asOf);
        var content = content(item, version);
        requirePlace(section, content, Permission.PUBLISH_ARTICLES);
        var article = shown.orElseGet(() -> new Article(item));
        article.show(
                item,
                version,
                content,
                section(content.sectionId()),
                articles.image(content.imageId()).orElse(null),
                asOf);
        if (shown.isEmpty()) {
            articles.add(article);
        }
        changes.published(KIND, id(item));
    }

    /**
     * Takes a public article back.
     *
     * @param section the slug of the section in which it is public
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void withdraw(@Subject long id, @Place String section) {
        var item = items.change(KIND, id);
        var shown = articles.byId(id);
        shown.ifPresent(article -> requirePlace(section, article.getSection(), Permission.PUBLISH_ARTICLES));
        items.withdraw(item);
        shown.ifPresent(articles::remove);
        changes.withdrawn(KIND, id(item));
    }

    /**
     * Gives an article another address. If it was ever public, the former one leads to it.
     *
     * @param section the slug of the section in which it is public, or else stands
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void readdress(@Subject long id, @Place String section, @Subject String slug) {
        var item = items.change(KIND, id);
        var shown = articles.byId(id);
        if (shown.isPresent()) {
            requirePlace(section, shown.get().getSection(), Permission.PUBLISH_ARTICLES);
        } else {
            requirePlace(section, content(item, item.getNewestVersion()), Permission.PUBLISH_ARTICLES);
        }
        items.readdress(item, slug);
        if (shown.isPresent()) {
            shown.get().readdress(slug);
            changes.published(KIND, id(item));
        }
    }

    /** Who does something says where; that must be where it is done. */
    private void requirePlace(String said, ArticleContent content, Permission permission) {
        requirePlace(said, section(content.sectionId()), permission);
    }

    private static void requirePlace(String said, Section section, Permission permission) {
        if (!section.getSlug().equals(said)) {
            throw new RefusedException(permission);
        }
    }

    private void requirePlace(long sectionId, Permission permission) {
        requirePlace(section(sectionId), permission);
    }

    private void requirePlace(Section section, Permission permission) {
        if (!actors.get().may(permission, section.getSlug())) {
            throw new RefusedException(permission);
        }
    }

    private Section section(long id) {
        return articles.section(id).orElseThrow(() -> new RuleBrokenException("article.error.section"));
    }

    private static String id(Item item) {
        return String.valueOf(item.getId());
    }

    private ArticleContent content(Item item, int version) {
        return items.version(item, version).content(ArticleContent.class);
    }

    /** The article, public or not, as staff know it. */
    public Item item(long id) {
        return items.get(KIND, id);
    }

    /** Its versions, the newest first. */
    public List<ItemVersion> versions(long id) {
        return items.versions(items.get(KIND, id));
    }

    /**
     * The article as everybody may see it. Under a former address it is found as well; its own is the one that it has now.
     *
     * @throws GoneException if it was public and is no longer
     * @throws NotFoundException if there is none, or it was never public
     */
    public PublicArticle published(String slug) {
        var article = articles.bySlug(slug).orElseGet(() -> formerly(slug));
        return new PublicArticle(
                article,
                Objects.requireNonNull(
                        articles.contents(List.of(article.getId())).get(article.getId())));
    }

    private Article formerly(String slug) {
        var item = items.at(KIND, slug).orElseThrow(() -> new NotFoundException(KIND, slug));
        return switch (item.getState()) {
            case PUBLISHED -> articles.byId(item.getId()).orElseThrow(() -> new NotFoundException(KIND, slug));
            case WITHDRAWN -> throw new GoneException(KIND, slug);
            case DRAFT -> throw new NotFoundException(KIND, slug);
        };
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
        return order.get(() -> Order.of(articles.newest(), Section.places(sections())));
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

    public long published() {
        return articles.count();
    }

    public long total() {
        return items.count(KIND);
    }
}
