package vn.minhbach.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.web.PortalUrl;

/** Knows where public content leads, and where nothing is found any more. */
@ApplicationScoped
@Transactional
public class LinkService {

    /** How often somebody else's server is asked about an address. */
    static final Duration EVERY = Duration.ofDays(7);

    /** What may pass by itself is looked at again before it is believed. */
    static final Duration AGAIN = Duration.ofHours(20);

    private static final int BATCH = 100;
    private static final int BATCH_INSIDE = 500;
    private static final int LONGEST = 2_000;

    @Inject
    PublicLinkRepository links;

    @Inject
    LinkSources sources;

    @Inject
    PortalUrl portal;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** A link behind which nothing is found, and the content that leads there. */
    public record Line(
            long id,
            String kind,
            String title,
            String page,
            String edit,
            String address,
            boolean inside,
            int status,
            String trouble,
            @Nullable Instant since,
            Instant checkedAt)
            implements Serializable {

        static Line of(PublicLink link) {
            return new Line(
                    link.getId(),
                    link.getKind(),
                    link.getTitle(),
                    link.getPage(),
                    link.getEdit(),
                    link.getAddress(),
                    link.isInside(),
                    link.getStatus(),
                    link.getTrouble(),
                    link.getSince(),
                    link.getCheckedAt());
        }
    }

    /** A link that leads to an address of the portal. */
    record Inside(long id, String address) {}

    /** The numbers of the broken links of what whoever is signed in may put right, those that are broken longest first. */
    public List<Long> broken() {
        return links.broken(seen());
    }

    public long countOfBroken() {
        return links.countBroken(seen());
    }

    private List<PublicLinkRepository.Seen> seen() {
        var me = actors.get();
        return sources.all().stream()
                .map(source -> new PublicLinkRepository.Seen(source.kind(), source.seen(me)))
                .filter(each -> each.places() == null || !each.places().isEmpty())
                .toList();
    }

    /** The links with these numbers, in any order. */
    public List<Line> lines(List<Long> numbers) {
        return links.of(numbers).stream().map(Line::of).toList();
    }

    /** The kinds of content that lead somewhere. */
    public List<String> kinds() {
        return sources.all().stream().map(LinkSource::kind).toList();
    }

    /** Forgets where content led of kinds that there are no more. */
    @Permit(Permission.RUN_PORTAL)
    public void forgetOthers() {
        links.removeAllBut(kinds());
    }

    /**
     * Takes over what some public content of a kind says by now.
     *
     * @param after the number of the last that was looked at
     * @return that of the last of these; 0 if there are no more
     */
    @Permit(Permission.RUN_PORTAL)
    public long refresh(String kind, long after) {
        var some = sources.of(kind).after(after, BATCH);
        var until = some.isEmpty() ? Long.MAX_VALUE : some.getLast().number();
        var known = new HashMap<Long, List<PublicLink>>();
        links.ofContents(kind, after, until)
                .forEach(link -> known.computeIfAbsent(link.getContentId(), unused -> new ArrayList<>())
                        .add(link));
        for (var content : some) {
            var had = known.remove(content.number());
            keep(kind, content, had == null ? List.of() : had);
        }
        // What is left is of content that is not public any more.
        known.values().forEach(stray -> stray.forEach(links::remove));
        return some.isEmpty() ? 0 : until;
    }

    private void keep(String kind, Linking content, Collection<PublicLink> known) {
        var said = leading(content.addresses());
        var had = new HashSet<String>();
        for (var link : known) {
            if (said.contains(link.getAddress()) && had.add(link.getAddress())) {
                link.stand(content);
            } else {
                links.remove(link);
            }
        }
        said.stream()
                .filter(address -> !had.contains(address))
                .forEach(address -> links.add(new PublicLink(kind, content, address)));
    }

    /** Those of the addresses at which something can be looked for; what lies within the portal by its path. */
    private Set<String> leading(Collection<String> written) {
        var found = new LinkedHashSet<String>();
        for (var address : written) {
            var own = own(address);
            if (own.isPresent()) {
                found.add(own.get());
            } else if (address.startsWith("http://") || address.startsWith("https://")) {
                found.add(address);
            }
        }
        found.removeIf(address -> address.length() > LONGEST);
        return found;
    }

    /** The path of what lies within the portal, up to the place in the page. */
    private Optional<String> own(String address) {
        return portal.own(address.replaceFirst("#.*+", ""));
    }

    /** Some of the links that lead to addresses of the portal, behind a number; empty if there are no more. */
    List<Inside> inside(long after) {
        return links.inside(after, BATCH_INSIDE).stream()
                .map(link -> new Inside(link.getId(), link.getAddress()))
                .toList();
    }

    /** Says of links by their numbers what the portal itself answers where they lead. */
    @Permit(Permission.RUN_PORTAL)
    public void answered(Map<Long, Integer> statuses) {
        var now = now();
        links.of(statuses.keySet())
                .forEach(link -> link.found(LinkOutcome.inside(statuses.getOrDefault(link.getId(), 0)), now));
    }

    /** What is to be looked at elsewhere now: of each host no more than one address, so that nobody is asked twice in one round. */
    public List<String> due(int most) {
        var now = now();
        return List.copyOf(links.due(now.minus(EVERY), now.minus(AGAIN), most).values());
    }

    /** Says of an address elsewhere, in whatever content it stands, what was found there. */
    @Permit(Permission.RUN_PORTAL)
    public void found(String address, LinkOutcome outcome) {
        var now = now();
        links.at(PublicLink.host(address), address).forEach(link -> link.found(outcome, now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
