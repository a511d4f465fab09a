package vn.minhbach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments are kept in UTC, whatever zone the server thinks it is in. */
class InstantConverterTest {

    private final InstantConverter converter = new InstantConverter();

    @Test
    void theColumnHoldsUtc() {
        assertThat(converter.convertToDatabaseColumn(Instant.parse("2026-06-30T17:30:00Z")))
                .isEqualTo(LocalDateTime.parse("2026-06-30T17:30:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "1943-01-01T12:00:00Z", "2026-10-25T01:30:00.123456Z"})
    void aMomentComesBackAsItWas(String text) {
        var moment = Instant.parse(text);

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(moment)))
                .isEqualTo(moment);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
