package vn.minhbach.desk;

/**
 * A row was removed.
 *
 * @param entry the line of the history by which it can be put back
 * @param title how people call what was removed
 */
public record Removal(long entry, String title) {}
