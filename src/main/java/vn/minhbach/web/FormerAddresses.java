package vn.minhbach.web;

import java.util.Optional;

/**
 * Knows where addresses lead that nothing answers to any more. Asked only where the answer would be "not found", so that no page that
 * there is waits for it.
 */
public interface FormerAddresses {

    /**
     * @param path as it was asked for, escapes and all, without the application's own prefix and without language
     * @param query the same; empty if there is none
     * @return a path of the portal without language, or an address elsewhere; empty if it leads nowhere
     */
    Optional<String> now(String path, String query);
}
