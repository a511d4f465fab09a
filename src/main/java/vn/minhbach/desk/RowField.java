package vn.minhbach.desk;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * A field of a {@link KeptRow}: how it is typed, what is kept of it, and what may not be kept.
 *
 * @param name by which the row, its form and its history know it
 * @param longest how many characters it may have
 * @param choices what may be chosen, of a {@link Type#CHOICE}; empty if the list itself gives the choices
 * @param helped whether a sentence of help stands under its label
 */
public record RowField(String name, Type type, int longest, boolean required, List<String> choices, boolean helped)
        implements Serializable {

    /** Days and moments are typed and shown as people write them in Vietnam, and kept so that their order is that of the text. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter SHOWN_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHOWN_MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}+@[^\\s@.]{1,63}+(?:\\.[^\\s@.]{1,63}+){1,8}+");
    private static final Pattern PHONE = Pattern.compile("[+\\d][\\d .()/;,–-]{1,58}");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\d-]++(?:\\.[\\p{L}\\d-]++)*+");

    /** How a field is typed. */
    public enum Type {
        LINE,
        AREA,
        /** A day: 05/12/2026. */
        DAY,
        /** A minute in Vietnam: 05/12/2026 07:30. */
        MOMENT,
        NUMBER,
        CHOICE,
        /** Where something leads: a page of the portal, or one elsewhere by https. */
        LINK,
        PHONE,
        EMAIL,
        /** The address of a picture of the library. */
        PICTURE
    }

    public RowField {
        choices = List.copyOf(choices);
    }

    public static RowField line(String name, int longest) {
        return new RowField(name, Type.LINE, longest, false, List.of(), false);
    }

    public static RowField area(String name, int longest) {
        return new RowField(name, Type.AREA, longest, false, List.of(), false);
    }

    public static RowField of(Type type, String name) {
        var longest = switch (type) {
            case LINK -> 500;
            case PICTURE -> 400;
            case EMAIL -> 254;
            default -> 60;
        };
        return new RowField(name, type, longest, false, List.of(), false);
    }

    public static RowField choice(String name, String... choices) {
        return new RowField(name, Type.CHOICE, 200, false, List.of(choices), false);
    }

    /** One of the constants of an enum, in their order. */
    public static <E extends Enum<E>> RowField choice(String name, Class<E> kind) {
        return choice(
                name, Arrays.stream(kind.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    /** The same field, which may not be left empty. */
    public RowField needed() {
        return new RowField(name, type, longest, true, choices, helped);
    }

    /** The same field with a sentence of help. */
    public RowField help() {
        return new RowField(name, type, longest, required, choices, true);
    }

    /** How the form's tag calls it. */
    public String kind() {
        return switch (type) {
            case AREA -> "area";
            case CHOICE -> "choice";
            case PICTURE -> "picture";
            default -> "line";
        };
    }

    /**
     * What is kept of what was typed.
     *
     * @throws RuleBrokenException at this field, if nothing can be
     */
    public String kept(String typed) {
        // Before anything looks at it letter by letter.
        if (typed.length() > 2 * longest + 100) {
            throw new RuleBrokenException("row.error.long", name);
        }
        var text = type == Type.AREA
                ? Text.clean(typed.replace("\r\n", "\n").replace('\r', '\n'))
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                        .strip()
                : Text.line(typed);
        if (text.isEmpty()) {
            if (required) {
                throw new RuleBrokenException("row.error.empty", name);
            }
            return "";
        }
        if (text.length() > longest) {
            throw new RuleBrokenException("row.error.long", name);
        }
        return switch (type) {
            case LINE, AREA, PICTURE -> text;
            case DAY -> day(text);
            case MOMENT -> moment(text);
            case NUMBER -> number(text);
            case CHOICE -> choice(text);
            case LINK -> link(text);
            case PHONE -> matching(PHONE, text, "row.error.phone");
            case EMAIL -> matching(EMAIL, text, "row.error.email");
        };
    }

    /** As it was typed, or would be. */
    public String shown(String kept) {
        if (kept.isEmpty()) {
            return "";
        }
        try {
            return switch (type) {
                case DAY -> LocalDate.parse(kept).format(SHOWN_DAY);
                case MOMENT -> LocalDateTime.parse(kept).format(SHOWN_MOMENT);
                default -> kept;
            };
        } catch (DateTimeException e) {
            return kept;
        }
    }

    private String day(String text) {
        try {
            return LocalDate.parse(text, DAY).toString();
        } catch (DateTimeException e) {
            throw new RuleBrokenException("row.error.day", name);
        }
    }

    private String moment(String text) {
        try {
            return LocalDateTime.parse(text.replace(" giờ ", ":").replaceFirst("(?<=\\d)[hg](?=\\d)", ":"), MOMENT)
                    .toString();
        } catch (DateTimeException e) {
            throw new RuleBrokenException("row.error.moment", name);
        }
    }

    private String number(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new RuleBrokenException("row.error.number", name);
        }
        return String.valueOf(Integer.parseInt(text));
    }

    private String choice(String text) {
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw new RuleBrokenException("row.error.choice", name);
        }
        return text;
    }

    private String matching(Pattern pattern, String text, String error) {
        if (!pattern.matcher(text).matches()) {
            throw new RuleBrokenException(error, name);
        }
        return text;
    }

    /**
     * A place of the portal, or one elsewhere by https. Nothing that a browser reads otherwise than people do: no other scheme, no address
     * that begins with two slashes, no name and password before the host.
     */
    private String link(String text) {
        if (text.startsWith("/")) {
            if (text.startsWith("//") || text.indexOf('\\') >= 0 || text.indexOf(' ') >= 0) {
                throw new RuleBrokenException("row.error.link", name);
            }
            return text;
        }
        try {
            var uri = new URI(text);
            var host = uri.getHost();
            if (!"https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
                    || host == null
                    || uri.getRawUserInfo() != null
                    || !HOST.matcher(host).matches()) {
                throw new RuleBrokenException("row.error.link", name);
            }
            return uri.toASCIIString();
        } catch (URISyntaxException e) {
            throw new RuleBrokenException("row.error.link", name);
        }
    }
}
