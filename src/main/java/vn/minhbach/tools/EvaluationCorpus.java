package vn.minhbach.tools;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.minhbach.procedure.GovernmentLevel;
import vn.minhbach.procedure.Procedure;
import vn.minhbach.procedure.ProcedureContent;
import vn.minhbach.procedure.ProcedureFile;
import vn.minhbach.procedure.ProcedureRecord;
import vn.minhbach.procedure.ProcedureStatus;
import vn.minhbach.procedure.ServiceLevel;
import vn.minhbach.search.SearchDocument;
import vn.minhbach.shared.Html;

/**
 * What the evaluation indexes: a file of procedures as the import reads it, articles of laws as JSON Lines ({@code id},
 * {@code law_id}, {@code law_title}, {@code article}, {@code title}, {@code text}), or the folder of the sample content.
 */
public final class EvaluationCorpus {

    private EvaluationCorpus() {}

    public static void each(Path corpus, Consumer<SearchDocument> visitor) {
        try {
            if (Files.isDirectory(corpus)) {
                sample(corpus, visitor);
            } else if (isLaw(corpus)) {
                laws(corpus, visitor);
            } else {
                ProcedureFile.each(corpus, visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLaw(Path corpus) throws IOException {
        try (var lines = Files.lines(corpus)) {
            return lines.filter(line -> !line.isBlank())
                    .findFirst()
                    .map(line -> object(line).containsKey("law_id"))
                    .orElse(false);
        }
    }

    private static void laws(Path corpus, Consumer<SearchDocument> visitor) throws IOException {
        try (var lines = Files.lines(corpus)) {
            lines.filter(line -> !line.isBlank()).map(EvaluationCorpus::object).forEach(law -> {
                var id = law.getString("id");
                var title = "Điều " + law.getString("article", "") + ". " + law.getString("title", "");
                visitor.accept(document(
                        "document",
                        id,
                        title + " (" + law.getString("law_title", "") + ")",
                        law.getString("text", ""),
                        List.of(law.getString("law_id"))));
            });
        }
    }

    private static void sample(Path folder, Consumer<SearchDocument> visitor) throws IOException {
        for (var each : array(folder.resolve("procedures.json"))) {
            visitor.accept(ProcedureFile.document(procedure(each.asJsonObject())));
        }
        for (var each : array(folder.resolve("articles.json"))) {
            var json = each.asJsonObject();
            visitor.accept(document(
                    "article",
                    json.getString("slug"),
                    json.getString("title"),
                    json.getString("lead") + "\n" + Html.text(json.getString("body")) + "\n"
                            + String.join(", ", strings(json, "tags")),
                    strings(json, "procedures")));
        }
        for (var each : array(folder.resolve("units.json"))) {
            var json = each.asJsonObject();
            var body = List.of(
                    json.getString("summary", ""),
                    json.getString("shortName", ""),
                    String.join("\n", strings(json, "formerNames")),
                    json.getString("head", ""),
                    json.getString("address", ""),
                    Html.text(json.getString("body", "")));
            visitor.accept(document(
                    "unit", json.getString("slug"), json.getString("name"), String.join("\n", body), List.of()));
        }
    }

    private static Procedure procedure(JsonObject json) {
        return new Procedure(
                new ProcedureRecord(
                        json.getString("code"),
                        json.getString("title"),
                        json.getString("org"),
                        json.getString("decision"),
                        new ArrayList<>(strings(json, "levels").stream()
                                .map(GovernmentLevel::valueOf)
                                .toList()),
                        json.getString("type", ""),
                        json.getString("field"),
                        ServiceLevel.valueOf(json.getString("serviceLevel")),
                        ProcedureStatus.valueOf(json.getString("status")),
                        null,
                        null,
                        json.getString("nationalUrl", ""),
                        vn.minhbach.shared.Json.read(
                                json.getJsonObject("content").toString(), ProcedureContent.class)),
                Instant.EPOCH);
    }

    private static SearchDocument document(String kind, String id, String title, String body, List<String> numbers) {
        return new SearchDocument(
                kind, id, title, "/" + kind + "/" + id, body, numbers, Map.of(), Map.of(), null, false);
    }

    static JsonObject object(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static JsonArray array(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            return reader.readArray();
        }
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.containsKey(name)
                ? json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }
}
