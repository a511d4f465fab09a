package vn.minhbach.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * Where somebody lives: a chain of parts, from the house to the province. A house, a lane or a hamlet makes an address; a street or a
 * commune does so only where it is said that somebody lives there, since most of what people write about lies in a street.
 */
final class HomeAddresses {

    /** What a part of an address is. */
    private enum Part {
        /** House, flat, lane: needs a number, or a name behind a number. */
        HOUSE,
        /** Groups of houses that have a number: tổ, đội, tầng. */
        NUMBERED,
        /** Hamlets, quarters: by name or number. */
        HAMLET,
        STREET,
        COMMUNE,
        /** District, town, province. */
        UPPER
    }

    /** A word by which a part begins: as it is spelled, and what it begins. */
    private record Word(String proper, Part part) {}

    private static final Map<String, List<Word>> WORDS = words(Map.of(
            Part.HOUSE, "số nhà,nhà số,số,nhà,ngõ,ngách,hẻm,kiệt,căn hộ,căn,phòng,liền kề,lk,biệt thự,shophouse,sn",
            Part.NUMBERED, "tổ,đội,tầng,lầu,lô,dãy,block,tòa,toà,cụm,khu,khu vực,kv,khối,liên gia,tổ nhân dân",
            Part.HAMLET,
                    "tổ dân phố số,tổ dân phố,tdp,khu phố,kp,khu dân cư,kdc,khu đô thị,kđt,khu tập thể,tập thể,ktt,ktx,ký túc xá,kí túc xá,cư xá,khu trọ,nhà trọ,xóm trọ,dãy trọ,chung cư,cc,xóm,thôn,ấp,bản,buôn,bon,plei,plây,làng,sóc,phum,khóm,khối phố,tiểu khu",
            Part.STREET, "đường số,đường,phố,đại lộ,quốc lộ,tỉnh lộ,hương lộ,ql,đ",
            Part.COMMUNE, "phường,xã,thị trấn,đặc khu,p,x,tt",
            Part.UPPER, "quận,huyện,thị xã,thành phố,tp,tỉnh,q,h,tx"));

    /** Words by which a part begins have at most so many syllables. */
    private static final int LONGEST_WORD = 4;

    private static final Pattern HOUSE = Pattern.compile("[a-z]{0,2}+\\d{1,4}+[a-z]?(?:/\\d{1,4}+[a-z]?){0,5}+");

    /** No part of a name, however it is written. */
    private static final Set<String> STOPS = Set.of(
            "so", "sdt", "dt", "dien", "cccd", "cmnd", "cmt", "xin", "hoi", "phan", "de", "da", "muon", "la", "co",
            "va", "voi", "thi", "mo", "bi", "khong", "di", "xa", "phuong", "tp", "huyen", "quan", "tinh", "duong",
            "nha", "cua", "gan", "canh", "sau", "truoc", "nghi", "dang", "ngay", "email", "mail", "zalo", "lien", "gui",
            "toi", "em", "minh", "chung", "kinh", "nay", "do", "o", "tai", "ma", "se", "cho", "nen", "hat", "nhac",
            "on", "thu", "ten", "sinh", "gap", "nho", "duoc", "ban", "ngu", "street", "ward", "treo", "nao", "ay",
            "kia", "alo", "goi", "stk", "mst", "lh", "luc", "khi", "rat", "phai");

    /** Words of parts that may end a name, where nothing follows that could be the part's own: "xã Tây Phương, …" */
    private static final Set<String> PARTS_OR_NAMES = Set.of("phuong", "quan", "tinh", "duong");

    /** Names that are like such a word but for their marks. */
    private static final Set<String> NO_STOPS = Set.of(Folded.key("chợ"), Folded.key("đò"), Folded.key("mã"));

    /** Words that begin a part of an address and hardly anything else. */
    private static final Set<String> STRONG = Set.of("thôn", "ấp", "xóm", "buôn", "khóm", "tổ dân phố", "khu phố");

    private static final Set<String> ENGLISH_STREETS = Set.of("street", "st", "road", "avenue");
    private static final Set<String> ENGLISH_AREAS = Set.of("ward", "commune", "district", "city", "province");

    private static final Set<String> PROVINCES = Set.of(
            "ha noi",
            "hai phong",
            "da nang",
            "hue",
            "can tho",
            "ho chi minh",
            "hcm",
            "tphcm",
            "sai gon",
            "an giang",
            "bac ninh",
            "ca mau",
            "cao bang",
            "dak lak",
            "dien bien",
            "dong nai",
            "dong thap",
            "gia lai",
            "ha tinh",
            "hung yen",
            "khanh hoa",
            "lai chau",
            "lam dong",
            "lang son",
            "lao cai",
            "nghe an",
            "ninh binh",
            "phu tho",
            "quang ngai",
            "quang ninh",
            "quang tri",
            "son la",
            "tay ninh",
            "thai nguyen",
            "thanh hoa",
            "tuyen quang",
            "vinh long",
            "an hai",
            "thu duc",
            "nam dinh",
            "thai binh",
            "ha nam",
            "hai duong",
            "vinh phuc",
            "bac giang",
            "hoa binh",
            "yen bai",
            "binh duong",
            "binh dinh",
            "quang nam",
            "quang binh",
            "binh thuan",
            "ninh thuan",
            "phu yen",
            "kon tum",
            "long an",
            "tien giang",
            "ben tre",
            "tra vinh",
            "soc trang",
            "hau giang",
            "bac lieu",
            "kien giang",
            "binh phuoc",
            "ba ria");

    /** Abbreviations and the number, written together: "kp2", "p5", "to3". */
    private static final Pattern GLUED = Pattern.compile("(kp|tdp|ap|xom|thon|khom|to|doi|khu|kv|p|q)(\\d{1,2})");

    /** A flat in one of many towers: "S2.05", "CT3-1204"; the building is known by its name alone. */
    private static final Pattern TOWER = Pattern.compile("[a-z]{1,3}\\d{1,2}[a-z]?");

    private static final Set<String> LANES = Set.of("ngõ", "ngách", "hẻm", "kiệt");

    /** Homes that many share: the word is enough where a part follows. */
    private static final Set<String> SHARED = Set.of(
            "ktx",
            "ký túc xá",
            "kí túc xá",
            "khu tập thể",
            "tập thể",
            "ktt",
            "khu trọ",
            "nhà trọ",
            "xóm trọ",
            "dãy trọ",
            "chung cư");

    /** Said right before the home: "nhà tôi ở", "địa chỉ:", "thường trú tại". */
    private static final Pattern HOME = Pattern.compile(
            "(?<![a-z0-9])(?:dia chi(?: [a-z]{2,6}){0,4}?|d/c|dc|dc nha|add|thuong tru|tam tru|cu tru|cu ngu|noi o|cho o|nha o|o tro|thue tro|thue nha|xom tro|ngu|tru|ho khau|hktt|hkhk|dkhk|noi sinh song|sinh song|song(?: [a-z]{2,6}){1,3}|que quan|nguyen quan|que|living|live|address"
                    + "|(?:nha|gia dinh|nha (?:toi|em|minh|tui|chau|con|ba|me|bo|bac|ngoai|noi)|gia dinh (?:toi|em|minh|tui)|toi|em|e|minh|tui|con|ong|ba|co|anh|chi|bac|chu|di|cu|me|bo|ma|ngoai|noi|vo|chong|chau|ho|dan|nguoi|hien|song|dang|dau|van) o|nha (?:toi|em|minh|tui|chau|con)|nha|ho dan|cu dan|hien nay o|gui ve|gui den|qua ve|buu dien ve|giao ve|ship ve)"
                    + "(?: (?:hien tai|hien nay|hien|la|o|tai|at|in|ve|den|so|thuoc|trong|mai|tan|duoi|tren)){0,3}[\\s:.,(-]{0,4}$");

    /** "tôi ở ngay bên cạnh": the house beside is as good as one's own; a street beside is not. */
    private static final Pattern BESIDE_HOME = Pattern.compile(
            "(?<![a-z0-9])(?:(?:nha|nha toi|nha em|nha minh|toi|em|minh|tui|chau|gia dinh|hien|song) (?:o )?|nha (?:toi|em|minh|tui) )(?:(?:ngay|ben|canh|ke|sat|vach|lien|gan|doi|dien|truoc|sau|phia|mat|cach) ?){1,4}(?:nha )?$");

    /**
     * Said right before where something public stands: an office, a school, a temple. What lies beside one is not its own address.
     */
    private static final Pattern PUBLIC = Pattern.compile(
            "(?<![a-z0-9])(?<!(?:dien|gan|canh|sat|ben|sau|truoc|ke|nha|tu|khoi|vach|cach|voi|gia|quyet|quy) )(?<what>tru so|van phong|chi nhanh|ubnd|hdnd|uy ban|nha van hoa|nha hat|nha thieu nhi|nha thi dau|nha tho|nha truyen thong|nha sinh hoat|bao tang|thu vien|trung tam|bo phan mot cua|mot cua|cong an|dinh|dinh lang|chua|mieu|den|den tho|thanh that|benh vien|tram y te|buu dien|san van dong|san bong|be boi|cong vien|rap|quang truong|tuong dai|khu di tich|di tich|diem bua dien|truong (?:hoc|thpt|thcs|tieu hoc|mam non|dai hoc)|cho|ngan hang|vien bao tang|cung van hoa|cung thieu nhi|khach san|nghia trang|dai tuong niem|hoi truong|phong (?:van hoa|giao duc|cong chung|tu phap|y te|noi vu|ban ve)|le hoi|hoi|nha co)"
                    + "(?: (?!(?:toi|em|minh|tui|chau|nha|gia|dinh|nguoi|ho|dan|chung|ong|ba|anh|chi|bac|chu|tru|ngu|song|ve|gui|qua|giao)(?![a-z0-9]))[a-z]{1,8}){0,3}"
                    + "[\\s:,(-]{0,3}(?:(?:o|tai|dia chi|d/c|dc|so)[\\s:]{1,2}){0,3}$");

    private static final int NEAR = 40;

    /** As long as the name of an office with what it is for. */
    private static final int NEAR_PUBLIC = 60;

    /** Behind the name of a commune or a hamlet, of which there are two: "Hòa Khánh Bắc". */
    private static final Set<String> SIDES =
            Set.of("bac", "nam", "dong", "tay", "thuong", "ha", "trung", "noi", "ngoai");

    /** Words of {@link #PUBLIC} that are something else with other marks. */
    private static final Map<String, String> SPELLED = Map.of(
            "hoi", "hội", "nha co", "nhà cổ", "den", "đền", "cho", "chợ", "chua", "chùa", "dinh", "đình", "mieu",
            "miếu", "rap", "rạp");

    /** No house has so many digits. */
    private static final int LONG_NUMBER = 7;

    /** At most so many syllables a name has: "Phan Đình Phùng", "Nguyễn Thị Minh Khai". */
    private static final int LONGEST_NAME = 4;

    private static final Set<String> NO_HOUSE_BEFORE = Set.of(
            "nam", "thang", "ngay", "luc", "dieu", "khoan", "diem", "quy", "gom", "khoang", "tren", "hon", "thu",
            "trong", "gia", "lop", "quay", "san", "mau", "muc", "ban", "bo", "co", "can", "cong", "cao", "tu", "den");

    /** Begin names of offices, not of streets. */
    private static final Set<String> OFFICES = Set.of(
            "so", "ubnd", "hdnd", "phong", "bo", "nghi", "quyet", "luat", "dieu", "anh", "ong", "ba", "em", "toi",
            "xin", "tp");

    /** The same where only the second word tells: "Trường Chinh" is a street, "Trường Tiểu học" is none. */
    private static final Set<String> OFFICES_OF_TWO = Set.of(
            "truong tieu",
            "truong thcs",
            "truong thpt",
            "truong dai",
            "truong mam",
            "truong trung",
            "truong cao",
            "truong hoc",
            "cong ty",
            "cong an",
            "cong van",
            "chi nhanh",
            "chi cuc",
            "trung tam",
            "ban quan",
            "ban to",
            "ban chi",
            "ban giam",
            "lien he",
            "lien lac",
            "lien doan",
            "lien hiep");

    private static final Set<String> STREETS_OF_TWO = Set.of("ba trieu", "ba huyen", "ba hom", "anh dao", "bo dau");

    private final Folded text;
    private final boolean inMarks;
    private final Tokens words;
    private final Found found;

    /** Places of the form's address; the chain around them decides how far they reach. */
    private final List<int[]> claimed = new ArrayList<>();

    private final BitSet ofForm = new BitSet();

    HomeAddresses(Folded text, Tokens words, Found found) {
        this.text = text;
        this.inMarks = text.isMarked(0, text.length());
        this.words = words;
        this.found = found;
    }

    private static Map<String, List<Word>> words(Map<Part, String> lists) {
        var words = new HashMap<String, List<Word>>();
        lists.forEach((part, list) -> {
            for (var proper : list.split(",")) {
                words.merge(
                        Text.fold(proper),
                        List.of(new Word(proper, part)),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
            }
        });
        return Map.copyOf(words);
    }

    void find(KnownPerson form) {
        findGiven(form.address());
        for (var i = 0; i < words.count(); ) {
            var chain = chain(i);
            if (chain == null) {
                i++;
                continue;
            }
            judge(chain);
            i = chain.end;
        }
        claimed.forEach(each -> found.add(each[0], each[1], Kind.ADDRESS, true));
    }

    /** The address of the form, and its parts that name a house, a lane or a hamlet. */
    private void findGiven(String address) {
        if (address.isBlank()) {
            return;
        }
        var whole = new Folded(address.strip()).low();
        add(whole);
        for (var part : whole.split("[,;]")) {
            var words = part.strip();
            if (words.indexOf(' ') > 0
                    && !words.matches("(?:phuong|xa|quan|huyen|tinh|tp|thanh pho|thi tran|thi xa)\\b.*")) {
                add(words);
            }
        }
    }

    private void add(String given) {
        if (given.length() < 5) {
            return;
        }
        for (var at = text.low().indexOf(given); at >= 0; at = text.low().indexOf(given, at + given.length())) {
            var end = at + given.length();
            var whole = (at == 0 || !Tokens.isWord(text.low().charAt(at - 1)))
                    && (end == text.length() || !Tokens.isWord(text.low().charAt(end)));
            if (whole) {
                claimed.add(new int[] {at, end});
                ofForm.set(at, end);
            }
        }
    }

    // --- Chains
    // -------------------------------------------------------------------------------------------------------------

    /** Parts that follow each other. */
    private static final class Chain {
        final int start;
        int end;
        int parts;
        boolean house;
        boolean street;
        boolean hamlet;
        boolean commune;
        private int numbered;

        Chain(int start) {
            this.start = start;
        }

        void add(Part part, int end) {
            this.end = end;
            parts++;
            house |= part == Part.HOUSE;
            street |= part == Part.STREET;
            hamlet |= part == Part.HAMLET;
            numbered += part == Part.NUMBERED ? 1 : 0;
            commune |= part == Part.COMMUNE;
        }

        /** "tầng 2 khu A": nothing but numbers, of which any building has some. */
        boolean isNumbersAlone() {
            return numbered == parts;
        }
    }

    private @Nullable Chain chain(int at) {
        var chain = new Chain(at);
        var next = at;
        while (next < words.count() && (next == at || words.follows(next, " ,.;-(/", 4))) {
            var before = chain.parts;
            part(next, chain, before > 0);
            if (chain.parts == before) {
                bridge(next, chain);
            }
            if (chain.parts == before) {
                break;
            }
            next = chain.end;
        }
        return chain.parts == 0 ? null : chain;
    }

    /** "thôn 3, Thạch Thất, huyện …": what stands between commas within an address belongs to it, whatever it is. */
    private void bridge(int at, Chain chain) {
        if (chain.parts == 0 || !chain.house && !chain.hamlet && !chain.isNumbersAlone() || words.follows(at, " ", 1)) {
            return;
        }
        var end = at;
        while (end < words.count()
                && end - at < LONGEST_NAME
                && (end == at || words.follows(end, " ", 1))
                && !isStop(end)) {
            end++;
        }
        if (end > at && words.follows(end, " ,-", 3) && !words.follows(end, " ", 1) && isWordOfPart(end)) {
            chain.add(Part.UPPER, end);
        }
    }

    /** Adds the part that begins at a word, if one does. */
    private void part(int at, Chain chain, boolean within) {
        for (var length = Math.min(LONGEST_WORD, words.count() - at); length > 0; length--) {
            var word = word(at, length);
            if (word != null) {
                var end = value(at + length, word, within);
                if (end > 0) {
                    chain.add(word.part(), end);
                    if (word.part() == Part.HOUSE) {
                        streetBehind(chain);
                    }
                    return;
                }
            }
        }
        if (glued(at, chain, within) || tower(at, chain, within) || building(at, chain, within)) {
            return;
        }
        if (words.is(at, "p")
                && words.follows(at + 1, ". ", 2)
                && isHouse(at + 1)
                && words.end(at + 1) - words.start(at + 1) > 2) {
            chain.add(Part.HOUSE, at + 2);
        } else if (isHouse(at)
                && (within || !isAfter(at, NO_HOUSE_BEFORE) || isLaneNumber(at))
                && (within
                        || street(at + 1) > 0
                        || isPartNext(at + 1)
                        || isHome(words.start(at)) && smallStreet(at + 1) > 0)) {
            chain.add(Part.HOUSE, at + 1);
            streetBehind(chain);
        } else if (within) {
            bare(at, chain);
        }
    }

    /** "kp2", "p5" */
    private boolean glued(int at, Chain chain, boolean within) {
        var matcher = GLUED.matcher(words.low(at));
        if (!matcher.matches() || !within && !isPartNext(at + 1) && !isHome(words.start(at))) {
            return false;
        }
        chain.add(
                switch (matcher.group(1)) {
                    case "p" -> Part.COMMUNE;
                    case "q" -> Part.UPPER;
                    case "to", "doi", "khu", "kv" -> Part.NUMBERED;
                    default -> Part.HAMLET;
                },
                at + 1);
        return true;
    }

    /** "ở S2.05 Vinhomes": the flat, and the building by its name. */
    private boolean tower(int at, Chain chain, boolean within) {
        if (within
                || !TOWER.matcher(words.low(at)).matches()
                || !words.follows(at + 1, ".-", 1)
                || !words.isNumber(at + 1)
                || !isHouse(at)
                || !isHome(words.start(at))) {
            return false;
        }
        chain.add(Part.HOUSE, at + 2);
        if (words.follows(at + 2, " ,", 2) && words.isCapital(at + 2)) {
            chain.add(Part.HAMLET, capitals(at + 2));
        }
        return true;
    }

    /** "ở Vinhomes Grand Park, phường Long Bình": a place by its name alone, where it is said that somebody lives there. */
    private boolean building(int at, Chain chain, boolean within) {
        if (within || !words.isCapital(at) || isOffice(at) || word(at, 1) != null || !isHome(words.start(at))) {
            return false;
        }
        var end = capitals(at);
        if (end == 0
                || !words.follows(end, ",- ", 3)
                || words.follows(end, " ", 1)
                || !beginsPart(end) && !isProvince(end)) {
            return false;
        }
        chain.add(Part.HAMLET, end);
        return true;
    }

    /** "27/190": no day of a month, so a house in a lane. */
    private boolean isLaneNumber(int at) {
        var parts = words.low(at).split("/");
        return parts.length > 2 && !isYear(parts[2])
                || parts.length == 2 && (isAboveDays(parts[0]) || isAboveDays(parts[1]));
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
    }

    private static boolean isAboveDays(String number) {
        return number.length() > 2 || number.compareTo("31") > 0 && number.length() == 2;
    }

    private boolean isProvince(int at) {
        return words.follows(at + 1, " ", 1) && PROVINCES.contains(words.low(at) + " " + words.low(at + 1));
    }

    private boolean isPartNext(int at) {
        if (!words.follows(at, " ,-", 2)) {
            return false;
        }
        if (GLUED.matcher(words.low(at)).matches()) {
            return true;
        }
        for (var length = Math.min(LONGEST_WORD, words.count() - at); length > 0; length--) {
            var word = word(at, length);
            if (word != null && word.part() != Part.UPPER && value(at + length, word, true) > 0) {
                return text.low().charAt(words.start(at)) != 'x'
                        || length > 1
                        || words.low(at).length() > 1;
            }
        }
        return false;
    }

    private boolean isAfter(int at, Set<String> what) {
        return at > 0 && words.follows(at, " ", 1) && what.contains(words.low(at - 1));
    }

    /** "12 Lê Lợi": a street without its word, right behind a house's number. */
    private void streetBehind(Chain chain) {
        var end = street(chain.end);
        if (end == 0 && (isHome(words.start(chain.start)) || words.is(chain.start + 1, "nha"))) {
            end = smallStreet(chain.end);
        }
        if (end > 0) {
            chain.add(Part.STREET, end);
        }
    }

    private boolean isOffice(int at) {
        if (at >= words.count()) {
            return false;
        }
        var two = words.low(at) + (at + 1 < words.count() ? " " + words.low(at + 1) : "");
        return OFFICES.contains(words.low(at)) && !STREETS_OF_TWO.contains(two) || OFFICES_OF_TWO.contains(two);
    }

    /** @return the word behind the name of a street; 0 if there is none */
    private int street(int at) {
        if (!words.follows(at, " ,", 2) || isOffice(at) && !words.is(at, "ong")) {
            return 0;
        }
        var end = at;
        while (end < words.count()
                && end - at < LONGEST_NAME
                && (end == at || words.follows(end, " ", 1))
                && words.isCapital(end)
                && !words.hasDigit(end)
                && (end == at || !beginsPart(end))) {
            end++;
        }
        if (end - at < 2 || beginsPart(at) && !words.is(at, "ly")) {
            return 0;
        }
        return end < words.count() && words.follows(end, " ", 1) && ENGLISH_STREETS.contains(words.low(end))
                ? end + 1
                : end;
    }

    /** The same in small letters, behind the number of a home: as far as the next sign, part or word that is no name. */
    private int smallStreet(int at) {
        if (!words.follows(at, " ,", 2) || beginsPart(at)) {
            return 0;
        }
        var end = small(at);
        return end - at >= 2 && isEnded(end) ? end : 0;
    }

    /** Behind the syllables that can be a name, at most as many as one has. */
    private int small(int at) {
        var end = at;
        while (end < words.count()
                && end - at < LONGEST_NAME
                && (end == at || words.follows(end, " ", 1))
                && !words.isCapital(end)
                && !words.hasDigit(end)
                && !isStop(end)
                && (end == at || !isWordOfPart(end))) {
            end++;
        }
        return end;
    }

    /** Right behind a name, or behind a comma. */
    private boolean isNext(int at) {
        return words.follows(at, " ,-", 2) && isWordOfPart(at);
    }

    private boolean isStop(int at) {
        return STOPS.contains(words.low(at))
                && !NO_STOPS.contains(words.key(at))
                && (!PARTS_OR_NAMES.contains(words.low(at)) || !isClosed(at + 1));
    }

    private boolean isEnded(int at) {
        return isClosed(at) || isStop(at) || isWordOfPart(at);
    }

    /** Whether a part seems to begin there; looks no further than the word behind, as names are told by it. */
    private boolean isWordOfPart(int at) {
        for (var length = Math.min(LONGEST_WORD, words.count() - at); length > 0; length--) {
            var word = word(at, length);
            if (word != null
                    && (length > 1 || words.low(at).length() > 1)
                    && words.follows(at + length, " .:", 2)
                    && (words.hasDigit(at + length) || word.part() != Part.HOUSE && !isStop(at + length))) {
                return true;
            }
        }
        return at < words.count() && GLUED.matcher(words.low(at)).matches();
    }

    private boolean beginsPart(int at) {
        for (var length = Math.min(LONGEST_WORD, words.count() - at); length > 0; length--) {
            var word = word(at, length);
            if (word != null
                    && (length > 1 || words.low(at).length() > 1)
                    && (words.isMarked(at) || !words.isCapital(at))) {
                return value(at + length, word, true) > 0;
            }
        }
        return false;
    }

    /** ", Hà Nội", ", Minh Khai ward": a name without its word, behind a sign. */
    private void bare(int at, Chain chain) {
        if (!words.isCapital(at) && !chain.commune && !chain.hamlet && !isProvince(at)
                || words.follows(at, " ", 1) && !words.isCapital(at) && (inMarks || !chain.commune)) {
            return;
        }
        var numberedHamlet = chain.hamlet && words.hasDigit(at - 1) && words.follows(at, " ", 1);
        for (var length = 4; length >= 1; length--) {
            if (at + length > words.count()) {
                continue;
            }
            var name = new StringBuilder();
            var together = true;
            var capital = true;
            for (var i = at; i < at + length; i++) {
                together &= i == at || words.follows(i, " ", 1);
                capital &= words.isCapital(i);
                name.append(i == at ? "" : " ").append(words.low(i));
            }
            if (!together) {
                continue;
            }
            var last = at + length - 1;
            var english = length > 1 && ENGLISH_AREAS.contains(words.low(last)) && words.isCapital(at);
            var place = capital
                    && length == 2
                    && words.follows(at, " ,-", 3)
                    && !words.follows(at, " ", 1)
                    && (chain.parts > 1
                            || chain.hamlet
                            || words.is(chain.start, "to")
                            || isHome(words.start(chain.start)))
                    && isClosed(at + length)
                    && !PersonNames.isSurname(words.low(at));
            var commune = numberedHamlet
                    && capital
                    && (length == 2 || length == 3)
                    && (isClosed(at + length)
                            || !words.isCapital(at + length) && !PersonNames.isSurname(words.low(at)));
            var small = !inMarks
                    && chain.commune
                    && chain.parts > 1
                    && length == 2
                    && isClosed(at + length)
                    && small(at) == at + length;
            if (english || PROVINCES.contains(name.toString()) || place || commune || small) {
                chain.add(Part.UPPER, at + length);
                return;
            }
        }
    }

    /** Whether the text, or at least the sentence, ends before a word. */
    private boolean isClosed(int at) {
        return at >= words.count()
                || text.low()
                        .substring(words.end(at - 1), words.start(at))
                        .matches("[\\s]{0,2}(?:[.;,)\\n\\u00A4]|- )[\\s\\S]*");
    }

    // --- Parts
    // --------------------------------------------------------------------------------------------------------------

    private @Nullable Word word(int at, int length) {
        var folded = new StringBuilder();
        for (var i = at; i < at + length; i++) {
            if (i > at && !words.follows(i, " ", 1)) {
                return null;
            }
            folded.append(i == at ? "" : " ").append(words.low(i));
        }
        for (var word : WORDS.getOrDefault(folded.toString(), List.of())) {
            var syllables = word.proper().split(" ");
            var says = true;
            for (var i = 0; i < length; i++) {
                says &= text.says(words.start(at + i), words.end(at + i), Folded.key(syllables[i]));
            }
            // In a text with marks, "ban" is no "bản".
            var loose = word.part() == Part.HAMLET && !STRONG.contains(word.proper()) && length == 1;
            if (says && (!loose || !inMarks || Folded.key(word.proper()).equals(words.key(at)))) {
                return word;
            }
        }
        return null;
    }

    /** @return the word behind what a part is called; 0 if nothing there can be its name */
    private int value(int from, Word word, boolean within) {
        var at = from;
        if (at >= words.count() || !words.follows(at, " .:", 2)) {
            return 0;
        }
        if ((word.proper().equals("cc") || word.proper().equals("đ")) && !within && !isHome(words.start(from - 1))) {
            return 0;
        }
        if (words.says(at, "số", "so") && !word.proper().equals("số") && words.follows(at + 1, " .:", 2)) {
            at++;
        }
        return switch (word.part()) {
            case HOUSE ->
                isHouse(at)
                        ? houseEnd(at)
                        : LANES.contains(word.proper()) && words.isCapital(at) && isHome(words.start(from - 1))
                                ? capitals(at)
                                : 0;
            case NUMBERED -> isHouse(at) || isLetter(at) ? houseEnd(at) : 0;
            case HAMLET -> {
                var end = isHouse(at) || isLetter(at) ? at + 1 : name(at, within, word);
                if (end == 0 && SHARED.contains(word.proper()) && isWordOfPart(at)) {
                    yield from;
                }
                // "bản Word", "bản 2"
                yield word.proper().equals("bản")
                                && end - at < 2
                                && !(end > at && (isNext(end) || isHome(words.start(from - 1))))
                        ? 0
                        : end;
            }
            case STREET -> prolonged(isStreetNumber(at) ? at + 1 : name(at, within, word));
            case COMMUNE, UPPER ->
                isLetterWord(word) && !words.follows(from, ". ", 2)
                                || isLetterWord(word) && words.follows(from, " ", 1) && !within
                        ? 0
                        : isShortNumber(at)
                                ? at + 1
                                : isLetterWord(word)
                                                && (words.isCapital(at)
                                                        || !within
                                                        || inMarks && words.follows(from, " ", 1))
                                        ? capitals(at)
                                        : name(at, within, word);
        };
    }

    /** "đường Trần Hưng Đạo nối dài" */
    private int prolonged(int end) {
        return end > 0
                        && words.follows(end, " ", 1)
                        && (words.is(end, "noi") || words.is(end, "keo"))
                        && words.follows(end + 1, " ", 1)
                        && words.is(end + 1, "dai")
                ? end + 2
                : end;
    }

    /** "p.", "q." */
    private static boolean isLetterWord(Word word) {
        return word.proper().length() == 1;
    }

    private int houseEnd(int at) {
        return at + 1 < words.count()
                        && words.follows(at + 1, ".-", 1)
                        && HOUSE.matcher(words.low(at + 1)).matches()
                ? at + 2
                : at + 1;
    }

    private boolean isHouse(int at) {
        return at < words.count()
                && HOUSE.matcher(words.low(at)).matches()
                && found.isFree(words.start(at), words.end(at))
                && digitsAround(at) < LONG_NUMBER;
    }

    /** How many digits hang together there by points, lines and spaces: a telephone's number is no house. */
    private int digitsAround(int at) {
        var from = at;
        while (from > 0 && at - from < LONG_NUMBER && words.follows(from, " .-", 2) && words.isNumber(from - 1)) {
            from--;
        }
        var to = at;
        while (to + 1 < words.count()
                && to - at < LONG_NUMBER
                && words.follows(to + 1, " .-", 2)
                && words.isNumber(to + 1)) {
            to++;
        }
        var digits = 0;
        for (var i = from; i <= to; i++) {
            digits += words.isNumber(i) ? words.end(i) - words.start(i) : 0;
        }
        return digits;
    }

    private boolean isLetter(int at) {
        return words.isUpper(at) && words.end(at) - words.start(at) == 1;
    }

    private boolean isShortNumber(int at) {
        return at < words.count()
                && words.end(at) - words.start(at) <= 2
                && Character.isDigit(text.low().charAt(words.start(at)));
    }

    private boolean isStreetNumber(int at) {
        return isHouse(at) && words.end(at) - words.start(at) <= 5;
    }

    private int capitals(int at) {
        var end = at;
        while (end < words.count()
                && end - at < LONGEST_NAME
                && (end == at || words.follows(end, " ", 1))
                && words.isCapital(end)
                && !words.hasDigit(end)
                && (end == at || !beginsWord(end))) {
            end++;
        }
        return end > at ? end : 0;
    }

    /** A name in capitals; or, where the text is in small letters, some syllables that can be one, in a chain or behind "ở". */
    private int name(int at, boolean within, Word word) {
        if (words.isCapital(at)) {
            return capitals(at);
        }
        if (!within && !STRONG.contains(word.proper()) && !isHome(words.start(at))) {
            return 0;
        }
        var syllables = small(at) - at;
        if (syllables > 2 && word.part() == Part.STREET && isEnded(at + syllables)) {
            return at + syllables;
        }
        if (syllables > 2 && SIDES.contains(words.low(at + 2)) || syllables == 3 && isClosed(at + 3)) {
            return at + 3;
        }
        if (syllables == 1) {
            return word.part() == Part.HAMLET && isNext(at + 1)
                            || word.part() == Part.STREET && isEnded(at + 1) && words.isMarked(at) == inMarks
                    ? at + 1
                    : 0;
        }
        return syllables == 0 ? 0 : at + 2;
    }

    private boolean beginsWord(int at) {
        var word = word(at, 1);
        return word != null && words.isMarked(at) && !words.isCapital(at);
    }

    // --- Telling
    // ------------------------------------------------------------------------------------------------------------

    private void judge(Chain chain) {
        var start = words.start(chain.start);
        var end = words.end(chain.end - 1);
        var next = ofForm.nextSetBit(start);
        var isGiven = next >= 0 && next < end;
        if (!isGiven && !isLane(chain.start) && isPublic(start)) {
            return;
        }
        var home = isHome(start) || chain.house && isBesideHome(start);
        var house = chain.house && (chain.street || chain.parts > 1)
                || chain.hamlet && (chain.commune || chain.parts > 1)
                || chain.numbered > 0 && chain.parts > 1 && !chain.isNumbersAlone();
        if (isGiven
                || house
                || home && (chain.parts > 1 || chain.house || chain.hamlet || chain.commune || chain.street)) {
            var bare = chain.parts == 2 && chain.street && words.hasDigit(chain.start);
            found.add(start, end, Kind.ADDRESS, isGiven || home || house && !bare);
        } else if (chain.hamlet
                || chain.house && isLane(chain.start)
                || chain.isNumbersAlone() && (home || words.is(chain.start, "to") && chain.parts > 1)) {
            found.add(start, end, Kind.ADDRESS, false);
        }
    }

    private boolean isLane(int at) {
        return Set.of("ngo", "ngach", "hem", "kiet", "can", "nha").contains(words.low(at))
                || words.is(at, "so") && words.is(at + 1, "nha");
    }

    private boolean isHome(int at) {
        return HOME.matcher(before(at, NEAR)).find();
    }

    private boolean isBesideHome(int at) {
        return BESIDE_HOME.matcher(before(at, NEAR)).find();
    }

    private String before(int at, int length) {
        return text.low().substring(Math.max(0, at - length), at);
    }

    /** Whether it is said right before that an office, a temple or the like stands there. */
    private boolean isPublic(int at) {
        var from = Math.max(0, at - NEAR_PUBLIC);
        var matcher = PUBLIC.matcher(before(at, NEAR_PUBLIC));
        for (var next = 0; matcher.find(next); next = matcher.start() + 1) {
            var what = text.written(from + matcher.start("what"), from + matcher.end("what"));
            var proper = SPELLED.get(Text.fold(what));
            if (proper == null || Folded.key(what).equals(Folded.key(proper))) {
                return true;
            }
        }
        return false;
    }
}
