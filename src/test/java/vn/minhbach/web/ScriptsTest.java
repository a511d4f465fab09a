package vn.minhbach.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scripts that are written by hand. */
class ScriptsTest {

    private static final Path SCRIPTS = Path.of("webapp-themes/base/js");

    /** What a file declares beside its parts, one step in. */
    private static final Pattern SHARED = Pattern.compile("(?m)^ {4}(?:var|let|const|function) (\\w+)");

    /** JavaScript takes the second for the first, and what was written against the first finds another thing in it. */
    @Test
    void noFileDeclaresTwoThingsOfOneName() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            var scripts = files.filter(each -> each.toString().endsWith(".js")
                            && !each.getFileName().toString().equals("editor.js"))
                    .toList();
            assertThat(scripts).hasSizeGreaterThan(2);
            for (var script : scripts) {
                assertThat(SHARED.matcher(Files.readString(script, UTF_8))
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toList()))
                        .as(script.toString())
                        .doesNotHaveDuplicates();
            }
        }
    }
}
