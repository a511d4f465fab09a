package vn.minhbach.procedure;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words over a table of papers, as the source has them: "a) Đối với trường hợp cấp lại, hồ sơ gồm:". Most name a case; others
 * are headings for everybody ("Giấy tờ phải nộp"), and some tell what comes on top for a few ("Trường hợp ủy quyền …").
 *
 * @param plain without the marks of a list before it and without "gồm:" behind it
 */
record CaseLabel(String plain, Kind kind) {

    /** Whom the papers under the label concern. */
    enum Kind {
        /** Nobody in particular, as far as the source says. */
        EVERYBODY,
        /** Those whose case this is; it excludes the other cases. */
        CASE,
        /** Some, beside what their case asks for; and whoever the label does not tell clearly. */
        SOME
    }

    /** A label of several sentences is an explanation. */
    private static final int LONGEST_CASE = 500;

    private static final Pattern LIST_MARK =
            Pattern.compile("\\(?(?:\\d{1,2}(?:\\.\\d{1,2}){0,4}|[ivxIVX]{1,5}|[a-zA-ZđĐ]\\d?|\\*)[.)]{1,2}|[-+*•–.:]");

    private static final List<String> ENDINGS = List.of(
            "bao gồm",
            "gồm có",
            "gồm",
            "như sau",
            "sau đây",
            "các giấy tờ sau",
            "một trong những giấy tờ sau",
            "thành phần hồ sơ",
            "hồ sơ",
            "thì");

    private static final List<String> FOR_EVERYBODY = List.of(
            "giấy tờ phải",
            "các giấy tờ phải",
            "giấy tờ xuất trình",
            "giấy tờ nộp",
            "xuất trình hoặc",
            "lưu ý",
            "ghi chú",
            "số lượng hồ sơ");

    private static final List<String> HEADINGS =
            List.of("", "bao gồm", "gồm", "hồ sơ", "thành phần", "thành phần hồ sơ", "thành phần, số lượng hồ sơ");

    /** With these a label tells of papers that come on top, of a way to hand in, or of a file that is spared. */
    private static final List<String> ON_TOP = List.of(
            "ủy quyền",
            "uỷ quyền",
            "kèm theo",
            "bổ sung thành phần",
            "ngoài các giấy tờ",
            "phải có",
            "không phải nộp",
            "không yêu cầu nộp",
            "khai thác được",
            "người đại diện hợp pháp",
            "môi trường điện tử",
            "phương thức điện tử",
            "trực tuyến",
            "dịch vụ bưu chính",
            "tài khoản định danh");

    private static final List<String> OPENINGS =
            List.of("thành phần hồ sơ", "hồ sơ", "của", "đối với", "trong", "trường hợp", "đề nghị", "khi");

    private static final List<String> DEEDS = List.of(
            "cấp",
            "gia hạn",
            "điều chỉnh",
            "sửa đổi",
            "thay đổi",
            "chuyển đổi",
            "thu hồi",
            "đăng ký",
            "công nhận",
            "giao đất",
            "chuyển mục đích",
            "nhập khẩu",
            "xuất khẩu",
            "tạm nhập",
            "tạm xuất");

    static CaseLabel of(String label) {
        var plain = withoutEnding(withoutMarks(label.strip()));
        return new CaseLabel(plain, kind(plain.toLowerCase(Locale.ROOT)));
    }

    private static Kind kind(String label) {
        if (HEADINGS.contains(label)
                || (FOR_EVERYBODY.stream().anyMatch(label::startsWith)
                        && !label.contains("đối với")
                        && !label.contains("trường hợp"))) {
            return Kind.EVERYBODY;
        }
        var rest = withoutOpenings(label);
        var named = label.length() - rest.length() > 0 && opensACase(label);
        var deed = DEEDS.stream().anyMatch(rest::startsWith);
        var clear = label.length() <= LONGEST_CASE
                && !label.contains(". ")
                && ON_TOP.stream().noneMatch(label::contains);
        return (named || deed) && clear && !rest.isEmpty() ? Kind.CASE : Kind.SOME;
    }

    private static boolean opensACase(String label) {
        var bare = label.replaceFirst("^(?:thành phần )?hồ sơ ", "");
        return bare.startsWith("trường hợp ") || bare.startsWith("đối với ") || bare.startsWith("khi ");
    }

    /** What sets the case apart from others: the label without "Đối với trường hợp" and the like, in its own capitals. */
    String core() {
        return plain.substring(
                plain.length() - withoutOpenings(plain.toLowerCase(Locale.ROOT)).length());
    }

    private static String withoutOpenings(String label) {
        var rest = label;
        for (var changed = true; changed; ) {
            changed = false;
            for (var opening : OPENINGS) {
                if (rest.startsWith(opening + " ")) {
                    rest = rest.substring(opening.length() + 1).stripLeading();
                    changed = true;
                }
            }
        }
        return rest;
    }

    private static String withoutMarks(String label) {
        var rest = label;
        var mark = LIST_MARK.matcher(rest);
        while (mark.lookingAt()) {
            rest = rest.substring(mark.end()).stripLeading();
            mark.reset(rest);
        }
        return rest;
    }

    private static String withoutEnding(String label) {
        var rest = withoutPoint(label);
        var listed = false;
        for (var changed = true; changed; ) {
            changed = false;
            for (var ending : ENDINGS) {
                var isFile = ending.endsWith("hồ sơ") || ending.equals("thì");
                if ((listed || !isFile) && (" " + rest.toLowerCase(Locale.ROOT)).endsWith(" " + ending)) {
                    rest = withoutPoint(rest.substring(0, rest.length() - ending.length()));
                    changed = true;
                    listed = true;
                }
            }
        }
        return rest;
    }

    private static String withoutPoint(String label) {
        var end = label.length();
        while (end > 0 && " .,:;-".indexOf(label.charAt(end - 1)) >= 0) {
            end--;
        }
        return label.substring(0, end);
    }
}
