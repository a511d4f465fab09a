package vn.minhbach.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/**
 * What every public view is given beside its page: the words of the reader's language, addresses, dates and figures as people
 * read them, and what the site says of itself. In views it is called {@code f}.
 */
public final class Frame {

    private static final Map<String, Content> ICONS = new ConcurrentHashMap<>();

    private final SiteFrame site;
    private final Visit visit;
    private final Assets assets;
    private final Words words;
    private final String base;
    private final boolean isEnglish;

    Frame(SiteFrame site, Visit visit, Assets assets) {
        this.site = site;
        this.visit = visit;
        this.assets = assets;
        words = visit.words();
        base = visit.getBase();
        isEnglish = !"vi".equals(visit.getLanguage());
    }

    public SiteFrame site() {
        return site;
    }

    public Visit visit() {
        return visit;
    }

    /** What every address of the portal begins with. */
    public String base() {
        return base;
    }

    /** The page's own path, as it can stand in a query. */
    public String place() {
        return Visit.encode(visit.getPlace());
    }

    /** The home page in the reader's language. */
    public String home() {
        return visit.url("/");
    }

    /** A sentence of the bundle, its gaps filled. */
    public String text(String key, Object... gaps) {
        return words.text(key, gaps);
    }

    /**
     * The language of a text from the content, for the attribute {@code lang} of the element around it: on a page in another language
     * whatever bears Vietnamese marks says so, or a screen reader would spell it in the wrong tongue. Null where the page's own
     * language is right.
     */
    public @Nullable String lang(@Nullable String text) {
        return isEnglish && text != null && Text.isVietnamese(text) ? "vi" : null;
    }

    /** A sentence of the bundle with words of the content in its gaps; of a mixture each part says its language. */
    public Content said(String key, Object... gaps) {
        var marked = new Object[gaps.length];
        for (var i = 0; i < gaps.length; i++) {
            var gap = Html.escape(String.valueOf(gaps[i]));
            marked[i] = lang(gap) == null ? gap : "<span lang=\"vi\">" + gap + "</span>";
        }
        var html = words.text(key, marked);
        return output -> output.writeContent(html);
    }

    /** The address of one of the theme's files. */
    public String asset(String name) {
        return assets.get(name);
    }

    /** A sign of {@code img/icons.svg}. It is decoration: the word always stands beside it. */
    public Content icon(String name) {
        return ICONS.computeIfAbsent(name, one -> {
            var svg = "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\""
                    + assets.get("img/icons.svg") + "#i-" + one + "\"></use></svg>";
            return output -> output.writeContent(svg);
        });
    }

    public boolean has(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    public boolean has(@Nullable Collection<?> items) {
        return items != null && !items.isEmpty();
    }

    public boolean has(@Nullable Object thing) {
        return thing != null;
    }

    public String number(long value) {
        return words.number(value);
    }

    public String date(@Nullable Object moment) {
        return ViewFunctions.date(moment);
    }

    public String dateTime(@Nullable Instant moment) {
        return ViewFunctions.dateTime(moment);
    }

    public String iso(@Nullable Object moment) {
        return ViewFunctions.iso(moment);
    }

    public List<String> lines(@Nullable String text) {
        return ViewFunctions.lines(text);
    }

    public String fileSize(long bytes) {
        return ViewFunctions.fileSize(bytes, words);
    }
}
