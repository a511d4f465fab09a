package vn.minhbach.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an import did: counts, the share of each part that could be taken apart, and the lines that were refused. */
public final class ImportReport {

    private static final int SHOWN = 200;

    private int read;
    private int added;
    private int changed;
    private int unchanged;
    private final List<String> refusals = new ArrayList<>();
    private int refused;
    private final List<String> notes = new ArrayList<>();
    private String failure = "";
    private final Map<String, int[]> parts = new LinkedHashMap<>();

    void readLine() {
        read++;
    }

    /** A good record was dealt with. */
    void take(long line, ProcedureService.Taken taken) {
        count(taken.outcome());
        if (taken.outcome() == Outcome.WITHDRAWN) {
            refuse(line, WITHDRAWN_HERE);
        } else if (taken.draftKept() && taken.outcome() == Outcome.CHANGED) {
            note(draftKept(taken.code()));
        }
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case ADDED -> added++;
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case WITHDRAWN -> {}
        }
    }

    /** What happened to a record that was good. */
    public enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Not taken over: the board has taken it back, and only the board shows it again. */
        WITHDRAWN
    }

    /** Why a record was left out that is good by itself. */
    static final String WITHDRAWN_HERE =
            "thủ tục đã được Ban Biên tập gỡ khỏi Cổng nên không nhập; hãy đăng lại ở màn hình Thủ tục rồi nhập";

    /** What is said of a procedure of which somebody is writing a newer version. */
    static String draftKept(String code) {
        return "Thủ tục %s đang có bản soạn chưa đăng; bản đó được giữ nguyên, hãy đối chiếu với dữ liệu vừa nhập."
                .formatted(code);
    }

    /** A line was left out; the others are not touched by that. */
    void refuse(long line, String reason) {
        refused++;
        if (refusals.size() < SHOWN) {
            refusals.add("  dòng %d: %s".formatted(line, reason));
        }
    }

    /** Something to know about the file, as a sentence. */
    void note(String sentence) {
        if (notes.size() < SHOWN) {
            notes.add(sentence);
        }
    }

    /** What is to be known of the file, a sentence a line; empty if nothing is. */
    String notes() {
        return String.join("\n", notes);
    }

    /** The import could not go on; what was saved before is saved. */
    void fail(String reason) {
        failure = reason;
    }

    /** What is said of a run that never came to an end. */
    static String cutOff(ImportRun run) {
        return "Lần nhập này bị ngắt giữa chừng, khi đã lưu %d thủ tục; kết thúc được ghi khi bắt đầu lần nhập sau. Nhập lại tệp ấy thì phần đã lưu không đổi.%n"
                .formatted(run.getAdded() + run.getChanged() + run.getUnchanged());
    }

    /** Notes of a part that was there whether it could be structured. */
    void part(String name, boolean structured) {
        var counts = parts.computeIfAbsent(name, unused -> new int[2]);
        counts[0]++;
        if (structured) {
            counts[1]++;
        }
    }

    int read() {
        return read;
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    int unchanged() {
        return unchanged;
    }

    int refused() {
        return refused;
    }

    /** The report as it is printed and kept. */
    public String text() {
        var out = new StringBuilder();
        if (!failure.isEmpty()) {
            out.append(failure).append(System.lineSeparator());
        }
        out.append("Đã đọc %d dòng: %d thủ tục mới, %d thay đổi, %d không đổi, %d dòng bị từ chối.%n"
                .formatted(read, added, changed, unchanged, refused));
        notes.forEach(note -> out.append(note).append(System.lineSeparator()));
        if (!parts.isEmpty()) {
            out.append("Tỷ lệ tách được thành bảng (trên số hồ sơ có phần đó):%n".formatted());
            parts.forEach((name, counts) -> out.append(String.format(
                    Locale.ROOT,
                    "  %-24s %5d / %5d  %5.1f %%%n",
                    name,
                    counts[1],
                    counts[0],
                    100.0 * counts[1] / counts[0])));
        }
        if (refused > 0) {
            out.append("Các dòng bị từ chối:%n".formatted());
            refusals.forEach(line -> out.append(line).append(System.lineSeparator()));
            if (refused > refusals.size()) {
                out.append("  … và %d dòng nữa%n".formatted(refused - refusals.size()));
            }
        }
        return out.toString();
    }
}
