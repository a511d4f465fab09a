package vn.minhbach.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;

/**
 * Whom a letter is for.
 *
 * @param address as mail servers read it: a domain with marks in its ASCII form
 * @param name as people write it; may be empty
 * @param language in which the letter speaks: "vi", "en"
 */
public record To(String address, String name, String language) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_NAME = 120;

    /** What stands before the @, as people's addresses have it; quotes and comments are not for them. */
    private static final Pattern LOCAL =
            Pattern.compile("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");

    private static final Pattern DOMAIN =
            Pattern.compile("^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}+(?<!-))?+\\.)++[A-Za-z0-9-]{2,63}+");

    public To {
        address = checked(address);
        name = Text.cut(Text.line(name), LONGEST_NAME);
        if (!language.equals("vi") && !language.equals("en")) {
            throw new IllegalArgumentException(language);
        }
    }

    /** In Vietnamese. */
    public static To of(String address, String name) {
        return new To(address, name, "vi");
    }

    /**
     * An address as it is kept and sent to.
     *
     * @throws RuleBrokenException if it is none, at the field {@code email}
     */
    public static String checked(String given) {
        var address = given.strip();
        var at = address.lastIndexOf('@');
        if (at < 1) {
            throw refused();
        }
        var local = address.substring(0, at);
        var domain = ascii(address.substring(at + 1));
        var whole = local + "@" + domain;
        if (local.length() > LONGEST_LOCAL
                || whole.length() > LONGEST
                || !LOCAL.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()) {
            throw refused();
        }
        try {
            new InternetAddress(whole, true).validate();
        } catch (AddressException e) {
            throw refused();
        }
        return whole;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(java.util.Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static RuleBrokenException refused() {
        return new RuleBrokenException("mail.error.address", "email");
    }
}
