package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes procedures of the records of a file and hands them over in batches, so that a file of any length takes the same memory. Whoever
 * looks at what an import would do and whoever does it are handed the same.
 */
final class ImportBatches implements ImportFile.Visitor {

    private static final int SIZE = 100;

    private final ImportReport report;
    private final Taker taker;
    private final Map<String, Long> linesByCode = new HashMap<>();
    private final List<Numbered> batch = new ArrayList<>();

    /** A good record and the line it stands on. */
    record Numbered(long line, ProcedureService.Announced announced) {}

    /** Takes what was read. */
    interface Taker {

        /** Good records, in their order; the last batch may be empty. */
        void batch(List<Numbered> good);

        /**
         * A record that is not good; the report knows of it already.
         *
         * @param row what could be read of it; nothing if that is nothing
         */
        default void refused(long line, Map<String, String> row, String reason) {}
    }

    ImportBatches(ImportReport report, Taker taker) {
        this.report = report;
        this.taker = taker;
    }

    @Override
    public void row(ImportRow row) {
        report.readLine();
        try {
            var procedure = row.procedure(report);
            var earlier = linesByCode.putIfAbsent(procedure.code(), row.line());
            if (earlier != null) {
                throw row.refusal(
                        ImportColumns.CODE,
                        "mã " + procedure.code() + " đã có ở dòng " + earlier + "; hãy bỏ một dòng");
            }
            batch.add(new Numbered(row.line(), new ProcedureService.Announced(procedure, row.source())));
        } catch (ImportException e) {
            refuse(row.line(), row.values(), e.reason());
        }
        if (batch.size() >= SIZE) {
            end();
        }
    }

    @Override
    public void unreadable(long line, String reason) {
        report.readLine();
        refuse(line, Map.of(), reason);
    }

    private void refuse(long line, Map<String, String> row, String reason) {
        report.refuse(line, reason);
        taker.refused(line, row, reason);
    }

    @Override
    public void note(String sentence) {
        report.note(sentence);
    }

    /** Hands over what is left. */
    void end() {
        taker.batch(List.copyOf(batch));
        batch.clear();
    }
}
