package vn.minhbach.procedure;

import java.util.regex.Pattern;

/**
 * One row of a file's list of papers (giấy tờ trong thành phần hồ sơ).
 *
 * @param name what the paper is; real names run to 600 characters
 * @param formName the name of the form to fill in (mẫu đơn, tờ khai); empty if the paper has none
 * @param formUrl where the form can be had; empty if unknown
 * @param originals how many originals (bản chính) are to be handed in
 * @param copies how many copies (bản sao) are to be handed in
 */
public record Paper(String name, String formName, String formUrl, int originals, int copies) {

    private static final Pattern REMARK = Pattern.compile(
            "(?iu)[-+*•\\s]{0,6}+(?:\\d[/.)] ?)?(?:lưu ý|ghi chú|chú ý|số lượng hồ sơ|số bộ hồ sơ|số lượng)(?!\\p{L})");

    /** What a row of the list is. The national database has one table for all of them. */
    public enum Kind {
        /** A paper to hand in, with its number of originals or copies. */
        PAPER,
        /** A heading over the rows that follow, or a remark on the file. */
        REMARK,
        /** A row for which the source gives no number: a remark, or a paper only to be shown; which of them, it does not say. */
        UNCOUNTED
    }

    /** The name without the bullet before it, for a list that has its own. */
    public String plainName() {
        var from = 0;
        while (from < name.length() && "-+*•–: ".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        return name.substring(from);
    }

    /** What this row is, by its form alone. */
    public Kind kind() {
        if (formName.isEmpty()
                && (name.strip().endsWith(":") || REMARK.matcher(name).lookingAt())) {
            return Kind.REMARK;
        }
        return originals + copies > 0 ? Kind.PAPER : Kind.UNCOUNTED;
    }
}
