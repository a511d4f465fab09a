package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that would take the reader's stack or memory is told of, and the lines around it are read. */
class ImportFileTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void aDeepLineTouchesNoOther() throws Exception {
        var deep = "{\"code\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertThat(read("{\"code\":\"1\"}\n" + deep + "\n{\"code\":\"[[[\"}\n"))
                .containsExactly("1: 1", "2! lồng nhau quá 50 lớp", "3: [[[");
    }

    @Test
    void aLongLineTouchesNoOther() throws Exception {
        assertThat(read("{\"code\":\"1\"}\n{\"code\":\"" + "x".repeat(9_000_000) + "\"}\n\r\n{\"code\":\"2\"}"))
                .containsExactly("1: 1", "2! dài quá 4 triệu ký tự", "4: 2");
    }

    private List<String> read(String text) throws Exception {
        var file = Files.writeString(folder.resolve("procedures.jsonl"), text);
        ImportFile.read(file, new ImportFile.Visitor() {
            @Override
            public void row(ImportRow row) {
                told.add(row.line() + ": " + row.values().get("code"));
            }

            @Override
            public void unreadable(long line, String reason) {
                told.add(line + "! " + reason);
            }
        });
        return told;
    }
}
