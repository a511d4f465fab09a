package vn.minhbach.procedure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.RuleBrokenException;

/**
 * Writes procedures into a file that the import reads back unchanged, some at a time, so that a list of any length takes the same
 * memory. What a spreadsheet would compute is told in {@link ExportedProcedure}.
 */
final class ProcedureExport {

    private static final int BATCH = 100;

    /** By this sign a spreadsheet knows that letters are Unicode. */
    private static final String BEGINNING = "\uFEFF";

    /** What a reader of workbooks would take for a sign that XML cannot hold. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final List<String> codes;
    private final Function<List<String>, List<ProcedureRecord>> find;

    /**
     * @param codes of what is written, in order
     * @param find reads some of them
     */
    ProcedureExport(List<String> codes, Function<List<String>, List<ProcedureRecord>> find) {
        this.codes = codes;
        this.find = find;
    }

    /** Does something with each batch. */
    private interface Batch {
        void with(List<ProcedureRecord> records) throws IOException;
    }

    private void each(Batch step) throws IOException {
        for (var from = 0; from < codes.size(); from += BATCH) {
            step.with(find.apply(codes.subList(from, Math.min(codes.size(), from + BATCH))));
        }
    }

    /** An array of procedures as the API hands them out, one a line. */
    void json(OutputStream out) throws IOException {
        write(out, "[");
        var separator = new StringBuilder("\n");
        each(records -> {
            for (var record : records) {
                write(out, separator + Json.write(readable(record)));
                separator.setLength(0);
                separator.append(",\n");
            }
        });
        write(out, "\n]\n");
    }

    /** Without signs that no file in Unicode can hold; what the form of today would not take is written as it is. */
    private static ProcedureRecord readable(ProcedureRecord record) {
        try {
            return ProcedureParts.tidy(record);
        } catch (RuleBrokenException e) {
            return record;
        }
    }

    /** A table as text, in Unicode, with commas. */
    void csv(OutputStream out) throws IOException {
        write(
                out,
                BEGINNING
                        + line(ProcedureParts.NAMES.stream()
                                .map(ExportedProcedure::header)
                                .toList()));
        each(records -> {
            for (var record : records) {
                write(
                        out,
                        line(ProcedureParts.of(record).values().stream()
                                .map(ExportedProcedure::guarded)
                                .toList()));
            }
        });
    }

    private static String line(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .toList())
                + "\r\n";
    }

    /** A workbook with one sheet. */
    void xlsx(OutputStream out) throws IOException {
        var widths = widths();
        try (var workbook = new Workbook(out, "MinhBach", "1.0")) {
            var sheet = workbook.newWorksheet("Thủ tục");
            var row = new int[] {0};
            header(sheet, widths);
            each(records -> {
                for (var record : records) {
                    row[0]++;
                    row(sheet, row[0], ProcedureParts.of(record), widths);
                }
                sheet.flush();
            });
        }
    }

    /** How many columns each part needs. */
    private Map<String, Integer> widths() throws IOException {
        var widths = new LinkedHashMap<String, Integer>();
        ProcedureParts.NAMES.forEach(part -> widths.put(part, 1));
        each(records -> records.forEach(record -> ProcedureParts.of(record)
                .forEach((part, text) -> widths.merge(part, pieces(text).size(), Math::max))));
        return widths;
    }

    private static List<String> pieces(String text) {
        return ExportedProcedure.pieces(LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_"));
    }

    private static void header(Worksheet sheet, Map<String, Integer> widths) {
        var names = new ArrayList<String>();
        widths.forEach((part, width) -> {
            for (var piece = 1; piece <= width; piece++) {
                names.add(ExportedProcedure.header(part) + (piece == 1 ? "" : " " + piece));
            }
        });
        for (var column = 0; column < names.size(); column++) {
            sheet.inlineString(0, column, names.get(column));
        }
    }

    private static void row(Worksheet sheet, int row, Map<String, String> parts, Map<String, Integer> widths) {
        var column = 0;
        for (var part : widths.entrySet()) {
            var pieces = pieces(parts.getOrDefault(part.getKey(), ""));
            for (var piece = 0; piece < part.getValue(); piece++, column++) {
                if (piece < pieces.size() && !pieces.get(piece).isEmpty()) {
                    sheet.inlineString(row, column, ExportedProcedure.guardedInWorkbook(pieces.get(piece)));
                }
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
