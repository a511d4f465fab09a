package vn.minhbach.unit;

/** What a unit is to the department. */
public enum UnitKind {
    /** The department itself (Sở). */
    DEPARTMENT,
    /** A division inside it (phòng chuyên môn, văn phòng). */
    OFFICE,
    /** A unit under it with its own house (đơn vị trực thuộc). */
    AFFILIATED
}
