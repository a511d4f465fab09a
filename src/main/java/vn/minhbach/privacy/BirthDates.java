package vn.minhbach.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and years that are said to be of a birth: "sinh ngày 3 tháng 5 năm 1990", "NS: 03/05/90", "sn 90", "đẻ ngày mùng 5 tháng 3"; and the
 * date between a name and a number, as in a row of a list.
 */
final class BirthDates {

    private static final String DIGIT = "(?:mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi)";
    private static final String DAY = "(?:ngay\\s)?(?:(?:m[uo]ng\\s)?\\d{1,2}+|m[uo]ng\\s" + DIGIT + "|ram)";
    private static final String MONTH =
            "(?:\\d{1,2}+|gieng|chap|muoi mot|muoi hai|" + DIGIT + ")(?![a-z])(?: am(?: lich)?)?";
    private static final String MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+";
    private static final String DATE = "(?:" + DAY
            + "\\s?(?:[/.-]|thang)\\s?" + MONTH + "\\s?,?\\s?(?:[/.-]|nam)\\s?(?:\\d{4}|\\d{2})"
            + "|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}"
            + "|(?:thang\\s)?\\d{1,2}+\\s?(?:[/.-]|nam)\\s?\\d{4}|thang\\s" + MONTH + "\\snam\\s\\d{4}"
            + "|\\d{1,2}(?:st|nd|rd|th)?[\\s-](?:of )?" + MONTHS + ",?[\\s-]\\d{4}|" + MONTHS
            + "\\s\\d{1,2},?\\s\\d{4})(?![\\d/])";

    /** "Mậu Dần" */
    private static final String CYCLE =
            "(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|ti|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)(?![a-z0-9])";

    private static final String YEAR = "(?:" + CYCLE + "[\\s(]{1,2})?(?:19|20)\\d{2}(?![\\d/])";

    /** Behind these, "sinh" is something else: pupils, hygiene, costs that arise. */
    private static final String NOT_BEHIND =
            "(?<!(?<![a-z0-9])(?:hoc|ve|thi|phat|tai|ky|dan|khai|nghi|hy|sat|tuyen|giao|niem|niem ngay|nam ngay|le ngay|tram nam|duong) )(?<!\\d nam )";

    /** And before these: students, activities, ecology. */
    private static final String NOT_BEFORE =
            "(?! (?:vien|hoat|san|thai|hoc|song|ton|ly|dong|ke|loi|mang|phong|khi|vat|luc|de)(?![a-z0-9]))";

    /** What says so, and then at most a few words. */
    private static final Pattern SAID = Pattern.compile("(?<![a-z0-9])" + NOT_BEHIND
            + "(?:ngay\\s?[,/]?\\s?thang\\s?[,/]?\\s?nam s[ia]nh|ngay s[ia]nh|nam s[ia]nh|s[ia]nh ngay|s[ia]nh nam|s[ia]nh nhat|(?:sinh|sanh)"
            + NOT_BEFORE + "|de(?: vao| hom)?(?: ngay| nam| thang)?|chao doi|tuoi(?= " + CYCLE
            + ")|sn|n/?s|ntns|dob|d\\.o\\.b|born)(?![a-z])");

    private static final Pattern VALUE = Pattern.compile("(?:" + DATE + "|(?<![\\d/.-])" + YEAR + ")");

    /** Right behind what says so: a year of two digits, a day without its year, a year by its sign alone. */
    private static final Pattern SHORT = Pattern.compile("[\\s:.]{0,3}+(?:la |vao |dung |on )?(?:(?<year>\\d{2})"
            + "(?!\\d|[a-z]|[/.-][a-z0-9]|\\s?(?:thang|con|dua|tuan|tuoi|ngay|gio|h|nguoi|lop|phut|m|k|%)(?![a-z]))"
            + "|(?<day>" + DAY + "\\s?(?:[/-]|thang)\\s?" + MONTH + "(?!\\d|[/.-]\\d))|(?<cycle>" + CYCLE + "))");

    /** "ở sn 12", "địa chỉ: sn 12": a house's number. */
    private static final Pattern HOUSE_BEFORE =
            Pattern.compile("(?<![a-z0-9])(?:o|tai|ve|nha|dia chi|d/c|dc|tru|tru tai)[\\s:.,(-]{1,3}+$");

    /** "sn 12 đường Lê Lợi", "sn 12, ngõ 3" */
    private static final Pattern HOUSE_BEHIND =
            Pattern.compile("\\s?\\d{1,4}[a-z]?[\\s,-]{1,3}+(?:duong|pho|ngo|ngach|hem|kiet|dai lo)(?![a-z0-9])");

    /** Somebody who can be born, before "de" without marks, which may be "để" as well. */
    private static final Pattern BORN = Pattern.compile(
            "(?<![a-z0-9])(?:con|be|chau|em|toi|tui|minh|chi|vo|me|no|cu|ti|gai|trai)(?: (?:toi|em|minh|nha em|nha toi|gai|trai))?\\s$");

    /** "16/8/1996 ngày sinh của em" */
    private static final Pattern SAID_BEHIND =
            Pattern.compile("(?<date>" + DATE + ")[\\s(]{1,3}+(?:la )?ngay sinh(?![a-z])");

    /** "Mai Phương Thảo / 22.12.2000 / 040300007788": a date that is a field by itself before the number of somebody. */
    private static final Pattern IN_ROW = Pattern.compile(
            "(?<=[a-z]\\s{0,2}[/|;,–\\n-]\\s{0,2})(?<date>\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?(?:19\\d{2}|20[01]\\d))\\s{0,2}+[/|;,\\n-]\\s{0,2}+(?:[a-z:. ]{0,15}?)(?:\\d[. -]?){8,11}\\d(?!\\d)");

    /** Something else that has a date, between the word and the date. */
    private static final Pattern OTHERWISE =
            Pattern.compile("(?<![a-z0-9])(?:cap|nop|ky|hen|tra|gui|nhan|ban hanh|het han|luc|tu|den)(?![a-z0-9])");

    private static final int NEAR = 40;
    private static final int BEFORE = 16;

    /** "trong giấy khen ghi nhầm thành 01/12/1971": another writing of the same date. */
    private static final int ALSO = 50;

    private static final Pattern ALSO_SAID = Pattern.compile(
            "(?<![a-z0-9])(?:thanh|va|hoac|ghi|dung|nham|moi|in|sai|khai|doc|con|chu khong phai)(?![a-z0-9])");

    private final Folded text;
    private final String low;
    private final Found found;

    /** In a text with marks, "de" without one is a slip at most. */
    private final boolean inMarks;

    private BirthDates(Folded text, Found found) {
        this.text = text;
        this.low = text.low();
        this.found = found;
        this.inMarks = text.isMarked(0, text.length());
    }

    static void find(Folded text, Found found) {
        new BirthDates(text, found).find();
    }

    private void find() {
        var behind = SAID_BEHIND.matcher(low);
        while (behind.find()) {
            found.add(behind.start("date"), behind.end("date"), Kind.BIRTH_DATE, true);
        }
        var said = SAID.matcher(low);
        var after = 0;
        while (after <= text.length() && said.find(after)) {
            after = said.end();
            var certain = !said.group().startsWith("de") || text.isMarked(said.start(), said.start() + 2);
            if (isOfBirth(said.start(), said.end(), certain)) {
                after = value(said.start(), said.end(), certain);
            }
        }
        var row = IN_ROW.matcher(low);
        while (row.find()) {
            found.add(row.start("date"), row.end("date"), Kind.BIRTH_DATE, false);
        }
    }

    private boolean isOfBirth(int start, int end, boolean marked) {
        if (low.startsWith("de", start)) {
            return marked
                    ? text.says(start, start + 2, Folded.key("đẻ"))
                    : !inMarks && BORN.matcher(before(start)).find();
        }
        return !low.startsWith("sn", start)
                || !HOUSE_BEFORE.matcher(before(start)).find()
                        && !HOUSE_BEHIND
                                .matcher(low)
                                .region(end, Math.min(low.length(), end + BEFORE))
                                .lookingAt();
    }

    private String before(int at) {
        return low.substring(Math.max(0, at - BEFORE), at);
    }

    /** @return behind what was found, or where to go on */
    private int value(int start, int from, boolean certain) {
        var near = SHORT.matcher(low)
                .region(from, Math.min(low.length(), from + NEAR))
                .useTransparentBounds(true);
        var value = VALUE.matcher(low)
                .region(from, Math.min(low.length(), from + NEAR))
                .useAnchoringBounds(false)
                .useTransparentBounds(true);
        var isNear = near.lookingAt();
        if (value.find()
                && !(isNear && near.end() <= value.start())
                && !OTHERWISE.matcher(low).region(from, value.start()).find()) {
            found.add(begin(value.start()), value.end(), Kind.BIRTH_DATE, certain);
            return also(value.end());
        }
        if (!isNear) {
            return from;
        }
        // Two digits are understood by the words alone, so these go with them.
        found.add(near.start("year") >= 0 ? start : firstOf(near), near.end(), Kind.BIRTH_DATE, certain);
        return near.end();
    }

    private static int firstOf(Matcher near) {
        return Math.max(near.start("day"), near.start("cycle"));
    }

    /** Other writings of the same date, or the next child's. */
    private int also(int from) {
        var after = from;
        while (true) {
            var value = VALUE.matcher(low)
                    .region(after, Math.min(low.length(), after + ALSO))
                    .useAnchoringBounds(false)
                    .useTransparentBounds(true);
            if (!value.find()
                    || !ALSO_SAID.matcher(low).region(after, value.start()).find()
                    || OTHERWISE.matcher(low).region(after, value.start()).find()) {
                return after;
            }
            found.add(value.start(), value.end(), Kind.BIRTH_DATE, false);
            after = value.end();
        }
    }

    /** With "ngày" or "tháng" before it, which say nothing without the rest. */
    private int begin(int at) {
        return low.startsWith("ngay ", at - 5) ? at - 5 : low.startsWith("thang ", at - 6) ? at - 6 : at;
    }
}
