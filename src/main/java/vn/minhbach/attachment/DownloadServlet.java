package vn.minhbach.attachment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import vn.minhbach.change.LogView;
import vn.minhbach.shared.UnavailableException;

/** Answers {@code /tep/<id>/<name>} with the file. A file never changes under its address, so browsers may keep it. */
@WebServlet("/tep/*")
public class DownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AttachmentService attachments;

    @Inject
    transient LogView log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (log.isLost()) {
            // Which file it is stands in the database; whoever waited for it would hold a thread that pages in memory
            // need.
            throw new UnavailableException(UnavailableException.Part.PORTAL);
        }
        var found = attachments.at("/tep" + request.getPathInfo());
        if (found.isEmpty() || !Files.exists(attachments.file(found.get()))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var attachment = found.get();
        var etag = '"' + attachment.getSha256() + '"';
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        // Pictures may be SVG: should somebody open one by itself, it is to run nothing.
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        if (etag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(attachment.getMediaType());
        response.setContentLengthLong(attachment.getSize());
        if (!"HEAD".equals(request.getMethod())) {
            Files.copy(attachments.file(attachment), response.getOutputStream());
        }
    }
}
