package vn.minhbach.procedure;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.editorial.ItemContent;
import vn.minhbach.shared.Text;

/**
 * What a version of a procedure says, as the editorial board keeps it: what was announced, and how the portal presents it. Stored as one
 * JSON document.
 *
 * @param frequent whether it stands among the procedures that most people ask for
 * @param lifeEvents slugs of the life events under which it stands
 */
public record ProcedureVersion(ProcedureRecord procedure, boolean frequent, List<String> lifeEvents)
        implements ItemContent {

    /** What was not given is empty, not missing. */
    public ProcedureVersion {
        lifeEvents = List.copyOf(Objects.requireNonNullElse(lifeEvents, List.of()));
    }

    /** What the public sees now. */
    static ProcedureVersion of(Procedure shown) {
        return new ProcedureVersion(shown.toRecord(), shown.isFrequent(), shown.getLifeEvents());
    }

    /** Under which the board has a procedure: its code, "1-001234". */
    static String slug(String code) {
        return code.replace('.', '-');
    }

    /** The code that a slug stands for. */
    static String code(String slug) {
        return slug.replace('-', '.');
    }

    @Override
    public String title() {
        return procedure.title();
    }

    /** Where it stands before the board: in its field of government. */
    String place() {
        return Text.slug(procedure.field());
    }

    /** The forms that it offers and the portal keeps. */
    @Override
    public Set<Long> files() {
        return procedure.content().cases().stream()
                .flatMap(one -> one.papers().stream())
                .flatMap(paper -> Attachment.idIn(Objects.requireNonNullElse(paper.formUrl(), "")).stream())
                .collect(Collectors.toSet());
    }
}
