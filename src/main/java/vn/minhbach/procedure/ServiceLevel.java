package vn.minhbach.procedure;

/** How far a procedure can be carried out online; Decree 42/2022/NĐ-CP Article 11 knows the first two. */
public enum ServiceLevel {
    /** All information, filing and handling online (toàn trình). */
    FULL,
    /** Some part needs the citizen to come in person (một phần). */
    PARTIAL,
    /** Not offered online; guidance only (trực tiếp). */
    IN_PERSON
}
