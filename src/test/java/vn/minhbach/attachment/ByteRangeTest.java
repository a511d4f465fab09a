package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of files, as browsers and readers of PDF ask for them. */
class ByteRangeTest {

    private static final long LENGTH = 1000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0 | bytes 0-0/1000",
                "bytes=0-999 | bytes 0-999/1000",
                "bytes=500- | bytes 500-999/1000",
                "bytes=990-2000 | bytes 990-999/1000",
                "bytes=-1 | bytes 999-999/1000",
                "bytes=-5000 | bytes 0-999/1000",
                "Bytes=1-2 | bytes 1-2/1000",
                "bytes= 1-2 , | bytes 1-2/1000",
                "bytes=1-99999999999999999999999 | bytes 1-999/1000",
                "bytes=-99999999999999999999999 | bytes 0-999/1000",
                "bytes=1000- | bytes */1000",
                "bytes=99999999999999999999999- | bytes */1000",
                "bytes=-0 | bytes */1000"
            })
    void isWhatTheHeaderNames(String header, String answer) {
        var range = Objects.requireNonNull(ByteRange.of(header, LENGTH));

        assertThat(range.of(LENGTH)).isEqualTo(answer);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-2",
                "bytes=a-b",
                "bytes=1",
                "bytes=0x1-2",
                "bytes=1--2",
                "items=0-1",
                "bytes=0-1,5-9",
                "bytes=0-,0-,0-,0-",
                "bytes=-1,-2",
                "bytes=١-٢"
            })
    void isTheWholeFileOtherwise(String header) {
        assertThat(ByteRange.of(header, LENGTH)).isNull();
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(ByteRange.NONE);
        assertThat(ByteRange.of("bytes=-5", 0)).isNull();
    }

    @Test
    void knowsItsLength() {
        assertThat(new ByteRange(10, 19).length()).isEqualTo(10);
        assertThat(new ByteRange(0, -1).length()).isZero();
    }
}
