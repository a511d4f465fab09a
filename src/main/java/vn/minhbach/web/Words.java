package vn.minhbach.web;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * What the portal says in one language: the sentences of {@code messages.properties}, read once. The Vietnamese bundle is the
 * base; what another language lacks is said in Vietnamese.
 */
public final class Words {

    public static final Words VIETNAMESE = new Words(Locale.of("vi"));
    public static final Words ENGLISH = new Words(Locale.of("en"));

    private final Locale locale;
    private final NumberFormat numbers;
    private final Map<String, String> sentences = new HashMap<>();

    /** The sentences with gaps. No format may be shared by threads, so each caller uses a copy. */
    private final Map<String, MessageFormat> formats = new HashMap<>();

    private Words(Locale locale) {
        this.locale = locale;
        numbers = NumberFormat.getIntegerInstance(locale);
        var bundle = ResourceBundle.getBundle("vn.minhbach.messages", locale);
        bundle.keySet().forEach(key -> {
            var sentence = bundle.getString(key);
            sentences.put(key, sentence);
            if (sentence.contains("{")) {
                formats.put(key, new MessageFormat(sentence, locale));
            }
        });
    }

    /** The words of a language; of Vietnamese, if the portal does not speak that language. */
    public static Words of(String language) {
        return "en".equals(language) ? ENGLISH : VIETNAMESE;
    }

    public Locale locale() {
        return locale;
    }

    /** A sentence with its gaps filled; the key itself where there is none. */
    public String text(String key, Object... gaps) {
        var format = gaps.length == 0 ? null : formats.get(key);
        return format == null ? sentences.getOrDefault(key, key) : ((MessageFormat) format.clone()).format(gaps);
    }

    /** The sentences whose keys begin so, by the rest of their keys, gaps unfilled: for scripts. */
    public Map<String, String> under(String beginning) {
        return sentences.entrySet().stream()
                .filter(each -> each.getKey().startsWith(beginning))
                .collect(Collectors.toMap(each -> each.getKey().substring(beginning.length()), Map.Entry::getValue));
    }

    /** 2849 as "2.849" in Vietnamese, "2,849" in English. */
    public String number(long value) {
        return 0 <= value && value < 1000 ? Long.toString(value) : ((NumberFormat) numbers.clone()).format(value);
    }

    /** 5.746 as "5,75" in Vietnamese, "5.75" in English. */
    public String decimal(double value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }
}
