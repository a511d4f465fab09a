package vn.minhbach.privacy;

import java.text.Normalizer;
import java.util.Locale;
import vn.minhbach.shared.Text;

/** Telephone numbers and e-mail addresses in the one form in which they are compared, whoever wrote them and however. */
public final class Normalised {

    private static final String COUNTRY = "84";

    /** Of the shortest number behind the country's: 24 3826 1234 has ten, 912 345 678 has nine, old ones eight. */
    private static final int SHORTEST = 8;

    private Normalised() {}

    /** "+84 (0)912-345.678" becomes "0912345678"; empty if there is no digit. Short numbers such as 1022 stay. */
    public static String phone(String typed) {
        var digits = new StringBuilder(typed.length());
        for (var i = 0; i < typed.length(); i++) {
            var digit = Character.digit(typed.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        var number = digits.toString();
        if (number.startsWith("00" + COUNTRY)) {
            number = number.substring(2);
        }
        if (number.startsWith(COUNTRY) && number.length() >= COUNTRY.length() + SHORTEST) {
            number = number.substring(COUNTRY.length());
            return number.startsWith("0") ? number : "0" + number;
        }
        return number;
    }

    /** "  Lan.Tran@Example.VN " becomes "lan.tran@example.vn", composed (NFC), without any space; empty if there is none. */
    public static String email(String typed) {
        var out = new StringBuilder(typed.length());
        Normalizer.normalize(typed, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT
                        && !Character.isISOControl(c))
                .forEach(out::appendCodePoint);
        return out.toString().toLowerCase(Locale.ROOT);
    }

    /** "Đường  HỎNG, xin sửa!" becomes "duonghongxinsua": who sends the same once more changes marks, spaces and signs. */
    public static String text(String typed) {
        return Text.fold(typed).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
