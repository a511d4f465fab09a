package vn.minhbach.inbox;

/** Where a submission stands. */
public enum InboxState {
    /** Was sent, and nobody has decided about it. */
    RECEIVED,
    /** The sender was asked for something; the clock stands still. */
    ASKED,
    /** The sender has given it. */
    SUPPLEMENTED,
    /** A unit is to handle it. */
    ASSIGNED,
    /** Somebody handles it. */
    IN_WORK,
    /** There is an answer that nobody has approved. */
    DRAFTED,
    /** The answer may go out. */
    APPROVED,
    /** Was joined to an earlier one of the same matter, and waits for its answer. */
    MERGED,
    /** The sender has the answer. */
    ANSWERED,
    /** Everybody can read the answer. */
    PUBLISHED,
    /** The sender has the answer, and nobody else will. */
    KEPT_PRIVATE,
    /** Was not taken up, with the reason. */
    REFUSED,
    /** Was passed to the body that is competent. */
    TRANSFERRED,
    /** The sender took it back. */
    WITHDRAWN;

    /** Whether somebody of the office still has to do something, or waits for the sender. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, ASKED, SUPPLEMENTED, ASSIGNED, IN_WORK, DRAFTED, APPROVED, MERGED -> true;
            case ANSWERED, PUBLISHED, KEPT_PRIVATE, REFUSED, TRANSFERRED, WITHDRAWN -> false;
        };
    }

    public boolean isAnswered() {
        return this == ANSWERED || this == PUBLISHED || this == KEPT_PRIVATE;
    }

    /** How the back office shows it: colour and shape. */
    public String tone() {
        return switch (this) {
            case ANSWERED, PUBLISHED, KEPT_PRIVATE -> "good";
            case RECEIVED, SUPPLEMENTED -> "warn";
            case REFUSED -> "bad";
            case ASKED, ASSIGNED, IN_WORK, DRAFTED, APPROVED, MERGED, TRANSFERRED, WITHDRAWN -> "info";
        };
    }
}
