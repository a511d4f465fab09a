package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.editorial.Correction;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.PreviewBoard;
import vn.minhbach.editorial.PreviewLink;
import vn.minhbach.editorial.PreviewLinks;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/**
 * A procedure that is being edited, as readers will see it: for members of the board, and for whoever was given a secret link. A link shows
 * the newest version as long as the board has it before it; otherwise there is nothing behind it, whatever the reason.
 */
@ApplicationScoped
@Transactional
public class ProcedurePreviewService {

    private static final String KIND = ProcedureService.KIND;

    @Inject
    Items items;

    @Inject
    PreviewLinks links;

    @Inject
    ProcedureDeskService desk;

    @Inject
    ProcedureRepository procedures;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    /** The same on a database that a test has. */
    static ProcedurePreviewService over(
            Items items,
            PreviewLinks links,
            ProcedureDeskService desk,
            ProcedureRepository procedures,
            CurrentActor actors,
            Clock clock) {
        var over = new ProcedurePreviewService();
        over.items = items;
        over.links = links;
        over.desk = desk;
        over.procedures = procedures;
        over.actors = actors;
        over.clock = clock;
        return over;
    }

    /**
     * A procedure as it will be shown.
     *
     * @param known whether the public sees all of that already
     */
    public record Draft(Procedure procedure, boolean known) {}

    /** The newest version, with what whoever asks has typed since and not saved. */
    @Permit(value = Permission.WRITE_PROCEDURES, audited = false)
    public Draft draft(String code) {
        var newest = desk.open(code).newest();
        var kept = items.at(KIND, ProcedureVersion.slug(code));
        var typed = typed(code, newest);
        if (typed.isEmpty() && kept.map(Item::isPublicAsItIs).orElse(true)) {
            return new Draft(shown(code), true);
        }
        return new Draft(whole(kept, typed.orElseGet(() -> desk.content(code, newest))), false);
    }

    /** What whoever asks has typed and not saved; none if nothing was, or if it could not be saved as it stands. */
    private Optional<ProcedureVersion> typed(String code, int newest) {
        return desk.unsaved(String.valueOf(ProcedureDeskService.number(code))).flatMap(copy -> {
            var before = new ProcedureForm(desk.content(code, newest), desk.lifeEvents());
            var form = new ProcedureForm(desk.content(code, newest), desk.lifeEvents());
            form.read(copy.content());
            if (form.says(before)) {
                return Optional.empty();
            }
            try {
                return Optional.of(form.version());
            } catch (RuleBrokenException e) {
                // A number that is none, say. Whoever saves is told.
                return Optional.empty();
            }
        });
    }

    private Procedure shown(String code) {
        return procedures.byCode(code).orElseThrow(() -> new NotFoundException(KIND, code));
    }

    private Procedure whole(Optional<Item> item, ProcedureVersion version) {
        return new Procedure(
                version, item.map(kept -> Correction.of(items.steps(kept))).orElse(List.of()), now());
    }

    /** The procedure with its links, for whoever sees it at their desk. */
    public PreviewBoard open(String code) {
        var sheet = desk.open(code);
        var kept = items.at(KIND, ProcedureVersion.slug(code));
        var sharing = actors.get().may(Permission.WRITE_PROCEDURES);
        return new PreviewBoard(
                String.valueOf(ProcedureDeskService.number(code)),
                sheet.title(),
                "",
                sharing,
                kept.filter(Item::isBeingWritten).isPresent(),
                typed(code, sheet.newest()).isPresent(),
                kept.filter(item -> sharing).map(links::open).orElse(List.of()).stream()
                        .map(PreviewBoard.Line::of)
                        .toList());
    }

    /**
     * Makes a link.
     *
     * @param days for how long it holds
     * @return its secret, which nobody can find out again
     */
    @Permit(Permission.WRITE_PROCEDURES)
    public String share(@Subject String code, @Subject int days) {
        return links.issue(
                locked(code)
                        .filter(Item::isBeingWritten)
                        .orElseThrow(() -> new RuleBrokenException("articlePreview.error.nothing")),
                days);
    }

    /** Takes a link back; false if it was gone. */
    @Permit(Permission.WRITE_PROCEDURES)
    public boolean revoke(@Subject String code, @Subject long link) {
        return locked(code).map(item -> links.revoke(item, link)).orElse(false);
    }

    /** Two who share at once are counted one after the other. */
    private Optional<Item> locked(String code) {
        return items.at(KIND, ProcedureVersion.slug(code)).map(item -> items.change(KIND, item.getId()));
    }

    /**
     * What a secret link shows.
     *
     * @throws MovedException if it has come out since: everybody may read it where it is
     * @throws NotFoundException if there is nothing behind it, whatever the reason
     */
    @Permit(value = Permission.READ_PUBLIC, audited = false)
    public Procedure shared(String secret) {
        var item = itemOf(secret).orElseThrow(ProcedurePreviewService::nothing);
        if (item.isPublicAsItIs()) {
            throw new MovedException(
                    shown(ProcedureVersion.code(item.getSlug())).getPath());
        }
        if (!item.isBeingWritten()) {
            throw nothing();
        }
        return whole(Optional.of(item), content(item));
    }

    /** Whether a secret link offers a form. */
    public boolean shows(String secret, long file) {
        return itemOf(secret)
                .filter(Item::isBeingWritten)
                .map(item -> content(item).files().contains(file))
                .orElse(false);
    }

    private Optional<Item> itemOf(String secret) {
        return links.find(secret).map(PreviewLink::getItemId).flatMap(this::item);
    }

    /** A link of something else is none of ours. */
    private Optional<Item> item(long id) {
        try {
            return Optional.of(items.get(KIND, id));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private ProcedureVersion content(Item item) {
        return items.version(item, item.getNewestVersion()).content(ProcedureVersion.class);
    }

    /** Without the secret: what is thrown may be written down. */
    private static NotFoundException nothing() {
        return new NotFoundException("preview", "");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
