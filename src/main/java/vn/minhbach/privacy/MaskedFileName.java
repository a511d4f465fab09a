package vn.minhbach.privacy;

import java.util.regex.Pattern;
import vn.minhbach.shared.Text;

/**
 * The name under which a citizen's file goes public: "CCCD_NguyenVanHung_001085012345.jpg" becomes "CCCD_da-che_da-che.jpg". Everything that is
 * proposed is masked, the doubtful too; a file needs no speaking name.
 */
public final class MaskedFileName {

    private static final String MASKED = "da-che";

    /** Six digits and more may be half of anything. */
    private static final Pattern DIGITS = Pattern.compile("\\d{6,}+");

    private static final Pattern REPEATED = Pattern.compile("da-che(?:[ _-]{1,3}+da-che)++");

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private static final int LONGEST = 120;

    private MaskedFileName() {}

    /** @param name without folders, as it was sent */
    public static String of(String name, KnownPerson form) {
        var clean = Text.line(name);
        var ending = ENDING.matcher(clean);
        var end = ending.find() ? ending.start() : clean.length();
        var stem = clean.substring(0, end);
        var masked = new StringBuilder();
        var at = 0;
        for (var proposal : PersonalData.findInFileName(stem, form)) {
            masked.append(stem, at, proposal.start()).append(MASKED);
            at = proposal.end();
        }
        masked.append(stem.substring(at));
        var whole = REPEATED.matcher(DIGITS.matcher(masked).replaceAll(MASKED)).replaceAll(MASKED);
        return Text.cut(whole, LONGEST) + clean.substring(end);
    }
}
