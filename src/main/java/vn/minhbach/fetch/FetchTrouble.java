package vn.minhbach.fetch;

/** Why something could not be fetched. */
public enum FetchTrouble {
    /** The address is none of the web: not http or https, with a password in it, without a host, or to a port that is no web server's. */
    NO_ADDRESS,
    /** There is no such host. */
    UNKNOWN_HOST,
    /** The host lies in a network that is not public: this machine, the inner network, the cloud's own services. */
    PRIVATE_ADDRESS,
    /** Nobody answers there. */
    UNREACHABLE,
    /** Its certificate is not its own, or has ended. */
    TLS,
    /** It did not answer in time. */
    SLOW,
    /** It sends more than is taken. */
    TOO_LARGE,
    /** It leads on and on. */
    TOO_MANY_REDIRECTS,
    /** What it says is no HTTP. */
    GARBLED
}
