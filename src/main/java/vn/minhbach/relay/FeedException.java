package vn.minhbach.relay;

/** What was fetched is no feed that may be read. */
class FeedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RelayResult result;

    FeedException(RelayResult result) {
        super(result.name());
        this.result = result;
    }

    RelayResult result() {
        return result;
    }
}
