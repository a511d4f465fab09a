package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.attachment.FileName;

/**
 * Sends what citizens sent along: to those who may see it, and kept nowhere on the way. Pictures are shown, since they were painted anew here; a PDF
 * was made by a stranger and is saved, never opened as a page of the portal.
 */
@ApplicationScoped
class EnclosureDelivery {

    private static final Logger LOG = Logger.getLogger(EnclosureDelivery.class.getName());

    @Inject
    EnclosureStore store;

    EnclosureDelivery() {}

    /** Without a server, for tests. */
    EnclosureDelivery(EnclosureStore store) {
        this.store = store;
    }

    void send(EnclosureService.Opened opened, HttpServletResponse response) throws IOException {
        send(opened, "no-store", response);
    }

    /** @param caching what whoever passes it on may keep of it */
    void send(EnclosureService.Opened opened, String caching, HttpServletResponse response) throws IOException {
        try (var in = store.open(opened.place(), opened.key())) {
            var type = opened.shape().mediaType();
            response.setContentType(type);
            response.setContentLengthLong(opened.shape().size());
            response.setHeader("Cache-Control", caching);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("Content-Disposition", FileName.disposition(type.startsWith("image/"), opened.name()));
            in.transferTo(response.getOutputStream());
        } catch (NoSuchFileException e) {
            LOG.log(Level.WARNING, "The bytes of a citizen''s file are missing at {0}", opened.place());
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
