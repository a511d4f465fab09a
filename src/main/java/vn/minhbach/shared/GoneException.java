package vn.minhbach.shared;

/** What was asked for was public once and has been withdrawn. The reader gets the 410 page. */
public class GoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String notice;

    public GoneException(String kind, String id) {
        this(kind, id, "");
    }

    /** @param notice what readers are told instead of it; may be empty */
    public GoneException(String kind, String id, String notice) {
        super(kind + " " + id);
        this.notice = notice;
    }

    public String notice() {
        return notice;
    }
}
