package vn.minhbach.store;

/** A command meets a database in the form of another version of the portal, which it must not change. */
public class DatabaseVersionException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DatabaseVersionException(String found, String ours) {
        super(
                ("Cơ sở dữ liệu ở phiên bản %s, lệnh này thuộc phiên bản %s. Hãy khởi động cổng thông tin của phiên bản này"
                                + " trước, hoặc chạy lệnh từ mã nguồn của phiên bản đang dùng.")
                        .formatted(found, ours));
    }
}
