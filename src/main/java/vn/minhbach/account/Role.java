package vn.minhbach.account;

/** What a member of staff may do in the back office. */
public enum Role {
    /** Runs the portal: accounts, imports, the state of the machine. */
    ADMINISTRATOR,
    /** Writes and publishes: the editorial board (Ban Biên tập). */
    EDITOR
}
