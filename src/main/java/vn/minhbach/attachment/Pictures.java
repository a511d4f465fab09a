package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.minhbach.shared.Html;
import vn.minhbach.web.Visit;

/** Gives the pictures in a stored text what a browser needs to fetch no more of each than it shows: sizes, dimensions, and time. */
@ApplicationScoped
public class Pictures {

    private static final Pattern PICTURE = Pattern.compile("<img\\b[^<>]*+>");
    private static final Pattern SOURCE = Pattern.compile(" src=\"(/tep/(\\d{1,18})/[^\"]*+)\"");
    private static final Pattern DIMENSION = Pattern.compile(" (?:width|height)=\"[^\"]*+\"");

    /** A picture in a text is as wide as the text, on a phone as the screen. */
    private static final String SIZES = "(min-width: 48em) 44rem, 100vw";

    @Inject
    AttachmentService attachments;

    /** The text as a page shows it. */
    public String responsive(String html, Visit visit) {
        return responsive(html, visit::file);
    }

    /** The same where files are found elsewhere, by their path. */
    public String responsive(String html, UnaryOperator<String> files) {
        return html.contains("<img") ? responsive(html, attachments::shown, files) : html;
    }

    static String responsive(String html, LongFunction<Optional<Attachment>> find, UnaryOperator<String> before) {
        return PICTURE.matcher(html).replaceAll(match -> Matcher.quoteReplacement(one(match.group(), find, before)));
    }

    private static String one(String tag, LongFunction<Optional<Attachment>> find, UnaryOperator<String> before) {
        var source = SOURCE.matcher(tag);
        var made = new StringBuilder("<img loading=\"lazy\" decoding=\"async\"");
        var rest = tag.substring("<img".length());
        if (source.find()) {
            var found = find.apply(Long.parseLong(source.group(2)));
            if (found.isPresent()) {
                var attachment = found.get();
                if (attachment.getWidth() > 0 && attachment.getHeight() > 0) {
                    made.append(" width=\"").append(attachment.getWidth()).append('"');
                    made.append(" height=\"").append(attachment.getHeight()).append('"');
                    rest = DIMENSION.matcher(rest).replaceAll("");
                }
                var sizes = attachment.getSrcset(before);
                if (!sizes.isEmpty()) {
                    made.append(" srcset=\"").append(Html.escape(sizes)).append('"');
                    made.append(" sizes=\"").append(SIZES).append('"');
                }
            }
        }
        return made.append(rest).toString();
    }
}
