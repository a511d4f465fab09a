package vn.minhbach.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who wrote an article, as it is printed above it: people ("Thu Hà", "Lê Quang Vinh, Minh Châu") or an office ("Văn phòng Sở").
 * Search engines want to know which.
 *
 * <p>A person is known by a name of two to five words, each a capital and then small letters, which does not begin as offices
 * and newspapers are called. Everything else is an office: to call a person an organization is vague, to call an office a
 * person is wrong.
 */
record Byline(String name, boolean isPerson) {

    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}*");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile("\\s*[,;/&+]\\s*|\\s+(?:-|–|và)\\s+");
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^)]*\\)");

    /** How offices begin, in one word or two. In many of them all words are written with capitals. */
    private static final Set<String> OFFICES = Set.of(
            "ban",
            "báo",
            "bảo tàng",
            "bộ",
            "bệnh viện",
            "bưu điện",
            "chi cục",
            "chi nhánh",
            "chi đoàn",
            "công an",
            "công ty",
            "công đoàn",
            "cổng thông",
            "cục",
            "di tích",
            "hải quan",
            "hội",
            "khoa",
            "kho bạc",
            "khu di",
            "liên hiệp",
            "liên minh",
            "liên đoàn",
            "mặt trận",
            "ngân hàng",
            "nhà hát",
            "nhà trường",
            "nhà văn",
            "nhà thi",
            "nhà xuất",
            "phòng",
            "quân khu",
            "quỹ",
            "sở",
            "tạp chí",
            "thanh tra",
            "thành đoàn",
            "thành ủy",
            "thông tấn",
            "thư viện",
            "tỉnh ủy",
            "tỉnh đoàn",
            "tòa soạn",
            "tòa án",
            "tổ",
            "tổng cục",
            "trung tâm",
            "trường",
            "viện",
            "vụ",
            "văn phòng",
            "ủy ban",
            "uỷ ban",
            "đài",
            "đoàn",
            "đảng bộ",
            "đảng ủy",
            "đội");

    private static final Set<String> PAPERS = Set.of(
            "chính phủ",
            "dân trí",
            "giáo dục",
            "hà nội mới",
            "lao động",
            "nhân dân",
            "sài gòn giải phóng",
            "thanh niên",
            "tiền phong",
            "tin tức",
            "tổ quốc",
            "tuổi trẻ",
            "văn hiến",
            "văn hóa",
            "xây dựng");

    /** The authors named in a line; none if it is empty. */
    static List<Byline> of(String line) {
        var all = REMARK.matcher(line).replaceAll("").strip();
        if (all.isEmpty()) {
            return List.of();
        }
        var people = BETWEEN_PEOPLE.split(all);
        // The name of an office may hold a comma, too: only people are told apart by it.
        return people.length > 0 && Arrays.stream(people).allMatch(Byline::isPerson)
                ? Arrays.stream(people).map(name -> new Byline(name, true)).toList()
                : List.of(new Byline(all, false));
    }

    private static boolean isPerson(String name) {
        var words = name.split("\\s+");
        var small = name.toLowerCase(Locale.ROOT);
        return words.length >= 2
                && words.length <= 5
                && Arrays.stream(words).allMatch(word -> WORD.matcher(word).matches())
                && !PAPERS.contains(small)
                && OFFICES.stream().noneMatch(office -> small.startsWith(office + " ") || small.equals(office));
    }
}
