package vn.minhbach.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of telephones, papers and bank accounts. All are rows of digits, broken by points, lines and spaces; which it is, is told by what
 * stands before it, and where nothing does, by how many digits there are and how they begin.
 */
final class Numbers {

    /** What the words before a number say it is; the nearest counts. */
    private enum Said {
        PHONE,
        ID,
        BANK,
        /** A document, an invoice, a date of issue: no number of a person. */
        OTHER,
        NOTHING
    }

    private static final String BANKS =
            "vietcombank|vietcom|vcb|bidv|agribank|vietinbank|vietin|viettin|techcombank|techcom|tcb|mb ?bank|mb|acb|sacombank|vpbank|tp ?bank|hdbank|shb|vib|ocb|msb|scb|seabank|lpbank|lienvietpostbank|eximbank|nam a bank|bac a bank|abbank|pvcombank|kienlongbank";

    private static final Pattern SAID = Pattern.compile("(?<![a-z0-9])(?:"
            + "(?<phone>sdt|so dt|dt|dtdd|dien thoai|so may|may ban|may|goi|zalo|viber|tel|phone|mobile|hotline|lien he|lien lac|di dong|so ban|alo|nhan tin|so phu|fax|momo|telegram|gap)"
            + "|(?<id>cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|chung minh thu|dinh danh|ho chieu|passport|hc|cc|gttt|gplx|giay phep lai xe|bang lai|bhyt|bhxh|bao hiem|mst|ma so thue|tax code|giay to|vneid)"
            + "|(?<bank>stk|so tk|tk|tkhoan|tai khoan|ngan hang|nh|chuyen khoan|chuyen tien|atm|" + BANKS + ")"
            + "|(?<other>nghi dinh|quyet dinh|cong van|thong tu|van ban|thu tuc|hoa don|bien lai|ma vach|isbn|ky hieu|seri|so tien|le phi|tong von|von|tong so|dai dien tich)"
            + ")(?![a-z0-9])");

    private static final Pattern BANK_BEHIND =
            Pattern.compile("[\\s,(:;-]{0,4}+(?:tai|mo tai|o|cua)?\\s?(?:ngan hang|nh|" + BANKS + ")(?![a-z0-9])");

    /** A health insurance card, an older passport or a foreign one: letters before the digits. */
    private static final Pattern WITH_LETTERS = Pattern.compile(
            "(?<![a-z0-9.,/-])(?:[a-z]{2}(?:[\\s.-]?\\d){13}|[a-z]{1,2}\\s?\\d{7,8})(?![a-z0-9]|[./-]\\d)");

    /** An account of older form, with a letter among its digits. */
    private static final Pattern ACCOUNT_WITH_LETTER =
            Pattern.compile("(?<![a-z0-9.,/-])\\d{3}[a-z]\\d{8,9}(?![a-z0-9]|[./-]\\d)");

    private static final String DIGIT_WORD =
            "(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|\\d{1,4}+)(?![a-z0-9])";

    /** "không chín một hai …" */
    private static final Pattern SPELLED =
            Pattern.compile("(?<![a-z0-9])(?:khong|0)(?![a-z0-9])(?:[\\s,.-]{1,3}+" + DIGIT_WORD + "){6,14}+");

    private static final int NEAR = 60;
    private static final int FAR = 30;
    private static final int BEHIND = 30;

    private static final String SEPARATORS = " .-()+,";
    private static final int LONGEST_GAP = 4;

    /** So many digits a number of anything has at most. */
    private static final int MOST_DIGITS = 24;

    private final Folded text;
    private final String low;
    private final PublicContacts known;
    private final Found found;
    private final String formPhone;

    Numbers(Folded text, KnownPerson form, PublicContacts known, Found found) {
        this.text = text;
        this.low = text.low();
        this.known = known;
        this.found = found;
        this.formPhone = Normalised.phone(form.phone());
    }

    /** Digits that hang together. */
    private record Group(int start, int end) {}

    void find() {
        findSpelled();
        findWithLetters();
        for (var i = 0; i < low.length(); ) {
            if (!begins(i)) {
                i++;
                continue;
            }
            var groups = groups(i);
            classify(groups);
            i = groups.getLast().end();
        }
    }

    private void findSpelled() {
        var spelled = SPELLED.matcher(low);
        while (spelled.find()) {
            var digits = spelled.group().split("[\\s,.-]++");
            var count = 0;
            var spelledOut = 0;
            for (var digit : digits) {
                var isSpelled = !Character.isDigit(digit.charAt(0));
                count += isSpelled ? 1 : digit.length();
                spelledOut += isSpelled ? 1 : 0;
            }
            if (count >= 9 && count <= 12 && spelledOut > 2) {
                found.add(spelled.start(), spelled.end(), Kind.PHONE, true);
            }
        }
    }

    private void findWithLetters() {
        var matcher = WITH_LETTERS.matcher(low);
        while (matcher.find()) {
            var said = said(matcher.start()) == Said.ID;
            var letters = text.cased().charAt(matcher.start());
            if (said || Character.isUpperCase(letters) && low.charAt(matcher.start() + 1) != ' ') {
                var usual = "bcnp".indexOf(low.charAt(matcher.start())) >= 0
                        && Character.isDigit(low.charAt(matcher.start() + 1));
                found.add(matcher.start(), matcher.end(), Kind.ID_NUMBER, said || usual);
            }
        }
        var account = ACCOUNT_WITH_LETTER.matcher(low);
        while (account.find()) {
            if (said(account.start()) == Said.BANK || isBankBehind(account.end())) {
                found.add(account.start(), account.end(), Kind.BANK_ACCOUNT, true);
            }
        }
    }

    // --- Reading
    // ------------------------------------------------------------------------------------------------------------

    private boolean begins(int i) {
        if (i > 0 && (Tokens.isWord(low.charAt(i - 1)) || low.charAt(i - 1) == '/')) {
            return false;
        }
        return isDigit(i) && (Character.isDigit(low.charAt(i)) || isNextDigit(i));
    }

    private boolean isNextDigit(int i) {
        return i + 1 < low.length() && Character.isDigit(low.charAt(i + 1));
    }

    /** A digit, or a letter that a scanner or a finger put in the place of one, between digits. */
    private boolean isDigit(int i) {
        if (i >= low.length()) {
            return false;
        }
        var c = low.charAt(i);
        if (c >= '0' && c <= '9') {
            return true;
        }
        if (c != 'o' && c != 'l' && c != 'i') {
            return false;
        }
        var before = i > 0 && Character.isDigit(low.charAt(i - 1));
        var behind = isNextDigit(i);
        return behind && (before || i == 0 || !Tokens.isWord(low.charAt(i - 1)))
                || before && (i + 1 == low.length() || !Tokens.isWord(low.charAt(i + 1)));
    }

    private List<Group> groups(int from) {
        var groups = new ArrayList<Group>();
        var i = from;
        var digits = 0;
        while (true) {
            var start = i;
            while (isDigit(i)) {
                i++;
            }
            groups.add(new Group(start, i));
            digits += i - start;
            var next = i;
            while (next < low.length() && next - i < LONGEST_GAP && SEPARATORS.indexOf(low.charAt(next)) >= 0) {
                next++;
            }
            if (next == i || digits >= MOST_DIGITS || !isDigit(next) || next > 0 && low.charAt(next - 1) == '/') {
                return groups;
            }
            i = next;
        }
    }

    private String digits(List<Group> groups) {
        var digits = new StringBuilder();
        for (var group : groups) {
            for (var i = group.start(); i < group.end(); i++) {
                var c = low.charAt(i);
                digits.append(c == 'o' ? '0' : c == 'l' || c == 'i' ? '1' : c);
            }
        }
        return digits.toString();
    }

    // --- Telling
    // ------------------------------------------------------------------------------------------------------------

    /** Takes from a row of groups what makes a number, the longest first, and goes on behind it. */
    private void classify(List<Group> all) {
        var from = 0;
        while (from < all.size()) {
            var taken = 0;
            var said = said(all.get(from).start());
            for (var to = all.size(); to > from && taken == 0; to--) {
                var groups = all.subList(from, to);
                var start = withSign(groups.getFirst().start());
                var end = groups.getLast().end();
                if (end < low.length() && Tokens.isWord(low.charAt(end)) || !found.isFree(start, end)) {
                    continue;
                }
                var kind = kind(groups, digits(groups), said);
                if (kind != null) {
                    taken = to - from;
                    if (kind == Kind.PHONE && known.hasPhone(Normalised.phone(digits(groups)))) {
                        found.keepPublic(start, end);
                    } else {
                        found.add(start, end, kind, isCertain(groups, said, kind));
                    }
                }
            }
            from += Math.max(1, taken);
        }
    }

    /** With the "+" or the "(" before it. */
    private int withSign(int start) {
        var at = start;
        while (at > 0 && start - at < 2 && "+(".indexOf(low.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private @Nullable Kind kind(List<Group> groups, String digits, Said said) {
        if (!formPhone.isEmpty() && Normalised.phone(digits).equals(formPhone)) {
            return Kind.PHONE;
        }
        var single = groups.size() == 1;
        if (isDate(groups)) {
            return null;
        }
        return switch (said) {
            case PHONE -> isPhone(digits) || isShortPhone(digits) ? Kind.PHONE : byShape(groups, digits, said);
            case ID -> isPaper(groups, digits) ? Kind.ID_NUMBER : byShape(groups, digits, said);
            case BANK ->
                digits.length() >= 6 && digits.length() <= 19 && gapsAreSmall(groups)
                        ? Kind.BANK_ACCOUNT
                        : byShape(groups, digits, said);
            case OTHER -> isPhone(digits) && single ? Kind.PHONE : byShape(groups, digits, said);
            case NOTHING -> byShape(groups, digits, said);
        };
    }

    private @Nullable Kind byShape(List<Group> groups, String digits, Said said) {
        if (!gapsAreSmall(groups)) {
            return null;
        }
        if (digits.length() >= 8
                && digits.length() <= 16
                && isBankBehind(groups.getLast().end())
                && !isMobile(digits)) {
            return Kind.BANK_ACCOUNT;
        }
        if (isCitizen(digits)) {
            return Kind.ID_NUMBER;
        }
        if (isPhone(digits) && !isPlainAmount(groups)) {
            return Kind.PHONE;
        }
        if (digits.length() == 9
                && said != Said.OTHER
                && (groups.size() == 1 || isThrees(groups) && !isPlainAmount(groups))) {
            return Kind.ID_NUMBER;
        }
        return null;
    }

    private boolean isCertain(List<Group> groups, Said said, Kind kind) {
        var length = digits(groups).length();
        return switch (kind) {
            case ID_NUMBER -> said == Said.ID || length == 12;
            case BANK_ACCOUNT, PHONE -> true;
            default -> false;
        };
    }

    /** Nine digits and a zero or the country's number before them; fixed lines have ten, as mobiles had. */
    private static boolean isPhone(String digits) {
        var number = Normalised.phone(digits);
        if (number.length() < 10 || number.length() > 11 || number.charAt(0) != '0' || number.charAt(1) == '0') {
            return false;
        }
        return number.length() == 10 || number.charAt(1) == '2' || number.startsWith("01") || number.startsWith("0511");
    }

    private boolean looksMobile(int at) {
        return low.charAt(at) == '0' && at + 1 < low.length() && "35789".indexOf(low.charAt(at + 1)) >= 0;
    }

    private static boolean isMobile(String digits) {
        return digits.length() == 10 && digits.charAt(0) == '0' && "35789".indexOf(digits.charAt(1)) >= 0;
    }

    /** Behind words for a telephone: a number without its zero, or one of the same town. */
    private static boolean isShortPhone(String digits) {
        if (digits.startsWith("1900") || digits.startsWith("1800")) {
            return false;
        }
        return digits.length() == 9 && "35789".indexOf(digits.charAt(0)) >= 0
                || (digits.length() == 7 || digits.length() == 8) && digits.charAt(0) >= '2';
    }

    private static boolean isPaper(List<Group> groups, String digits) {
        return switch (digits.length()) {
            case 8, 9, 10, 12 -> true;
            case 13 -> groups.size() > 1;
            default -> false;
        };
    }

    /** A citizen's number by itself: province 001 to 096, century and sex, year. */
    private static boolean isCitizen(String digits) {
        return digits.length() == 12
                && digits.charAt(0) == '0'
                && Integer.parseInt(digits.substring(0, 3)) >= 1
                && Integer.parseInt(digits.substring(0, 3)) <= 96
                && digits.charAt(3) <= '3';
    }

    private static boolean isDate(List<Group> groups) {
        if (groups.size() < 3) {
            return false;
        }
        var day = length(groups.get(0));
        var month = length(groups.get(1));
        var year = length(groups.get(2));
        return groups.size() == 3 && day <= 2 && month <= 2 && (year == 4 || year == 2)
                || groups.size() == 3 && day == 4 && month == 2 && year == 2;
    }

    private static int length(Group group) {
        return group.end() - group.start();
    }

    /** Thousands by points, beginning with no zero: "1.200.000". */
    private boolean isPlainAmount(List<Group> groups) {
        for (var i = 1; i < groups.size(); i++) {
            var gap = low.substring(groups.get(i - 1).end(), groups.get(i).start());
            if (length(groups.get(i)) != 3 || !gap.equals(".") && !gap.equals(",")) {
                return false;
            }
        }
        return groups.size() > 1 && low.charAt(groups.getFirst().start()) != '0';
    }

    private static boolean isThrees(List<Group> groups) {
        return groups.size() == 3 && groups.stream().allMatch(each -> length(each) == 3);
    }

    /** Within one number nobody writes ", " or " - " more than once by accident; between two they do. */
    private boolean gapsAreSmall(List<Group> groups) {
        for (var i = 1; i < groups.size(); i++) {
            if (low.substring(groups.get(i - 1).end(), groups.get(i).start()).indexOf(',') >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isBankBehind(int end) {
        return BANK_BEHIND
                .matcher(low)
                .region(end, Math.min(low.length(), end + BEHIND))
                .lookingAt();
    }

    /** What the nearest words say; a telephone's number far behind a card's or an account's is a new thing. */
    private Said said(int at) {
        var from = Math.max(0, at - NEAR);
        var matcher = SAID.matcher(low).region(from, at).useTransparentBounds(true);
        var nearest = Said.NOTHING;
        var end = from;
        while (matcher.find()) {
            end = matcher.end();
            for (var said : List.of(Said.PHONE, Said.ID, Said.BANK, Said.OTHER)) {
                if (matcher.group(said.name().toLowerCase(Locale.ROOT)) != null) {
                    nearest = said;
                }
            }
        }
        return nearest != Said.PHONE && at - end > FAR && looksMobile(at) ? Said.NOTHING : nearest;
    }
}
