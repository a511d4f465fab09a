package vn.minhbach.fetch;

/** Something could not be fetched; the trouble says why, in a word that has a sentence in the bundles. */
public class FetchException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FetchTrouble trouble;

    public FetchException(FetchTrouble trouble, String detail) {
        super(trouble + (detail.isEmpty() ? "" : ": " + detail));
        this.trouble = trouble;
    }

    public FetchTrouble trouble() {
        return trouble;
    }
}
