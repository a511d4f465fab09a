package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which procedures stand under an event in a citizen's life. */
class LifeEventTest {

    @Test
    void aProcedureOfItsFieldBelongsToIt() {
        var event = event(List.of("Hộ tịch", "Nuôi con nuôi"), List.of());

        assertThat(event.gathers(procedure("Hộ tịch", "Đăng ký kết hôn"))).isTrue();
        assertThat(event.gathers(procedure("Hộ", "Đăng ký kết hôn"))).isFalse();
        assertThat(event.gathers(procedure("", "Hộ tịch"))).isFalse();
    }

    @Test
    void whereTheFieldIsTooBroadTheTitleMustHaveAWord() {
        var event = event(List.of("Hộ tịch"), List.of("khai sinh", "nhận con"));

        assertThat(event.gathers(procedure("Hộ tịch", "THỦ TỤC ĐĂNG KÝ KHAI SINH")))
                .isTrue();
        assertThat(event.gathers(procedure("Hộ tịch", "Đăng ký khai tử"))).isFalse();
        assertThat(event.gathers(procedure("Quốc tịch", "Đăng ký khai sinh"))).isFalse();
    }

    @Test
    void itHasItsOwnNameInEnglishOnceSomebodySaysIt() {
        var event = event(List.of(), List.of());
        assertThat(event.getEnglishName()).isEqualTo(event.getName());

        event.inEnglish("Wedding", "What a wedding takes.");
        assertThat(event.getEnglishName()).isEqualTo("Wedding");
        assertThat(event.getEnglishDescription()).isEqualTo("What a wedding takes.");
    }

    @Test
    void whatEditorsPutThereBelongsToItWhateverItsField() {
        var event = event(List.of("Hộ tịch"), List.of("khai sinh"));
        var procedure = procedure("Bảo hiểm", "Cấp thẻ bảo hiểm y tế");

        procedure.present(false, List.of("cuoi-hoi"));
        assertThat(event.gathers(procedure)).isFalse();
        procedure.present(false, List.of("cuoi-hoi", "sinh-con"));
        assertThat(event.gathers(procedure)).isTrue();
    }

    @Test
    void whatItBeginsWithBelongsToItWhateverItsField() {
        var event = new LifeEvent("cho-con", "Cho con", "baby", "", List.of("1.001234"), List.of(), List.of(), 1);

        assertThat(event.gathers(procedure("Bảo hiểm", "Cấp thẻ bảo hiểm y tế")))
                .isTrue();
    }

    @Test
    void anEventWithoutFieldsGathersNothingByItself() {
        assertThat(event(List.of(), List.of()).gathers(procedure("Hộ tịch", "Khai sinh")))
                .isFalse();
    }

    private static LifeEvent event(List<String> fields, List<String> words) {
        return new LifeEvent("sinh-con", "Sinh con", "baby", "", List.of(), fields, words, 1);
    }

    private static Procedure procedure(String field, String title) {
        return new Procedure(
                new ProcedureRecord(
                        "1.001234",
                        title,
                        "",
                        "",
                        List.of(),
                        "",
                        field,
                        ServiceLevel.FULL,
                        ProcedureStatus.PUBLIC,
                        null,
                        null,
                        "",
                        ProcedureContent.EMPTY),
                Instant.EPOCH);
    }
}
