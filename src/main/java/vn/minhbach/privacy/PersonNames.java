package vn.minhbach.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * Names of people. The one from the form is looked for in whole and in part, in any case, with marks and without, in initials and
 * glued together; others are proposed, less surely, behind a title or by their surname.
 */
final class PersonNames {

    private static final Map<String, List<String>> SURNAMES = spelled(
            "nguyễn,trần,lê,phạm,hoàng,huỳnh,phan,vũ,võ,đặng,bùi,đỗ,hồ,ngô,dương,lý,đinh,đoàn,lâm,trương,mai,trịnh,đào,cao,lương,tạ,phùng,tô,quách,hà,thái,chu,lưu,kiều,la,tăng,mạc,vương,triệu,bạch,giàng,vàng,thạch,sùng,thào,lò,nông,hứa,kim,sơn,danh,châu,tống,khúc,ninh,nghiêm,tiêu,âu,ông,niê,y");

    /** Before a name: who it is, or that it is one. */
    private static final List<Title> TITLES = titles(
            "ông,bà,anh,chị,cô,chú,bác,em,cháu,cụ,thầy,bé,thằng,con,bạn,mợ,dì,cậu,a,c,e,ô,mr,ms,mrs,tên,tên là,tôi là,tôi tên,tôi tên là,tên tôi là,họ tên,họ và tên,đồng chí,vợ tôi là,chồng tôi là,mẹ tôi là,bố tôi là,người gửi,người nhận,người nộp,người ký đơn,người ký,người làm đơn,người phản ánh,người viết,chủ tài khoản,chủ tk,cán bộ,vđv,mình là,em là,gặp,kính đơn,tôi,hs,nhà xe,đại diện");

    /** Roles and kin, not names, however they are written. */
    private static final Map<String, List<String>> NO_NAMES = spelled(
            "chủ,giám,trưởng,phó,bí,ủy,ubnd,sở,cán,nhà,ban,bộ,thư,giáo,sđt,cccd,cmnd,đt,điện,xin,kính,nghệ,các,cục,nghị,quyết,việt,chị,anh,em,ông,bà,tôi");

    /** A street, a school or a monument is called after somebody. */
    private static final Set<String> PLACES = Set.of(
            "duong", "pho", "truong", "cho", "cau", "tuong", "dai", "vien", "dau", "thpt", "thcs", "hoc", "giai", "cup",
            "den", "dinh", "lang", "hem", "ngo", "kiet", "so", "xa", "phuong", "thon", "ap", "trao", "tich", "ly", "lo",
            "quan");

    private static final Set<String> ROLES = Set.of(
            "hoc", "dong", "sinh", "giao", "hoi", "doan", "dien", "nhan", "luyen", "dan", "thanh", "huong", "uy");

    private static final Set<String> CROSSINGS = Set.of("ba", "tu", "nam", "sau", "bay");

    /** Middle names that tell a name in small letters from other words. */
    private static final Set<String> MIDDLE =
            Set.of("van", "thi", "duc", "huu", "minh", "ngoc", "thanh", "quoc", "xuan", "thu", "anh");

    /** Titles that stand before many other words as well. */
    private static final Set<String> LOOSE = Set.of("tôi", "con", "gặp", "c", "ô");

    private static final int LONGEST = 5;

    private final Folded text;
    private final Tokens words;
    private final Found found;

    /** The name from the form: syllable by syllable, plain and as it is spelled. */
    private final List<String> low = new ArrayList<>();

    private final List<String> keys = new ArrayList<>();
    /** Whether it was given with marks; then a syllable without any has none. */
    private final boolean isSpelled;

    private final boolean inMarks;
    private final Set<String> glued;
    private final String whole;

    PersonNames(Folded text, Tokens words, KnownPerson form, Found found) {
        this.text = text;
        this.words = words;
        this.found = found;
        this.inMarks = text.isMarked(0, text.length());
        var name = new Tokens(new Folded(form.name()));
        for (var i = 0; i < name.count(); i++) {
            low.add(name.low(i));
            keys.add(name.key(i));
        }
        isSpelled = IntStream.range(0, name.count()).anyMatch(name::isMarked);
        whole = String.join("", low);
        glued = glued();
    }

    static boolean isSurname(String low) {
        return SURNAMES.containsKey(low);
    }

    /** Words by their plain letters, each with the ways in which it is spelled. */
    private static Map<String, List<String>> spelled(String list) {
        return Stream.of(list.split(",")).collect(Collectors.groupingBy(Text::fold));
    }

    /** In a text with marks, "Ba" is somebody and "bà" a title. */
    private boolean isNoName(int word) {
        var spelled = NO_NAMES.getOrDefault(words.low(word), List.of());
        return !spelled.isEmpty()
                && (!inMarks
                        || spelled.stream()
                                .anyMatch(proper -> Folded.key(proper).equals(words.key(word))));
    }

    private boolean isOneOf(Map<String, List<String>> spelled, int word) {
        return spelled.getOrDefault(words.low(word), List.of()).stream()
                .anyMatch(proper -> words.says(word, proper, words.low(word)));
    }

    /** Words before a name: as they are spelled, and in plain letters. */
    private record Title(List<String> proper, List<String> folded) {}

    private static List<Title> titles(String list) {
        var titles = new ArrayList<Title>();
        for (var title : list.split(",")) {
            titles.add(new Title(
                    List.of(title.split(" ")), List.of(Text.fold(title).split(" "))));
        }
        titles.sort((one, other) -> other.proper().size() - one.proper().size());
        return List.copyOf(titles);
    }

    /** "nguyenvanhung", "hungnv", "nvhung", "hungnguyen": as people name files and mailboxes. */
    private Set<String> glued() {
        if (low.size() < 2) {
            return Set.of();
        }
        var given = low.getLast();
        var initials = new StringBuilder();
        for (var syllable : low.subList(0, low.size() - 1)) {
            initials.append(syllable.charAt(0));
        }
        var ways = Set.of(
                whole,
                given + initials + ".",
                initials + given + ".",
                given + low.getFirst(),
                low.getFirst() + given + ".");
        return ways.stream()
                .map(way -> way.endsWith(".") ? way.substring(0, way.length() - 1) : way)
                .filter(way -> way.length() >= 5)
                .collect(Collectors.toUnmodifiableSet());
    }

    void find() {
        for (var i = 0; i < words.count(); ) {
            var end = low.isEmpty() ? 0 : own(i);
            if (end == 0) {
                end = other(i);
            }
            i = Math.max(i + 1, end);
        }
    }

    private void add(int from, int to, boolean certain) {
        found.add(words.start(from), words.end(to - 1), Kind.NAME, certain);
    }

    // --- The name from the form
    // ---------------------------------------------------------------------------------------------

    /** @return the word behind the form's name, if it begins here; else 0 */
    private int own(int at) {
        var word = words.low(at);
        if (glued.contains(word)) {
            add(at, at + 1, true);
            return at + 1;
        }
        var place = whole.length() >= 7 && low.size() > 1 ? word.indexOf(whole) : -1;
        if (place >= 0) {
            found.add(words.start(at) + place, words.start(at) + place + whole.length(), Kind.NAME, true);
            return at + 1;
        }
        var end = inOrder(at);
        if (end > 0) {
            add(at, end, true);
            return end;
        }
        if (low.size() > 1 && says(at, low.size() - 1) && next(at + 1) && says(at + 1, 0) && words.isCapital(at + 1)) {
            add(at, at + 2, true);
            return at + 2;
        }
        for (var from = 1; from < low.size(); from++) {
            end = run(at, from);
            if (end > 0) {
                var title = isTitled(at);
                var single = end == at + 1;
                var small = !words.isCapital(at);
                if (single && small && !title) {
                    continue;
                }
                add(at, end, !single || title && !(small && !words.isMarked(at)));
                return end;
            }
        }
        if (low.getFirst().startsWith("h'") && says(at, 0)) {
            // Ê Đê women are called by the first part.
            add(at, at + 1, true);
            return at + 1;
        }
        if (low.size() == 1 && says(at, 0) && (words.isCapital(at) || isTitled(at))) {
            add(at, at + 1, true);
            return at + 1;
        }
        return 0;
    }

    /** From the surname to the given name, what is between in whole, by its letter, or left out. */
    private int inOrder(int at) {
        if (low.size() < 2 || !says(at, 0) && !isInitial(at, 0)) {
            return 0;
        }
        var place = 1;
        for (var i = at + 1; i < words.count() && i - at < low.size() && next(i); i++) {
            if (says(i, low.size() - 1)) {
                return i + 1;
            }
            var fits = false;
            while (place < low.size() - 1 && !fits) {
                fits = says(i, place) || isInitial(i, place);
                place++;
            }
            if (!fits) {
                return 0;
            }
        }
        return 0;
    }

    /** From a syllable of the name to its last, nothing left out. */
    private int run(int at, int from) {
        var i = at;
        for (var place = from; place < low.size(); place++, i++) {
            if (i >= words.count() || i > at && !next(i) || !says(i, place)) {
                return 0;
            }
        }
        return i;
    }

    private boolean next(int word) {
        return words.follows(word, " ._-", 2);
    }

    private boolean says(int word, int place) {
        return word < words.count()
                && words.is(word, low.get(place))
                && (!isSpelled || !words.isMarked(word) || words.key(word).equals(keys.get(place)));
    }

    private boolean isInitial(int word, int place) {
        return words.end(word) - words.start(word) == 1
                && words.isCapital(word)
                && text.low().charAt(words.start(word)) == low.get(place).charAt(0);
    }

    // --- Other people
    // -------------------------------------------------------------------------------------------------------

    /** @return the word behind somebody's name, if one begins here; else 0 */
    private int other(int at) {
        if (words.hasDigit(at) || !found.isFree(words.start(at), words.end(at))) {
            return 0;
        }
        var titled = isTitled(at) && isTitleSpelled(at);
        if (words.isCapital(at) && !(titled && isNoName(at) && !isSurnameHere(at))) {
            var end = capitals(at);
            var surname = isSurnameHere(at) && end - at >= 2 && !isPlace(at);
            if (titled && isStrictlyTitled(at) || surname && (end - at >= 3 || titled || endsLine(at, end))) {
                add(at, end, false);
                return end;
            }
        }
        if (titled && !words.isCapital(at) && isSurnameHere(at)) {
            var end = small(at);
            if (end > 0) {
                add(at, end, false);
                return end;
            }
        }
        return 0;
    }

    private boolean isSurnameHere(int at) {
        return isOneOf(SURNAMES, at) || words.low(at).startsWith("h'");
    }

    /** A line that holds nothing else: a signature. */
    private boolean endsLine(int from, int to) {
        var before = from == 0
                || text.low().substring(words.end(from - 1), words.start(from)).indexOf('\n') >= 0;
        var behind = to == words.count()
                || text.low().substring(words.end(to - 1), words.start(to)).indexOf('\n') >= 0;
        return before && behind;
    }

    private boolean isPlace(int at) {
        return at > 0
                && words.follows(at, " ", 1)
                && (PLACES.contains(words.low(at - 1)) && !isRole(at - 1)
                        || words.hasDigit(at - 1)
                        || isCrossing(at - 1));
    }

    /** "học viên", "vận động viên": people, unlike "công viên" and "viện". */
    private boolean isRole(int at) {
        return words.is(at, "vien") && at > 0 && words.follows(at, " ", 1) && ROLES.contains(words.low(at - 1));
    }

    /** "ngã tư", "vòng xoay" */
    private boolean isCrossing(int at) {
        return at > 0
                && words.follows(at, " ", 1)
                && (words.is(at - 1, "nga") && CROSSINGS.contains(words.low(at))
                        || words.is(at - 1, "vong") && words.is(at, "xoay"));
    }

    private int capitals(int at) {
        var end = at;
        while (end < words.count()
                && end - at < LONGEST
                && (end == at || words.follows(end, " ", 1))
                && words.isCapital(end)
                && !words.hasDigit(end)
                && found.isFree(words.start(end), words.end(end))) {
            end++;
        }
        return end;
    }

    /** "nguyễn văn hùng", "tran van cuong": a surname, a usual middle name, one or two more. */
    private int small(int at) {
        if (!next(at + 1) || !MIDDLE.contains(words.low(at + 1)) || !next(at + 2) || words.hasDigit(at + 2)) {
            return 0;
        }
        return at + 3;
    }

    private boolean isTitled(int at) {
        return title(at) != null;
    }

    /** Not merely behind "tôi" or a letter: "Tôi Yêu Việt Nam", "a Tuấn". */
    private boolean isStrictlyTitled(int at) {
        var title = title(at);
        return title != null
                && (title.proper().size() > 1 || !LOOSE.contains(title.proper().getFirst()));
    }

    /** In a text with marks, "Ba" is no "bà". */
    private boolean isTitleSpelled(int at) {
        var title = title(at);
        return title != null
                && (!inMarks
                        || title.proper().equals(title.folded())
                        || IntStream.range(at - title.proper().size(), at).anyMatch(words::isMarked));
    }

    private @Nullable Title title(int at) {
        for (var title : TITLES) {
            if (isTitle(at, title)) {
                return title;
            }
        }
        return null;
    }

    private boolean isTitle(int at, Title title) {
        if (at < title.proper().size() || !words.follows(at, " :.(\n-", 3)) {
            return false;
        }
        for (var i = 0; i < title.proper().size(); i++) {
            var word = at - title.proper().size() + i;
            if (!words.says(word, title.proper().get(i), title.folded().get(i))
                    || i > 0 && !words.follows(word, " ", 1)) {
                return false;
            }
        }
        return true;
    }
}
