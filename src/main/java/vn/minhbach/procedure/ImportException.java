package vn.minhbach.procedure;

/** A record that cannot be taken over, with the reason in words for whoever prepared the file. */
public class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    ImportException(String reason) {
        super(reason);
    }

    public String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
