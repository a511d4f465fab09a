package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the first records of a file before it lets any of them through: a fault that most of them share is the file's, and is told
 * once. Later it holds back only the records that are spoilt.
 */
final class ImportSieve implements ImportFile.Visitor {

    private static final int LOOKED_AT = 100;

    private final ImportFile.Visitor visitor;
    private final List<Held> held = new ArrayList<>();
    private long characters;
    private boolean open;

    /** A record, or why it cannot be read. */
    private record Held(long line, @Nullable ImportRow row, String reason) {}

    ImportSieve(ImportFile.Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void row(ImportRow row) throws ImportException {
        take(new Held(row.line(), row, ""));
        characters += row.values().values().stream().mapToInt(String::length).sum();
        if (!open && characters > ImportFile.LONGEST_RECORD) {
            release();
        }
    }

    @Override
    public void unreadable(long line, String reason) throws ImportException {
        take(new Held(line, null, reason));
    }

    @Override
    public void note(String sentence) {
        visitor.note(sentence);
    }

    /** The file has ended. */
    void end() throws ImportException {
        if (!open) {
            release();
        }
    }

    private void take(Held one) throws ImportException {
        if (open) {
            pass(one);
            return;
        }
        held.add(one);
        if (held.size() == LOOKED_AT) {
            release();
        }
    }

    private void release() throws ImportException {
        var rows = held.stream().filter(one -> one.row() != null).toList();
        if (held.isEmpty()) {
            throw new ImportException("Tệp không có thủ tục nào, hãy kiểm tra lại tệp đã chọn.");
        }
        if (rows.isEmpty()) {
            throw new ImportException("Không đọc được bản ghi nào; dòng %d: %s."
                    .formatted(held.getFirst().line(), held.getFirst().reason()));
        }
        refuseWithout(ImportColumns.CODE, "mã thủ tục", rows);
        refuseWithout(ImportColumns.TITLE, "tên thủ tục", rows);
        var spoilt = rows.stream()
                .filter(one -> spoilt(one.row()).isPresent())
                .map(Held::row)
                .toList();
        if (spoilt.size() * 2 > rows.size()) {
            var fault = spoilt(spoilt.getFirst()).orElseThrow();
            throw ImportLetters.refusal(
                    fault.kind(), "tệp, từ dòng " + spoilt.getFirst().line() + ", cột " + fault.column() + ",");
        }
        open = true;
        for (var one : held) {
            pass(one);
        }
        held.clear();
    }

    private static void refuseWithout(String field, String name, List<Held> rows) throws ImportException {
        if (rows.stream()
                .noneMatch(one -> one.row() != null && one.row().columns().containsKey(field))) {
            throw new ImportException(
                    "Các bản ghi không có trường %s; hãy đặt tên trường ấy là \"%s\".".formatted(name, field));
        }
    }

    private void pass(Held one) throws ImportException {
        var row = one.row();
        if (row == null) {
            visitor.unreadable(one.line(), one.reason());
            return;
        }
        var fault = spoilt(row);
        if (fault.isPresent()) {
            visitor.unreadable(
                    row.line(),
                    ImportLetters.refusal(
                                    fault.get().kind(), "cột " + fault.get().column())
                            .reason());
        } else {
            visitor.row(row);
        }
    }

    /** What is wrong with the letters of a record, and in which column. */
    private record Fault(String kind, String column) {}

    private static Optional<Fault> spoilt(@Nullable ImportRow row) {
        // What the portal wrote has its letters, however strange they look.
        if (row == null || row.isOwn()) {
            return Optional.empty();
        }
        return row.values().entrySet().stream()
                .flatMap(value -> ImportLetters.spoilt(value.getValue()).stream()
                        .map(kind -> new Fault(kind, row.columns().getOrDefault(value.getKey(), value.getKey()))))
                .min(java.util.Comparator.comparing(Fault::column));
    }
}
