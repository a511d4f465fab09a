package vn.minhbach.web;

/** How an address may be asked. Whoever may GET may ask for the headers alone (HEAD) as well. */
public enum Method {
    GET,
    POST;

    /** Whether a request of this kind changes nothing. */
    boolean isSafe() {
        return this == GET;
    }
}
