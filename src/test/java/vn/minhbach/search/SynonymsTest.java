package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.Sha256;

/** What else terms are called, and where they stand in a query. */
class SynonymsTest {

    private static final Synonyms ROWS = Synonyms.of(List.of(
            new Synonyms.Row(Synonyms.Kind.ABBREVIATION, "CCCD", List.of("căn cước công dân", "căn cước")),
            new Synonyms.Row(Synonyms.Kind.SYNONYM, "tàu hỏa", List.of("xe lửa")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "sổ đỏ", List.of("giấy chứng nhận quyền sử dụng đất")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "mất sổ đỏ", List.of("cấp lại giấy chứng nhận")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "mở cửa", List.of("giờ mở cửa")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "mở thư viện", List.of("thành lập thư viện"))));

    private static List<String> terms(String query) {
        return ROWS.in(Word.in(query, 40)).stream().map(Synonyms.Match::term).toList();
    }

    @Test
    void theLongestTermIsFound() {
        assertThat(terms("tôi bị mất sổ đỏ và CCCD")).containsExactly("mất sổ đỏ", "CCCD");
        assertThat(terms("làm sổ đỏ")).containsExactly("sổ đỏ");
    }

    @Test
    void whereTwoTermsOverlapTheLongerIsMeant() {
        var rows = Synonyms.of(List.of(
                new Synonyms.Row(Synonyms.Kind.ONE_WAY, "làm căn cước", List.of("cấp thẻ căn cước")),
                new Synonyms.Row(
                        Synonyms.Kind.ONE_WAY, "căn cước cho trẻ em", List.of("cấp thẻ cho người dưới 14 tuổi"))));

        assertThat(rows.in(Word.in("làm căn cước cho trẻ em", 9)))
                .extracting(Synonyms.Match::term)
                .containsExactly("căn cước cho trẻ em");
    }

    @Test
    void citizensWordsMayBeScatteredOverAShortQuery() {
        assertThat(about("sổ đỏ nhà tôi bị mất")).containsExactly(tuple("sổ đỏ", false), tuple("mất sổ đỏ", true));
        assertThat(about("mất sổ đỏ")).containsExactly(tuple("mất sổ đỏ", false));
        assertThat(about("sổ đỏ")).containsExactly(tuple("sổ đỏ", false));
        assertThat(about("sổ đỏ của một người đã lâu không về quê mà nay mới biết là mất"))
                .containsExactly(tuple("sổ đỏ", false));
        assertThat(about("hỏa hoạn làm hư tàu")).isEmpty();
    }

    /** "Mở cửa" is one thing: whoever asks when the library opens does not want to open one. */
    @Test
    void noTermIsTornApartForTheSakeOfAnother() {
        assertThat(about("thư viện mở cửa mấy giờ")).containsExactly(tuple("mở cửa", false));
        assertThat(about("thư viện mở ở xã")).containsExactly(tuple("mở thư viện", true));
    }

    private static List<Tuple> about(String query) {
        return ROWS.about(Word.in(query, 40)).stream()
                .map(match -> tuple(match.term(), match.scattered()))
                .toList();
    }

    @Test
    void marksNeedNotBeTypedButMustNotBeOthers() {
        assertThat(terms("mat so do")).containsExactly("mất sổ đỏ");
        assertThat(terms("số đo")).isEmpty();
        assertThat(terms("cccd")).containsExactly("CCCD");
    }

    @Test
    void onlyOneWayTermsDoNotWorkBackwards() {
        assertThat(terms("đi xe lửa")).containsExactly("xe lửa");
        assertThat(terms("tàu hoả")).containsExactly("tàu hỏa");
        assertThat(terms("căn cước công dân")).containsExactly("căn cước công dân");
        assertThat(terms("giấy chứng nhận quyền sử dụng đất")).isEmpty();
    }

    @Test
    void anEnglishTermIsFoundInOneAndInSeveral() {
        var english = Synonyms.of(List.of(
                new Synonyms.Row(Synonyms.Kind.ENGLISH, "fishing licence", List.of("giấy phép khai thác thủy sản")),
                new Synonyms.Row(Synonyms.Kind.ENGLISH, "ferry", List.of("bến phà"))));

        assertThat(english.in(Word.in("Fishing Licences for ferries", 9)))
                .extracting(Synonyms.Match::term, Synonyms.Match::english)
                .containsExactly(tuple("fishing licences", true), tuple("ferries", true));
        assertThat(english.in(Word.in("bến phà", 9))).isEmpty();
        assertThat(english.phrases()).isEmpty();
    }

    /** "Visa" stands among the Vietnamese words as well, and a foreigner asks "how to extend my visa". */
    @Test
    void aWordThatBothLanguagesUseIsEnglishToo() {
        var rows = List.of(
                new Synonyms.Row(Synonyms.Kind.SYNONYM, "thị thực", List.of("visa")),
                new Synonyms.Row(Synonyms.Kind.ONE_WAY, "passport", List.of("hộ chiếu phổ thông")),
                new Synonyms.Row(Synonyms.Kind.ENGLISH, "visa", List.of("cấp thị thực")),
                new Synonyms.Row(Synonyms.Kind.ENGLISH, "passport", List.of("hộ chiếu")));

        for (var each : List.of(Synonyms.of(rows), Synonyms.of(rows.reversed()))) {
            assertThat(each.in(Word.in("visa passport", 9))).allMatch(Synonyms.Match::english);
            assertThat(each.in(Word.in("visa", 9)).getFirst().expansions())
                    .containsExactlyInAnyOrder("thị thực", "cấp thị thực");
        }
        var shipped = Synonyms.of(Synonyms.shipped());
        Synonyms.shipped("english")
                .forEach(row -> assertThat(shipped.in(Word.in(row.term(), 9)))
                        .as(row.term())
                        .anyMatch(Synonyms.Match::english));
    }

    /**
     * A portal that was set up with a list is taught no more terms of it: editors may have taken them out. So what is new goes into a new list, or the
     * newest that no version had yet; the meaning of a term may be mended where it stands.
     */
    @Test
    void listsThatWereTaughtGetNoMoreTerms() {
        assertThat(Map.of(
                        "synonyms", closed("synonyms"),
                        "words-2026", closed("words-2026"),
                        "english", closed("english"),
                        "citizens", closed("citizens")))
                .isEqualTo(Map.of(
                        "synonyms", "951 7f6a7081",
                        "words-2026", "119 bbf71f12",
                        "english", "481 884cd7d6",
                        "citizens", "1304 393b4012"));
    }

    /** How many terms a list has, and a digest of them. */
    private static String closed(String list) {
        var rows = Synonyms.shipped(list);
        return rows.size() + " "
                + Sha256.of(rows.stream().map(Synonyms.Row::term).sorted().collect(Collectors.joining("\n")), 4);
    }

    @Test
    void noTermComesTwiceWithThePortal() {
        var terms = Synonyms.shipped().stream()
                .map(row -> row.term().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(terms).doesNotHaveDuplicates();
        assertThat(Synonyms.shipped("english")).hasSizeGreaterThanOrEqualTo(250).allSatisfy(row -> {
            assertThat(row.kind()).isEqualTo(Synonyms.Kind.ENGLISH);
            assertThat(row.term()).isASCII().isLowerCase();
        });
    }

    @Test
    void theRowsThatComeWithThePortalAreSound() {
        var rows = Synonyms.shipped();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(400);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.term()).isNotBlank();
            assertThat(row.expansions()).isNotEmpty().doesNotContain(row.term());
        });
        assertThat(Synonyms.of(rows).in(Word.in("làm CCCD", 9))).isNotEmpty();
    }
}
