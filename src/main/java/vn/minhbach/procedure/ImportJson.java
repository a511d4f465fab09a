package vn.minhbach.procedure;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Procedures as JSON: one object a line (JSON Lines), one object over many lines, or an array of objects. */
final class ImportJson {

    /** How far into the file it is seen which of these it is. */
    static final int LOOK_AHEAD = 1 << 15;

    private static final int DEEPEST = 50;
    private static final String TOO_DEEP = "lồng nhau quá " + DEEPEST + " lớp; mỗi thủ tục là một đối tượng phẳng";
    private static final String NO_OBJECT =
            "không phải một đối tượng JSON hợp lệ; hãy viết mỗi thủ tục là {\"code\": …, \"title\": …}";

    private static final String NO_PROCEDURE =
            "đối tượng \"content\" không theo mẫu của Cổng; hãy sửa từ tệp JSON do Cổng xuất ra";

    private final BufferedReader reader;
    private final ImportFile.Visitor visitor;

    private ImportJson(BufferedReader reader, ImportFile.Visitor visitor) {
        this.reader = reader;
        this.visitor = visitor;
    }

    static void read(BufferedReader reader, ImportFile.Visitor visitor) throws IOException, ImportException {
        var json = new ImportJson(reader, visitor);
        if (json.isLines()) {
            json.lines();
        } else {
            json.objects();
        }
    }

    /** Whether each line is a record: the first is whole, or the second begins another. */
    private boolean isLines() throws IOException {
        reader.mark(LOOK_AHEAD);
        var chars = new char[LOOK_AHEAD];
        var length = 0;
        for (var n = reader.read(chars, 0, LOOK_AHEAD); n > 0; n = reader.read(chars, length, LOOK_AHEAD - length)) {
            length += n;
        }
        reader.reset();
        var lines = new String(chars, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .toList();
        if (lines.getFirst().strip().startsWith("[")) {
            return false;
        }
        var depth = new Depth();
        lines.getFirst().chars().forEach(c -> depth.pass((char) c));
        return lines.size() == 1 && length == LOOK_AHEAD
                || depth.now == 0
                || lines.size() > 1 && lines.get(1).strip().startsWith("{");
    }

    /** Counts brackets that are open, apart from those within texts. */
    private static final class Depth {

        private int now;
        private int deepest;
        private boolean text;
        private boolean escaped;

        void pass(char c) {
            if (escaped) {
                escaped = false;
            } else if (text && c == '\\') {
                escaped = true;
            } else if (c == '"') {
                text = !text;
            } else if (!text && (c == '{' || c == '[')) {
                now++;
                deepest = Math.max(deepest, now);
            } else if (!text && (c == '}' || c == ']')) {
                now--;
            }
        }
    }

    private void lines() throws IOException, ImportException {
        long number = 0;
        for (var line = line(); line != null; line = line()) {
            number++;
            if (!line.isBlank()) {
                record(number, line);
            }
        }
    }

    /** The next line, without its end; of one that is too long only so much as shows it. Null at the end of the file. */
    private @Nullable String line() throws IOException {
        var line = new StringBuilder();
        var c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= ImportFile.LONGEST_RECORD) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Every object of the array, or every object that stands for itself. */
    private void objects() throws IOException, ImportException {
        var object = new StringBuilder();
        var depth = new Depth();
        var outside = 0;
        long number = 1;
        long start = 1;
        for (var c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                number++;
            }
            if (depth.now == outside && object.isEmpty()) {
                if (c == '[' && outside == 0) {
                    outside = 1;
                    depth.now = 1;
                    continue;
                }
                if (c == ']' || c == ',' || Character.isWhitespace(c)) {
                    continue;
                }
                start = number;
                depth.deepest = outside;
            }
            var within = depth.now > outside || depth.text;
            if (!within && (c == ',' || c == ']')) {
                record(start, object.toString());
                object.setLength(0);
                continue;
            }
            depth.pass((char) c);
            if (object.length() <= ImportFile.LONGEST_RECORD) {
                object.append((char) c);
            }
            if (within && depth.now == outside && !depth.text) {
                record(start, object.toString());
                object.setLength(0);
            }
        }
        if (!object.isEmpty()) {
            visitor.unreadable(
                    start, "đối tượng JSON bắt đầu ở đây không có dấu đóng; hãy kiểm tra dấu } và dấu \" từ dòng này");
        }
    }

    private void record(long number, String json) throws ImportException {
        if (json.length() > ImportFile.LONGEST_RECORD) {
            visitor.unreadable(number, ImportFile.TOO_LONG);
            return;
        }
        var depth = new Depth();
        json.chars().forEach(c -> depth.pass((char) c));
        if (depth.deepest > DEEPEST) {
            // Whoever takes it apart would run out of stack.
            visitor.unreadable(number, TOO_DEEP);
            return;
        }
        ImportRow row;
        try (var parser = Json.createReader(new StringReader(json))) {
            row = row(number, parser.readObject());
        } catch (JsonParsingException e) {
            var at = e.getLocation();
            visitor.unreadable(
                    number + Math.max(0, at.getLineNumber() - 1),
                    "vị trí %d: %s".formatted(Math.max(1, at.getColumnNumber()), NO_OBJECT));
            return;
        } catch (ImportException e) {
            visitor.unreadable(number, e.reason());
            return;
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            visitor.unreadable(number, NO_OBJECT);
            return;
        }
        visitor.row(row);
    }

    private static ImportRow row(long number, JsonObject object) throws ImportException {
        var values = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        if (object.get("content") instanceof JsonObject) {
            values.putAll(own(object));
            values.keySet().forEach(field -> names.put(field, field));
            return new ImportRow(number, values, names);
        }
        object.forEach((name, value) -> {
            var field = ImportColumns.field(name);
            // The field's own name goes before another that means the same.
            if (!field.isEmpty() && (name.equals(field) || !values.containsKey(field))) {
                values.put(field, field.equals(ImportColumns.CODE) ? ImportColumns.code(text(value)) : text(value));
                names.put(field, name);
            }
        });
        return new ImportRow(number, values, names);
    }

    /** The fields of a procedure as the portal itself writes it. */
    private static Map<String, String> own(JsonObject object) throws ImportException {
        try {
            return ExportedProcedure.values(vn.minhbach.shared.Json.read(object.toString(), ProcedureRecord.class));
        } catch (RuntimeException e) {
            throw new ImportException(NO_PROCEDURE);
        }
    }

    private static String text(JsonValue value) {
        return switch (value) {
            case JsonString string -> string.getString();
            case JsonArray array -> array.stream().map(ImportJson::text).collect(Collectors.joining("\n"));
            default -> value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
        };
    }
}
