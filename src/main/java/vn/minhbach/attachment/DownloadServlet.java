package vn.minhbach.attachment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Permission;
import vn.minhbach.change.LogView;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Address;
import vn.minhbach.web.Conditional;
import vn.minhbach.web.Door;

/**
 * Answers {@code /tep/<id>/<name>} with the file or the part of it that was asked for. A file never changes under its address,
 * so browsers may keep it.
 *
 * <p>What a file holds was written by others. Browsers show pictures and PDF, which run nothing; whatever else comes is saved,
 * never opened as a page of the portal.
 */
@Door(path = "/tep/{id}/{name}", permission = Permission.READ_PUBLIC, cached = false)
@WebServlet("/tep/*")
public class DownloadServlet extends HttpServlet {

    /** What browsers show. SVG is not among them: it can hold scripts. As part of a page it is shown all the same. */
    static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "application/pdf");

    private static final Logger LOG = Logger.getLogger(DownloadServlet.class.getName());
    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 64 * 1024;

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
        var address = Address.of(request);
        var found = attachments.named(address == null ? "" : "/" + String.join("/", address.names()));
        if (found.isEmpty() || !isWhole(found.get())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(found.get(), attachments.file(found.get()), request, response);
    }

    private boolean isWhole(Attachment attachment) throws IOException {
        var file = attachments.file(attachment);
        if (Files.isRegularFile(file) && Files.size(file) == attachment.getSize()) {
            return true;
        }
        LOG.log(Level.WARNING, "The file {0} is missing or damaged in the store of uploads", attachment.getPath());
        return false;
    }

    static void send(Attachment attachment, Path file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var etag = '"' + attachment.getSha256() + '"';
        var modified = attachment.getCreatedAt();
        response.setHeader("ETag", etag);
        response.setDateHeader("Last-Modified", modified.toEpochMilli());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Accept-Ranges", "bytes");
        if (Conditional.failed(request, etag, modified)) {
            empty(HttpServletResponse.SC_PRECONDITION_FAILED, response);
            return;
        }
        if (Conditional.unchanged(request, etag, modified)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var isHead = "HEAD".equals(request.getMethod());
        // Of a file that is not asked for itself there are no parts.
        var range = isHead || !Conditional.continues(request, etag, modified)
                ? null
                : ByteRange.of(request.getHeader("Range"), attachment.getSize());
        if (range != null && range.equals(ByteRange.NONE)) {
            response.setHeader("Content-Range", range.of(attachment.getSize()));
            empty(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, response);
            return;
        }
        describe(attachment, response);
        if (range == null) {
            range = new ByteRange(0, attachment.getSize() - 1);
        } else {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", range.of(attachment.getSize()));
        }
        response.setContentLengthLong(range.length());
        if (!isHead) {
            copy(file, range, response.getOutputStream());
        }
    }

    /** Not as an error, for which the server would print a page of its own. */
    private static void empty(int status, HttpServletResponse response) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    private static void describe(Attachment attachment, HttpServletResponse response) {
        var type = attachment.getMediaType();
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Content-Disposition", FileName.disposition(SHOWN.contains(type), attachment.getFileName()));
    }

    private static void copy(Path file, ByteRange range, OutputStream out) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(range.first());
            var buffer = new byte[(int) Math.min(BUFFER, Math.max(1, range.length()))];
            var left = range.length();
            while (left > 0) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("The file became shorter while it was sent");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
