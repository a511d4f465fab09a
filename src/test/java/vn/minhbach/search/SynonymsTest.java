package vn.minhbach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What else terms are called, and where they stand in a query. */
class SynonymsTest {

    private static final Synonyms ROWS = Synonyms.of(List.of(
            new Synonyms.Row(Synonyms.Kind.ABBREVIATION, "CCCD", List.of("căn cước công dân", "căn cước")),
            new Synonyms.Row(Synonyms.Kind.SYNONYM, "tàu hỏa", List.of("xe lửa")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "sổ đỏ", List.of("giấy chứng nhận quyền sử dụng đất")),
            new Synonyms.Row(Synonyms.Kind.ONE_WAY, "mất sổ đỏ", List.of("cấp lại giấy chứng nhận"))));

    private static List<String> terms(String query) {
        return ROWS.in(Word.in(query, 40)).stream().map(Synonyms.Match::term).toList();
    }

    @Test
    void theLongestTermIsFound() {
        assertThat(terms("tôi bị mất sổ đỏ và CCCD")).containsExactly("mất sổ đỏ", "CCCD");
        assertThat(terms("làm sổ đỏ")).containsExactly("sổ đỏ");
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
