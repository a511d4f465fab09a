package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who may use a crawled procedure (đối tượng thực hiện) and which level of government carries it out (cấp thực hiện).
 *
 * <p>Both come as one line with commas, but commas also stand within a name: "Cán bộ, công chức, viên chức" is one
 * audience, and so is "Tổ chức (không bao gồm doanh nghiệp, HTX)". A name begins with a capital letter.
 */
final class CrawledAudience {

    private CrawledAudience() {}

    /** The audiences in the order in which they were announced. */
    static List<String> audiences(String crawled) {
        var audiences = new LinkedHashSet<String>();
        for (var part : parts(CrawledText.line(CrawledText.tidy(crawled)))) {
            if (CrawledText.says(part) && !part.equals(CrawledText.NOTHING)) {
                audiences.add(part);
            }
        }
        return List.copyOf(audiences);
    }

    /** The levels; what is no level that exists, such as the abolished district, is left out. */
    static Set<GovernmentLevel> levels(String crawled) {
        var levels = EnumSet.noneOf(GovernmentLevel.class);
        for (var part : CrawledText.tidy(crawled).toLowerCase(Locale.ROOT).split("[,;\n]", -1)) {
            switch (part.strip()) {
                case "cấp bộ", "trung ương" -> levels.add(GovernmentLevel.MINISTRY);
                case "cấp tỉnh" -> levels.add(GovernmentLevel.PROVINCE);
                case "cấp xã" -> levels.add(GovernmentLevel.COMMUNE);
                case "cơ quan khác" -> levels.add(GovernmentLevel.OTHER);
                default -> {}
            }
        }
        return Collections.unmodifiableSet(levels);
    }

    private static List<String> parts(String line) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var at = 0; at < line.length(); at++) {
            var sign = line.charAt(at);
            depth += sign == '(' ? 1 : sign == ')' && depth > 0 ? -1 : 0;
            if ((sign == ',' || sign == ';') && depth == 0 && beginsName(line, at + 1)) {
                parts.add(line.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(line.substring(from).strip());
        return parts;
    }

    private static boolean beginsName(String line, int at) {
        var start = CrawledText.at(line, at) == ' ' ? at + 1 : at;
        return Character.isUpperCase(CrawledText.at(line, start));
    }
}
