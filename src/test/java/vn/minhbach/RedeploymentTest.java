package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.altcha.altcha.Altcha;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import vn.minhbach.attachment.Masking;
import vn.minhbach.shared.Html;

/** A new version takes the place of the old one while the server runs on: nothing may hold what the old one was, or its memory is never free again. */
class RedeploymentTest {

    /** Paints a page and a picture, as for the public page of an answer. */
    public static class Paints implements Runnable {

        @Override
        public void run() {
            try {
                var folder = Files.createTempDirectory("redeployment");
                var masking = new Masking(folder, 60);
                try (var page = masking.page(pdf(folder), 1, List.of(new Masking.Box(10, 10, 30, 30)));
                        var again = masking.picture(page.file(), page.type(), List.of())) {
                    assertThat(again.width()).isPositive();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path pdf(Path folder) throws IOException {
            var file = folder.resolve("a.pdf");
            try (var document = new PDDocument()) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(100, 700);
                    content.showText("Xin chao");
                    content.endText();
                }
                document.save(file.toFile());
            }
            return file;
        }
    }

    /** Searches and keeps an index. */
    public static class Indexes implements Runnable {

        @Override
        public void run() {
            try (var directory = FSDirectory.open(Files.createTempDirectory("redeployment"));
                    var analyzer = new StandardAnalyzer();
                    var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                var document = new Document();
                document.add(new TextField("text", "thủ tục hành chính", Field.Store.YES));
                writer.addDocument(document);
                writer.commit();
                try (var reader = DirectoryReader.open(writer)) {
                    assertThat(reader.numDocs()).isEqualTo(1);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps a password. */
    public static class Hashes implements Runnable {

        @Override
        public void run() {
            var argon = Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID);
            assertThat(Password.hash("mật khẩu").addRandomSalt(16).with(argon).getResult())
                    .isNotEmpty();
        }
    }

    /** Looks at passkeys. */
    public static class LooksAtKeys implements Runnable {

        @Override
        public void run() {
            assertThat(WebAuthnManager.createNonStrictWebAuthnManager(new ObjectConverter()))
                    .isNotNull();
        }
    }

    /** Gives a browser its work. */
    public static class GivesWork implements Runnable {

        @Override
        public void run() {
            try {
                assertThat(Altcha.createChallenge(new Altcha.ChallengeOptions().setHmacKey("khoá")).salt)
                        .isNotEmpty();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Keeps pages in memory, packed. */
    public static class Keeps implements Runnable {

        @Override
        public void run() {
            var cache = Caffeine.newBuilder()
                    .maximumSize(10)
                    .expireAfterAccess(1, TimeUnit.HOURS)
                    .<String, byte[]>build();
            for (var i = 0; i < 1_000; i++) {
                cache.put("trang" + i, new byte[10]);
            }
            assertThat(Html.text("<p>một</p>")).isEqualTo("một");
            try {
                if (Brotli4jLoader.isAvailable()) {
                    assertThat(Encoder.compress("một".getBytes(StandardCharsets.UTF_8)))
                            .isNotEmpty();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String said(Class<?>... works) throws Exception {
        var server = Redeployment.of(works).start();
        var said = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(server.waitFor()).as(said).isZero();
        return said.strip();
    }

    @Test
    void nothingIsHeldOfAVersionThatWasTakenAway() throws Exception {
        assertThat(said(Paints.class, Indexes.class, LooksAtKeys.class, GivesWork.class, Keeps.class))
                .endsWith("all gone");
    }

    /**
     * The library for passwords asks the machine to be told when it stops, and nobody else can take that back; so an upgrade ends with a restart, see
     * operations.md. Once this fails, that may go.
     */
    @Test
    void theLibraryForPasswordsAloneHoldsAVersion() throws Exception {
        assertThat(said(Hashes.class)).endsWith("kept: [" + Hashes.class.getName() + "]");
    }
}
