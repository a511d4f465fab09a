package vn.minhbach.editorial;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * What somebody says when they do something with an item. It stays with the item for good.
 *
 * @param reason for the board: why it is returned, why it could not wait; or a remark
 * @param notice for the public: what was wrong, why it was withdrawn
 * @param when at which moment it is to be done
 * @param target where readers are led, a path of the portal; or the new address
 * @param review on which day somebody is to look at it again
 */
public record Said(
        String reason,
        String notice,
        @Nullable Instant when,
        String target,
        @Nullable LocalDate review) {

    static final int LONGEST = 2_000;
    private static final int LONGEST_TARGET = 500;

    public static final Said NOTHING = new Said("", "", null, "", null);

    public Said {
        reason = Text.cut(Text.clean(reason).strip(), LONGEST);
        notice = Text.cut(Text.clean(notice).strip(), LONGEST);
        target = Text.cut(Text.line(target), LONGEST_TARGET);
    }

    public static Said reason(String reason) {
        return new Said(reason, "", null, "", null);
    }

    public static Said notice(String notice, String reason) {
        return new Said(reason, notice, null, "", null);
    }

    public static Said at(Instant when, String notice) {
        return new Said("", notice, when, "", null);
    }

    public static Said to(String target, String reason) {
        return new Said(reason, "", null, target, null);
    }

    public static Said dates(@Nullable Instant expires, @Nullable LocalDate review) {
        return new Said("", "", expires, "", review);
    }
}
