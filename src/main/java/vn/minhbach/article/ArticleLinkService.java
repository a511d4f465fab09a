package vn.minhbach.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.web.PortalUrl;

/** Knows where public articles lead outside of the portal, and where nothing is found any more. */
@ApplicationScoped
@Transactional
public class ArticleLinkService {

    /** How often somebody else's server is asked about an address. */
    static final Duration EVERY = Duration.ofDays(7);

    /** What may pass by itself is looked at again before it is believed. */
    static final Duration AGAIN = Duration.ofHours(20);

    private static final int BATCH = 100;
    private static final int LOOKED_AT = 2_000;
    private static final int LONGEST = 2_000;

    /** Where a clean text leads elsewhere. */
    private static final Pattern LINK = Pattern.compile(" href=\"(https?://[^\"]++)\"");

    @Inject
    ArticleLinkRepository links;

    @Inject
    ArticleRepository articles;

    @Inject
    ArticleDeskService desk;

    @Inject
    PortalUrl portal;

    @Inject
    Clock clock;

    /** A link behind which nothing is found, and the article that leads there. */
    public record Line(
            long id,
            long article,
            String title,
            String path,
            String address,
            int status,
            String trouble,
            @Nullable Instant since,
            @Nullable Instant checkedAt)
            implements Serializable {

        static Line of(ArticleLink link, Article article) {
            return new Line(
                    link.getId(),
                    article.getId(),
                    article.getTitle(),
                    article.getPath(),
                    link.getAddress(),
                    link.getStatus(),
                    link.getTrouble(),
                    link.getSince(),
                    link.getCheckedAt());
        }
    }

    /** The numbers of the broken links of articles whose sections they see, those that are broken longest first. */
    public List<Long> broken() {
        return links.broken(desk.places());
    }

    public long countOfBroken() {
        return links.countBroken(desk.places());
    }

    /** The links with these numbers, in any order. */
    public List<Line> lines(List<Long> numbers) {
        return links.rows(numbers).stream()
                .map(row -> Line.of((ArticleLink) row[0], (Article) row[1]))
                .toList();
    }

    /**
     * Takes over what some public articles say by now.
     *
     * @param after the number of the last article that was looked at
     * @return that of the last of these; 0 if there are no more
     */
    @Permit(Permission.RUN_PORTAL)
    public long refresh(long after) {
        if (after == 0) {
            links.removeStray();
        }
        var some = articles.after(after, BATCH).stream().map(Article::getId).toList();
        if (some.isEmpty()) {
            return 0;
        }
        var known = links.ofArticles(some).stream().collect(Collectors.groupingBy(ArticleLink::getArticleId));
        var contents = articles.contents(some);
        for (var id : some) {
            var content = contents.get(id);
            keep(id, known.getOrDefault(id, List.of()), content == null ? Set.of() : outside(content));
        }
        return some.getLast();
    }

    private void keep(long article, Collection<ArticleLink> known, Set<String> said) {
        var had = new HashSet<String>();
        for (var link : known) {
            if (!said.contains(link.getAddress()) || !had.add(link.getAddress())) {
                links.remove(link);
            }
        }
        said.stream()
                .filter(address -> !had.contains(address))
                .forEach(address -> links.add(new ArticleLink(article, address)));
    }

    /** Where an article leads outside of the portal. */
    Set<String> outside(ArticleContent content) {
        var found = new LinkedHashSet<String>();
        if (!content.sourceUrl().isEmpty()) {
            found.add(content.sourceUrl());
        }
        LINK.matcher(content.bodyHtml())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .forEach(found::add);
        found.removeIf(address -> address.length() > LONGEST
                || address.equals(portal.origin())
                || address.startsWith(portal.origin() + "/"));
        return found;
    }

    /** What is to be looked at now: of each host no more than one address, so that nobody is asked twice in one round. */
    public List<String> due(int most) {
        var now = now();
        var byHost = new LinkedHashMap<String, String>();
        links.due(now.minus(EVERY), now.minus(AGAIN), LOOKED_AT)
                .forEach(address -> byHost.putIfAbsent(host(address), address));
        return byHost.values().stream().limit(most).toList();
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? address : host.toLowerCase(java.util.Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Says of an address, in whichever articles it stands, what was found there. */
    @Permit(Permission.RUN_PORTAL)
    public void found(String address, LinkOutcome outcome) {
        var now = now();
        links.at(address).forEach(link -> link.found(outcome, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
