package vn.minhbach.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not known is set aside, and only where it may be trusted that it belongs to nothing. */
class LostFilesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");

    @TempDir
    Path folder;

    private final Set<String> known = new HashSet<>();
    private final Set<String> givenUp = new HashSet<>();

    private final class Database implements LostFiles.Known {

        @Override
        public long files() {
            return known.size();
        }

        @Override
        public Set<String> known(Collection<String> names) {
            return names.stream().filter(known::contains).collect(Collectors.toSet());
        }

        @Override
        public Set<String> givenUp(Collection<String> names) {
            return names.stream().filter(givenUp::contains).collect(Collectors.toSet());
        }
    }

    private LostFiles.Swept sweep(Instant now) throws IOException {
        return new LostFiles(folder, Pattern.compile("(\\d{4})(?:-\\d+)?")).sweep(new Database(), now);
    }

    private Path file(String name) throws IOException {
        var inner = Files.createDirectories(folder.resolve(name.substring(0, 2)));
        var file = Files.writeString(inner.resolve(name), name);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(2))));
    }

    private void files(int from, int until) throws IOException {
        for (var number = from; number < until; number++) {
            file("%04d".formatted(number));
        }
    }

    private void know(int until) {
        for (var number = 0; number < until; number++) {
            known.add("%04d".formatted(number));
        }
    }

    private long aside() throws IOException {
        if (!Files.exists(folder.resolve("lost"))) {
            return 0;
        }
        try (var files = Files.walk(folder.resolve("lost"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void oneThatBelongsToNothingIsSetAsideWithItsSizesAndDeletedLater() throws IOException {
        know(1);
        file("0000");
        var whole = file("0001");
        var small = file("0001-480");
        var other = file("notes.txt");

        var swept = sweep(NOW);

        assertThat(swept).isEqualTo(new LostFiles.Swept(LostFiles.Verdict.CLEAR, 2, 1, 1, 0));
        assertThat(whole).doesNotExist();
        assertThat(small).doesNotExist();
        assertThat(other).exists();
        assertThat(folder.resolve("lost/2026-06-01/0001-480")).exists();
        sweep(NOW.plus(Duration.ofDays(30)));
        assertThat(aside()).isEqualTo(2);
        sweep(NOW.plus(Duration.ofDays(31)));
        assertThat(aside()).isZero();
    }

    @Test
    void whatIsYoungStays() throws IOException {
        know(1);
        file("0000");
        var young = file("0001");
        Files.setLastModifiedTime(young, FileTime.from(NOW.minus(Duration.ofHours(23))));

        sweep(NOW);

        assertThat(young).exists();
    }

    @Test
    void aDatabaseThatKnowsNothingMovesNothing() throws IOException {
        files(0, 3);

        assertThat(sweep(NOW).verdict()).isEqualTo(LostFiles.Verdict.NOTHING_KNOWN);
        assertThat(aside()).isZero();
    }

    /** As after the restore of a backup of last month. */
    @Test
    void aDatabaseThatDoesNotKnowManyMovesNothing() throws IOException {
        know(1000);
        files(0, 1051);

        assertThat(sweep(NOW)).isEqualTo(new LostFiles.Swept(LostFiles.Verdict.TOO_MANY, 1051, 51, 0, 0));
        assertThat(aside()).isZero();
    }

    @Test
    void fiftyMayBeLostAndOfManyOneInFifty() {
        assertThat(LostFiles.verdict(1, 51, 50)).isEqualTo(LostFiles.Verdict.CLEAR);
        assertThat(LostFiles.verdict(1, 52, 51)).isEqualTo(LostFiles.Verdict.TOO_MANY);
        assertThat(LostFiles.verdict(9_900, 10_000, 100)).isEqualTo(LostFiles.Verdict.CLEAR);
        assertThat(LostFiles.verdict(4_900, 5_000, 101)).isEqualTo(LostFiles.Verdict.TOO_MANY);
        assertThat(LostFiles.verdict(0, 0, 0)).isEqualTo(LostFiles.Verdict.CLEAR);
    }

    /** A whole year was anonymised in one night. */
    @Test
    void whatWasGivenUpOnPurposeIsNotLost() throws IOException {
        know(10);
        files(0, 100);
        for (var number = 10; number < 100; number++) {
            givenUp.add("%04d".formatted(number));
        }

        assertThat(sweep(NOW)).isEqualTo(new LostFiles.Swept(LostFiles.Verdict.CLEAR, 10, 0, 90, 0));
        assertThat(aside()).isEqualTo(90);
    }

    /** What was set aside is not deleted either while the database may be the wrong one. */
    @Test
    void nothingIsDeletedWhileTheDatabaseMayBeTheWrongOne() throws IOException {
        know(1);
        file("0000");
        file("0001");
        sweep(NOW);
        known.clear();

        sweep(NOW.plus(Duration.ofDays(60)));

        assertThat(aside()).isEqualTo(1);
    }

    @Test
    void whatIsKnownAgainIsPutBack() throws IOException {
        know(1);
        file("0000");
        var back = file("0001");
        sweep(NOW);
        assertThat(back).doesNotExist();
        known.add("0001");

        assertThat(sweep(NOW.plus(Duration.ofDays(40))).putBack()).isEqualTo(1);

        assertThat(back).hasContent("0001");
        assertThat(aside()).isZero();
    }
}
