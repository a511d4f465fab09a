package vn.minhbach.inbox;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.minhbach.mail.To;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * How somebody can be reached, in its one spelling: by this the one who sends a code is known as its owner, however they write their number
 * or address this time.
 */
final class Contact {

    /** Numbers of Vietnam, mobile and fixed, and of other countries. */
    private static final Pattern NUMBER = Pattern.compile("0\\d{8,10}|\\+\\d{7,15}");

    private static final int LONGEST = 300;

    private Contact() {}

    /** "+84 (0)912 345 678" and "0912.345.678" are both "0912345678"; empty if it is no number. */
    static String phone(String typed) {
        if (typed.length() > LONGEST) {
            return "";
        }
        var digits = typed.replaceAll("[^\\d+]", "");
        var own = digits.startsWith("+84")
                ? "0" + digits.substring(3)
                : digits.startsWith("0084") ? "0" + digits.substring(4) : digits;
        var plain = own.startsWith("00") ? own.substring(1) : own;
        return NUMBER.matcher(plain).matches() ? plain : "";
    }

    /** An address in small letters; empty if it is none. */
    static String email(String typed) {
        if (typed.length() > LONGEST) {
            return "";
        }
        try {
            return To.checked(Text.line(typed)).toLowerCase(Locale.ROOT);
        } catch (RuleBrokenException e) {
            return "";
        }
    }

    /** Either, as it may be typed beside a code; empty if it is neither. */
    static String either(String typed) {
        return typed.indexOf('@') < 0 ? phone(typed) : email(typed);
    }
}
