package vn.minhbach.shared;

/** What was asked for does not exist, or not for the public. The reader gets the 404 page. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String kind, String id) {
        super(kind + " " + id);
    }
}
