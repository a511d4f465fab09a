package vn.minhbach.tools.run;

/** Says in one line, written for the person at the terminal, why the portal cannot start. */
final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    StartException(String vietnamese, String english) {
        super(vietnamese + " (" + english + ")");
    }
}
