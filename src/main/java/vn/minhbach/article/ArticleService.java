package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Place;
import vn.minhbach.access.RefusedException;
import vn.minhbach.access.Subject;
import vn.minhbach.account.Audit;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.editorial.Correction;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemVersion;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.Said;
import vn.minhbach.editorial.SourceMark;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.Paged;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.LedReaders;

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
    Audit audit;

    @Inject
    LedReaders readers;

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
    private record Order(
            List<Long> all,
            Map<String, List<Long>> ofSection,
            Map<String, List<Long>> ofTag,
            Map<String, String> tags) {

        /** @param places by a section's slug, the slugs of those whose list shows its articles: itself, and those above it */
        static Order of(List<Object[]> rows, Map<String, Set<String>> places) {
            var all = new ArrayList<Long>();
            var ofSection = new HashMap<String, List<Long>>();
            var ofTag = new HashMap<String, List<Long>>();
            var tags = new HashMap<String, String>();
            for (var row : rows) {
                all.add((Long) row[0]);
                var slug = (String) row[1];
                for (var place : places.getOrDefault(slug, Set.of(slug))) {
                    ofSection
                            .computeIfAbsent(place, unused -> new ArrayList<>())
                            .add((Long) row[0]);
                }
                for (var tag : (List<?>) row[2]) {
                    var written = String.valueOf(tag);
                    var key = Text.slug(written);
                    tags.putIfAbsent(key, written);
                    ofTag.computeIfAbsent(key, unused -> new ArrayList<>()).add((Long) row[0]);
                }
            }
            return new Order(all, ofSection, ofTag, tags);
        }
    }

    /** The same for a command that runs beside the portal and holds its own transaction. */
    public static ArticleService over(EntityManager em, CurrentActor actors, Clock clock) {
        var over = new ArticleService();
        over.articles = new ArticleRepository(em);
        over.items = Items.over(em, actors, clock);
        over.changes = new ChangeLog(em, clock);
        over.actors = actors;
        over.audit = new Audit(em, clock);
        over.readers = (typed, from, field) -> typed;
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
     * Begins an article. Its address is made from its title, and follows that until the article is first public.
     *
     * @param section the slug of the section that the content names
     */
    @Permit(Permission.WRITE_ARTICLES)
    @Subject
    public Item draft(@Place String section, @Valid ArticleContent content) {
        return begin(section, Text.slug(content.title()), content);
    }

    /** The same for an article that has an address already. */
    @Permit(Permission.WRITE_ARTICLES)
    @Subject
    public Item draft(@Place String section, String slug, @Valid ArticleContent content) {
        return begin(section, slug, content);
    }

    private Item begin(String section, String slug, ArticleContent content) {
        requirePlace(section, content, Permission.WRITE_ARTICLES);
        requireOpen(section(content.sectionId()));
        return items.draft(KIND, slug, section, checked(content));
    }

    /** As it may be stored, if what it names is there. */
    private ArticleContent checked(ArticleContent content) {
        var cleaned = content.cleaned();
        if (cleaned.title().isEmpty()) {
            throw new RuleBrokenException("article.error.title", "title");
        }
        if (cleaned.imageId() != null && articles.image(cleaned.imageId()).isEmpty()) {
            throw new RuleBrokenException("article.error.image", "image");
        }
        return cleaned;
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
        return write(items.change(KIND, id), Deed.REVISE, expected, section, content, note);
    }

    /** The same with what others have handed in, by somebody who looks it through. */
    @Permit(Permission.REVIEW_ARTICLES)
    public ItemVersion amend(
            @Subject long id, int expected, @Place String section, @Valid ArticleContent content, String note) {
        return write(items.change(KIND, id), Deed.AMEND, expected, section, content, note);
    }

    /** Writes a newer version that says what an older one said. */
    @Permit(Permission.WRITE_ARTICLES)
    public ItemVersion restore(
            @Subject long id, int expected, @Place String section, @Subject int number, String note) {
        var item = items.change(KIND, id);
        return write(item, Deed.REVISE, expected, section, content(item, number), note);
    }

    private ItemVersion write(Item item, Deed deed, int expected, String section, ArticleContent content, String note) {
        var permission = permission(deed.right());
        requirePlace(section, item, permission);
        var wanted = section(content.sectionId());
        requirePlace(wanted, permission);
        if (!wanted.getSlug().equals(item.getPlace())) {
            requireOpen(wanted);
        }
        var before = item.getTitle();
        var written = items.revise(item, deed, expected, wanted.getSlug(), checked(content), note);
        items.follow(item, before);
        return written;
    }

    /**
     * Hands the newest version in, to be looked through.
     *
     * @param version which one whoever does it has seen; as with all deeds that follow, a newer one is no longer what they mean
     * @param section the slug of the section in which the newest version stands; likewise
     */
    @Permit(Permission.WRITE_ARTICLES)
    public void submit(@Subject long id, @Subject int version, @Place String section, String note) {
        work(id, Deed.SUBMIT, version, section, Said.reason(note));
    }

    /** Takes it back before anybody has decided. */
    @Permit(Permission.WRITE_ARTICLES)
    public void takeBack(@Subject long id, @Subject int version, @Place String section) {
        work(id, Deed.TAKE_BACK, version, section, Said.NOTHING);
    }

    /** Gives up what is being written. What is public stays; an article that never was stays as it was left. */
    @Permit(Permission.WRITE_ARTICLES)
    public void drop(@Subject long id, @Subject int version, @Place String section, String reason) {
        work(id, Deed.DROP, version, section, Said.reason(reason));
    }

    /** Says something that stays with the article. */
    @Permit(Permission.WRITE_ARTICLES)
    public void remark(@Subject long id, @Subject int version, @Place String section, String remark) {
        work(id, Deed.REMARK, version, section, Said.reason(remark));
    }

    /** Gives it back to who wrote it, with a reason. */
    @Permit(Permission.REVIEW_ARTICLES)
    public void sendBack(@Subject long id, @Subject int version, @Place String section, String reason) {
        work(id, Deed.SEND_BACK, version, section, Said.reason(reason));
    }

    /** Says that the newest version may become public. Not who wrote it or handed it in. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void approve(@Subject long id, @Subject int version, @Place String section, String note) {
        work(id, Deed.APPROVE, version, section, Said.reason(note));
    }

    /**
     * Has what was approved come out by itself.
     *
     * @param when to the minute; null if the set says it
     * @param notice what the public is told of it, if another version is public already
     * @param set the name of what comes out together; empty if it comes out alone
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void schedule(
            @Subject long id,
            @Subject int version,
            @Place String section,
            @Nullable Instant when,
            String notice,
            String set) {
        var item = items.change(KIND, id);
        requirePlace(section, item, Permission.PUBLISH_ARTICLES);
        requirePublicPlace(item);
        items.schedule(item, version, when, notice, set);
    }

    /** Calls that off; it is still approved. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void unschedule(@Subject long id, @Subject int version, @Place String section, String reason) {
        work(id, Deed.UNSCHEDULE, version, section, Said.reason(reason));
    }

    /** Says of what was published urgently that it was right. Not who published or wrote it. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void approveAfterwards(@Subject long id, @Subject int version, @Place String section, String note) {
        var item = items.change(KIND, id);
        requirePlace(section, item, Permission.PUBLISH_ARTICLES);
        requirePublicPlace(item);
        items.perform(item, Deed.APPROVE_AFTERWARDS, version, Said.reason(note));
    }

    /** Says until when it is shown and when it is to be looked at again; null for never. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void plan(@Subject long id, @Place String section, @Nullable Instant expires, @Nullable LocalDate review) {
        var item = items.change(KIND, id);
        requirePlace(section, item, Permission.PUBLISH_ARTICLES);
        requirePublicPlace(item);
        items.plan(item, expires, review);
    }

    /** A deed by which the public sees nothing new. */
    private void work(long id, Deed deed, int version, String section, Said said) {
        var item = items.change(KIND, id);
        requirePlace(section, item, permission(deed.right()));
        items.perform(item, deed, version, said);
    }

    /**
     * Makes a version public, now. What the portal itself takes over need not be approved; for everybody else it is the newest one, and
     * was.
     *
     * @param section the slug of the section in which the version stands; if another version is public in another section, who does this
     *     must be allowed to there too
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publish(@Subject long id, @Subject int version, @Place String section) {
        publish(items.change(KIND, id), version, section, clock.instant());
    }

    /** Makes a version public as of a moment in the past, for what the portal takes over from elsewhere. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publish(@Subject long id, @Subject int version, @Place String section, Instant asOf) {
        if (!actors.get().equals(Actor.PORTAL)) {
            throw new RefusedException(Permission.PUBLISH_ARTICLES);
        }
        publish(items.change(KIND, id), version, section, asOf);
    }

    private void publish(Item item, int version, String section, Instant asOf) {
        mayShow(item, version, section);
        items.publish(item, version, asOf);
        show(item, version, asOf);
    }

    /** Makes the newest version public in place of the one that is, and tells the public what was wrong. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void correct(@Subject long id, @Subject int version, @Place String section, String notice) {
        showInstead(id, Deed.CORRECT, version, section, Said.notice(notice, ""));
    }

    /** Makes the newest version public before anybody else has seen it. It stays on a list until somebody else approves it. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void publishUrgently(@Subject long id, @Subject int version, @Place String section, String reason) {
        showInstead(id, Deed.PUBLISH_URGENTLY, version, section, Said.reason(reason));
    }

    private void showInstead(long id, Deed deed, int version, String section, Said said) {
        var item = items.change(KIND, id);
        mayShow(item, version, section);
        items.perform(item, deed, version, said);
        show(item, version, clock.instant());
    }

    private void mayShow(Item item, int version, String section) {
        requirePublicPlace(item);
        if (version >= 1 && version <= item.getNewestVersion()) {
            requirePlace(section, content(item, version), Permission.PUBLISH_ARTICLES);
        }
    }

    /** Writes the row by which lists show it, and tells the change log. */
    private void show(Item item, int version, Instant now) {
        var content = content(item, version);
        var known = shown(item);
        var article = known.orElseGet(() -> new Article(item));
        article.show(
                item,
                version,
                content,
                section(content.sectionId()),
                articles.image(content.imageId()).orElse(null),
                now);
        article.correct(Correction.of(items.steps(item)));
        if (known.isEmpty()) {
            articles.add(article);
        }
        changes.published(KIND, id(item));
    }

    private Optional<Article> shown(Item item) {
        return articles.byId(item.getId());
    }

    /** Takes a public article back without a word, for what the portal takes over from elsewhere. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void withdraw(@Subject long id, @Place String section) {
        hide(id, Deed.WITHDRAW, section, Said.NOTHING);
    }

    /**
     * Takes a public article back.
     *
     * @param section the slug of the section in which it is public, or else stands
     * @param notice what readers find at its address instead
     * @param reason for the board
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void withdraw(@Subject long id, @Place String section, String notice, String reason) {
        hide(id, Deed.WITHDRAW, section, Said.notice(notice, reason));
    }

    /** Takes a public article out of all lists. At its address it can still be read, as something of the past. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void archive(@Subject long id, @Place String section, String notice, String reason) {
        hide(id, Deed.ARCHIVE, section, Said.notice(notice, reason));
    }

    /** Leads whoever comes to the article's address to another page of the portal. */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void redirect(@Subject long id, @Place String section, String target, String reason) {
        hide(id, Deed.REDIRECT, section, Said.to(target, reason));
    }

    private void hide(long id, Deed deed, String section, Said said) {
        var item = items.change(KIND, id);
        requirePublicPlace(section, item);
        items.perform(item, deed, item.getNewestVersion(), deed == Deed.REDIRECT ? led(item, said) : said);
        shown(item).ifPresent(articles::remove);
        changes.withdrawn(KIND, id(item));
    }

    /** To a page that there is, and that leads nowhere else itself. What the portal takes over was led there elsewhere. */
    private Said led(Item item, Said said) {
        var here = "/bai-viet/" + item.getSlug();
        if (said.target().equals(here)) {
            throw new RuleBrokenException("editorial.error.target", "target");
        }
        return said.target().isEmpty() || actors.get().equals(Actor.PORTAL)
                ? said
                : Said.to(readers.checked(said.target(), here, "target"), said.reason());
    }

    /**
     * Gives an article another address. If it was ever public, the former one leads to it.
     *
     * @param section the slug of the section in which it is public, or else stands
     */
    @Permit(Permission.PUBLISH_ARTICLES)
    public void readdress(@Subject long id, @Place String section, @Subject String slug) {
        var item = items.change(KIND, id);
        requirePublicPlace(section, item);
        items.readdress(item, slug);
        var shown = shown(item);
        if (shown.isPresent()) {
            shown.get().readdress(slug);
            changes.published(KIND, id(item));
        } else if (item.getPublishedAt() != null) {
            changes.withdrawn(KIND, id(item));
        }
    }

    /**
     * Makes what is due public, with all that comes out together with it: all or nothing, and once. It bears the date that the board has
     * chosen, however late it is done.
     */
    @Permit(Permission.RUN_PORTAL)
    public void release(@Subject long id, @Subject Instant due) {
        if (due.isAfter(clock.instant())) {
            return;
        }
        for (var item : items.due(KIND, id, due)) {
            var version = items.release(item, due);
            show(item, version, due);
            audit.done(Actor.PORTAL, byItself("ArticleService.release", item, version));
        }
    }

    /** Archives an article that was to be shown until then. */
    @Permit(Permission.RUN_PORTAL)
    public void expire(@Subject long id, @Subject Instant due) {
        var item = items.change(KIND, id);
        if (items.isExpired(item, due)) {
            items.perform(item, Deed.ARCHIVE, item.getNewestVersion(), Said.NOTHING);
            shown(item).ifPresent(articles::remove);
            changes.withdrawn(KIND, id(item));
            audit.done(Actor.PORTAL, byItself("ArticleService.expire", item, item.getNewestVersion()));
        }
    }

    /** What the public sees from now on by the clock stands in the audit as what it sees by a person: done by the portal. */
    private static Audit.Deed byItself(String method, Item item, int version) {
        return new Audit.Deed(Permission.PUBLISH_ARTICLES.name(), method, id(item) + " · " + version);
    }

    /** Reminds of articles that are to be looked at again by now. */
    @Permit(Permission.RUN_PORTAL)
    public void remind() {
        items.remind(KIND);
    }

    /**
     * Marks an article whose source changed it or took it away since, and tells those who wrote it and those who publish there.
     *
     * @param note what helps to find it: the source's name and address
     */
    @Permit(Permission.RUN_PORTAL)
    public void tellOfSource(@Subject long id, SourceMark mark, String note) {
        items.markSource(items.change(KIND, id), mark, note);
    }

    /** Somebody has looked at what the source did, and done what was to be done. */
    @Permit(Permission.REVIEW_ARTICLES)
    public void seeSource(@Subject long id, @Place String section) {
        var item = items.change(KIND, id);
        requirePlace(section, item, Permission.REVIEW_ARTICLES);
        items.seeSource(item);
    }

    /** The numbers of the public versions of the articles that came out since a moment, by the article's id. */
    public Map<Long, Integer> versionsSince(Instant moment) {
        return articles.versionsSince(moment);
    }

    /** What the public versions of some articles say, by the article's id; what is not public is left out. */
    public Map<Long, ArticleContent> contents(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : articles.contents(ids);
    }

    /** Some items of articles, public or not, in any order. */
    public List<Item> items(Collection<Long> ids) {
        return items.of(ids).stream()
                .filter(item -> item.getKind().equals(KIND))
                .toList();
    }

    /** Which permission a right of the board is for articles. */
    static Permission permission(Deed.Right right) {
        return switch (right) {
            case WRITE -> Permission.WRITE_ARTICLES;
            case REVIEW -> Permission.REVIEW_ARTICLES;
            case PUBLISH -> Permission.PUBLISH_ARTICLES;
        };
    }

    /**
     * The sections in which the right for a deed is needed, by their slugs: where the newest version stands; of what is done to the public
     * version, where that is; and of what takes its place or its time from it, in both.
     */
    static Set<String> places(Deed deed, Item item) {
        return switch (deed) {
            case WITHDRAW, ARCHIVE, REDIRECT, READDRESS -> Set.of(item.getPublicPlace());
            case SCHEDULE, PUBLISH, CORRECT, PUBLISH_URGENTLY, APPROVE_AFTERWARDS, PLAN ->
                Stream.of(item.getPlace(), item.getPublicPlace()).collect(Collectors.toUnmodifiableSet());
            default -> Set.of(item.getPlace());
        };
    }

    /** Who does something says where; that must be where it is done. */
    private void requirePlace(String said, ArticleContent content, Permission permission) {
        requirePlace(said, section(content.sectionId()), permission);
    }

    private static void requirePlace(String said, Item item, Permission permission) {
        if (!item.getPlace().equals(said)) {
            throw new RefusedException(permission);
        }
    }

    /** Where it is public, or else stands. */
    private static void requirePublicPlace(String said, Item item) {
        if (!item.getPublicPlace().equals(said)) {
            throw new RefusedException(Permission.PUBLISH_ARTICLES);
        }
    }

    /** Who decides on a newer version decides on the public one as well, wherever that is. */
    private void requirePublicPlace(Item item) {
        if (!actors.get().may(Permission.PUBLISH_ARTICLES, item.getPublicPlace())) {
            throw new RefusedException(Permission.PUBLISH_ARTICLES);
        }
    }

    private static void requirePlace(String said, Section section, Permission permission) {
        if (!section.getSlug().equals(said)) {
            throw new RefusedException(permission);
        }
    }

    /** A closed section keeps its articles and takes no others. */
    private static void requireOpen(Section section) {
        if (!section.isOpen()) {
            throw new RuleBrokenException("article.error.sectionClosed", "section");
        }
    }

    private void requirePlace(Section section, Permission permission) {
        if (!actors.get().may(permission, section.getSlug())) {
            throw new RefusedException(permission);
        }
    }

    private Section section(long id) {
        return articles.section(id).orElseThrow(() -> new RuleBrokenException("article.error.section", "section"));
    }

    private static String id(Item item) {
        return String.valueOf(item.getId());
    }

    private ArticleContent content(Item item, int version) {
        return items.version(item, version).content(ArticleContent.class);
    }

    /** A picture by the name of its file, with its number, for two may be called the same; as it is if there is none. */
    String pictureName(String number) {
        return number.matches("\\d{1,18}")
                ? articles.image(Long.valueOf(number))
                        .map(picture -> picture.getFileName() + " (" + number + ")")
                        .orElse(number)
                : number;
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
        var article = articles.bySlug(slug).orElse(null);
        return article == null ? formerly(slug) : whole(article);
    }

    private PublicArticle whole(Article article) {
        return new PublicArticle(
                article,
                Objects.requireNonNull(
                        articles.contents(List.of(article.getId())).get(article.getId())),
                null);
    }

    private PublicArticle formerly(String slug) {
        var item = items.at(KIND, slug).orElseThrow(() -> new NotFoundException(KIND, slug));
        return switch (item.getState()) {
            case PUBLISHED ->
                articles.byId(item.getId()).map(this::whole).orElseThrow(() -> new NotFoundException(KIND, slug));
            case ARCHIVED -> past(item);
            case WITHDRAWN -> throw new GoneException(KIND, slug, item.getNotice());
            case REDIRECTED -> throw new MovedException(item.getRedirectTo());
            case DRAFT -> throw new NotFoundException(KIND, slug);
        };
    }

    /** What is archived stands in no list and has no row there; it is read as it was last public. */
    private PublicArticle past(Item item) {
        var version = Objects.requireNonNull(item.getPublishedVersion());
        var content = content(item, version);
        var article = new Article(
                item,
                version,
                content,
                section(content.sectionId()),
                articles.image(content.imageId()).orElse(null),
                Correction.of(items.steps(item)));
        return new PublicArticle(article, content, item.getNotice());
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

    /** Those that bear a tag, in any of the ways in which it is written. */
    Paged<Article> newestOf(List<String> tagSlugs, int first, int size) {
        var order = order();
        var wanted = tagSlugs.stream()
                .flatMap(slug -> order.ofTag().getOrDefault(slug, List.of()).stream())
                .collect(Collectors.toSet());
        return page(order.all().stream().filter(wanted::contains).toList(), first, size);
    }

    /** How the newest public article that bears a tag writes it. */
    Optional<String> tagAsWritten(String slug) {
        return Optional.ofNullable(order().tags().get(slug));
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
