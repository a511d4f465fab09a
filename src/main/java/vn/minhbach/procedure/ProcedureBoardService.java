package vn.minhbach.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;
import vn.minhbach.account.Audit;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.editorial.Correction;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemVersion;
import vn.minhbach.editorial.Items;
import vn.minhbach.editorial.Said;
import vn.minhbach.editorial.VersionConflictException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/**
 * What the editorial board does with procedures, by the one table of transitions. One method is one use case and one transaction. A
 * procedure that was imported has no item until somebody first edits it; then what is public becomes its first version. What the public
 * sees is the row of {@link Procedure}, which is written together with the pointer to the published version and goes with it: no list,
 * search or API can show a draft.
 */
@ApplicationScoped
@Transactional
public class ProcedureBoardService {

    private static final String KIND = ProcedureService.KIND;

    /**
     * The deeds that procedures know. Their address is their code, so they are not given another; what is out of force is abolished and
     * stays, so they are not archived, and their plan is a day on which they are looked at again.
     */
    static final Set<Deed> DEEDS = Set.of(
            Deed.DRAFT,
            Deed.REVISE,
            Deed.SUBMIT,
            Deed.TAKE_BACK,
            Deed.DROP,
            Deed.REMARK,
            Deed.AMEND,
            Deed.SEND_BACK,
            Deed.APPROVE,
            Deed.SCHEDULE,
            Deed.UNSCHEDULE,
            Deed.PUBLISH,
            Deed.CORRECT,
            Deed.PUBLISH_URGENTLY,
            Deed.APPROVE_AFTERWARDS,
            Deed.WITHDRAW,
            Deed.PLAN);

    @Inject
    ProcedureRepository procedures;

    @Inject
    Items items;

    @Inject
    ChangeLog changes;

    @Inject
    AttachmentService attachments;

    @Inject
    CurrentActor actors;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** The same on a database that a test has. */
    static ProcedureBoardService over(EntityManager em, Items items, CurrentActor actors, Clock clock) {
        var over = new ProcedureBoardService();
        over.procedures = new ProcedureRepository(em);
        over.items = items;
        over.changes = new ChangeLog(em, clock);
        over.actors = actors;
        over.audit = new Audit(em, clock);
        over.clock = clock;
        return over;
    }

    /** Which permission a right of the board is for procedures. */
    static Permission permission(Deed.Right right) {
        return switch (right) {
            case WRITE -> Permission.WRITE_PROCEDURES;
            case REVIEW -> Permission.REVIEW_PROCEDURES;
            case PUBLISH -> Permission.PUBLISH_PROCEDURES;
        };
    }

    /**
     * Begins a procedure that the portal does not have.
     *
     * @throws RuleBrokenException if there is one of this code, public or not
     */
    @Permit(Permission.WRITE_PROCEDURES)
    public Item draft(@Subject String code, ProcedureVersion version) {
        var checked = checked(code, version);
        if (procedures.byCode(code).isPresent()
                || items.at(KIND, ProcedureVersion.slug(code)).isPresent()) {
            throw new RuleBrokenException("procedureEdit.error.known", ProcedureParts.CODE);
        }
        return items.draft(KIND, ProcedureVersion.slug(code), checked.place(), checked);
    }

    /**
     * Writes a newer version. What is public stays as it is.
     *
     * @param expected the number of the version on which the author worked; 1 of a procedure that nobody has edited yet
     * @param note what the author says of the change; may be empty
     * @throws VersionConflictException if somebody else has written one since
     */
    @Permit(Permission.WRITE_PROCEDURES)
    public ItemVersion revise(@Subject String code, int expected, ProcedureVersion version, String note) {
        return write(code, Deed.REVISE, expected, version, note);
    }

    /** The same with what others have handed in, by somebody who looks it through. */
    @Permit(Permission.REVIEW_PROCEDURES)
    public ItemVersion amend(@Subject String code, int expected, ProcedureVersion version, String note) {
        return write(code, Deed.AMEND, expected, version, note);
    }

    /** Writes a newer version that says what an older one said. */
    @Permit(Permission.WRITE_PROCEDURES)
    public ItemVersion restore(@Subject String code, int expected, @Subject int number, String note) {
        var item = change(code);
        var older = items.version(item, number).content(ProcedureVersion.class);
        return items.revise(item, Deed.REVISE, expected, older.place(), older, note);
    }

    private ItemVersion write(String code, Deed deed, int expected, ProcedureVersion version, String note) {
        var checked = checked(code, version);
        return items.revise(change(code), deed, expected, checked.place(), checked, note);
    }

    /** The item, to be changed; of a procedure that nobody has edited yet it is made. */
    private Item change(String code) {
        var known = items.at(KIND, ProcedureVersion.slug(code));
        if (known.isPresent()) {
            return items.change(KIND, known.get().getId());
        }
        var shown = procedures.byCode(code).orElseThrow(() -> new NotFoundException(KIND, code));
        var version = ProcedureVersion.of(shown);
        return items.adopt(KIND, ProcedureVersion.slug(code), version.place(), version, shown.getUpdatedAt());
    }

    /** As it may be stored, if what it names is there. */
    private ProcedureVersion checked(String code, ProcedureVersion version) {
        var tidy = ProcedureParts.tidy(version.procedure());
        if (!tidy.code().equals(code)) {
            throw new RuleBrokenException("procedureEdit.error.code", ProcedureParts.CODE);
        }
        ProcedureParts.requireOnce(tidy);
        for (var file : version.files()) {
            if (attachments.find(file).isEmpty()) {
                throw new RuleBrokenException("procedureEdit.error.file", ProcedureParts.PAPERS);
            }
        }
        var events = procedures.lifeEvents().stream().map(LifeEvent::getSlug).toList();
        return new ProcedureVersion(
                tidy,
                version.frequent(),
                version.lifeEvents().stream().filter(events::contains).toList());
    }

    /** Hands the newest version in, to be looked through. */
    @Permit(Permission.WRITE_PROCEDURES)
    public void submit(@Subject String code, @Subject int version, String note) {
        work(code, Deed.SUBMIT, version, Said.reason(note));
    }

    /** Takes it back before anybody has decided. */
    @Permit(Permission.WRITE_PROCEDURES)
    public void takeBack(@Subject String code, @Subject int version) {
        work(code, Deed.TAKE_BACK, version, Said.NOTHING);
    }

    /** Gives up what is being written. What is public stays. */
    @Permit(Permission.WRITE_PROCEDURES)
    public void drop(@Subject String code, @Subject int version, String reason) {
        work(code, Deed.DROP, version, Said.reason(reason));
    }

    /** Says something that stays with the procedure. */
    @Permit(Permission.WRITE_PROCEDURES)
    public void remark(@Subject String code, @Subject int version, String remark) {
        work(code, Deed.REMARK, version, Said.reason(remark));
    }

    /** Gives it back to who wrote it, with a reason. */
    @Permit(Permission.REVIEW_PROCEDURES)
    public void sendBack(@Subject String code, @Subject int version, String reason) {
        work(code, Deed.SEND_BACK, version, Said.reason(reason));
    }

    /** Says that the newest version may become public. Not who wrote it or handed it in. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void approve(@Subject String code, @Subject int version, String note) {
        work(code, Deed.APPROVE, version, Said.reason(note));
    }

    /**
     * Has what was approved come out by itself.
     *
     * @param when to the minute; null if the set says it
     * @param notice what the public is told of it, if another version is public already
     * @param set the name of what comes out together; empty if it comes out alone
     */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void schedule(
            @Subject String code, @Subject int version, @Nullable Instant when, String notice, String set) {
        items.schedule(change(code), version, when, notice, set);
    }

    /** Calls that off; it is still approved. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void unschedule(@Subject String code, @Subject int version, String reason) {
        work(code, Deed.UNSCHEDULE, version, Said.reason(reason));
    }

    /** Says of what was published urgently that it was right. Not who published or wrote it. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void approveAfterwards(@Subject String code, @Subject int version, String note) {
        work(code, Deed.APPROVE_AFTERWARDS, version, Said.reason(note));
    }

    /** A deed by which the public sees nothing new. */
    private void work(String code, Deed deed, int version, Said said) {
        items.perform(change(code), deed, version, said);
    }

    /** Makes a version public, now. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void publish(@Subject String code, @Subject int version) {
        var item = change(code);
        var now = clock.instant();
        items.publish(item, version, now);
        show(item, version, now);
    }

    /** Makes the newest version public in place of the one that is, and tells the public what was wrong. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void correct(@Subject String code, @Subject int version, String notice) {
        showInstead(code, Deed.CORRECT, version, Said.notice(notice, ""));
    }

    /** Makes the newest version public before anybody else has seen it. It stays on a list until somebody else approves it. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void publishUrgently(@Subject String code, @Subject int version, String reason) {
        showInstead(code, Deed.PUBLISH_URGENTLY, version, Said.reason(reason));
    }

    private void showInstead(String code, Deed deed, int version, Said said) {
        var item = change(code);
        items.perform(item, deed, version, said);
        show(item, version, clock.instant());
    }

    /** Writes what the public sees, and tells the change log. */
    private void show(Item item, int version, Instant now) {
        var content = items.version(item, version).content(ProcedureVersion.class);
        var code = ProcedureVersion.code(item.getSlug());
        var known = procedures.byCode(code);
        var procedure = known.orElseGet(() -> new Procedure(content.procedure(), now));
        procedure.show(content, Correction.of(items.steps(item)), now);
        if (known.isEmpty()) {
            procedures.add(procedure);
        }
        changes.published(KIND, code);
    }

    /**
     * Takes a public procedure back.
     *
     * @param notice what readers find at its address instead
     * @param reason for the board
     */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void withdraw(@Subject String code, String notice, String reason) {
        var item = change(code);
        items.perform(item, Deed.WITHDRAW, item.getNewestVersion(), Said.notice(notice, reason));
        procedures.byCode(code).ifPresent(procedures::remove);
        changes.withdrawn(KIND, code);
    }

    /** Says when somebody is to look at it again; null for never. */
    @Permit(Permission.PUBLISH_PROCEDURES)
    public void plan(@Subject String code, @Nullable LocalDate review) {
        items.plan(change(code), null, review);
    }

    /** Tells the board of the procedures that are to be looked at again by now, once. */
    @Permit(Permission.RUN_PORTAL)
    public void remind() {
        items.remind(KIND);
    }

    /**
     * Makes what is due public, with all that comes out together with it: all or nothing, and once. It bears the date that the board has
     * chosen, however late it is done.
     */
    @Permit(Permission.RUN_PORTAL)
    public void release(@Subject long id, @Subject Instant due) {
        if (due.isAfter(clock.instant())) {
            return;
        }
        for (var item : items.due(KIND, id, due)) {
            var version = items.release(item, due);
            show(item, version, due);
            audit.done(Actor.PORTAL, byItself(item, version));
        }
    }

    /** What the public sees from now on by the clock stands in the audit as what it sees by a person: done by the portal. */
    private static Audit.Deed byItself(Item item, int version) {
        return new Audit.Deed(
                Permission.PUBLISH_PROCEDURES.name(),
                "ProcedureBoardService.release",
                ProcedureVersion.code(item.getSlug()) + " · " + version);
    }

    /** The versions of a procedure, the newest first; none of one that nobody has edited yet. */
    public List<ItemVersion> versions(String code) {
        return items.at(KIND, ProcedureVersion.slug(code)).map(items::versions).orElse(List.of());
    }
}
