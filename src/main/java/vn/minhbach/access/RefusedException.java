package vn.minhbach.access;

/** Somebody wanted to do what they have no permission for. The transaction ends without a trace but the one in the audit. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedException(Permission permission) {
        super(permission.name());
    }
}
