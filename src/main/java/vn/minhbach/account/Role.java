package vn.minhbach.account;

/** What a member of staff may do in the back office. */
public enum Role {
    /** Runs the portal: accounts, imports, the state of the machine. */
    ADMINISTRATOR,
    /** Writes and publishes: the editorial board (Ban Biên tập). */
    EDITOR;

    /** The name by which the server knows the role, in {@code web.xml} and in identity stores. */
    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
