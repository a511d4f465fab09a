package vn.minhbach.inbox;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gap of a template: {@code {tên thủ tục}}. None of them is filled with who sent something or how they are reached; the code, which opens
 * what they sent, is not for texts that everybody reads.
 */
enum TemplateGap {
    CODE("mã", false),
    NUMBER("số", false),
    KIND("loại việc", true),
    RECEIVED("ngày nhận", true),
    DUE("hạn trả lời", false),
    PROCEDURE("tên thủ tục", true),
    PROCEDURE_LINK("liên kết thủ tục", true),
    UNIT("đơn vị", true),
    TODAY("hôm nay", true);

    private static final Pattern GAP = Pattern.compile("\\{([^{}\\n]{0,60})}");

    private final String word;
    /** Whether a text that everybody reads may have it. */
    private final boolean open;

    TemplateGap(String word, boolean open) {
        this.word = word;
        this.open = open;
    }

    static Optional<TemplateGap> named(String typed) {
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(gap -> gap.word.equals(name)).findFirst();
    }

    /** What stands in braces and can be filled with nothing: unknown words, and what the public is not to read. */
    static List<String> wrong(String template, InboxTemplate.Use use) {
        return GAP.matcher(template)
                .results()
                .filter(found -> named(found.group(1))
                        .filter(gap -> gap.open || use == InboxTemplate.Use.ANSWER)
                        .isEmpty())
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    /** The text with its gaps filled. What is not known of a submission stays a gap, so that whoever writes sees it. */
    static String fill(String template, Map<TemplateGap, String> values) {
        return GAP.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(named(found.group(1))
                        .map(gap -> values.getOrDefault(gap, ""))
                        .filter(value -> !value.isEmpty())
                        .orElse(found.group())));
    }

    /** The gaps that are left in a text that is about to be kept as an answer. */
    static List<String> left(String text) {
        return GAP.matcher(text)
                .results()
                .filter(found -> named(found.group(1)).isPresent())
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
