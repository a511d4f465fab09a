package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * ClamAV's daemon itself (Debian: {@code clamav-daemon}; CI installs it), with one signature of the test's own: the sequence that all scanners agreed to
 * find for tests (EICAR).
 */
@Timeout(120)
class ClamdTest {

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    /** Put together here, so that no scanner finds it in this file. */
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int LONGEST_STREAM = 1024 * 1024;

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable Process clamd;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM));
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("own.ndb"),
                "Thu.Nghiem:0:*:" + HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var settings =
                Files.writeString(folder.resolve("clamd.conf"), """
                LocalSocket %s
                DatabaseDirectory %s
                StreamMaxLength %d
                Foreground yes
                """.formatted(socket(), signatures, LONGEST_STREAM));
        clamd = new ProcessBuilder(PROGRAM.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .start();
        // It says so when it listens.
        var said = clamd.inputReader(StandardCharsets.UTF_8);
        for (var line = ""; !line.startsWith("Self checking"); line = next(said)) {
            assertThat(clamd.isAlive()).isTrue();
        }
    }

    private static String next(BufferedReader said) throws IOException {
        return Objects.requireNonNull(said.readLine(), "The daemon has ended");
    }

    @AfterAll
    static void stop() {
        if (clamd != null) {
            clamd.destroyForcibly();
        }
    }

    private static Path socket() {
        return folder.resolve("clamd.ctl");
    }

    private static VirusScanner.Verdict verdict(byte[] bytes) throws IOException {
        return new VirusScanner(socket().toString()).scan(Files.write(folder.resolve("scanned"), bytes));
    }

    private static byte[] zipped(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void whatItKnowsIsFoundPlainAndPacked() throws IOException {
        var bad = EICAR.getBytes(StandardCharsets.US_ASCII);

        assertThat(verdict(bad)).isEqualTo(VirusScanner.Verdict.INFECTED);
        assertThat(verdict(zipped("word/media/image1.png", bad))).isEqualTo(VirusScanner.Verdict.INFECTED);
        assertThat(verdict("Đơn đề nghị".getBytes(StandardCharsets.UTF_8))).isEqualTo(VirusScanner.Verdict.CLEAN);
        assertThat(verdict(new byte[0])).isEqualTo(VirusScanner.Verdict.CLEAN);
    }

    /** Then nothing is known of the file, and it waits until the daemon's settings let it be looked at. */
    @Test
    void whatIsLongerThanItTakesIsNotTakenForClean() throws IOException {
        assertThat(verdict(new byte[LONGEST_STREAM + 200_000])).isEqualTo(VirusScanner.Verdict.UNKNOWN);
    }

    @Test
    void theGateRefusesAFileThatItKnows() throws IOException {
        var store = new FileStore();
        store.data = folder.resolve("data").toString();
        var intake = new Intake(
                store, new VirusScanner(socket().toString()), new HeicConverter("none", Duration.ZERO), 1, 60);

        assertThatThrownBy(() -> intake.take(
                        "don.txt", new ByteArrayInputStream(("Kính gửi\n" + EICAR).getBytes(StandardCharsets.UTF_8))))
                .hasMessage("file.error.virus");
        try (var taken =
                intake.take("don.txt", new ByteArrayInputStream("Kính gửi Sở".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(taken.isQuarantined()).isFalse();
        }
    }
}
