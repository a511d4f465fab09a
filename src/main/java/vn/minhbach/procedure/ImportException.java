package vn.minhbach.procedure;

/** A record that cannot be taken over, with the reason in words for whoever prepared the file. */
class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    ImportException(String reason) {
        super(reason);
    }

    String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
