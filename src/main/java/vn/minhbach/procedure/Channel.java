package vn.minhbach.procedure;

/** How a citizen may hand in the papers of a procedure (hình thức nộp). */
public enum Channel {
    /** At the counter of the one-stop unit (trực tiếp). */
    IN_PERSON,
    /** Through the National Public Service Portal (trực tuyến). */
    ONLINE,
    /** By the public postal service (dịch vụ bưu chính công ích). */
    POST
}
