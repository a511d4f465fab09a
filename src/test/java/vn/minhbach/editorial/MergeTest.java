package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two who write on one text at the same time lose nothing of it, and are asked no more than they must be. */
class MergeTest {

    private static final String BASE =
            "<h2>Lễ hội</h2><p>Mở cửa ngày 12.</p><p>Vé 20.000 đồng.</p><p>Mời mọi người.</p>";

    @Test
    void whatOnlyOneChangedIsAsTheyHaveIt() {
        var merge = Merge.of(
                BASE,
                BASE.replace("ngày 12", "ngày 14"),
                BASE.replace("Mời mọi người.", "Kính mời mọi người.") + "<p>Liên hệ phòng Di sản.</p>");

        assertThat(merge.clashes()).isZero();
        assertThat(merge.html())
                .isEqualTo("<h2>Lễ hội</h2><p>Mở cửa ngày 14.</p><p>Vé 20.000 đồng.</p><p>Kính mời mọi người.</p>"
                        + "<p>Liên hệ phòng Di sản.</p>");
    }

    @Test
    void neighboursAreNoClash() {
        var merge = Merge.of(BASE, BASE.replace("ngày 12", "ngày 14"), BASE.replace("20.000", "25.000"));

        assertThat(merge.clashes()).isZero();
        assertThat(merge.html()).contains("ngày 14", "25.000").doesNotContain("ngày 12", "20.000");
    }

    @Test
    void whereBothChangedOneParagraphBothStand() {
        var merge = Merge.of(BASE, BASE.replace("ngày 12", "ngày 14"), BASE.replace("ngày 12", "ngày 15"));

        assertThat(merge.clashes()).isEqualTo(1);
        assertThat(merge.html()).contains("<p>Mở cửa ngày 14.</p><p>Mở cửa ngày 15.</p><p>Vé 20.000 đồng.</p>");
    }

    @Test
    void whatBothChangedAlikeStandsOnce() {
        var both = BASE.replace("ngày 12", "ngày 14");

        assertThat(Merge.of(BASE, both, both)).isEqualTo(new Merge(both, 0));
        assertThat(Merge.of(BASE, BASE + "<p>Hết.</p>", BASE + "<p>Hết.</p>").html())
                .endsWith("người.</p><p>Hết.</p>");
    }

    @Test
    void twoAdditionsInOnePlaceStandBoth() {
        var merge = Merge.of(BASE, BASE + "<p>Của Hà.</p>", BASE + "<p>Của Lan.</p>");

        assertThat(merge.clashes()).isEqualTo(1);
        assertThat(merge.html()).endsWith("<p>Của Hà.</p><p>Của Lan.</p>");
    }

    /** Somebody who takes out what another puts right has to look at it again. */
    @Test
    void whatOneTookOutAndTheOtherChangedStaysAndIsToldOf() {
        var merge = Merge.of(BASE, BASE.replace("<p>Mở cửa ngày 12.</p>", ""), BASE.replace("ngày 12", "ngày 15"));

        assertThat(merge.clashes()).isEqualTo(1);
        assertThat(merge.html()).contains("<p>Mở cửa ngày 15.</p>");
    }

    @Test
    void whoChangedNothingHasNothingToSay() {
        var theirs = BASE.replace("Vé 20.000 đồng.", "Vào cửa tự do.");

        assertThat(Merge.of(BASE, theirs, BASE)).isEqualTo(new Merge(theirs, 0));
        assertThat(Merge.of(BASE, BASE, theirs)).isEqualTo(new Merge(theirs, 0));
        assertThat(Merge.of("", "", "<p>Mới.</p>")).isEqualTo(new Merge("<p>Mới.</p>", 0));
    }

    /** Whatever they do to it: every paragraph that either has put in stands in what is put together. */
    @Test
    @Timeout(20)
    void nothingWrittenIsEverLost() {
        var random = new Random(20_261_201);
        for (var round = 0; round < 500; round++) {
            var begun = IntStream.range(0, random.nextInt(8))
                    .mapToObj(n -> "<p>đoạn " + n + "</p>")
                    .toList();
            var base = String.join("", begun);
            var theirs = written(begun.stream(), random, "kia");
            var mine = written(begun.stream(), random, "tôi");

            var merged = Merge.of(base, theirs, mine);

            Stream.of(theirs, mine)
                    .flatMap(text -> Stream.of(text.split("(?<=</p>)")))
                    .filter(part -> part.contains("kia") || part.contains("tôi"))
                    .forEach(part -> assertThat(merged.html()).contains(part));
            begun.stream()
                    .filter(part -> theirs.contains(part) && mine.contains(part))
                    .forEach(part -> assertThat(merged.html()).contains(part));
            if (theirs.equals(base)) {
                assertThat(merged).isEqualTo(new Merge(mine, 0));
            }
        }
    }

    private static String written(Stream<String> begun, Random random, String by) {
        return begun.flatMap(part -> switch (random.nextInt(6)) {
                    case 0 -> Stream.<String>of();
                    case 1 -> Stream.of("<p>" + by + " sửa " + random.nextInt(1_000) + "</p>");
                    case 2 -> Stream.of(part, "<p>" + by + " thêm " + random.nextInt(1_000) + "</p>");
                    default -> Stream.of(part);
                })
                .collect(Collectors.joining());
    }

    @Test
    void aLongTextIsPutTogetherInTime() {
        var base =
                IntStream.range(0, 3_000).mapToObj(n -> "<p>đoạn " + n + "</p>").collect(Collectors.joining());

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Merge.of(
                                        base,
                                        base.replace("đoạn 7<", "đoạn bảy<"),
                                        base.replace("đoạn 2990<", "đoạn khác<"))
                                .clashes())
                        .isZero());
    }

    /** Looking at it paragraph by paragraph would take the longer, the more of them are otherwise; nobody may keep the server busy with that. */
    @Test
    void whatIsTooLongIsOneOrTheOther() {
        var longest = text(Comparison.LONGEST_STRETCH / 2);
        var tooLong = text(Comparison.LONGEST_STRETCH / 2 + 1);

        assertThat(Merge.of(longest, begun(longest), ended(longest)).clashes()).isZero();
        assertThat(conflict(longest).getChoices()).containsExactly("theirs", "mine", "both");

        // Changed in its first paragraph by one and in its last by the other: had they been looked at, nothing would
        // clash.
        assertThat(Merge.of(tooLong, begun(tooLong), ended(tooLong)))
                .isEqualTo(new Merge(begun(tooLong) + ended(tooLong), 1));
        assertThat(Merge.of(tooLong, tooLong, ended(tooLong))).isEqualTo(new Merge(ended(tooLong), 0));
        var conflict = conflict(tooLong);
        assertThat(conflict.getChoices()).containsExactly("theirs", "mine");
        assertThat(conflict.getChoice()).isEqualTo("mine");
        conflict.setChoice("both");
        assertThat(conflict.resolved("<p>khác</p>").html()).isEqualTo("<p>khác</p>");
        conflict.setChoice("theirs");
        assertThat(conflict.resolved("<p>khác</p>").html()).isEqualTo(begun(tooLong));
    }

    private static Conflict conflict(String base) {
        return Conflict.ofHtml("body", "Nội dung", base, begun(base), ended(base), true);
    }

    private static String text(int paragraphs) {
        return IntStream.range(0, paragraphs)
                .mapToObj(n -> "<p>đoạn " + n + "</p>")
                .collect(Collectors.joining());
    }

    private static String begun(String text) {
        return text.replace("<p>đoạn 0</p>", "<p>của Hà</p>");
    }

    private static String ended(String text) {
        return text.substring(0, text.lastIndexOf("<p>")) + "<p>của Lan</p>";
    }

    @Test
    void aConflictOffersWhatCanBePutTogetherAndKeepsMineWhereItCannot() {
        var theirs = BASE.replace("ngày 12", "ngày 14");
        var apart = Conflict.ofHtml("body", "Nội dung", BASE, theirs, BASE.replace("20.000", "25.000"), true);
        assertThat(apart.getChoice()).isEqualTo(Conflict.BOTH);
        assertThat(apart.getTheirs()).contains("<del>14.</del>");
        assertThat(apart.getMine()).contains("<ins>25.000</ins>");
        // What was typed since is put together as well.
        assertThat(apart.resolved(BASE.replace("20.000", "30.000")).html()).contains("ngày 14", "30.000");

        var clash = Conflict.ofHtml("body", "Nội dung", BASE, theirs, BASE.replace("ngày 12", "ngày 15"), true);
        assertThat(clash.getChoice()).isEqualTo(Conflict.MINE);
        clash.setChoice("both");
        assertThat(clash.resolved(BASE.replace("ngày 12", "ngày 15")).clashes()).isEqualTo(1);
        clash.setChoice("theirs");
        assertThat(clash.resolved("<p>khác</p>").html()).isEqualTo(theirs);

        var plain = Conflict.ofText("title", "Tiêu đề", "Của Hà", Comparison.ofText("Của Hà", "Của <Lan>"), true);
        assertThat(plain.getChoices()).containsExactly("theirs", "mine");
        plain.setChoice("both");
        assertThat(plain.getChoice()).isEqualTo("mine");
        assertThat(plain.getMine()).isEqualTo("Của <ins>&lt;Lan&gt;</ins>");
    }
}
