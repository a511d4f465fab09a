package vn.minhbach.access;

import java.util.Set;

/**
 * Who does something: a member of staff, the portal itself, or nobody in particular.
 *
 * @param name the account's name; the same that is written down with every deed
 * @param grants what they may do, and where
 */
public record Actor(String name, Set<Grant> grants) {

    /** A reader who has not signed in. */
    public static final Actor NOBODY = new Actor("", Set.of());

    /** The portal itself: at start, in jobs, in commands. No role gives its right, so no account is ever taken for it. */
    public static final Actor PORTAL = new Actor("minhbach", Set.of(new Grant(Permission.RUN_PORTAL, "")));

    /** @param place the slug of a section or a unit; empty for everywhere */
    public record Grant(Permission permission, String place) {}

    public Actor {
        grants = Set.copyOf(grants);
    }

    /** Whether they may do it everywhere. */
    public boolean may(Permission permission) {
        return may(permission, "");
    }

    /** Whether they may do it at this place; empty stands for everywhere. */
    public boolean may(Permission permission, String place) {
        return permission == Permission.READ_PUBLIC
                || permission == Permission.OWN_ACCOUNT && !isNobody()
                || equals(PORTAL)
                || grants.contains(new Grant(permission, ""))
                || !place.isEmpty() && grants.contains(new Grant(permission, place));
    }

    public boolean isNobody() {
        return name.isEmpty();
    }
}
