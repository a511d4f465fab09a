package vn.minhbach.links;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something public that leads somewhere.
 *
 * @param number by which its kind knows it, for good
 * @param place the slug of where it stands, as far as rights depend on that; empty otherwise
 * @param title as people call it
 * @param page its own page, without language; empty if it stands on pages of others
 * @param edit the screen where it can be put right, without language
 * @param addresses as they are written there: paths of the portal, and addresses elsewhere
 */
public record Linking(long number, String place, String title, String page, String edit, Collection<String> addresses) {

    /** Where a clean text leads, and what it shows. */
    private static final Pattern LINK = Pattern.compile(" (?:href|src)=\"([^\"]++)\"");

    /** The addresses in rich text. */
    public static List<String> in(String html) {
        return LINK.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
    }
}
