package vn.minhbach.site;

import static vn.minhbach.desk.RowField.Type.DAY;
import static vn.minhbach.desk.RowField.Type.EMAIL;
import static vn.minhbach.desk.RowField.Type.LINK;
import static vn.minhbach.desk.RowField.Type.MOMENT;
import static vn.minhbach.desk.RowField.Type.NUMBER;
import static vn.minhbach.desk.RowField.Type.PHONE;
import static vn.minhbach.desk.RowField.Type.PICTURE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.minhbach.desk.RowField;

/** The lists by which the site is run: what each is called, what its rows say, and whether they have an order. */
public enum SiteKind {
    /** What the frame says of the department (thông tin cơ quan): one row. */
    PROFILE(
            "site-profile",
            "/quan-tri/thong-tin-co-quan",
            false,
            List.of(
                    RowField.line("name", 300).needed(),
                    RowField.line("nameEn", 300),
                    RowField.line("shortName", 120).needed(),
                    RowField.line("shortNameEn", 120),
                    RowField.line("parentName", 300),
                    RowField.line("parentNameEn", 300),
                    RowField.line("province", 120),
                    RowField.line("slogan", 200),
                    RowField.line("sloganEn", 200),
                    RowField.line("address", 300),
                    RowField.line("addressEn", 300),
                    RowField.of(PHONE, "phone"),
                    RowField.of(EMAIL, "email"),
                    RowField.area("hours", 500).help(),
                    RowField.area("hoursEn", 500),
                    RowField.line("responsible", 120),
                    RowField.line("responsiblePost", 200),
                    RowField.line("licenceNumber", 300),
                    RowField.of(NUMBER, "themeYear").help(),
                    RowField.line("theme", 300),
                    RowField.of(NUMBER, "reformTarget").help())),
    /** A notice (thông báo) between two moments. */
    NOTICE(
            "notice",
            "/quan-tri/thong-bao",
            false,
            List.of(
                    RowField.line("title", 300).needed(),
                    RowField.area("text", 2000),
                    RowField.of(LINK, "link").help(),
                    RowField.choice("level", Level.NORMAL.name(), Level.URGENT.name())
                            .help(),
                    RowField.of(MOMENT, "from").needed().help(),
                    RowField.of(MOMENT, "until").needed().help(),
                    RowField.line("titleEn", 300),
                    RowField.area("textEn", 2000)),
            "level",
            "from",
            "until"),
    /** A number to call (đường dây nóng). */
    HOTLINE(
            "hotline",
            "/quan-tri/duong-day-nong",
            true,
            List.of(
                    RowField.line("name", 200).needed(),
                    RowField.line("nameEn", 200),
                    RowField.of(PHONE, "phone").needed(),
                    RowField.line("hours", 300),
                    RowField.line("note", 500),
                    RowField.area("fields", 2000).help()),
            "phone",
            "fields"),
    /** A banner (biểu ngữ), if wanted between two moments. */
    BANNER(
            "banner",
            "/quan-tri/bieu-ngu",
            true,
            List.of(
                    RowField.line("title", 200).needed(),
                    RowField.line("titleEn", 200),
                    RowField.area("text", 500),
                    RowField.of(LINK, "link").help(),
                    RowField.of(PICTURE, "picture").help(),
                    RowField.line("alt", 500).help(),
                    RowField.of(MOMENT, "from").help(),
                    RowField.of(MOMENT, "until")),
            "link",
            "from",
            "until"),
    /** An item of the main menu or of the foot. */
    MENU(
            "menu-item",
            "/quan-tri/menu",
            true,
            List.of(
                    RowField.line("title", 120).needed(),
                    RowField.line("english", 120),
                    RowField.of(LINK, "link").needed().help(),
                    RowField.choice("place", Place.MAIN.name(), Place.FOOTER.name())
                            .needed(),
                    RowField.choice("parent").help()),
            "place",
            "link"),
    /** A part of the home page (khối trang chủ): which, in which order, how wide, how much of it. */
    BLOCK(
            "home-block",
            "/quan-tri/trang-chu",
            true,
            List.of(
                    RowField.choice("block", HomeBlock.class).needed(),
                    RowField.choice("shown", "YES", "NO").needed(),
                    RowField.choice("width", "FULL", "HALF").needed().help(),
                    RowField.of(NUMBER, "size").help()),
            "shown",
            "width",
            "size"),
    /** An article that stands first among the news of the home page (bài ghim), until a moment. */
    PIN(
            "home-pin",
            "/quan-tri/bai-ghim",
            true,
            List.of(
                    RowField.of(LINK, "link").needed().help(),
                    RowField.of(MOMENT, "from"),
                    RowField.of(MOMENT, "until").needed().help()),
            "from",
            "until"),
    /** An address that is no more, and where it leads (chuyển hướng). */
    REDIRECT(
            "redirect",
            "/quan-tri/chuyen-huong",
            false,
            List.of(
                    RowField.line("from", 500).needed().help(),
                    RowField.of(LINK, "to").needed().help(),
                    RowField.line("note", 200)),
            "to"),
    /** A term or an abbreviation of the office, and what it means (từ viết tắt, thuật ngữ). */
    TERM(
            "term",
            "/quan-tri/thuat-ngu",
            false,
            List.of(
                    RowField.line("term", 100).needed(),
                    RowField.line("meaning", 300).needed(),
                    RowField.line("english", 300),
                    RowField.of(DAY, "from").help(),
                    RowField.of(DAY, "until")),
            "meaning",
            "from",
            "until"),
    /** A tag of articles (nhãn): how it is written, and what it was written like before. */
    TAG(
            "tag",
            "/quan-tri/nhan-bai",
            false,
            List.of(
                    RowField.line("name", 100).needed(),
                    RowField.line("english", 100),
                    RowField.area("text", 500).help(),
                    RowField.area(SiteRules.OTHERS, 2000).help()),
            SiteRules.OTHERS);

    private final String word;
    private final String path;
    private final boolean ordered;
    private final List<RowField> fields;
    private final List<String> columns;

    /** How much a notice matters. */
    public enum Level {
        NORMAL,
        /** Stands at the head of every page. */
        URGENT
    }

    /** Where an item of a menu stands. */
    public enum Place {
        MAIN,
        FOOTER
    }

    SiteKind(String word, String path, boolean ordered, List<RowField> fields, String... columns) {
        this.word = word;
        this.path = path;
        this.ordered = ordered;
        this.fields = fields;
        var all = new java.util.ArrayList<String>();
        all.add(fields.getFirst().name());
        all.addAll(Arrays.asList(columns));
        this.columns = List.copyOf(all);
    }

    /** As history, bundle and addresses call it. */
    public String word() {
        return word;
    }

    static Optional<SiteKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The address of its list. */
    String path() {
        return path;
    }

    public boolean isOrdered() {
        return ordered;
    }

    public List<RowField> fields() {
        return fields;
    }

    List<String> columns() {
        return columns;
    }

    /** The field that names a row. */
    String titleField() {
        return fields.getFirst().name();
    }

    RowField field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
