package vn.minhbach.editorial;

/**
 * What the place from where an item was relayed did with it since. The department answers for what it copies as well (Law on Access to
 * Information, Article 22), so somebody of the board has to look.
 */
public enum SourceMark {
    /** Nothing, or somebody has looked. */
    NONE,
    /** It says something else by now. */
    CHANGED,
    /** It is not there any more. */
    VANISHED
}
