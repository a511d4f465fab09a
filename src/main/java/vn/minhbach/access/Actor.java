package vn.minhbach.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Whether they may do it at some place at least: who may enter where the places are told apart inside. */
    public boolean maySomewhere(Permission permission) {
        return may(permission) || grants.stream().anyMatch(grant -> grant.permission() == permission);
    }

    /** The places where they may do it; null for everywhere. */
    public @Nullable Set<String> places(Permission permission) {
        return may(permission)
                ? null
                : grants.stream()
                        .filter(grant -> grant.permission() == permission)
                        .map(Grant::place)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isNobody() {
        return name.isEmpty();
    }
}
