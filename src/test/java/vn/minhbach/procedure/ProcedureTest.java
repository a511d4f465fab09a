package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A procedure takes over what is announced, and only what is different. */
class ProcedureTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T01:00:00Z");
    private static final Instant NEXT_EVENING = Instant.parse("2026-06-02T18:00:00Z");

    @Test
    void theSameAnnouncementAgainTouchesNothing() {
        var procedure = new Procedure(announced("Cấp thẻ", raw("steps", "a", "ways", "b")), MONDAY);
        procedure.checked(LocalDate.parse("2026-06-01"));

        var changed = procedure.accept(announced("Cấp thẻ", raw("steps", "a", "ways", "b")), NEXT_EVENING);

        assertThat(changed).isFalse();
        assertThat(procedure.getUpdatedAt()).isEqualTo(MONDAY);
        assertThat(procedure.getCheckedOn()).isEqualTo(LocalDate.parse("2026-06-01"));
    }

    @Test
    void theOrderInWhichPartsWereReadIsNoChange() {
        var procedure = new Procedure(announced("Cấp thẻ", raw("steps", "a", "ways", "b")), MONDAY);

        assertThat(procedure.accept(announced("Cấp thẻ", raw("ways", "b", "steps", "a")), NEXT_EVENING))
                .isFalse();
    }

    @Test
    void aChangedAnnouncementIsTakenOverWhole() {
        var procedure = new Procedure(announced("Cấp thẻ", Map.of()), MONDAY);
        procedure.checked(LocalDate.parse("2026-06-01"));

        var changed = procedure.accept(announced("Cấp lại thẻ", Map.of("steps", "a")), NEXT_EVENING);

        assertThat(changed).isTrue();
        assertThat(procedure.toRecord()).isEqualTo(announced("Cấp lại thẻ", Map.of("steps", "a")));
        assertThat(procedure.getUpdatedAt()).isEqualTo(NEXT_EVENING);
        assertThat(procedure.getCheckedOn())
                .as("nobody has compared the new text")
                .isNull();
    }

    static List<ProcedureRecord> changes() {
        var old = announced("Cấp thẻ", Map.of());
        return List.of(
                with(old, ServiceLevel.PARTIAL, ProcedureStatus.PUBLIC, null, "Thư viện", "/"),
                with(old, ServiceLevel.FULL, ProcedureStatus.ABOLISHED, null, "Thư viện", "/"),
                with(old, ServiceLevel.FULL, ProcedureStatus.PUBLIC, LocalDate.EPOCH, "Thư viện", "/"),
                with(old, ServiceLevel.FULL, ProcedureStatus.PUBLIC, null, "Di sản", "/"),
                with(old, ServiceLevel.FULL, ProcedureStatus.PUBLIC, null, "Thư viện", "/khac"),
                announced("Cấp thẻ", Map.of("steps", "a")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfAnyPartIsAChange(ProcedureRecord change) {
        var procedure = new Procedure(announced("Cấp thẻ", Map.of()), MONDAY);

        assertThat(procedure.accept(change, NEXT_EVENING)).isTrue();
        assertThat(procedure.toRecord()).isEqualTo(change);
    }

    @Test
    void howThePortalPresentsItOutlivesAnAnnouncement() {
        var procedure = new Procedure(announced("Cấp thẻ", Map.of()), MONDAY);
        procedure.present(true, List.of("doc-sach"));

        procedure.accept(announced("Cấp lại thẻ", Map.of()), NEXT_EVENING);

        assertThat(procedure.isFrequent()).isTrue();
        assertThat(procedure.getLifeEvents()).containsExactly("doc-sach");
    }

    @Test
    void theCodeStaysWhateverIsAnnounced() {
        var procedure = new Procedure(announced("Cấp thẻ", Map.of()), MONDAY);

        assertThat(procedure.getCode()).isEqualTo("1.001234");
        assertThat(procedure.getPath()).isEqualTo("/thu-tuc/1.001234");
    }

    private static Map<String, String> raw(String name, String text, String otherName, String otherText) {
        var raw = new LinkedHashMap<String, String>();
        raw.put(name, text);
        raw.put(otherName, otherText);
        return raw;
    }

    private static ProcedureRecord announced(String title, Map<String, String> raw) {
        return new ProcedureRecord(
                "1.001234",
                title,
                "UBND tỉnh",
                "12/QĐ-UBND",
                List.of(GovernmentLevel.PROVINCE),
                "",
                "Thư viện",
                ServiceLevel.FULL,
                ProcedureStatus.PUBLIC,
                null,
                null,
                "/",
                new ProcedureContent(
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Agencies.NONE,
                        List.of(),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        raw));
    }

    private static ProcedureRecord with(
            ProcedureRecord old,
            ServiceLevel serviceLevel,
            ProcedureStatus status,
            @Nullable LocalDate validTo,
            String field,
            String url) {
        return new ProcedureRecord(
                old.code(),
                old.title(),
                old.org(),
                old.decision(),
                old.levels(),
                old.kind(),
                field,
                serviceLevel,
                status,
                old.validFrom(),
                validTo,
                url,
                old.content());
    }
}
