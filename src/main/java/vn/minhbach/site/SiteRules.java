package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.desk.RowField;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/** What may stand in a row of the site, beyond what each field asks by itself. */
@ApplicationScoped
public class SiteRules {

    /** The other ways to write a tag, one a line. */
    static final String OTHERS = "others";

    private static final int MOST_MENU_ITEMS = 8;

    @Inject
    Targets targets;

    @Inject
    AttachmentService files;

    /**
     * What is kept of what was typed.
     *
     * @param id of the row; 0 for a new one
     * @param all rows of its kind, this one included
     * @throws RuleBrokenException at the field that is to blame
     */
    Map<String, String> kept(SiteKind kind, Map<String, String> typed, long id, List<KeptRow> all) {
        return kept(kind, typed, id, all, true);
    }

    /** @param asked whether there must be a page where a link leads; at the start of the portal nobody can be asked yet */
    Map<String, String> kept(SiteKind kind, Map<String, String> typed, long id, List<KeptRow> all, boolean asked) {
        var values = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            var given = typed.getOrDefault(field.name(), "");
            var isLink = field.type() == RowField.Type.LINK;
            var value = field.kept(field.shown(isLink ? targets.own(given) : given));
            values.put(
                    field.name(), asked && isLink && !value.isEmpty() ? targets.checked(value, field.name()) : value);
        }
        switch (kind) {
            case PROFILE -> {
                if (all.stream().anyMatch(row -> row.id() != id)) {
                    throw new RuleBrokenException("row.error.one");
                }
            }
            case NOTICE -> period(values);
            case PIN -> {
                period(values);
                if (!values.getOrDefault("link", "").startsWith("/bai-viet/")) {
                    throw new RuleBrokenException("row.home-pin.link.error", "link");
                }
                requireAlone(values, "link", id, all);
            }
            case BLOCK -> requireAlone(values, "block", id, all);
            case TERM -> period(values);
            case TAG -> tag(values, id, all);
            case REDIRECT -> redirect(values, id, all);
            case BANNER -> {
                period(values);
                picture(values);
            }
            case MENU -> menu(values, id, all);
            case HOTLINE -> {
                // Each field says all there is to say.
            }
        }
        return values;
    }

    /** A period that ends before it begins is a slip; the end is the first moment at which nothing is shown any more. */
    private static void period(Map<String, String> values) {
        var from = values.getOrDefault("from", "");
        var until = values.getOrDefault("until", "");
        if (!from.isEmpty() && !until.isEmpty() && until.compareTo(from) <= 0) {
            throw new RuleBrokenException("row.error.period", "until");
        }
    }

    private void picture(Map<String, String> values) {
        var picture = values.getOrDefault("picture", "");
        if (picture.isEmpty()) {
            return;
        }
        var file = files.at(picture)
                .filter(found -> found.getMediaType().startsWith("image/"))
                .orElseThrow(() -> new RuleBrokenException("row.banner.picture.error", "picture"));
        if (values.getOrDefault("alt", "").isEmpty()) {
            if (file.getAlt().isBlank()) {
                throw new RuleBrokenException("row.banner.alt.error", "alt");
            }
            values.put("alt", file.getAlt());
        }
    }

    private static void menu(Map<String, String> values, long id, List<KeptRow> all) {
        var parent = values.getOrDefault("parent", "");
        if (!parent.isEmpty()) {
            var above = all.stream()
                    .filter(row -> Long.toString(row.id()).equals(parent))
                    .findFirst()
                    .orElseThrow(() -> new RuleBrokenException("row.error.choice", "parent"));
            if (above.id() == id
                    || !above.get("parent").isEmpty()
                    || all.stream().anyMatch(row -> row.get("parent").equals(Long.toString(id)))) {
                throw new RuleBrokenException("row.menu-item.parent.error", "parent");
            }
            if (!above.get("place").equals(values.get("place"))
                    || SiteKind.Place.FOOTER.name().equals(values.get("place"))) {
                throw new RuleBrokenException("row.menu-item.place.error", "parent");
            }
        }
        var others = all.stream()
                .filter(row -> row.id() != id
                        && row.get("place").equals(values.get("place"))
                        && row.get("parent").isEmpty())
                .count();
        if (parent.isEmpty() && SiteKind.Place.MAIN.name().equals(values.get("place")) && others >= MOST_MENU_ITEMS) {
            throw new RuleBrokenException("row.menu-item.many", "place");
        }
        var moved = all.stream()
                .anyMatch(row -> row.get("parent").equals(Long.toString(id))
                        && !row.get("place").equals(values.get("place")));
        if (moved) {
            throw new RuleBrokenException("row.menu-item.place.error", "place");
        }
    }

    /** No way of writing belongs to two tags. */
    private static void tag(Map<String, String> values, long id, List<KeptRow> all) {
        var own = Text.slug(values.getOrDefault("name", ""));
        var others = Text.lines(values.getOrDefault(OTHERS, "")).stream()
                .filter(other ->
                        !Text.slug(other).isEmpty() && !Text.slug(other).equals(own))
                .distinct()
                .toList();
        if (own.isEmpty()) {
            throw new RuleBrokenException("row.tag.name.error", "name");
        }
        var taken = all.stream()
                .filter(row -> row.id() != id)
                .flatMap(row -> Stream.concat(Stream.of(row.get("name")), Text.lines(row.get(OTHERS)).stream()))
                .map(Text::slug)
                .collect(Collectors.toSet());
        if (taken.contains(own)) {
            throw new RuleBrokenException("row.error.double", "name");
        }
        if (others.stream().map(Text::slug).anyMatch(taken::contains)) {
            throw new RuleBrokenException("row.tag.others.error", OTHERS);
        }
        values.put(OTHERS, String.join("\n", others));
    }

    private static void requireAlone(Map<String, String> values, String field, long id, List<KeptRow> all) {
        if (all.stream().anyMatch(row -> row.id() != id && row.get(field).equals(values.get(field)))) {
            throw new RuleBrokenException("row.error.double", field);
        }
    }

    private void redirect(Map<String, String> values, long id, List<KeptRow> all) {
        var from = Redirects.from(values.getOrDefault("from", ""));
        if (!values.getOrDefault("to", "").startsWith("/")) {
            throw new RuleBrokenException("row.redirect.to.elsewhere", "to");
        }
        if (targets.answers(from)) {
            throw new RuleBrokenException("row.redirect.from.exists", "from");
        }
        Redirects.requireNoChain(
                from,
                values.getOrDefault("to", ""),
                all.stream().filter(row -> row.id() != id).toList());
        values.put("from", from);
    }

    /** @throws RuleBrokenException if other rows stand on this one */
    void requireMayGo(SiteKind kind, long id, List<KeptRow> all) {
        if (kind == SiteKind.PROFILE) {
            throw new RuleBrokenException("row.error.one");
        }
        if (kind == SiteKind.MENU
                && all.stream().anyMatch(row -> row.get("parent").equals(Long.toString(id)))) {
            throw new RuleBrokenException("row.menu-item.children");
        }
    }
}
