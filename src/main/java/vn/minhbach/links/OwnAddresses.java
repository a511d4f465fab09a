package vn.minhbach.links;

/** Knows what readers get at the portal's own addresses, without asking for them. Kept by {@code site}, which knows all features. */
public interface OwnAddresses {

    /**
     * What a reader is answered who has not signed in.
     *
     * @param place path and query as they are written in a text, with or without language
     * @return as HTTP has it: 200, 301, 404 or 410
     */
    int status(String place);
}
