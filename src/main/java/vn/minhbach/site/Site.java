package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.Derived;
import vn.minhbach.shared.Phone;
import vn.minhbach.web.Hotline;
import vn.minhbach.web.Link;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.Visit;

/**
 * What every page's frame shows. Kept in memory until the change log moves.
 *
 * <p>As in every bean that a view reads: a list is made once and handed out many times, because a loop in a view asks for the
 * list again with each of its items.
 */
@Named
@ApplicationScoped
public class Site implements SiteFrame {

    @Inject
    SiteService service;

    @Inject
    Visit visit;

    @Inject
    Clock clock;

    @Inject
    Derived<SiteProfile> profile;

    @Inject
    Derived<String> phoneHref;

    @Inject
    Derived<List<Link>> channels;

    @Inject
    Derived<List<Hotline>> hotlines;

    /** By where the menu's links begin, that is by language; the words come from the bundle and never change. */
    private final Map<String, List<Link>> menus = new ConcurrentHashMap<>();

    @Inject
    Derived<Optional<Instant>> lastUpdated;

    @Inject
    ChangeLog changes;

    public SiteProfile profile() {
        return profile.get(service::profile);
    }

    @Override
    public String getName() {
        return profile().name();
    }

    @Override
    public String getShortName() {
        return profile().shortName();
    }

    @Override
    public String getParentName() {
        return profile().parentName();
    }

    @Override
    public String getProvince() {
        return profile().province();
    }

    @Override
    public String getAddress() {
        return profile().address();
    }

    @Override
    public String getPhone() {
        return profile().phone();
    }

    @Override
    public String getPhoneHref() {
        return phoneHref.get(() -> Phone.href(profile().phone()));
    }

    @Override
    public String getEmail() {
        return profile().email();
    }

    @Override
    public String getHours() {
        return profile().hours();
    }

    @Override
    public String getResponsible() {
        return profile().responsible();
    }

    @Override
    public String getResponsiblePost() {
        return profile().responsiblePost();
    }

    @Override
    public String getLicenceNumber() {
        return profile().licenceNumber();
    }

    @Override
    public List<Link> getChannels() {
        return channels.get(() -> profile().channels().stream()
                .map(channel -> new Link(channel.name(), channel.url()))
                .toList());
    }

    @Override
    public List<Link> getMenu() {
        return menus.computeIfAbsent(
                visit.getBase(),
                base -> List.of(
                        new Link(visit.text("frame.menu.home"), visit.url("/")),
                        new Link(visit.text("frame.menu.procedures"), visit.url("/danh-muc-thu-tuc")),
                        new Link(visit.text("frame.menu.news"), visit.url("/tin-tuc")),
                        new Link(visit.text("frame.menu.reform"), visit.url("/cai-cach-hanh-chinh")),
                        new Link(visit.text("frame.menu.units"), visit.url("/don-vi"))));
    }

    @Override
    public List<Hotline> getHotlines() {
        return hotlines.get(() -> profile().hotlines().stream()
                .map(line -> new Hotline(
                        line.name(), line.phone(), Phone.href(line.phone()), line.hours(), line.note(), line.fields()))
                .toList());
    }

    /** The notices of today, the newest first. */
    public List<Notice> notices() {
        var today = LocalDate.now(clock);
        return profile().notices().stream()
                .filter(notice ->
                        !notice.from().isAfter(today) && !notice.until().isBefore(today))
                .sorted(java.util.Comparator.comparing(SiteProfile.Notice::from).reversed())
                .map(notice -> new Notice(
                        notice.title(),
                        notice.text(),
                        notice.path().isEmpty() ? "" : visit.url(notice.path()),
                        notice.from()))
                .toList();
    }

    List<Banner> banners() {
        return profile().banners().stream()
                .map(banner -> new Banner(
                        banner.title(),
                        banner.text(),
                        banner.imagePath().isEmpty() ? "" : visit.file(banner.imagePath()),
                        banner.alt(),
                        banner.url().startsWith("/") ? visit.url(banner.url()) : banner.url()))
                .toList();
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
