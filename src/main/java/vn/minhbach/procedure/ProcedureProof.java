package vn.minhbach.procedure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.minhbach.web.Proof;

/** What a procedure's pages say, beside what its source says, for whoever checks the one against the other. */
public final class ProcedureProof {

    /** The fields of the source from which parts of a procedure are read. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            ProcedureParts.TITLE,
            Set.of("title"),
            ProcedureParts.SERVICE_LEVEL,
            Set.of("methods"),
            ProcedureParts.WAYS,
            Set.of("methods"),
            ProcedureParts.PAPERS,
            Set.of("documents"),
            ProcedureParts.LEGAL_BASES,
            Set.of("legal_basis"),
            ProcedureParts.STEPS,
            Set.of("steps"),
            ProcedureParts.RAW,
            Set.of("methods", "documents", "legal_basis", "steps"),
            "performing",
            Set.of("agency"),
            "receivingAddress",
            Set.of("agency"),
            "decision",
            Set.of("decision"));

    private final Proof proof;

    public ProcedureProof(Proof proof) {
        this.proof = proof;
    }

    /**
     * All that readers are shown of a procedure, in Vietnamese.
     *
     * @param pages its page, once with the summary of each channel
     * @param sheets the sheet of each of its cases
     * @param own the fields of the source that the board says otherwise by now: there the page has the board's word
     */
    public record Printed(List<String> pages, List<String> sheets, Set<String> own) {}

    /** Prints the pages of a procedure as they would be sent. */
    public Printed print(Procedure procedure, SourceText source) {
        return new Printed(
                channels(procedure)
                        .map(channel -> proof.print(
                                "thu-tuc", ProcedurePage.of(procedure, channel, proof.visit(), proof.structured())))
                        .toList(),
                CaseChoice.of(procedure.getContent().cases()).cases().stream()
                        .map(one -> proof.print(
                                "truong-hop", CasePage.of(procedure, one, proof.visit(), proof.structured())))
                        .toList(),
                own(procedure, source));
    }

    /** By their words in the address; of a procedure without any way the page by itself. */
    private static Stream<String> channels(Procedure procedure) {
        var channels = procedure.getContent().ways().stream()
                .map(way -> ProcedurePage.parameter(way.channel()))
                .distinct()
                .toList();
        return channels.isEmpty() ? Stream.of("") : channels.stream();
    }

    private static Set<String> own(Procedure procedure, SourceText source) {
        if (!procedure.isEdited()) {
            return Set.of();
        }
        try {
            var announced = CrawledProcedure.parse(new ImportRow(0, source.parts(), Map.of()), new ImportReport());
            return PartChange.between(ProcedureParts.of(announced), ProcedureParts.of(procedure.toRecord())).stream()
                    .flatMap(change -> FIELDS.getOrDefault(change.part(), Set.of()).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (ImportException e) {
            // A source that would be refused by now is nothing to lay an edited page beside.
            return FIELDS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Hands over each good record of an import file as the import would take it over, with its source. */
    public static void each(Path file, BiConsumer<Procedure, SourceText> visitor) throws IOException {
        ProcedureFile.records(file, (record, source) -> visitor.accept(new Procedure(record, Instant.EPOCH), source));
    }
}
