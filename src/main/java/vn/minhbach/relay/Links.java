package vn.minhbach.relay;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.minhbach.shared.Sha256;

/** The addresses of news. */
final class Links {

    private Links() {}

    /** By which the same address is known: without the fragment, without what only counts from where readers come. */
    static String key(String link) {
        return Sha256.of(plain(link), 32);
    }

    private static String plain(String link) {
        try {
            var uri = new URI(link.strip());
            var query = Objects.requireNonNullElse(uri.getRawQuery(), "");
            var kept = Arrays.stream(query.split("&"))
                    .filter(part -> !part.isEmpty() && !part.startsWith("utm_") && !part.startsWith("fbclid="))
                    .sorted()
                    .collect(Collectors.joining("&"));
            var path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceAll("/+$", "");
            return host(link) + path + (kept.isEmpty() ? "" : "?" + kept);
        } catch (URISyntaxException e) {
            return link;
        }
    }

    /** The host with its port, in lower case, without "www."; empty if there is none. */
    static String host(String link) {
        try {
            return Objects.requireNonNullElse(new URI(link.strip()).getRawAuthority(), "")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^www\\.", "");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
