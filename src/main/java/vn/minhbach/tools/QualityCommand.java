package vn.minhbach.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.minhbach.procedure.ProcedureProof;
import vn.minhbach.quality.Checks;
import vn.minhbach.quality.Fault;
import vn.minhbach.quality.Finding;
import vn.minhbach.shared.Json;
import vn.minhbach.web.Proof;

/**
 * {@code mvn -Pquality -Dfile=FILE [-Dreport=FILE]}: makes the page of every procedure of an import file, lays it beside its source, and
 * counts what is wrong, kind by kind. The report holds every finding as JSON. Touches no portal.
 */
public final class QualityCommand {

    private QualityCommand() {}

    /** Ends with 0 if every kind is within its limit, 2 if one is not, 1 if nothing could be checked. */
    public static void main(String[] args) {
        var console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var options = new HashMap<String, String>();
        for (var arg : args) {
            var parts = arg.replaceFirst("^--", "").split("=", 2);
            if (parts.length == 2 && !parts[1].isBlank() && !parts[1].startsWith("${")) {
                options.put(parts[0], parts[1]);
            }
        }
        var file = options.get("file");
        if (file == null) {
            console.println("Cần tên tệp: mvn -Pquality -Dfile=TỆP [-Dreport=TỆP.json] (a file is needed)");
            System.exit(1);
        }
        try {
            System.exit(run(Path.of(String.valueOf(file)), options.get("report"), console) ? 0 : 2);
        } catch (IOException | RuntimeException e) {
            console.println("Không kiểm tra được (the check failed): " + root(e));
            System.exit(1);
        }
    }

    /** The innermost message says what happened. */
    private static Throwable root(Throwable thrown) {
        var root = thrown;
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    private static boolean run(Path file, @org.jspecify.annotations.Nullable String report, PrintStream console)
            throws IOException {
        var proof = new ProcedureProof(new Proof());
        var findings = new LinkedHashMap<String, List<Finding>>();
        ProcedureProof.each(
                file,
                (procedure, source) ->
                        findings.put(procedure.getCode(), Checks.of(source, proof.print(procedure, source))));
        var procedures = new EnumMap<Fault, List<String>>(Fault.class);
        for (var fault : Fault.values()) {
            procedures.put(fault, new ArrayList<>());
        }
        findings.forEach((code, found) -> found.stream()
                .map(Finding::fault)
                .distinct()
                .forEach(fault -> procedures
                        .computeIfAbsent(fault, unused -> new ArrayList<>())
                        .add(code)));
        var within = print(procedures, findings.size(), console);
        if (report != null) {
            Files.writeString(Path.of(report), Json.write(json(findings, procedures)));
        }
        return within;
    }

    private static boolean print(Map<Fault, List<String>> procedures, int total, PrintStream console) {
        console.printf(
                Locale.ROOT, "%d procedures%n%-16s %-18s %6s %7s %6s%n", total, "group", "kind", "count", "%", "limit");
        var within = true;
        for (var entry : procedures.entrySet()) {
            var fault = entry.getKey();
            var count = entry.getValue().size();
            var right = count <= fault.group().limit() * total;
            within &= right;
            console.printf(
                    Locale.ROOT,
                    "%-16s %-18s %6d %6.2f%% %5.0f%% %s%n",
                    fault.group(),
                    fault,
                    count,
                    100.0 * count / Math.max(1, total),
                    100 * fault.group().limit(),
                    right ? "" : "!");
        }
        return within;
    }

    private static Map<String, Object> json(Map<String, List<Finding>> findings, Map<Fault, List<String>> procedures) {
        var counts = new LinkedHashMap<String, Integer>();
        procedures.forEach((fault, codes) -> counts.put(fault.name(), codes.size()));
        var all = new TreeMap<String, List<Finding>>();
        findings.forEach((code, found) -> {
            if (!found.isEmpty()) {
                all.put(code, found);
            }
        });
        return Map.of("procedures", findings.size(), "counts", counts, "findings", all);
    }
}
