package vn.minhbach.procedure;

/** The level of government that carries a procedure out (cấp thực hiện); there is no district level since 1 July 2025. */
public enum GovernmentLevel {
    /** Cấp bộ. */
    MINISTRY,
    /** Cấp tỉnh. */
    PROVINCE,
    /** Cấp xã. */
    COMMUNE,
    /** Cơ quan khác. */
    OTHER
}
