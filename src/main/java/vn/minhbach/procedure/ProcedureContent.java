package vn.minhbach.procedure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The parts of an administrative procedure in the order of the law (Decree 63/2010/NĐ-CP Article 8.2 as amended by
 * 92/2017): steps, ways, papers, audience, agencies, result, legal bases, requirements.
 *
 * <p>A procedure is announced, amended and abolished as a whole; therefore its parts are kept as one document beside the
 * columns by which procedures are listed, see {@link Procedure}.
 *
 * @param citedNumbers numbers of documents that it cites, as its source lists them, cut-off ones included: who copies a
 *     number from there finds the procedure
 * @param raw the text of a part that could not be taken apart, by the part's name ("steps", "ways", "papers",
 *     "legalBases"); a part is either structured or raw, so that nothing that was announced is ever lost
 */
public record ProcedureContent(
        String description,
        List<Step> steps,
        List<Way> ways,
        List<PaperCase> cases,
        List<String> audiences,
        Agencies agencies,
        List<String> results,
        List<LegalBasis> legalBases,
        String requirements,
        List<String> keywords,
        List<String> related,
        List<String> citedNumbers,
        Map<String, String> raw) {

    /** A part that the source does not mention is empty, not missing. */
    public ProcedureContent {
        description = Objects.requireNonNullElse(description, "");
        steps = Objects.requireNonNullElse(steps, List.of());
        ways = Objects.requireNonNullElse(ways, List.of());
        cases = Objects.requireNonNullElse(cases, List.of());
        audiences = Objects.requireNonNullElse(audiences, List.of());
        agencies = Objects.requireNonNullElse(agencies, Agencies.NONE);
        results = Objects.requireNonNullElse(results, List.of());
        legalBases = Objects.requireNonNullElse(legalBases, List.of());
        requirements = Objects.requireNonNullElse(requirements, "");
        keywords = Objects.requireNonNullElse(keywords, List.of());
        related = Objects.requireNonNullElse(related, List.of());
        citedNumbers = Objects.requireNonNullElse(citedNumbers, List.of());
        // In a fixed order, so that equal contents have equal texts.
        raw = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(raw, Map.of())));
    }

    /** The same with each paper replaced by what becomes of it. */
    public ProcedureContent withPapers(UnaryOperator<Paper> change) {
        return new ProcedureContent(
                description,
                steps,
                ways,
                cases.stream()
                        .map(one -> new PaperCase(
                                one.label(), one.papers().stream().map(change).toList()))
                        .toList(),
                audiences,
                agencies,
                results,
                legalBases,
                requirements,
                keywords,
                related,
                citedNumbers,
                raw);
    }

    /** A procedure of which nothing but the head is known. */
    public static final ProcedureContent EMPTY = new ProcedureContent(
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Agencies.NONE,
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of(),
            List.of(),
            Map.of());
}
