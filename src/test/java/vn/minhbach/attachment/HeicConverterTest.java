package vn.minhbach.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.minhbach.shared.RuleBrokenException;

/** Pictures of iPhones, read by a program of the system that may be missing, may fail and may hang. */
class HeicConverterTest {

    private static final Path ENCODER = Path.of("/usr/bin/heif-enc");

    @TempDir
    Path folder;

    @Test
    void aPictureOfAnIPhoneIsKeptAsJpeg() throws Exception {
        // Debian's libheif-examples; CI installs it.
        assumeTrue(Files.isExecutable(ENCODER));
        var store = new FileStore();
        store.data = folder.resolve("data").toString();
        var intake = new Intake(
                store, new VirusScanner("none"), new HeicConverter("heif-convert", Duration.ofSeconds(60)), 1, 60);
        try (var bytes = Files.newInputStream(photo());
                var taken = intake.take("IMG_0001.HEIC", bytes)) {
            assertThat(taken.name()).isEqualTo("IMG_0001.jpg");
            assertThat(taken.type()).isEqualTo(FileType.JPEG);
            assertThat(taken.width()).isEqualTo(900);
            assertThat(taken.height()).isEqualTo(600);
            assertThat(taken.remarks()).isEmpty();
            var seen = ImageIO.read(taken.file().toFile());
            assertThat(new Color(seen.getRGB(100, 300)).getRed()).isGreaterThan(200);
            assertThat(new Color(seen.getRGB(800, 300)).getBlue()).isGreaterThan(200);
        }
        assertThat(leftOver()).isEmpty();
    }

    private Path photo() throws IOException, InterruptedException {
        var picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < 600; y++) {
            for (var x = 0; x < 900; x++) {
                picture.setRGB(x, y, x < 450 ? Color.RED.getRGB() : Color.BLUE.getRGB());
            }
        }
        var jpeg = folder.resolve("photo.jpg");
        ImageIO.write(picture, "jpg", jpeg.toFile());
        var heic = folder.resolve("photo.heic");
        var encoder = new ProcessBuilder(ENCODER.toString(), "-q", "90", "-o", heic.toString(), jpeg.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(encoder.waitFor()).isZero();
        return heic;
    }

    @Test
    void withoutTheProgramItIsRefusedWithTheWayOut() throws IOException {
        for (var program : new String[] {"none", "", "khong-co-chuong-trinh-nay", "/khong/co"}) {
            assertRefused(program, "heic");
        }
    }

    @Test
    void aProgramThatFailsMakesNothingOrHangsIsTakenForABrokenPicture() throws IOException {
        assertRefused(script("exit 1"), "brokenPicture");
        assertRefused(script("exit 0"), "brokenPicture");
        assertRefused(script("exec sleep 600"), "brokenPicture");
    }

    @Test
    void theProgramLearnsNothingOfThePortal() throws IOException {
        var seen = folder.resolve("seen");
        assertRefused(script("/usr/bin/env > '" + seen + "'; exit 1"), "brokenPicture");
        assertThat(Files.readString(seen)).doesNotContain("JAVA", "HOME", "PORTAL");
    }

    @Test
    void theProgramTakesNoMoreThanThereIs() throws IOException {
        var seen = folder.resolve("bounds");
        assertRefused(script("{ ulimit -v; ulimit -t; ulimit -f; } > '" + seen + "'; exit 1"), "brokenPicture");
        assertThat(Files.readAllLines(seen)).hasSize(3).doesNotContain("unlimited");
    }

    @Test
    void aFileWithoutEndIsNoPicture() throws IOException {
        assertRefused(script("exec head -c 300000000 /dev/zero > \"$4\""), "brokenPicture");
    }

    @Test
    void ofSeveralPicturesTheFirstIsTaken() throws IOException {
        var converter = new HeicConverter(
                script("o=\"$4\"; printf one > \"${o%.jpg}-1.jpg\"; printf two > \"${o%.jpg}-2.jpg\""),
                Duration.ofSeconds(20));
        var workshop = Files.createDirectory(folder.resolve("workshop"));
        var jpeg = converter.toJpeg(given(), workshop);
        assertThat(jpeg).hasContent("one");
        try (var files = Files.list(workshop)) {
            assertThat(files).containsExactly(jpeg);
        }
    }

    private void assertRefused(String program, String why) throws IOException {
        var converter = new HeicConverter(program, Duration.ofSeconds(2));
        var workshop = Files.createTempDirectory(folder, "workshop");
        assertThatThrownBy(() -> converter.toJpeg(given(), workshop))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("file.error." + why);
        try (var files = Files.list(workshop)) {
            assertThat(files).isEmpty();
        }
    }

    private Path given() throws IOException {
        return Files.writeString(folder.resolve("given"), "heic");
    }

    private String script(String line) throws IOException {
        var script = Files.createTempFile(
                folder,
                "program",
                ".sh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, "#!/bin/sh\n" + line + "\n").toString();
    }

    private List<Path> leftOver() throws IOException {
        try (var files = Files.walk(folder.resolve("data"))) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        }
    }
}
