package vn.minhbach.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the frame of the portal says of the department, kept as one document.
 *
 * @param name the department's full name
 * @param parentName the body above it, shown over the name
 * @param hours office hours; lines separated by line breaks
 * @param responsible who answers for the content (người chịu trách nhiệm)
 * @param licenceNumber the licence to run the site; empty if none is needed
 * @param reformTarget how many reform items a month the department has set itself
 */
public record SiteProfile(
        String name,
        String shortName,
        String parentName,
        String province,
        String address,
        String phone,
        String email,
        String hours,
        String responsible,
        String responsiblePost,
        String licenceNumber,
        Theme reformTheme,
        int reformTarget,
        List<Notice> notices,
        List<HotlineEntry> hotlines,
        List<BannerEntry> banners,
        List<Channel> channels) {

    /** The theme of a year of reform. */
    public record Theme(int year, String text) {
        static final Theme NONE = new Theme(0, "");
    }

    /** A notice on the home page between two days. */
    public record Notice(String title, String text, String path, LocalDate from, LocalDate until) {}

    /** A number to call; without fields it is one of the office itself, otherwise it is there for these fields of government. */
    public record HotlineEntry(String name, String phone, String hours, String note, List<String> fields) {

        public HotlineEntry {
            fields = Objects.requireNonNullElse(fields, List.of());
        }
    }

    /** A banner; {@code imagePath} is below the portal's own address. */
    public record BannerEntry(String title, String text, String imagePath, String alt, String url) {}

    /** Another place where the department can be found. */
    public record Channel(String name, String url) {}

    public SiteProfile {
        name = or(name, "Minh Bạch");
        shortName = or(shortName, name);
        parentName = or(parentName, "");
        province = or(province, "");
        address = or(address, "");
        phone = or(phone, "");
        email = or(email, "");
        hours = or(hours, "");
        responsible = or(responsible, "");
        responsiblePost = or(responsiblePost, "");
        licenceNumber = or(licenceNumber, "");
        reformTheme = Objects.requireNonNullElse(reformTheme, Theme.NONE);
        notices = Objects.requireNonNullElse(notices, List.of());
        hotlines = Objects.requireNonNullElse(hotlines, List.of());
        banners = Objects.requireNonNullElse(banners, List.of());
        channels = Objects.requireNonNullElse(channels, List.of());
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** A portal of which nothing was set up yet. */
    static final SiteProfile EMPTY = new SiteProfile(
            "Minh Bạch",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            Theme.NONE,
            4,
            List.of(),
            List.of(),
            List.of(),
            List.of());
}
