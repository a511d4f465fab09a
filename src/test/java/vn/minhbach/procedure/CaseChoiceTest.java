package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** "Trường hợp của tôi": where the source tells cases apart, somebody in one of them sees its papers alone. */
class CaseChoiceTest {

    @Test
    void eachCaseHasItsPapersAndWhatTheSourcePutsUnderNoneIsNotLost() {
        var choice = CaseChoice.of(List.of(
                table("a) Trường hợp cấp thẻ lần đầu, hồ sơ gồm:", "Tờ khai"),
                table("b) Trường hợp thẻ bị rách, hồ sơ gồm:", "Thẻ cũ"),
                table("--", "Ảnh chân dung"),
                table("Trường hợp ủy quyền", "Giấy ủy quyền")));

        assertThat(choice.cases())
                .extracting(CaseChoice.Case::name)
                .containsExactly("Trường hợp cấp thẻ lần đầu", "Trường hợp thẻ bị rách");
        assertThat(choice.find("truong-hop-the-bi-rach").orElseThrow().papers())
                .extracting(Paper::name)
                .containsExactly("Thẻ cũ");
        assertThat(choice.everybody())
                .hasSize(1)
                .first()
                .satisfies(
                        one -> assertThat(one.papers()).extracting(Paper::name).containsExactly("Ảnh chân dung"));
        assertThat(choice.some()).extracting(PaperCase::label).containsExactly("Trường hợp ủy quyền");
        assertThat(choice.find("khong-co")).isEmpty();
    }

    @Test
    void thereIsNoChoiceBetweenTablesThatMayAllBeNeeded() {
        assertThat(CaseChoice.of(List.of(
                                table("Giấy tờ phải nộp", "Tờ khai"),
                                table("Giấy tờ phải xuất trình", "Căn cước"),
                                table("Đối với người nước ngoài", "Hộ chiếu")))
                        .cases())
                .isEmpty();
        assertThat(CaseChoice.of(List.of(table("", "Tờ khai"))).cases()).isEmpty();
    }

    @Test
    void theCommonestCaseIsWhatEverybodyNeedsAndTheFirstCase() {
        var first = table("a) Trường hợp cấp thẻ lần đầu, hồ sơ gồm:", "Đơn đề nghị");
        var second = table("b) Trường hợp thẻ bị rách", "Thẻ cũ");
        var shown = table("Giấy tờ phải xuất trình", "Căn cước");
        var handedIn = table("Giấy tờ phải nộp", "Tờ khai");
        var some = table("Trường hợp ủy quyền", "Giấy ủy quyền");

        assertThat(names(shown, handedIn, some, first, second)).containsExactly("Căn cước", "Tờ khai", "Đơn đề nghị");
        assertThat(names(first, second, shown)).containsExactly("Căn cước", "Đơn đề nghị");
        assertThat(names(first, second)).containsExactly("Đơn đề nghị");
    }

    @Test
    void aLoneCaseBesideWhatEverybodyNeedsIsAnException() {
        var shown = table("Giấy tờ phải xuất trình", "Căn cước");
        var foreign = table("Đối với người nước ngoài", "Hộ chiếu");
        var some = table("Trường hợp ủy quyền", "Giấy ủy quyền");

        assertThat(names(shown, foreign)).containsExactly("Căn cước");
        assertThat(names(foreign, some)).containsExactly("Hộ chiếu");
        assertThat(names(some, some)).isEmpty();
        assertThat(names(some)).as("the only table is everybody's").containsExactly("Giấy ủy quyền");
    }

    private static List<String> names(PaperCase... tables) {
        return CaseChoice.commonest(List.of(tables)).stream()
                .flatMap(table -> table.papers().stream())
                .map(Paper::name)
                .toList();
    }

    @Test
    void twoTablesOfOneNameAreOneCase() {
        var choice = CaseChoice.of(List.of(
                table("- Trường hợp đổi tên:", "Quyết định đổi tên"),
                table("- Trường hợp dời trụ sở:", "Hợp đồng thuê"),
                table("+ Trường hợp đổi tên", "Thẻ cũ")));

        assertThat(choice.cases()).hasSize(2);
        assertThat(choice.cases().getFirst().papers()).hasSize(2);
    }

    @Test
    void anAddressHangsOnTheCasesOwnNameAlone() {
        var long1 = "Trường hợp " + "sân tập ngoài trời có mái che ".repeat(6) + "và khán đài";
        var long2 = long1 + " lớn";
        var all = CaseChoice.of(Stream.of("Trường hợp một", long1, long2, "Trường hợp: một")
                .map(label -> table(label, "Tờ khai"))
                .toList());
        var fewer = CaseChoice.of(Stream.of(long2, "Trường hợp hai")
                .map(label -> table(label, "Tờ khai"))
                .toList());

        assertThat(all.cases())
                .extracting(CaseChoice.Case::slug)
                .doesNotHaveDuplicates()
                .allSatisfy(slug -> assertThat(slug).matches("[a-z0-9-]+").hasSizeLessThanOrEqualTo(70));
        assertThat(fewer.cases().getFirst().slug()).isEqualTo(all.cases().get(2).slug());
    }

    @Test
    void aFewCasesAreOneQuestion() {
        var choice = choice("cấp thẻ", "cấp lại thẻ mất", "cấp lại thẻ hỏng");

        assertThat(choice.groups()).hasSize(3).allSatisfy(group -> {
            assertThat(group.name()).isEmpty();
            assertThat(group.cases()).hasSize(1);
        });
    }

    @Test
    void manyCasesThatBeginAlikeAreTwoQuestions() {
        var choice = choice(
                "cấp mới thẻ cho trẻ em",
                "cấp mới thẻ cho người lớn",
                "cấp mới thẻ cho khách",
                "thay đổi tên",
                "thay đổi nơi ở",
                "thay đổi trường học",
                "gia hạn thẻ");

        assertThat(choice.groups())
                .extracting(CaseChoice.Group::name)
                .containsExactly("Cấp mới thẻ cho", "Thay đổi", "");
        assertThat(choice.groups().stream().flatMap(group -> group.cases().stream()))
                .containsExactlyInAnyOrderElementsOf(choice.cases());
    }

    @Test
    void manyCasesThatHaveNothingInCommonStayOneQuestion() {
        var choice =
                choice(IntStream.range(0, 9).mapToObj(i -> "mục" + i + " khác").toArray(String[]::new));

        assertThat(choice.groups()).hasSize(9);
    }

    private static CaseChoice choice(String... cores) {
        return CaseChoice.of(Stream.of(cores)
                .map(core -> table("Trường hợp " + core, "Tờ khai"))
                .toList());
    }

    private static PaperCase table(String label, String paper) {
        return new PaperCase(label, List.of(new Paper(paper, "", "", 1, 0)));
    }
}
