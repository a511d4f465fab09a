package vn.minhbach.procedure;

/** Whose word a statement of a page is. A reader must never take the portal's word for the word of the law, so every statement says it. */
public enum Origin {
    /** The words of what was announced, at most in the spelling of the house: "5 ngày làm việc" for "5 Ngày làm việc". */
    SOURCE,
    /** What the portal reads out of the source, or that the source is silent. */
    READING,
    /** What the portal adds, on a legal basis of its own: who does the work of an office that is gone. */
    ADVICE
}
