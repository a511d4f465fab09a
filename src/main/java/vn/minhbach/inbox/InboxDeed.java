package vn.minhbach.inbox;

import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;

/** What is done with a submission, by its sender or by the staff. */
public enum InboxDeed {
    /** Sends it. */
    SUBMIT(null),
    /** Writes something more about it. */
    ADD(null),
    /** Gives what the office asked for. */
    SUPPLEMENT(null),
    /** Takes it back. */
    WITHDRAW(null),
    /** Says that the answer answers it, or that something was promised and not done. */
    RATE(null),
    /** Says that the answer is off the point, once; it goes back to who handled it. */
    OBJECT(null),
    /** Says that what the answer promised was not done; it goes back to who handled it. */
    REMIND(null),

    /** Gives it to a unit. */
    ASSIGN(Permission.MODERATE_INBOX),
    /** Does not take it up. */
    REFUSE(Permission.MODERATE_INBOX),
    /** Passes it to another body, and tells the sender which. */
    TRANSFER(Permission.MODERATE_INBOX),
    /** Takes it up again. */
    REOPEN(Permission.MODERATE_INBOX),
    /** Joins it to an earlier one of the same matter, whose answer answers it too. */
    MERGE(Permission.MODERATE_INBOX),
    /** Parts it again from the one that it was joined to. */
    UNMERGE(Permission.MODERATE_INBOX),
    /** Makes a part of it a submission of its own, with a code of its own. */
    SPLIT(Permission.MODERATE_INBOX),
    /** Puts it under the kind under which it belongs; its limits run by the rules of that. */
    RECLASSIFY(Permission.MODERATE_INBOX),
    /** Decides that the answer stays between office and sender. */
    MARK_PRIVATE(Permission.MODERATE_INBOX),
    /** Takes that decision of the office back; what the sender asked for stands. */
    UNMARK_PRIVATE(Permission.MODERATE_INBOX),
    /** Says that a person sent it, though it looked as if a program had. */
    MARK_GENUINE(Permission.MODERATE_INBOX),

    /** Asks the sender for what is missing. */
    ASK_MORE(Permission.ANSWER_INBOX),
    /** Begins to handle it. */
    BEGIN(Permission.ANSWER_INBOX),
    /** Writes an answer, or another version of it. */
    DRAFT(Permission.ANSWER_INBOX),
    /** Puts the answer off, as far as the law lets. */
    EXTEND(Permission.ANSWER_INBOX),
    /** Sends the approved answer. */
    ANSWER(Permission.ANSWER_INBOX),
    /** Promises something until a day. */
    PROMISE(Permission.ANSWER_INBOX),
    /** Says that what was promised is done. */
    FULFIL(Permission.ANSWER_INBOX),
    /** Says that an answer still holds though something that it rests on has changed. */
    CONFIRM(Permission.ANSWER_INBOX),
    /** Notes something for colleagues; no sender ever sees it. Whoever may be asked in a note, as an approver, may answer in one. */
    NOTE(Permission.READ_INBOX),

    /** Gives the draft back. */
    SEND_BACK(Permission.APPROVE_ANSWERS),
    /** Says that the answer may go out, and its public text become public. */
    APPROVE(Permission.APPROVE_ANSWERS),
    /** Masks a place of the public text; who wrote the answer stays who wrote it. */
    MASK(Permission.APPROVE_ANSWERS),
    /** Makes the public text public. */
    PUBLISH(Permission.APPROVE_ANSWERS),
    /** Decides that nobody else is to read it; what was public is so no longer. */
    KEEP_PRIVATE(Permission.APPROVE_ANSWERS),
    /** Takes down what is public while the office has the submission in hand once more; it goes on where it stands. */
    UNPUBLISH(Permission.APPROVE_ANSWERS),

    /** Is answered by the answer of the one that it was joined to. */
    FOLLOW(Permission.RUN_PORTAL),
    /** A deed that was done to many at once was taken back. */
    TAKE_BACK(Permission.RUN_PORTAL),
    /** Its due days were found anew, because the calendar or a limit changed. No row of the table: the portal does it by itself. */
    RECKON(Permission.RUN_PORTAL),
    /** Whoever has it was reminded of a due day; likewise done by the portal. */
    REMIND_STAFF(Permission.RUN_PORTAL),
    /** Its sender was told where it stands while the answer is late; likewise. */
    TELL_LATE(Permission.RUN_PORTAL),
    /**
     * Whoever approves or publishes has looked at what in the public text may tell of somebody, and lets it stand. Written beside that deed;
     * likewise no row.
     */
    LOOK(Permission.RUN_PORTAL),
    /** Who sent it was let go of, because it was kept long enough or because they asked for it. No row of the table either. */
    ANONYMISE(Permission.RUN_PORTAL);

    private final @Nullable Permission permission;

    InboxDeed(@Nullable Permission permission) {
        this.permission = permission;
    }

    /** Whether the portal does it, and no row of the table leads there. */
    boolean isPortals() {
        return permission == Permission.RUN_PORTAL;
    }

    /** What it takes; null for what the sender does. */
    public @Nullable Permission permission() {
        return permission;
    }
}
