package vn.minhbach.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * From where somebody comes, as far as their browser tells; enough for its owner to know it again, and no more.
 *
 * @param address in the network
 * @param browser "Firefox"; empty if it cannot be told
 * @param system "Windows"; empty likewise
 */
record Visitor(String address, String browser, String system) {

    private static final int LONGEST_ADDRESS = 60;

    /** The first that is found: many browsers call themselves by their forebears' names as well. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("coc_coc_browser", "Cốc Cốc"),
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    static Visitor of(String address, @Nullable String userAgent) {
        var told = userAgent == null ? "" : userAgent;
        return new Visitor(Text.cut(address, LONGEST_ADDRESS), first(BROWSERS, told), first(SYSTEMS, told));
    }

    private static String first(List<Map.Entry<String, String>> known, String told) {
        return known.stream()
                .filter(each -> told.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
