package vn.minhbach.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.desk.KeptRow;

/**
 * All that the frame and the home page show of what editors keep, as it is at a moment: what comes later or is over already is left
 * out.
 *
 * @param pins the addresses of the articles that stand first among the news
 * @param nextChange the next moment at which something comes or goes by itself; null if nothing does
 */
record SiteContent(
        SiteProfile profile,
        List<KeptRow> notices,
        List<KeptRow> hotlines,
        List<KeptRow> banners,
        List<KeptRow> menu,
        HomeLayout layout,
        List<String> pins,
        @Nullable Instant nextChange) {

    /** Urgent ones first, then the newest. */
    static final Comparator<KeptRow> NOTICES_IN_ORDER = Comparator.comparing(
                    (KeptRow row) -> row.get("level").equals(SiteKind.Level.URGENT.name()) ? 0 : 1)
            .thenComparing(
                    Comparator.comparing((KeptRow row) -> row.get("from")).reversed())
            .thenComparing(Comparator.comparingLong(KeptRow::id).reversed());

    static SiteContent of(Map<SiteKind, List<KeptRow>> rows, Instant now) {
        return new SiteContent(
                rows(rows, SiteKind.PROFILE).stream()
                        .findFirst()
                        .map(row -> new SiteProfile(row.values()))
                        .orElse(SiteProfile.EMPTY),
                rows(rows, SiteKind.NOTICE).stream()
                        .filter(row -> Period.of(row).holds(now))
                        .sorted(NOTICES_IN_ORDER)
                        .toList(),
                rows(rows, SiteKind.HOTLINE),
                rows(rows, SiteKind.BANNER).stream()
                        .filter(row -> Period.of(row).holds(now))
                        .toList(),
                rows(rows, SiteKind.MENU),
                HomeLayout.of(rows(rows, SiteKind.BLOCK)),
                rows(rows, SiteKind.PIN).stream()
                        .filter(row -> Period.of(row).holds(now))
                        .map(row -> row.get("link"))
                        .toList(),
                rows.values().stream()
                        .flatMap(List::stream)
                        .flatMap(row -> Period.of(row).changesAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static List<KeptRow> rows(Map<SiteKind, List<KeptRow>> rows, SiteKind kind) {
        return List.copyOf(rows.getOrDefault(kind, List.of()));
    }
}
