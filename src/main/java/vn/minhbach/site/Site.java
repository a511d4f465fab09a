package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.minhbach.article.Article;
import vn.minhbach.article.ArticleService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.web.Alert;
import vn.minhbach.web.Hotline;
import vn.minhbach.web.Link;
import vn.minhbach.web.LinkTree;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.Visit;

/**
 * What every page's frame shows. Kept in memory until the change log moves, or until something comes or goes by its time
 * ({@link SiteHours}).
 *
 * <p>As in every bean that a view reads: a list is made once and handed out many times, because a loop in a view asks for the
 * list again with each of its items.
 */
@Named
@ApplicationScoped
public class Site implements SiteFrame {

    /** What this thread sees instead of what is kept, while it makes a preview. */
    private static final ThreadLocal<@Nullable SiteContent> DRAFT = new ThreadLocal<>();

    @Inject
    SiteService service;

    @Inject
    Visit visit;

    @Inject
    Clock clock;

    @Inject
    Derived<SiteContent> content;

    /** By what the addresses of a language begin with. */
    @Inject
    Derived<Map<String, SiteWords>> words;

    @Inject
    Derived<List<Article>> pinned;

    @Inject
    ArticleService articles;

    @Inject
    Derived<Optional<Instant>> lastUpdated;

    @Inject
    ChangeLog changes;

    SiteContent content() {
        var draft = DRAFT.get();
        return draft == null ? content.get(() -> SiteContent.of(service.rows(), clock.instant())) : draft;
    }

    /** Does something as if the site said this. */
    static <T> T seeing(SiteContent draft, Supplier<T> deed) {
        DRAFT.set(draft);
        try {
            return deed.get();
        } finally {
            DRAFT.remove();
        }
    }

    private SiteWords words() {
        if (DRAFT.get() != null) {
            return made();
        }
        var base = visit.getBase();
        var known = words.get(ConcurrentHashMap::new);
        var found = known.get(base);
        if (found == null) {
            found = made();
            known.put(base, found);
        }
        return found;
    }

    private SiteWords made() {
        return SiteWords.of(content(), !"vi".equals(visit.getLanguage()), visit::url, visit::file);
    }

    SiteProfile profile() {
        return content().profile();
    }

    @Override
    public String getName() {
        return words().say("name");
    }

    @Override
    public String getShortName() {
        return words().say("shortName");
    }

    @Override
    public String getParentName() {
        return words().say("parentName");
    }

    @Override
    public String getProvince() {
        return words().say("province");
    }

    @Override
    public String getSlogan() {
        return words().say("slogan");
    }

    @Override
    public String getAddress() {
        return words().say("address");
    }

    @Override
    public String getPhone() {
        return words().say("phone");
    }

    @Override
    public String getPhoneHref() {
        return words().phoneHref();
    }

    @Override
    public String getEmail() {
        return words().say("email");
    }

    @Override
    public String getHours() {
        return words().say("hours");
    }

    @Override
    public String getResponsible() {
        return words().say("responsible");
    }

    @Override
    public String getResponsiblePost() {
        return words().say("responsiblePost");
    }

    @Override
    public String getLicenceNumber() {
        return words().say("licenceNumber");
    }

    @Override
    public List<Link> getChannels() {
        return words().footer();
    }

    @Override
    public List<LinkTree> getMenu() {
        return words().menu();
    }

    @Override
    public List<Hotline> getHotlines() {
        return words().hotlines();
    }

    @Override
    public List<Alert> getAlerts() {
        return words().alerts();
    }

    HomeLayout layout() {
        return content().layout();
    }

    /** The articles that stand first among the news. */
    List<Article> pinned() {
        return DRAFT.get() == null ? pinned.get(this::findPinned) : findPinned();
    }

    private List<Article> findPinned() {
        return articles.atPaths(content().pins());
    }

    /** The notices of now: urgent ones first, then the newest. */
    public List<Notice> notices() {
        return words().notices();
    }

    List<Banner> banners() {
        return words().banners();
    }

    /** When public content last changed; null on an empty portal. What editors teach the search does not count. */
    @Override
    public @Nullable Instant getLastUpdated() {
        return lastUpdated.get(changes::lastPublication).orElse(null);
    }

    @Override
    public String getFeedUrl() {
        return visit.file("/feed/tin-tuc.atom");
    }
}
