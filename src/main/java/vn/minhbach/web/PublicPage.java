package vn.minhbach.web;

import jakarta.servlet.http.HttpServletResponse;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;

/**
 * What stands behind a public view: a bean that is named as its address ({@code @Named("thu-tuc")}) and lives for one request.
 * The view, {@code src/main/jte/thu-tuc.jte}, reads it after {@link #load()}.
 */
public interface PublicPage {

    /**
     * Finds what the address asks for.
     *
     * @throws NotFoundException if there is no such thing
     * @throws GoneException if there was
     * @throws MovedException if it lives under another address
     */
    void load();

    /** The status with which the view is sent: 404 from a page that tells itself where to go on from an address that is none. */
    default int status() {
        return HttpServletResponse.SC_OK;
    }
}
