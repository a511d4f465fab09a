package vn.minhbach.account;

import org.jspecify.annotations.Nullable;

/**
 * What a member of staff does in the back office. A person may have several, each everywhere or for one section or unit; what each
 * of them may do is data ({@link RolePermission}).
 */
public enum Role {
    /** Runs the portal: accounts, imports, the state of the machine (quản trị viên). */
    ADMINISTRATOR(null),
    /** Writes articles and hands them in (cộng tác viên). */
    CONTRIBUTOR(Places.Kind.SECTION),
    /** Writes, and looks through what others have handed in: returns it, or puts it right (biên tập viên). */
    EDITOR(Places.Kind.SECTION),
    /** Approves and publishes: the editorial board (Ban Biên tập). */
    PUBLISHER(Places.Kind.SECTION),
    /** Receives what citizens send, and sends it on to whom it concerns (người tiếp nhận). */
    MODERATOR(Places.Kind.UNIT),
    /** Answers what citizens ask (người trả lời). */
    RESPONDER(Places.Kind.UNIT),
    /** Approves answers before they go out (người duyệt trả lời). */
    APPROVER(Places.Kind.UNIT),
    /** Makes the reports of administrative reform (người lập báo cáo). */
    REPORTER(Places.Kind.UNIT);

    private final Places.@Nullable Kind places;

    Role(Places.@Nullable Kind places) {
        this.places = places;
    }

    /** For what kind of places it can be given beside everywhere; null for everywhere only. */
    public Places.@Nullable Kind getPlaces() {
        return places;
    }
}
