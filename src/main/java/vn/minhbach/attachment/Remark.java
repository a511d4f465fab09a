package vn.minhbach.attachment;

/** What whoever uploads a file should know of it. None of these keeps it from being used. */
public enum Remark {
    /** The name said something else; it is kept under the right ending. */
    NAME,
    /** A PDF of pictures of pages: nobody can search it, and a screen reader has nothing to read. */
    NO_TEXT,
    /** A format of before 2007, which telephones often do not open. */
    OLD,
    /** A picture too small for the width of an article. */
    SMALL,
    /** The virus scanner could not be asked yet. */
    WAITS
}
