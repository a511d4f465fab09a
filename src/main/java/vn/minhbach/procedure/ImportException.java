package vn.minhbach.procedure;

/**
 * A file or a record that cannot be taken over, with the reason and the remedy in words for whoever prepared the file. Without a
 * record it speaks of the whole file.
 */
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
