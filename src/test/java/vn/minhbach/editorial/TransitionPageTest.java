package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/**
 * The page of the documentation shows the table of transitions as it is. When the table changes, this writes what belongs on the page to
 * {@code target/editorial-table.md} and fails until it stands there.
 */
class TransitionPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/editorial.md");
    private static final Path WRITTEN = Path.of("target/editorial-table.md");
    private static final String BEGIN = "<!-- table -->\n";
    private static final String END = "<!-- end of table -->";

    @Test
    void thePageShowsTheTable() throws IOException {
        var page = Files.readString(PAGE);
        var table = table();
        Files.writeString(WRITTEN, table);

        assertThat(page).contains(BEGIN, END);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .as("copy %s into %s", WRITTEN, PAGE)
                .isEqualTo(table);
    }

    private static String table() throws IOException {
        var words = words();
        var table = new StringBuilder("| việc | từ | đến | ai | điều kiện | báo cho |\n|---|---|---|---|---|---|\n");
        for (var line : TransitionLine.all(words::getString)) {
            table.append("| %s | %s | %s | %s | %s | %s |%n"
                    .formatted(line.deed(), line.from(), line.to(), line.who(), line.holds(), line.told())
                    .replace(System.lineSeparator(), "\n"));
        }
        return table.toString();
    }

    private static ResourceBundle words() throws IOException {
        try (var bundle = Files.newBufferedReader(Path.of("src/main/resources/vn/minhbach/messages.properties"))) {
            return new PropertyResourceBundle(bundle);
        }
    }
}
