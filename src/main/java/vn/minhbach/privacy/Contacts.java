package vn.minhbach.privacy;

import java.util.List;
import java.util.regex.Pattern;

/** E-mail addresses, plain, broken by a scanner, or written so that machines should not see them. */
final class Contacts {

    private static final String LABEL = "[a-z0-9][a-z0-9-]{0,62}+";
    private static final String ENDS = "(?:com|vn|net|org|edu|gov|info|me|io)(?![a-z0-9])";
    private static final String PROVIDERS = "(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live)(?![a-z0-9])";
    private static final String AT =
            "(?:\\s{0,2}+[\\[({<]\\s?(?:at|a|@|a cong|a moc)\\s?[\\])}>]\\s{0,2}+|\\s{0,2}+@\\s{0,2}+|\\s(?:a cong|a moc|at)\\s)";
    private static final String DOT = "\\s?[\\[(]?\\s?(?:[.,]|dot|cham)\\s?[\\])]?\\s?";

    private static final Pattern EMAIL = Pattern.compile(
            "(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}+" + AT + "(?:" + LABEL + "(?:\\.[a-z0-9-]{2,24}+|" + DOT
                    + ENDS + "){1,5}+|" + PROVIDERS + "(?:" + DOT + ENDS + "){0,2}+)");

    private Contacts() {}

    static void find(Folded text, KnownPerson form, PublicContacts known, Found found) {
        var matcher = EMAIL.matcher(text.low());
        while (matcher.find()) {
            if (known.hasEmail(Normalised.email(matcher.group()))) {
                found.keepPublic(matcher.start(), matcher.end());
            } else {
                found.add(matcher.start(), matcher.end(), Kind.EMAIL, true);
            }
        }
        findWhole(text, new Folded(form.email().strip()).low(), found);
    }

    /** The address from the form, however the rest of it would be read. */
    private static void findWhole(Folded text, String email, Found found) {
        var name = email.contains("@") ? email.substring(0, email.indexOf('@')) : "";
        for (var part : List.of(email, name)) {
            if (part.length() < 5) {
                continue;
            }
            for (var at = text.low().indexOf(part); at >= 0; at = text.low().indexOf(part, at + part.length())) {
                found.add(at, at + part.length(), Kind.EMAIL, true);
            }
        }
    }
}
