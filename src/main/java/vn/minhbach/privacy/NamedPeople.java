package vn.minhbach.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.minhbach.shared.Text;

/**
 * People whom a sender named where the form asks whom it is about. In a field for that, "Trưởng phòng Lê Văn Hùng" is a person beyond
 * doubt, and so is "ông Hùng" in the text then. Most who fill it in name an office: a name is one only at the beginning, behind a title
 * or behind what people are by profession, since theatres, streets and schools are called after people too.
 */
public final class NamedPeople {

    /** Folded; whoever stands behind one of them is somebody. */
    private static final List<String> ROLES = List.of(
            "ong,ba,anh,chi,co,chu,bac,em,thay,can bo,dong chi,giam doc,truong phong,pho phong,chu tich,cong chuc,vien chuc,chuyen vien,nhan vien,huong dan vien,huan luyen vien,thuyet minh vien,bao ve,ke toan,van thu,bi thu,thu thu,lanh dao,hieu truong,truong ban,pho ban,truong thon,to truong,thanh tra,cong an,ten,ten la,ho ten"
                    .split(","));

    /** Places that read like a name: a surname and another syllable, or two. */
    private static final Set<String> PLACES = Set.of(
            "ha noi",
            "ha giang",
            "ha nam",
            "ha tinh",
            "ha dong",
            "ha long",
            "ha tien",
            "thai binh",
            "thai nguyen",
            "cao bang",
            "cao lanh",
            "son la",
            "son tay",
            "ninh binh",
            "ninh thuan",
            "lam dong",
            "kim dong",
            "kim son",
            "kim boi",
            "phan thiet",
            "phan rang",
            "vu thu",
            "mai chau",
            "ly son",
            "luong son",
            "dinh hoa",
            "dinh quan",
            "chau doc",
            "chau thanh",
            "thach that",
            "thach ha",
            "ho chi minh",
            "hoang mai",
            "hoang sa",
            "truong sa",
            "vang danh",
            "lam thao",
            "lam son",
            "dong da",
            "ho tay",
            "phung hiep",
            "la gi",
            "tran de",
            "nong cong");

    private static final String PARTS = ",;()/\n";

    /** Longer than any, with what stands between it and the name. */
    private static final int LONGEST_ROLE = 40;

    /** A name in small letters whose end is not seen is taken to be as long as this at most. */
    private static final int LONGEST = 4;

    private NamedPeople() {}

    /** The names of people in what somebody wrote into such a field; most name none. */
    public static List<String> in(String field) {
        var names = new LinkedHashSet<String>();
        var parts = parts(field);
        for (var part : parts) {
            named(part, names);
            if (parts.size() == 1 && isShortName(part)) {
                names.add(part);
            }
        }
        names.removeIf(name -> PLACES.contains(Text.fold(name)));
        return List.copyOf(names);
    }

    private static List<String> parts(String field) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (var c : (Text.clean(field) + "\n").toCharArray()) {
            if (PARTS.indexOf(c) < 0) {
                part.append(c);
                continue;
            }
            var line = Text.line(part.toString());
            if (!line.isEmpty()) {
                parts.add(line);
            }
            part.setLength(0);
        }
        return parts;
    }

    private static void named(String part, Set<String> names) {
        var about = "xem ";
        var text = about + part;
        for (var found : people(text)) {
            var place = Math.max(0, found.start() - about.length());
            var before = bare(Text.fold(part.substring(Math.max(0, place - LONGEST_ROLE), place)));
            if (before.isEmpty() || ROLES.stream().anyMatch(role -> endsWith(before, role))) {
                names.add(text.substring(found.start(), found.end()));
            }
        }
        if (Character.isLowerCase(part.codePointAt(0))) {
            small(part, names);
        }
    }

    /** "nguyễn thị thu hà": a title tells that it is a name, and where it ends is not seen. */
    private static void small(String part, Set<String> names) {
        var titled = "ông " + part;
        for (var found : people(titled)) {
            if (found.start() == titled.length() - part.length()) {
                names.add(titled.substring(found.start(), found.end()));
                if (part.split(" ").length == LONGEST) {
                    names.add(part);
                }
            }
        }
    }

    /** Without the signs at its end: "cán bộ: …" */
    private static String bare(String text) {
        var end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).strip();
    }

    private static boolean endsWith(String text, String role) {
        return text.equals(role) || text.endsWith(" " + role);
    }

    private static List<Proposal> people(String text) {
        return PersonalData.find(text, KnownPerson.NONE).stream()
                .filter(found -> found.kind() == Kind.NAME)
                .toList();
    }

    /** Nothing but a surname and a given name. */
    private static boolean isShortName(String part) {
        var text = new Folded(part);
        var words = new Tokens(text);
        return words.count() == 2
                && words.start(0) == 0
                && words.end(1) == text.length()
                && words.follows(1, " ", 1)
                && words.isUpper(0)
                && words.isUpper(1)
                && !words.hasDigit(1)
                && PersonNames.isSurname(words.low(0));
    }

    /** Where a text names such a person, in each way of writing. All of it is certain. */
    public static List<Proposal> find(String text, String name) {
        if (new Tokens(new Folded(name)).count() > 1) {
            return PersonalData.find(text, new KnownPerson(name, "", "", "")).stream()
                    .filter(found -> found.kind() == Kind.NAME && found.certain())
                    .toList();
        }
        // One syllable is a name behind a title, and a flower elsewhere.
        var isPlain = !Text.isVietnamese(text);
        return people(text).stream()
                .filter(found -> isSame(text.substring(found.start(), found.end()), name, isPlain))
                .map(found -> new Proposal(found.start(), found.end(), Kind.NAME, true))
                .toList();
    }

    /** @param isPlain whether the text is written without marks, so that they tell nothing */
    private static boolean isSame(String found, String name, boolean isPlain) {
        return isPlain ? Text.fold(found).equals(Text.fold(name)) : small(found).equals(small(name));
    }

    private static String small(String word) {
        return Text.clean(word).toLowerCase(Locale.ROOT);
    }
}
