package vn.minhbach.shared;

/** What was asked for lives under another address, for good. The reader is sent there. */
public class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String url;

    public MovedException(String url) {
        super(url);
        this.url = url;
    }

    public String url() {
        return url;
    }
}
