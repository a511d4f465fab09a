package vn.minhbach.procedure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiConsumer;
import vn.minhbach.web.Proof;

/** What a procedure's page says, beside what its source says, for whoever checks the one against the other. */
public final class ProcedureProof {

    private final Proof proof;

    public ProcedureProof(Proof proof) {
        this.proof = proof;
    }

    /** The page as HTML, in Vietnamese, with the summary of its first channel. */
    public String print(Procedure procedure) {
        return proof.print("thu-tuc", ProcedurePage.of(procedure, proof.visit(), proof.structured()));
    }

    /** Hands over each good record of an import file as the import would take it over, with its source. */
    public static void each(Path file, BiConsumer<Procedure, SourceText> visitor) throws IOException {
        ProcedureFile.records(file, (record, source) -> visitor.accept(new Procedure(record, Instant.EPOCH), source));
    }
}
