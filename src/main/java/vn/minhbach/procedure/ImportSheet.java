package vn.minhbach.procedure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Procedures as a workbook ({@code .xlsx}): the first sheet that can be seen and has a header of procedures. */
final class ImportSheet {

    /** How a workbook writes a sign that XML cannot hold. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** What stands in a cell whose formula could not be computed. */
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!");

    /** In bytes; the national data take 60 million. */
    private static final long LONGEST_UNPACKED = 400L * 1024 * 1024;

    /** Where a workbook keeps its texts, each once. */
    private static final String TEXTS = "xl/sharedStrings.xml";

    /** In bytes: while a sheet is read its texts stay in memory, where they take up to twice the room. */
    private static final long LONGEST_TEXTS = Runtime.getRuntime().maxMemory() / 4;

    private static final String DAMAGED = "hãy mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx";

    private ImportSheet() {}

    static void read(Path file, ImportFile.Visitor visitor) throws IOException, ImportException {
        try (var workbook = open(file)) {
            List<ImportColumns> seen = List.of();
            for (var sheet : sheets(workbook)) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    visitor.note("Trang tính “%s” bị ẩn nên không đọc.".formatted(sheet.getName()));
                    continue;
                }
                var rows = read(sheet, visitor);
                if (rows.isEmpty()) {
                    return;
                }
                seen = seen.isEmpty() ? rows : seen;
            }
            throw ImportColumns.missing(seen);
        }
    }

    private static ReadableWorkbook open(Path file) throws ImportException {
        refuseBomb(file);
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        } catch (IOException | RuntimeException e) {
            throw new ImportException("Tệp nén này không phải bảng tính .xlsx hoặc đã hỏng; " + DAMAGED + ".");
        }
    }

    /** What would fill the memory is not unpacked; as CSV a list of any length can be read. */
    private static void refuseBomb(Path file) throws ImportException {
        try (var zip = new ZipFile(file.toFile())) {
            var size = zip.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            var texts = zip.getEntry(TEXTS);
            if (size > LONGEST_UNPACKED || texts != null && texts.getSize() > LONGEST_TEXTS) {
                throw new ImportException(
                        "Bảng tính giải nén ra quá lớn (%d MB) để đọc một lần; hãy lưu lại dạng “CSV UTF-8” hoặc chia thành nhiều tệp."
                                .formatted(size / 1024 / 1024));
            }
        } catch (IOException e) {
            throw new ImportException("Tệp nén này không phải bảng tính .xlsx hoặc đã hỏng; " + DAMAGED + ".");
        }
    }

    private static List<Sheet> sheets(ReadableWorkbook workbook) throws ImportException {
        try {
            return workbook.getSheets().toList();
        } catch (RuntimeException e) {
            throw new ImportException("Bảng tính không có trang nào đọc được; " + DAMAGED + ".");
        }
    }

    /** Reads a sheet that has a header; of another one it answers the rows that were looked at. */
    private static List<ImportColumns> read(Sheet sheet, ImportFile.Visitor visitor)
            throws IOException, ImportException {
        var seen = new ArrayList<ImportColumns>();
        try (var stream = sheet.openStream()) {
            var rows = stream.iterator();
            for (var row = next(rows); row != null; row = next(rows)) {
                if (row.getRowNum() > ImportColumns.HEADER_WITHIN) {
                    break;
                }
                while (seen.size() < row.getRowNum() - 1) {
                    seen.add(ImportColumns.of(List.of()));
                }
                var columns = ImportColumns.of(cells(row, null));
                seen.add(columns);
                if (columns.isHeader()) {
                    columns.check(row.getRowNum());
                    columns.unused().ifPresent(visitor::note);
                    records(rows, columns, row.getRowNum(), visitor);
                    return List.of();
                }
            }
        }
        return seen.isEmpty() ? List.of(ImportColumns.of(List.of())) : seen;
    }

    /** The next row; null behind the last one. */
    private static @Nullable Row next(Iterator<Row> rows) throws ImportException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw new ImportException("bảng tính bị hỏng từ dòng này; " + DAMAGED);
        }
    }

    private static void records(Iterator<Row> rows, ImportColumns columns, long header, ImportFile.Visitor visitor)
            throws ImportException {
        var line = header;
        while (true) {
            Row row;
            try {
                row = next(rows);
            } catch (ImportException e) {
                // From here on nothing can be told apart any more.
                visitor.unreadable(line + 1, e.reason());
                return;
            }
            if (row == null) {
                return;
            }
            line = row.getRowNum();
            ImportRow record;
            try {
                record = columns.row(line, cells(row, columns)).orElse(null);
            } catch (ImportException e) {
                visitor.unreadable(line, e.reason());
                continue;
            }
            if (record != null) {
                visitor.row(record);
            }
        }
    }

    /**
     * The texts of a row.
     *
     * @param columns what they hold; null while that is not known
     * @throws ImportException if a formula could not be computed
     */
    private static List<String> cells(Row row, @Nullable ImportColumns columns) throws ImportException {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            var text = text(cell);
            if (columns != null && ERRORS.contains(text) && columns.uses(cells.size())) {
                throw new ImportException("cột %s: công thức báo lỗi %s; hãy thay bằng giá trị"
                        .formatted(columns.name(cells.size()), text));
            }
            cells.add(text);
        }
        return cells;
    }

    private static String text(@Nullable Cell cell) {
        var text = cell == null ? null : cell.getText();
        return text == null
                ? ""
                : ESCAPED.matcher(text)
                        .replaceAll(sign -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(sign.group(1), 16))));
    }
}
