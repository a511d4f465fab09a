package vn.minhbach.shared;

/** What was asked for was public once and has been withdrawn. The reader gets the 410 page. */
public class GoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GoneException(String kind, String id) {
        super(kind + " " + id);
    }
}
