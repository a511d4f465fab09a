package vn.minhbach.privacy;

import java.util.regex.Pattern;

/** Number plates of cars, motorbikes, the army and embassies, old ones of four digits too. */
final class Plates {

    private static final Pattern CIVIL = Pattern.compile(
            "(?<![a-z0-9.,/-])\\d{2}\\s?[-.]?\\s?[a-z](?:[a-z]\\d?|\\d)?\\s?[-. ]?\\s?(?:\\d{3}\\s?[. ]?\\s?\\d{2}|\\d{4})(?![a-z0-9]|[./-]\\d)");

    private static final Pattern EMBASSY = Pattern.compile(
            "(?<![a-z0-9.,/-])\\d{2}\\s?-?\\s?(?:ng|qt|nn|cv)\\s?-?\\s?\\d{3}\\s?-\\s?\\d{2}(?![a-z0-9])");

    private static final Pattern ARMY =
            Pattern.compile("(?<![a-z0-9.,/-])[a-z]{2}\\s?-?\\s?\\d{2}\\s?-\\s?\\d{2}(?![a-z0-9]|[./-]\\d)");

    private static final Pattern SAID =
            Pattern.compile("(?<![a-z0-9])(?:bien|bks|bs|xe|o to|oto|may|moto|dau keo|ro mooc|dang ky)(?![a-z0-9])");

    private static final int NEAR = 45;

    private Plates() {}

    static void find(Folded text, Found found) {
        var embassy = EMBASSY.matcher(text.low());
        while (embassy.find()) {
            found.add(embassy.start(), embassy.end(), Kind.PLATE, true);
        }
        var civil = CIVIL.matcher(text.low());
        while (civil.find()) {
            var said = isSaid(text, civil.start());
            var spaced = text.low().substring(civil.start(), civil.end()).indexOf(' ') >= 0;
            if (said || !spaced || isCapital(text, civil.start(), civil.end())) {
                found.add(civil.start(), civil.end(), Kind.PLATE, said || isCapital(text, civil.start(), civil.end()));
            }
        }
        var army = ARMY.matcher(text.low());
        while (army.find()) {
            if (isCapital(text, army.start(), army.end())) {
                var said = isSaid(text, army.start());
                found.add(army.start(), army.end(), Kind.PLATE, said);
            }
        }
    }

    private static boolean isSaid(Folded text, int at) {
        return SAID.matcher(text.low()).region(Math.max(0, at - NEAR), at).find();
    }

    private static boolean isCapital(Folded text, int from, int to) {
        return text.cased().substring(from, to).chars().noneMatch(Character::isLowerCase);
    }
}
