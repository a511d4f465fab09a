package vn.minhbach.account;

/**
 * What a member of staff does in the back office. A person may have several, each everywhere or for one section or unit; what each
 * of them may do is data ({@link RolePermission}).
 */
public enum Role {
    /** Runs the portal: accounts, imports, the state of the machine (quản trị viên). */
    ADMINISTRATOR,
    /** Writes articles and hands them in (cộng tác viên). */
    CONTRIBUTOR,
    /** Writes, and looks through what others have handed in: returns it, or puts it right (biên tập viên). */
    EDITOR,
    /** Approves and publishes: the editorial board (Ban Biên tập). */
    PUBLISHER,
    /** Receives what citizens send, and sends it on to whom it concerns (người tiếp nhận). */
    MODERATOR,
    /** Answers what citizens ask (người trả lời). */
    RESPONDER,
    /** Approves answers before they go out (người duyệt trả lời). */
    APPROVER,
    /** Makes the reports of administrative reform (người lập báo cáo). */
    REPORTER
}
