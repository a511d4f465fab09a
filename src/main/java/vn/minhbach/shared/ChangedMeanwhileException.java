package vn.minhbach.shared;

/** Somebody else has changed or removed what is to be saved since it was read. Nothing is saved until one has seen what they did. */
public class ChangedMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException(String kind, String id) {
        super(kind + " " + id);
    }
}
