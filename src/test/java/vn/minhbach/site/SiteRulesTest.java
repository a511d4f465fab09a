package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.desk.KeptRow;
import vn.minhbach.shared.RuleBrokenException;

/** When things are shown, where addresses lead, and how the home page is laid out. */
class SiteRulesTest {

    /** Half past seven in the morning of 5 December in Vietnam. */
    private static final Instant FROM = Instant.parse("2026-12-05T00:30:00Z");

    private static final Instant UNTIL = Instant.parse("2026-12-06T00:00:00Z");
    private static final Map<String, String> PERIOD = Map.of("from", "2026-12-05T07:30", "until", "2026-12-06T07:00");

    @Test
    void aPeriodBeginsAtItsMinuteAndIsOverAtItsMinute() {
        var period = Period.of(row(1, PERIOD));

        assertThat(period.at(FROM.minusNanos(1))).isEqualTo(Period.Standing.BEFORE);
        assertThat(period.at(FROM)).isEqualTo(Period.Standing.WITHIN);
        assertThat(period.at(UNTIL.minusNanos(1))).isEqualTo(Period.Standing.WITHIN);
        assertThat(period.at(UNTIL)).isEqualTo(Period.Standing.AFTER);
    }

    @Test
    void whatHasNoPeriodIsAlwaysShown() {
        assertThat(Period.of(row(1, Map.of())).holds(Instant.EPOCH)).isTrue();
        // The old address of a redirect is no moment, though its field is called the same.
        assertThat(Period.of(row(1, Map.of("from", "/Default.aspx?ItemID=12"))).from())
                .isNull();
    }

    @Test
    void theNextChangeIsTheNextMomentAtWhichAnythingComesOrGoes() {
        var rows = Map.of(
                SiteKind.NOTICE,
                List.of(row(1, PERIOD)),
                SiteKind.BANNER,
                List.of(row(2, Map.of("until", "2026-12-05T12:00"))));

        assertThat(SiteContent.of(rows, FROM.minusSeconds(1)).nextChange()).isEqualTo(FROM);
        assertThat(SiteContent.of(rows, FROM).nextChange()).isEqualTo(Instant.parse("2026-12-05T05:00:00Z"));
        assertThat(SiteContent.of(rows, UNTIL).nextChange()).isNull();
        assertThat(SiteContent.of(rows, FROM).notices()).hasSize(1);
        assertThat(SiteContent.of(rows, UNTIL).notices()).isEmpty();
        assertThat(SiteContent.of(rows, UNTIL).banners()).isEmpty();
    }

    @Test
    void urgentNoticesComeFirstAndThenTheNewest() {
        var ordered = List.of(
                        row(1, Map.of("level", "NORMAL", "from", "2026-12-01T00:00")),
                        row(2, Map.of("level", "NORMAL", "from", "2026-12-03T00:00")),
                        row(3, Map.of("level", "URGENT", "from", "2026-11-01T00:00")))
                .stream()
                .sorted(SiteContent.NOTICES_IN_ORDER)
                .map(KeptRow::id)
                .toList();

        assertThat(ordered).containsExactly(3L, 2L, 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "/gioi-thieu, /gioi-thieu",
        "/gioi-thieu/, /gioi-thieu",
        "https://sovhtt.example.vn/gioi-thieu, /gioi-thieu",
        "/Default.aspx?ItemID=12, /Default.aspx?ItemID=12",
        "/gi%E1%BB%9Bi-thi%E1%BB%87u, /giới-thiệu",
        "/gioi-thieu#muc-1, /gioi-thieu"
    })
    void anOldAddressIsKeptInOneWay(String typed, String kept) {
        assertThat(Redirects.from(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gioi-thieu",
                "//evil.example",
                "/\\evil",
                "/",
                "/quan-tri",
                "/quan-tri/menu",
                "/QUAN-TRI/menu",
                "/en/quan-tri",
                "/api/v1/x",
                "/dang-nhap",
                "/a%0d%0aX:y",
                "/a%zz"
            })
    void whatIsNoOldAddressIsRefused(String typed) {
        assertThatThrownBy(() -> Redirects.from(typed)).hasMessage("row.redirect.from.error");
    }

    @Test
    void nobodyIsLedTwiceOrInACircle() {
        var others = List.of(row(1, Map.of("from", "/cu", "to", "/tin-tuc")));

        assertThatThrownBy(() -> Redirects.requireNoChain("/cu", "/don-vi", others))
                .hasMessage("row.redirect.from.double");
        assertThatThrownBy(() -> Redirects.requireNoChain("/moi", "/cu", others))
                .hasMessage("row.redirect.to.chain");
        assertThatThrownBy(() -> Redirects.requireNoChain("/tin-tuc", "/don-vi", others))
                .hasMessage("row.redirect.from.chain");
        assertThatThrownBy(() -> Redirects.requireNoChain("/a", "/a", List.of()))
                .isInstanceOf(RuleBrokenException.class);
        assertThatCode(() -> Redirects.requireNoChain("/khac", "/tin-tuc", others))
                .doesNotThrowAnyException();
    }

    @Test
    void twoNarrowPartsThatFollowEachOtherStandSideBySide() {
        var layout = HomeLayout.of(List.of(
                part("LIFE_EVENTS", "YES", "FULL", ""),
                part("NEWS", "YES", "HALF", "7"),
                part("BANNER", "NO", "FULL", ""),
                part("REFORM", "YES", "HALF", ""),
                part("NOTICES", "YES", "HALF", "")));

        assertThat(layout.rows().stream()
                        .map(row -> row.stream().map(HomeLayout.Part::block).toList()))
                .containsExactly(
                        List.of(HomeBlock.LIFE_EVENTS),
                        List.of(HomeBlock.NEWS, HomeBlock.REFORM),
                        List.of(HomeBlock.NOTICES));
        assertThat(layout.size(HomeBlock.NEWS, 5)).isEqualTo(7);
        assertThat(layout.size(HomeBlock.REFORM, 3)).isEqualTo(3);
        assertThat(layout.size(HomeBlock.BANNER, 1)).isZero();
        assertThat(layout.without(HomePage.empty(null, List.of())).rows().getFirst())
                .extracting(HomeLayout.Part::block)
                .as("a part with nothing in it")
                .containsExactly(HomeBlock.NEWS, HomeBlock.REFORM);
        assertThat(layout.without(EnumSet.of(HomeBlock.REFORM)).rows().get(1))
                .extracting(HomeLayout.Part::block)
                .containsExactly(HomeBlock.NEWS, HomeBlock.NOTICES);
    }

    @Test
    void whatHasNoEnglishSaysTheVietnamese() {
        var profile =
                new SiteProfile(Map.of("name", "Sở Văn hóa", "nameEn", "Department of Culture", "slogan", "Đúng hẹn"));

        assertThat(profile.get("name", true)).isEqualTo("Department of Culture");
        assertThat(profile.get("name", false)).isEqualTo("Sở Văn hóa");
        assertThat(profile.get("slogan", true)).isEqualTo("Đúng hẹn");
    }

    private static KeptRow part(String block, String shown, String width, String size) {
        return row(1, Map.of("block", block, "shown", shown, "width", width, "size", size));
    }

    @Test
    void noWayOfWritingBelongsToTwoTags() {
        var rules = new SiteRules();
        var monuments = row(1, Map.of("name", "di tích", SiteRules.OTHERS, "di tích lịch sử"));
        var all = List.of(monuments);

        assertThatThrownBy(() -> rules.kept(SiteKind.TAG, Map.of("name", "Di Tích Lịch sử"), 0, all))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("row.error.double");
        assertThatThrownBy(() ->
                        rules.kept(SiteKind.TAG, Map.of("name", "di sản", SiteRules.OTHERS, "đền\nDI TÍCH"), 0, all))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("row.tag.others.error");
        assertThatThrownBy(() -> rules.kept(SiteKind.TAG, Map.of("name", "!?"), 0, all))
                .hasMessage("row.tag.name.error");
        assertThat(rules.kept(
                        SiteKind.TAG, Map.of("name", "di tích", SiteRules.OTHERS, "Di tích\nđình, đền\n!"), 1, all))
                .containsEntry(SiteRules.OTHERS, "đình, đền");
    }

    private static KeptRow row(long id, Map<String, String> values) {
        return KeptRow.draft(id, values);
    }
}
