package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol of ClamAV's daemon, spoken with a daemon of the test's own that knows one signature. */
class VirusScannerTest {

    private static final String SIGNATURE = "CHU-KY-THU-NGHIEM";

    @TempDir
    Path folder;

    private ServerSocket clamd;
    private String answer = "";

    @BeforeEach
    void listen() throws IOException {
        clamd = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        clamd.close();
    }

    private void serve() {
        while (!clamd.isClosed()) {
            try (var client = clamd.accept()) {
                var in = new DataInputStream(client.getInputStream());
                var command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
                var all = new StringBuilder();
                for (var length = in.readInt(); length > 0; length = in.readInt()) {
                    all.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
                }
                var said = !command.equals("zINSTREAM\0")
                        ? "UNKNOWN COMMAND"
                        : !answer.isEmpty()
                                ? answer
                                : all.indexOf(SIGNATURE) >= 0 ? "stream: Thu.Nghiem-1 FOUND" : "stream: OK";
                client.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Closed by the test.
            }
        }
    }

    private VirusScanner scanner() {
        return new VirusScanner("127.0.0.1:" + clamd.getLocalPort());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "a", ".bin"), content);
    }

    @Test
    void aFileIsSentWholeAndTheAnswerUnderstood() throws IOException {
        var long_ = "x".repeat(200_000);

        assertThat(scanner().scan(file(long_))).isEqualTo(VirusScanner.Verdict.CLEAN);
        assertThat(scanner().scan(file(long_ + SIGNATURE))).isEqualTo(VirusScanner.Verdict.INFECTED);
        answer = "INSTREAM size limit exceeded. ERROR";
        assertThat(scanner().scan(file(long_))).isEqualTo(VirusScanner.Verdict.UNKNOWN);
    }

    @Test
    void whereNobodyAnswersNothingIsKnown() throws IOException {
        clamd.close();

        assertThat(scanner().scan(file("x"))).isEqualTo(VirusScanner.Verdict.UNKNOWN);
        assertThat(new VirusScanner("/khong/co/clamd.ctl").scan(file("x"))).isEqualTo(VirusScanner.Verdict.UNKNOWN);
        assertThat(new VirusScanner("none").scan(file(SIGNATURE))).isEqualTo(VirusScanner.Verdict.CLEAN);
    }

    @Test
    void whatIsInfectedIsNotTakenAndWhatIsNotScannedWaits() throws IOException {
        var store = new FileStore();
        store.data = folder.toString();
        var intake = new Intake(store, scanner(), new HeicConverter("none", Duration.ZERO), 1, 60);
        assertThatThrownBy(() ->
                        intake.take("a.txt", new ByteArrayInputStream(SIGNATURE.getBytes(StandardCharsets.UTF_8))))
                .hasMessage("file.error.virus");
        answer = "COMMAND READ TIMED OUT";
        try (var taken = intake.take("a.txt", new ByteArrayInputStream("chào".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(taken.isQuarantined()).isTrue();
        }
    }
}
