package vn.minhbach.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * The query of an address as everybody behind the door reads it: the declared parameters and no others, decoded once, their text
 * cleaned. The cache's key is made of it, links carry it, pages and the API are given it; so none of them can read another query
 * than the others.
 */
public final class Parameters {

    static final Parameters NONE = new Parameters(Map.of());

    private static final int LONGEST = 20_000;
    private static final int MOST_VALUES = 20;
    private static final int MOST_PAIRS = 500;

    private final Map<String, List<String>> values;
    private final String query;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
        this.query = written(values);
    }

    /** @param declared in the order in which addresses name them */
    public static Parameters of(@Nullable String rawQuery, Set<String> declared) {
        if (rawQuery == null || rawQuery.isEmpty() || declared.isEmpty()) {
            return NONE;
        }
        var found = new LinkedHashMap<String, Set<String>>();
        declared.forEach(name -> found.put(name, new LinkedHashSet<>()));
        var from = 0;
        for (var pairs = 0; from <= rawQuery.length() && pairs < MOST_PAIRS; pairs++) {
            var end = rawQuery.indexOf('&', from);
            var pair = rawQuery.substring(from, end < 0 ? rawQuery.length() : end);
            var sign = pair.indexOf('=');
            var kept = found.get(decoded(sign < 0 ? pair : pair.substring(0, sign)));
            if (kept != null && kept.size() < MOST_VALUES) {
                var value = sign < 0 ? "" : Text.line(Text.cut(decoded(pair.substring(sign + 1)), LONGEST));
                if (!value.isEmpty()) {
                    kept.add(value);
                }
            }
            from = end < 0 ? rawQuery.length() + 1 : end + 1;
        }
        var values = new LinkedHashMap<String, List<String>>();
        found.forEach((name, some) -> {
            if (!some.isEmpty()) {
                values.put(name, List.copyOf(some));
            }
        });
        return values.isEmpty() ? NONE : new Parameters(values);
    }

    /** A percent sign that escapes nothing stands for itself: people type "100%". */
    private static String decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw.indexOf('+') < 0 && isAscii(raw) ? raw : utf8(raw.replace('+', ' '));
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c == '%' && i + 2 < raw.length() && hex(raw.charAt(i + 1)) >= 0 && hex(raw.charAt(i + 2)) >= 0) {
                bytes.write(hex(raw.charAt(i + 1)) << 4 | hex(raw.charAt(i + 2)));
                i += 2;
            } else {
                bytes.writeBytes(
                        String.valueOf(c).getBytes(c < 0x100 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Some clients send UTF-8 without escapes, of which the server makes one character a byte. */
    private static String utf8(String raw) {
        return raw.chars().allMatch(c -> c < 0x100)
                ? new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : raw;
    }

    private static boolean isAscii(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static String written(Map<String, List<String>> values) {
        var query = new StringBuilder();
        values.forEach((name, some) -> some.forEach(value -> query.append(query.isEmpty() ? "" : "&")
                .append(Visit.encode(name))
                .append('=')
                .append(Visit.encode(value))));
        return query.toString();
    }

    /** The first value; empty if there is none. */
    public String first(String name) {
        var some = values.get(name);
        return some == null ? "" : some.getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Map<String, List<String>> values() {
        return values;
    }

    /** As it stands in an address, without the question mark; empty if there is none. */
    public String query() {
        return query;
    }
}
