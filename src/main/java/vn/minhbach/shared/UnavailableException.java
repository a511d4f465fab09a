package vn.minhbach.shared;

/** Something cannot be had for a while, through no fault of whoever asked; answered with 503 and when to come again. */
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What cannot be had. */
    public enum Part {
        /** The search index is being built or rebuilt. */
        SEARCH,
        /** The database is away. */
        PORTAL
    }

    /** When a reader may try again; a rebuild takes about as long. */
    public static final int RETRY_SECONDS = 30;

    private final Part part;

    public UnavailableException(Part part) {
        super(part.name());
        this.part = part;
    }

    public UnavailableException(Part part, Throwable cause) {
        super(part.name(), cause);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
