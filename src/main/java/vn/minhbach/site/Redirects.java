package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.minhbach.change.Derived;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.FormerAddresses;
import vn.minhbach.web.LedReaders;

/** The addresses that editors lead elsewhere, by how they are asked for. */
@ApplicationScoped
public class Redirects implements FormerAddresses, LedReaders {

    @Inject
    SiteService service;

    @Inject
    Targets targets;

    @Inject
    Derived<Map<String, String>> known;

    @Override
    public Optional<String> now(String path, String query) {
        var all = known.get(() -> byAddress(service.rows(SiteKind.REDIRECT)));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        try {
            var plain = key(path);
            var whole = query.isEmpty() ? null : all.get(plain + "?" + query);
            return Optional.ofNullable(whole == null ? all.get(plain) : whole);
        } catch (IllegalArgumentException e) {
            // Half an escape: nobody led such an address anywhere.
            return Optional.empty();
        }
    }

    @Override
    public String checked(String typed, String from, String field) {
        var target = targets.own(typed);
        if (!target.startsWith("/")) {
            throw new RuleBrokenException("row.redirect.to.elsewhere", field);
        }
        var page = targets.checked(target, field);
        try {
            requireNoChain(from, page, service.rows(SiteKind.REDIRECT));
        } catch (RuleBrokenException e) {
            // There it is a row's field, here another form's.
            throw new RuleBrokenException(String.valueOf(e.getMessage()), field);
        }
        return page;
    }

    private static Map<String, String> byAddress(List<KeptRow> rows) {
        var all = new HashMap<String, String>();
        rows.forEach(row -> all.put(row.get("from"), row.get("to")));
        return Map.copyOf(all);
    }

    /** One way to write a path: decoded, composed, without a slash at its end. @throws IllegalArgumentException if it cannot be decoded */
    private static String key(String path) {
        var plain = Normalizer.normalize(
                URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8), Normalizer.Form.NFC);
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /**
     * The old address as it is kept.
     *
     * @throws RuleBrokenException if it is no path, or a path of the back office or the API
     */
    static String from(String typed) {
        var bare = typed.replaceFirst("^https?://[^/?#]++", "").replaceFirst("#.*+$", "");
        if (!bare.startsWith("/") || bare.startsWith("//") || bare.indexOf('\\') >= 0 || bare.indexOf(' ') >= 0) {
            throw new RuleBrokenException("row.redirect.from.error", "from");
        }
        var question = bare.indexOf('?');
        try {
            var path = key(question < 0 ? bare : bare.substring(0, question));
            if (path.equals("/")
                    || path.chars().anyMatch(Character::isISOControl)
                    || path.matches("(?i)/(?:en/)?+(?:quan-tri|api|dang-nhap|tinh|health|metrics)(?:/.*+)?+")) {
                throw new RuleBrokenException("row.redirect.from.error", "from");
            }
            return question < 0 || question == bare.length() - 1 ? path : path + bare.substring(question);
        } catch (IllegalArgumentException e) {
            throw new RuleBrokenException("row.redirect.from.error", "from");
        }
    }

    /**
     * No address is led elsewhere twice, none leads to one that leads on, and so none leads back to itself.
     *
     * @param others the other rows
     */
    static void requireNoChain(String from, String to, List<KeptRow> others) {
        if (others.stream().anyMatch(row -> row.get("from").equals(from))) {
            throw new RuleBrokenException("row.redirect.from.double", "from");
        }
        if (to.equals(from) || others.stream().anyMatch(row -> row.get("from").equals(to))) {
            throw new RuleBrokenException("row.redirect.to.chain", "to");
        }
        if (others.stream().anyMatch(row -> row.get("to").equals(from))) {
            throw new RuleBrokenException("row.redirect.from.chain", "from");
        }
    }
}
