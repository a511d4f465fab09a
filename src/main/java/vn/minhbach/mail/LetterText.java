package vn.minhbach.mail;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * Subject and text of a letter, with gaps ({@code [[ho-ten]]}) or with the gaps filled.
 *
 * @param subject one line
 * @param text plain text
 */
public record LetterText(String subject, String text) implements Serializable {

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_TEXT = 6_000;

    /** With all gaps filled. */
    static final int LONGEST_FILLED = 20_000;

    private static final int LONGEST_VALUE = 2_000;

    private static final Pattern GAP = Pattern.compile("\\[\\[([^\\[\\]\\n]{1,40}+)]]");

    /** Cleaned: a subject of one line, a text without signs that cannot be shown, its lines ended in one way. */
    public static LetterText of(String subject, String text) {
        return new LetterText(
                Text.line(subject),
                Text.clean(text.replace("\r\n", "\n").replace('\r', '\n')).strip());
    }

    /**
     * Checks a template that somebody wrote for a kind of letter.
     *
     * @throws RuleBrokenException if it is empty, too long, names a gap that the letter has not, lacks one that it needs, or shows a
     *     secret in the subject
     */
    public void check(LetterKind kind) {
        if (subject.isEmpty()) {
            throw new RuleBrokenException("mail.error.subject", "subject");
        }
        if (text.isEmpty()) {
            throw new RuleBrokenException("mail.error.text", "text");
        }
        if (subject.length() > LONGEST_SUBJECT) {
            throw new RuleBrokenException("mail.error.subjectLong", "subject");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new RuleBrokenException("mail.error.textLong", "text");
        }
        checkGaps(subject, kind, "subject");
        checkGaps(text, kind, "text");
        for (var gap : kind.gaps()) {
            var name = "[[" + gap.name() + "]]";
            if (gap.secret() && subject.contains(name)) {
                throw new RuleBrokenException("mail.error.secret", "subject");
            }
            if (gap.needed() && !text.contains(name)) {
                throw new RuleBrokenException("mail.error.needed", "text");
            }
        }
    }

    private static void checkGaps(String template, LetterKind kind, String field) {
        var unknown = new TreeSet<String>();
        var rest = GAP.matcher(template).replaceAll(found -> {
            if (!kind.names().contains(found.group(1))) {
                unknown.add(found.group(1));
            }
            return "";
        });
        if (!unknown.isEmpty()) {
            throw new RuleBrokenException("mail.error.gap", field);
        }
        if (rest.contains("[[") || rest.contains("]]")) {
            throw new RuleBrokenException("mail.error.brackets", field);
        }
    }

    /** With what is to stand in the gaps. A value is text and nothing else: a gap that stands in it stays as it is. */
    public LetterText filled(Map<String, String> values) {
        return new LetterText(
                Text.cut(Text.line(fill(subject, values)), LONGEST_SUBJECT),
                Text.cut(Text.clean(fill(text, values)), LONGEST_FILLED));
    }

    private static String fill(String template, Map<String, String> values) {
        return GAP.matcher(template)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Text.cut(values.getOrDefault(found.group(1), found.group()), LONGEST_VALUE)));
    }
}
