package vn.minhbach.procedure;

/**
 * How far a procedure can be carried out online. Decree 42/2022/NĐ-CP Article 11 knows the first two; what a source does not say is
 * not made up.
 */
public enum ServiceLevel {
    /** All information, filing and handling online (toàn trình). */
    FULL,
    /** Some part needs the citizen to come in person (một phần). */
    PARTIAL,
    /** It can be filed online; how far it goes, the source does not say. */
    ONLINE,
    /** Not offered online, as the decision says; guidance only (trực tiếp). */
    IN_PERSON,
    /** The published data name no way online. */
    UNSTATED;

    /** Whether it can be filed online at all. */
    boolean isOnline() {
        return this == FULL || this == PARTIAL || this == ONLINE;
    }
}
