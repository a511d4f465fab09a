package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.shared.RuleBrokenException;

/** Whoever brings pictures and documents waits for a turn, and not for ever. */
class UnpackingTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir
    Path folder;

    @Test
    void strangersKeepNobodyOfTheStaffWaiting() {
        Unpacking.STRANGERS.begin();
        Unpacking.STRANGERS.begin();
        try {
            assertThatThrownBy(() -> Unpacking.STRANGERS.begin(SHORT))
                    .isInstanceOf(RuleBrokenException.class)
                    .hasMessage("file.error.busy");
            assertThatCode(() -> Unpacking.STAFF.begin(SHORT)).doesNotThrowAnyException();
            Unpacking.STAFF.end();
        } finally {
            Unpacking.STRANGERS.end();
            Unpacking.STRANGERS.end();
        }
        assertThatCode(() -> Unpacking.STRANGERS.begin(SHORT)).doesNotThrowAnyException();
        Unpacking.STRANGERS.end();
    }

    @Test
    void threePicturesOfIPhonesAreNotReadAtOnce() throws IOException {
        var program = Files.writeString(folder.resolve("heif-convert"), "#!/bin/sh\ncp \"$3\" \"$4\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var converter = new HeicConverter(program.toString(), Duration.ofSeconds(3));
        var picture = Files.writeString(folder.resolve("a.heic"), "x");
        converter.turns.drainPermits();

        assertThatThrownBy(() -> converter.toJpeg(picture, folder)).hasMessage("file.error.busy");
        converter.turns.release(2);
        converter.toJpeg(picture, folder);
        assertThat(converter.turns.availablePermits()).isEqualTo(2);
    }
}
