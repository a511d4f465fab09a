package vn.minhbach.legal;

/** How sure the office is of a rule or a day that it keeps. */
public enum Certainty {
    /** Read in the text itself. */
    VERIFIED,
    /** Read in a secondary source, not compared with the text. */
    SECONDARY,
    /** Known by practice or reckoned, not compared with any text. */
    UNVERIFIED
}
