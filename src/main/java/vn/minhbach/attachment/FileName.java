package vn.minhbach.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.minhbach.shared.Text;

/** Names of files: as they are kept, in an address, and in the header that proposes them to whoever saves the file. */
public final class FileName {

    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 12;
    private static final String NAMELESS = "tep";

    /** What no system takes in a name, or what shows a name in another order than it is written. */
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}<>:\"|?*]+");

    private static final String UNRESERVED = "-._~";

    /** What may stand for itself in {@code filename*} (RFC 8187). */
    private static final String IN_HEADER = "!#$&+-.^_`|~";

    private FileName() {}

    /** What is kept of a name that came with a file: no folders, nothing invisible, not too long, never empty. */
    public static String clean(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        name = Text.line(ODD.matcher(name).replaceAll("_")).replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (name.isEmpty()) {
            return NAMELESS;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - ending.length());
        return Text.cut(stem, LONGEST - ending.length()).strip() + ending;
    }

    /** The name with the ending that says what the file is. */
    public static String withEnding(String name, String ending) {
        var dot = name.lastIndexOf('.');
        var hasOne = dot > 0 && name.length() - dot <= LONGEST_ENDING && name.indexOf(' ', dot) < 0;
        var stem = hasOne ? name.substring(0, dot) : name;
        return Text.cut(stem, LONGEST - ending.length() - 1).strip() + "." + ending;
    }

    /** The name as the last part of an address. */
    public static String inAddress(String name) {
        return encoded(name, UNRESERVED);
    }

    /** {@code Content-Disposition} (RFC 6266): the name in plain letters for old programs, and as it is for all others. */
    public static String disposition(boolean inline, String name) {
        var plain = plain(name);
        var header = (inline ? "inline" : "attachment") + "; filename=\"" + plain + '"';
        return plain.equals(name) ? header : header + "; filename*=UTF-8''" + encoded(name, IN_HEADER);
    }

    /** Without marks, in ASCII, and without signs that some programs read as escapes. */
    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        return letters.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
    }

    private static String encoded(String name, String plain) {
        var out = new StringBuilder();
        for (var each : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (each & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append("%02X".formatted((int) c));
            }
        }
        return out.toString();
    }
}
