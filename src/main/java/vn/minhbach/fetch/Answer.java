package vn.minhbach.fetch;

import java.net.URI;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param address at which the answer was found, behind all redirects
 * @param headers by their names in lower case
 * @param moved whether all redirects on the way were meant for good
 */
public record Answer(URI address, int status, Map<String, String> headers, byte[] body, boolean moved) {

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public boolean isGood() {
        return status / 100 == 2;
    }

    /** Whether it says that there is nothing any more. */
    public boolean isGone() {
        return status == 404 || status == 410;
    }
}
