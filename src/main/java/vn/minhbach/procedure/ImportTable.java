package vn.minhbach.procedure;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Procedures as a table written as text (CSV). Which sign separates the cells is seen from the header, since spreadsheets write the
 * one that the computer's language wants.
 *
 * <p>A cell may hold line breaks if it stands in quotes. A quote that is never closed would make one record of all that follows; such a
 * record is told of, and reading goes on with the next line that begins like a record.
 */
final class ImportTable {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?(?i:sep)=(.)\"?\\s*");

    /** So many broken records are told of; a file with more of them is no table. */
    private static final int BROKEN_AT_MOST = 100;

    private final BufferedReader reader;

    /** Lines that were looked at already and are still to be read. */
    private final Deque<String> ahead = new ArrayDeque<>();

    /** The number of the line that was read last. */
    private long number;

    private ImportTable(BufferedReader reader) {
        this.reader = reader;
    }

    static void read(BufferedReader reader, ImportFile.Visitor visitor) throws IOException, ImportException {
        new ImportTable(reader).read(visitor);
    }

    private void read(ImportFile.Visitor visitor) throws IOException, ImportException {
        var top = new ArrayList<String>();
        while (top.size() < ImportColumns.HEADER_WITHIN) {
            var line = line();
            if (line == null) {
                break;
            }
            top.add(line);
        }
        back(top);
        var told = SEPARATOR_LINE.matcher(top.isEmpty() ? "" : top.getFirst());
        var separators = told.matches() ? List.of(told.group(1).charAt(0)) : SEPARATORS;
        Header best = null;
        for (var separator : separators) {
            var header = header(top, separator);
            if (best == null || header.columns().known() > best.columns().known()) {
                best = header;
            }
        }
        if (best == null || !best.columns().isHeader()) {
            throw ImportColumns.missing(best == null ? List.of() : best.seen());
        }
        best.columns().check(best.line());
        best.columns().unused().ifPresent(visitor::note);
        while (number < best.end()) {
            line();
        }
        records(best.separator(), best.columns(), visitor);
    }

    /**
     * The row that names the columns.
     *
     * @param end the number of its last line
     * @param seen the rows that were looked at
     */
    private record Header(char separator, ImportColumns columns, long line, long end, List<ImportColumns> seen) {}

    private static Header header(List<String> top, char separator) {
        var seen = new ArrayList<ImportColumns>();
        var best = new Header(separator, ImportColumns.of(List.of()), 1, 1, seen);
        var record = new StringBuilder();
        var quotes = new Quotes(separator);
        var start = 1;
        for (var at = 1; at <= top.size(); at++) {
            record.append(top.get(at - 1));
            quotes.pass(top.get(at - 1));
            if (quotes.open) {
                continue;
            }
            var cells = cells(record.toString(), separator);
            var columns = ImportColumns.of(cells == null ? List.of() : cells);
            while (seen.size() < at) {
                seen.add(columns);
            }
            if (columns.known() > best.columns().known()) {
                best = new Header(separator, columns, start, at, seen);
            }
            record.setLength(0);
            start = at + 1;
        }
        return best;
    }

    private void records(char separator, ImportColumns columns, ImportFile.Visitor visitor)
            throws IOException, ImportException {
        var broken = 0;
        for (var line = line(); line != null; line = line()) {
            var start = number;
            if (line.isBlank()) {
                continue;
            }
            var quotes = new Quotes(separator);
            var record = new StringBuilder();
            var rest = new ArrayList<String>();
            for (var part = line; ; part = next(rest)) {
                if (part == null) {
                    break;
                }
                record.append(part);
                quotes.pass(part);
                if (!quotes.open || record.length() > ImportFile.LONGEST_RECORD) {
                    break;
                }
            }
            if (!quotes.open && record.length() <= ImportFile.LONGEST_RECORD) {
                record(start, record.toString(), separator, columns, visitor);
                continue;
            }
            if (++broken > BROKEN_AT_MOST) {
                visitor.unreadable(
                        start,
                        "quá nhiều dòng hỏng, phần còn lại của tệp không đọc được; hãy lưu lại tệp từ bảng tính");
                return;
            }
            back(rest);
            number = start;
            if (quotes.open) {
                skip(separator, columns);
            }
            visitor.unreadable(
                    start,
                    record.length() > ImportFile.LONGEST_RECORD && rest.isEmpty()
                            ? ImportFile.TOO_LONG
                            : "dấu ngoặc kép mở ở dòng này không được đóng hoặc ô dài quá 4 triệu ký tự%s; hãy thêm dấu đóng"
                                    .formatted(number > start ? ", đã bỏ qua đến hết dòng " + number : ""));
        }
    }

    private @Nullable String next(List<String> rest) throws IOException {
        var line = line();
        if (line != null) {
            rest.add(line);
        }
        return line;
    }

    /** Goes on to the next line that begins a record: one with a code where a code belongs. */
    private void skip(char separator, ImportColumns columns) throws IOException {
        var place = columns.place(ImportColumns.CODE);
        var between = Pattern.compile(Pattern.quote(String.valueOf(separator)));
        for (var line = line(); line != null; line = line()) {
            var cells = between.split(line, place + 2);
            if (cells.length > place
                    && ProcedureCode.national(ImportColumns.code(
                                    cells[place].replace("\"", "").strip()))
                            .isPresent()) {
                back(List.of(line));
                return;
            }
        }
    }

    private static void record(
            long line, String record, char separator, ImportColumns columns, ImportFile.Visitor visitor)
            throws ImportException {
        var cells = cells(record, separator);
        if (cells == null) {
            visitor.unreadable(line, "dấu ngoặc kép đặt sai chỗ; trong ô, mỗi dấu ngoặc kép phải viết hai lần (\"\")");
            return;
        }
        ImportRow row;
        try {
            row = columns.row(line, cells).orElse(null);
        } catch (ImportException e) {
            visitor.unreadable(line, e.reason());
            return;
        }
        if (row != null) {
            visitor.row(row);
        }
    }

    /** The cells of one record; null if its quotes stand where none can. */
    private static @Nullable List<String> cells(String record, char separator) {
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (var parser = CSVParser.parse(record, format)) {
            var records = parser.iterator();
            return records.hasNext() ? records.next().toList() : List.of();
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            return null;
        }
    }

    /** The next line with its end; of one that is too long only so much as shows it. Null at the end of the file. */
    private @Nullable String line() throws IOException {
        var known = ahead.poll();
        if (known != null) {
            number++;
            return known;
        }
        var c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= ImportFile.LONGEST_RECORD) {
                line.append((char) c);
            }
        }
        return line.append('\n').toString();
    }

    /** Puts lines back, to be read again. */
    private void back(List<String> lines) {
        for (var line : lines.reversed()) {
            ahead.push(line);
        }
        number -= lines.size();
    }

    /** Whether a record goes on with the next line: a quote at the beginning of a cell opens it, the next single one closes it. */
    private static final class Quotes {

        private final char separator;
        private boolean open;

        /** At the beginning of a cell. */
        private boolean beginning = true;

        /** The sign before was a quote within an open cell: it closes the cell, or stands for one of the text. */
        private boolean pending;

        Quotes(char separator) {
            this.separator = separator;
        }

        void pass(String line) {
            for (var i = 0; i < line.length(); i++) {
                var c = line.charAt(i);
                if (open) {
                    open = c != '"';
                    pending = !open;
                } else if (c == '"' && (pending || beginning)) {
                    open = true;
                    pending = false;
                    beginning = false;
                } else {
                    pending = false;
                    beginning = c == separator;
                }
            }
        }
    }
}
