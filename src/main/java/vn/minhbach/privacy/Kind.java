package vn.minhbach.privacy;

/**
 * What kind of personal data a place of a text is, and what is said in its stead. The words belong to the public text, which is in the
 * citizen's language whatever the page around it is in; they are read out as they stand.
 */
public enum Kind {
    /** Citizen's card, older identity card, passport, driving licence, health and social insurance, tax. */
    ID_NUMBER("số giấy tờ"),
    PHONE("số điện thoại"),
    EMAIL("thư điện tử"),
    ADDRESS("địa chỉ"),
    PLATE("biển số xe"),
    BANK_ACCOUNT("số tài khoản"),
    NAME("họ tên"),
    BIRTH_DATE("ngày sinh"),
    /** The number under which a dossier was received: whoever has it may ask for its state elsewhere. */
    DOSSIER("mã hồ sơ"),
    /** Whatever else a moderator masks by hand. */
    OTHER("thông tin riêng");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** "số điện thoại" */
    public String words() {
        return words;
    }

    /** What stands in the public text: "[đã che: số điện thoại]". */
    public String masked() {
        return "[đã che: " + words + "]";
    }
}
