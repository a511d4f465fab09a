package vn.minhbach.procedure;

/**
 * Who has to do with a procedure. Every part may be empty.
 *
 * @param performing cơ quan thực hiện
 * @param competent cơ quan có thẩm quyền
 * @param receivingAddress địa chỉ tiếp nhận hồ sơ
 * @param delegated cơ quan được ủy quyền
 * @param coordinating cơ quan phối hợp
 */
public record Agencies(
        String performing, String competent, String receivingAddress, String delegated, String coordinating) {

    /** No agency known at all. */
    public static final Agencies NONE = new Agencies("", "", "", "", "");
}
