package vn.minhbach.inbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.minhbach.shared.Text;

/**
 * A submission of which everything tells of somebody: each field of the form, what stands within the text, the name of the file and what its
 * camera wrote into it, what the office noted. If any of it is seen where everybody looks, something was not masked. A field that a form gets
 * one day does not compile here until it has a canary.
 */
public final class InboxCanary {

    /** What everybody may read of it, so that one sees where nothing is looked at. */
    static final String OPEN = "lunglinh";

    static final String PHONE = "0987 654 321";
    static final String EMAIL = "bachyen731@example.vn";
    static final String FILE = "Phạm Quỳnh Xuyến 0987654321.jpg";
    static final String METADATA = "kwoanhmaychup 21.0285";
    static final String NOTE = "Chị kwoanhghichu đã gọi lại hai lần.";
    static final String ANSWER = "Chào chị Phạm Quỳnh Xuyến, kwoanhtraloirieng: triển lãm lunglinh mở từ 8 giờ.";
    static final String PUBLIC_ANSWER = "Triển lãm lunglinh mở từ 8 giờ.";

    private static final String NAME = "Phạm Quỳnh Xuyến";
    private static final String ADDRESS = "Số 731 ngõ Bạch Yến, phường Kim Tước";

    /** What stands in the text beside what the form asks for: of the sender, and of others. */
    private static final List<String> WITHIN =
            List.of("0977 123 987", "kimtuoc@example.vn", "001187006543", "19036543210987", "29A-876.54");

    private InboxCanary() {}

    static Map<AskedField, String> form() {
        var form = new EnumMap<AskedField, String>(AskedField.class);
        for (var field : AskedField.values()) {
            form.put(field, value(field));
        }
        return form;
    }

    private static String value(AskedField field) {
        return switch (field) {
            case SUBJECT -> "Triển lãm lunglinh, xin gọi " + PHONE;
            case TEXT ->
                "Tôi là " + NAME + ", số điện thoại 0987.654.321, máy của chồng tôi 0977 123 987, thư " + EMAIL
                        + " hoặc kimtuoc@example.vn. Nhà tôi ở số 731 ngõ Bạch Yến, phường Kim Tước."
                        + " Căn cước công dân số 001187006543, số tài khoản 19036543210987 tại Vietcombank, xe biển số"
                        + " 29A-876.54. Triển lãm lunglinh mở cửa lúc nào?";
            case PLACE, HAPPENED, CONCERNED, DOCUMENT -> "kwoanh" + field.parameter();
            case NAME -> NAME;
            case ADDRESS -> ADDRESS;
            case PHONE -> PHONE;
            case EMAIL -> EMAIL;
        };
    }

    /** All that may be seen nowhere, each as it is written. */
    static List<String> all() {
        return Stream.of(
                        form().entrySet().stream()
                                .filter(entry ->
                                        entry.getKey() != AskedField.SUBJECT && entry.getKey() != AskedField.TEXT)
                                .map(Map.Entry::getValue),
                        WITHIN.stream(),
                        // By which each of the others is known, wherever it stands.
                        Stream.of(
                                "Quỳnh Xuyến", "+84 987 654 321", "731 ngõ Bạch Yến", "kwoanh", METADATA, ANSWER, NOTE))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Those of them that are in a text, however they are written there. */
    static List<String> seenIn(String text) {
        var bare = bare(text);
        return all().stream().filter(canary -> bare.contains(bare(canary))).toList();
    }

    /** The same of bytes of which nobody knows what they mean. */
    static List<String> seenIn(byte[] bytes) {
        return Arrays.stream(new java.nio.charset.Charset[] {
                    java.nio.charset.StandardCharsets.UTF_8, java.nio.charset.StandardCharsets.UTF_16BE
                })
                .flatMap(letters -> seenIn(new String(bytes, letters)).stream())
                .distinct()
                .toList();
    }

    /** Letters and digits only: one writes 0987.654.321, the other 0987 654 321, and an address has its own way for both. */
    private static String bare(String text) {
        return Text.fold(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
