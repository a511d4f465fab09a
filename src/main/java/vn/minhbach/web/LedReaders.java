package vn.minhbach.web;

/**
 * Knows to which pages readers may be led who ask for another one, whoever leads them: the rows of the site that are kept for that, or an
 * item that has come to its end. Kept by {@code site}.
 */
public interface LedReaders {

    /**
     * Where they come to.
     *
     * @param typed a path of the portal, or what the browser's address field showed
     * @param from the path of the page that they ask for, without language
     * @param field what the form calls what was typed
     * @return the path as it is kept
     * @throws vn.minhbach.shared.RuleBrokenException if the portal has no such page, or they would be led twice
     */
    String checked(String typed, String from, String field);
}
