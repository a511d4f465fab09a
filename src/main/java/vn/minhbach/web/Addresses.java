package vn.minhbach.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Resolves an address, once and for all: language, path parameters, escapes, slashes, letters. Filters, the cache, views and
 * services look at what comes out and never at what came in.
 *
 * <p>There is one right way to write each address. What means one of them but is written otherwise ({@code //tin-tuc},
 * {@code /tin-tuc/}, {@code /TIN-TUC}, {@code /tin-tuc;jsessionid=1}, {@code /%74in-tuc}) is led there; what could mean two things
 * to two readers (an escaped slash, a NUL, {@code ..}) is refused.
 */
public final class Addresses {

    private static final int LONGEST = 2_000;
    private static final String ENGLISH = "en";

    /** What may stand in a path unescaped (RFC 3986, pchar) besides letters and digits; no semicolon, which begins a path parameter. */
    private static final String UNESCAPED = "-._~!$&'()*+,=:@";

    private final Doors.Table doors;

    Addresses(Doors.Table doors) {
        this.doors = doors;
    }

    /**
     * @param rawPath as it was sent, escapes and all, without the application's own prefix
     * @param rawQuery as it was sent; null if there is none
     */
    Resolution resolve(String rawPath, @Nullable String rawQuery) {
        if (rawPath.length() > LONGEST || rawPath.isEmpty() || rawPath.charAt(0) != '/') {
            return new Resolution.Malformed();
        }
        var segments = segments(rawPath);
        if (segments == null) {
            return new Resolution.Malformed();
        }
        var english = !segments.isEmpty() && segments.getFirst().equalsIgnoreCase(ENGLISH);
        var match = doors.find(english ? segments.subList(1, segments.size()) : segments);
        if (match == null || english && !match.entry().english()) {
            return new Resolution.Unknown();
        }
        var path = match.entry()
                .path(match.names().stream().map(Addresses::escaped).toList());
        var address = new Address(
                match.entry(),
                english ? ENGLISH : "vi",
                path,
                match.names(),
                Parameters.of(rawQuery, match.entry().parameters()));
        return Address.prefixed(address.language(), path).equals(rawPath)
                ? new Resolution.Found(address)
                : new Resolution.Elsewhere(address);
    }

    /** The address that somebody means by a path with or without query; null for none. */
    @Nullable
    Address meant(String typed) {
        var question = typed.indexOf('?');
        var resolution = resolve(
                question < 0 ? typed : typed.substring(0, question),
                question < 0 ? null : typed.substring(question + 1));
        return resolution instanceof Resolution.Found found
                ? found.address()
                : resolution instanceof Resolution.Elsewhere elsewhere ? elsewhere.address() : null;
    }

    /** A place in the one right way to write it, without language; what is none stays as it is. */
    String written(String place) {
        var address = meant(place);
        return address == null ? place : address.place();
    }

    /** The parts of the path, decoded; null if one of them cannot be a part of an address. */
    private static @Nullable List<String> segments(String rawPath) {
        var segments = new ArrayList<String>(4);
        var from = 1;
        while (from <= rawPath.length()) {
            var end = rawPath.indexOf('/', from);
            var segment = rawPath.substring(from, end < 0 ? rawPath.length() : end);
            var parameters = segment.indexOf(';');
            var decoded = decoded(parameters < 0 ? segment : segment.substring(0, parameters));
            if (decoded == null) {
                return null;
            }
            if (!decoded.isEmpty()) {
                segments.add(decoded);
            }
            from = end < 0 ? rawPath.length() + 1 : end + 1;
        }
        return segments;
    }

    private static @Nullable String decoded(String segment) {
        var plain = true;
        for (var i = 0; i < segment.length() && plain; i++) {
            var c = segment.charAt(i);
            plain = c > ' ' && c < 0x7F && c != '%' && c != '\\';
        }
        var text = plain ? segment : unescaped(segment);
        if (text == null || text.equals(".") || text.equals("..")) {
            return null;
        }
        return plain || text.codePoints().allMatch(Addresses::mayStand) ? text : null;
    }

    private static @Nullable String unescaped(String segment) {
        var bytes = new byte[segment.length() * 3];
        var length = 0;
        for (var i = 0; i < segment.length(); i++) {
            var c = segment.charAt(i);
            if (c == '%') {
                if (i + 2 >= segment.length()
                        || Parameters.hex(segment.charAt(i + 1)) < 0
                        || Parameters.hex(segment.charAt(i + 2)) < 0) {
                    return null;
                }
                bytes[length++] =
                        (byte) (Parameters.hex(segment.charAt(i + 1)) << 4 | Parameters.hex(segment.charAt(i + 2)));
                i += 2;
            } else if (c < 0x100) {
                bytes[length++] = (byte) c;
            } else {
                return null;
            }
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Nothing that hides, ends or turns what stands beside it. */
    private static boolean mayStand(int c) {
        return c != '/'
                && c != '\\'
                && c != ';'
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && Character.getType(c) != Character.UNASSIGNED
                && Character.getType(c) != Character.LINE_SEPARATOR
                && Character.getType(c) != Character.PARAGRAPH_SEPARATOR;
    }

    static String escaped(String text) {
        StringBuilder out = null;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            var c = (char) (bytes[i] & 0xFF);
            var plain =
                    c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || UNESCAPED.indexOf(c) >= 0;
            if (!plain && out == null) {
                out = new StringBuilder(bytes.length * 3).append(text, 0, i);
            }
            if (out != null) {
                if (plain) {
                    out.append(c);
                } else {
                    out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
                }
            }
        }
        return out == null ? text : out.toString();
    }
}
