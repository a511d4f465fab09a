package vn.minhbach.procedure;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of procedures record by record: JSON Lines ({@code .jsonl}, {@code .json}), CSV with a header row
 * ({@code .csv}, comma, UTF-8) or the first sheet of a workbook with a header row ({@code .xlsx}). The columns have the same
 * names everywhere; what a record has beyond them is not looked at.
 */
final class ImportFile {

    /** In characters; the longest record of the national data has 220,000. */
    private static final int LONGEST_LINE = 4_000_000;

    private static final int DEEPEST = 50;

    private ImportFile() {}

    /** Takes the records one by one; a record that cannot even be read is told of instead. */
    interface Visitor {

        void row(ImportRow row);

        void unreadable(long line, String reason);
    }

    static void read(Path file, Visitor visitor) throws IOException, ImportException {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".json")) {
            lines(file, visitor);
        } else if (name.endsWith(".csv")) {
            csv(file, visitor);
        } else if (name.endsWith(".xlsx")) {
            sheet(file, visitor);
        } else {
            throw new ImportException("Không đọc được loại tệp này, cần .jsonl, .csv hoặc .xlsx: " + file);
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        // A stray byte spoils its own record, not the file.
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
    }

    private static void lines(Path file, Visitor visitor) throws IOException {
        try (var reader = reader(file)) {
            long number = 0;
            for (var line = line(reader); line != null; line = line(reader)) {
                number++;
                if (line.length() > LONGEST_LINE) {
                    visitor.unreadable(number, "dài quá " + LONGEST_LINE / 1_000_000 + " triệu ký tự");
                    continue;
                }
                var json = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!json.isBlank()) {
                    line(number, json, visitor);
                }
            }
        }
    }

    /** The next line, without its end; of one that is too long only so much as shows it. Null at the end of the file. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        var c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Whether brackets stand within brackets deeper than any record of ours: whoever takes them apart would run out of stack. */
    private static boolean isTooDeep(String json) {
        var depth = 0;
        var text = false;
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (text && c == '\\') {
                i++;
            } else if (c == '"') {
                text = !text;
            } else if (!text && (c == '{' || c == '[')) {
                depth++;
                if (depth > DEEPEST) {
                    return true;
                }
            } else if (!text && (c == '}' || c == ']')) {
                depth--;
            }
        }
        return false;
    }

    private static void line(long number, String line, Visitor visitor) {
        if (isTooDeep(line)) {
            visitor.unreadable(number, "lồng nhau quá " + DEEPEST + " lớp");
            return;
        }
        JsonObject object;
        try (var json = Json.createReader(new StringReader(line))) {
            object = json.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            visitor.unreadable(number, "không phải một đối tượng JSON hợp lệ");
            return;
        }
        var values = new HashMap<String, String>();
        object.forEach((name, value) -> values.put(name, text(value)));
        visitor.row(new ImportRow(number, values));
    }

    private static String text(JsonValue value) {
        return switch (value) {
            case JsonString string -> string.getString();
            case JsonArray array -> array.stream().map(ImportFile::text).collect(Collectors.joining("\n"));
            default -> value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
        };
    }

    private static void csv(Path file, Visitor visitor) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(false)
                .get();
        try (var reader = reader(file);
                var parser = format.parse(withoutMark(reader))) {
            var records = parser.iterator();
            while (true) {
                try {
                    if (!records.hasNext()) {
                        return;
                    }
                    var row = records.next();
                    visitor.row(new ImportRow(row.getRecordNumber() + 1, row.toMap()));
                } catch (java.io.UncheckedIOException | IllegalStateException e) {
                    // From here on nothing can be told apart any more.
                    visitor.unreadable(parser.getCurrentLineNumber(), "tệp CSV bị hỏng từ dòng này");
                    return;
                }
            }
        }
    }

    private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static void sheet(Path file, Visitor visitor) throws IOException, ImportException {
        try (var in = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(in);
                var rows = workbook.getFirstSheet().openStream()) {
            var all = rows.iterator();
            if (!all.hasNext()) {
                return;
            }
            List<String> header = all.next().stream().map(ImportFile::text).toList();
            while (all.hasNext()) {
                var row = all.next();
                var values = new HashMap<String, String>();
                row.stream()
                        .filter(cell -> cell != null && cell.getColumnIndex() < header.size())
                        .forEach(cell -> values.put(header.get(cell.getColumnIndex()), text(cell)));
                if (values.values().stream().anyMatch(value -> !value.isBlank())) {
                    visitor.row(new ImportRow(row.getRowNum(), values));
                }
            }
        } catch (org.dhatim.fastexcel.reader.ExcelReaderException e) {
            throw new ImportException("Không mở được bảng tính: " + file);
        }
    }

    private static String text(Cell cell) {
        return cell == null || cell.getText() == null ? "" : cell.getText();
    }
}
