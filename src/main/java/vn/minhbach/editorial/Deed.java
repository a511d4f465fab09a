package vn.minhbach.editorial;

import java.util.Locale;

/** What the editorial board does with an item. Each is a method of the feature's service, which is called the same. */
public enum Deed {
    /** Begins an item with its first version. */
    DRAFT(Right.WRITE),
    /** Writes a newer version; what is public stays as it is. */
    REVISE(Right.WRITE),
    /** Hands the newest version in, to be looked through. */
    SUBMIT(Right.WRITE),
    /** Takes it back before anybody has decided. */
    TAKE_BACK(Right.WRITE),
    /** Gives up what is being written; the item stays as the public knows it, if it does. */
    DROP(Right.WRITE),
    /** Says something about it that stays with it. */
    REMARK(Right.WRITE),
    /** Puts the text of somebody else right while it is looked through. */
    AMEND(Right.REVIEW),
    /** Gives it back to who wrote it, with a reason. */
    SEND_BACK(Right.REVIEW),
    /** Says that the newest version may become public. */
    APPROVE(Right.PUBLISH),
    /** Has what was approved become public at a minute to come. */
    SCHEDULE(Right.PUBLISH),
    /** Calls that off. */
    UNSCHEDULE(Right.PUBLISH),
    /** Makes one of the versions the public one. */
    PUBLISH(Right.PUBLISH),
    /** The same for what is public already, with a note that tells the public what was wrong. */
    CORRECT(Right.PUBLISH),
    /** Makes it public before anybody else has seen it, because it cannot wait. */
    PUBLISH_URGENTLY(Right.PUBLISH),
    /** Says of what was published so that it was right. */
    APPROVE_AFTERWARDS(Right.PUBLISH),
    /** Takes the item back; who follows an old link learns that it was withdrawn, and why. */
    WITHDRAW(Right.PUBLISH),
    /** Takes it out of all lists; at its address it can still be read, as something of the past. */
    ARCHIVE(Right.PUBLISH),
    /** Leads whoever comes to its address to another page of the portal. */
    REDIRECT(Right.PUBLISH),
    /** Gives the item another address; the former one leads there. */
    READDRESS(Right.PUBLISH),
    /** Says until when it is shown, and when somebody is to look at it again. */
    PLAN(Right.PUBLISH);

    /** What a deed takes. Each feature says which permission that is for its own items. */
    public enum Right {
        /** Writing what nobody sees yet. */
        WRITE,
        /** Looking through what others have handed in. */
        REVIEW,
        /** Deciding what the public sees. */
        PUBLISH
    }

    private final Right right;

    Deed(Right right) {
        this.right = right;
    }

    public Right right() {
        return right;
    }

    /** The name of the method that does it. */
    public String method() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        var method = new StringBuilder(words[0]);
        for (var i = 1; i < words.length; i++) {
            method.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return method.toString();
    }
}
