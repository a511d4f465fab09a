package vn.minhbach.procedure;

/** The state of a procedure in the national database. */
public enum ProcedureStatus {
    /** Đang công khai. */
    PUBLIC,
    /** Đang công khai, sửa đổi, bổ sung. */
    AMENDED,
    /** Bãi bỏ: kept, marked and ranked last, so that an old link still explains itself. */
    ABOLISHED
}
