package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;

/** Serves the theme's files; they never change under their address. */
@Door(path = "/tinh/{file*}", permission = Permission.READ_PUBLIC, cached = false, lasting = true)
@WebServlet("/tinh/*")
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var found = path == null ? java.util.Optional.<Assets.Asset>empty() : assets.file(path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var asset = found.get();
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(asset.type());
        // The name changes with the content, so it says which version this is.
        var version = path.substring(1);
        var body = asset.plain();
        var brotli = asset.brotli();
        var gzip = asset.gzip();
        if (brotli != null && Encodings.accepts(request, "br")) {
            response.setHeader("Content-Encoding", "br");
            body = brotli;
            version += "-br";
        } else if (gzip != null && Encodings.accepts(request, "gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            body = gzip;
            version += "-gzip";
        }
        var etag = '"' + version + '"';
        response.setHeader("ETag", etag);
        if (Conditional.unchanged(request, etag, null)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
