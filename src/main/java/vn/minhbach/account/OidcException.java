package vn.minhbach.account;

/** The department's server could not be asked, or what it said is not to be believed. The message holds no secret. */
class OidcException extends Exception {

    private static final long serialVersionUID = 1L;

    OidcException(String why) {
        super(why);
    }

    OidcException(String why, Throwable cause) {
        super(why, cause);
    }
}
