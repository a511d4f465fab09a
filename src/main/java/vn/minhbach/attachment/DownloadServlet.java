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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.change.LogView;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Address;
import vn.minhbach.web.Conditional;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/**
 * Answers {@code /tep/<id>/<name>} with the file or the part of it that was asked for, {@code /tep/<id>/<width>/<name>} with a smaller
 * size of a picture. Whoever may not see anything that uses it is not given it. Browsers ask again after a minute, and are told in a
 * few bytes that it is the same.
 *
 * <p>A file that was replaced bears the name of what took its place; under any name that it had before it is still found.
 *
 * <p>What a file holds was written by others. Browsers show pictures and PDF, which run nothing; whatever else comes is saved,
 * never opened as a page of the portal.
 */
@Door(path = "/tep/{id}/{name}", permission = Permission.READ_PUBLIC, cached = false)
@Door(path = "/tep/{id}/{width}/{name}", permission = Permission.READ_PUBLIC, cached = false)
@WebServlet("/tep/*")
public class DownloadServlet extends HttpServlet {

    /** What browsers show. SVG is not among them: it can hold scripts. As part of a page it is shown all the same. */
    static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/avif",
            "application/pdf",
            "video/mp4",
            "video/webm",
            "audio/mp4",
            "audio/mpeg",
            "audio/ogg",
            "audio/wav");

    /** So long may a browser show a file without asking whether it is still to be had: it goes with the item that it belongs to. */
    static final String KEPT = "public, max-age=60, must-revalidate";

    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 64 * 1024;

    @Inject
    transient AttachmentService attachments;

    @Inject
    transient FileDelivery files;

    @Inject
    transient CurrentActor actors;

    @Inject
    transient LogView log;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (log.isLost()) {
            // Which file it is stands in the database; whoever waited for it would hold a thread that pages in memory
            // need.
            throw new UnavailableException(UnavailableException.Part.PORTAL);
        }
        var address = Address.of(request);
        var asked = files.asked(address == null ? List.of() : address.names());
        if (asked == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        switch (attachments.audience(asked.attachment())) {
            case EVERYBODY -> FileDelivery.answer(asked, visit::file, request, response);
            case STAFF -> {
                if (!actors.get().may(Permission.ENTER_OFFICE)) {
                    response.sendError(HttpServletResponse.SC_NOT_FOUND);
                    return;
                }
                // To somebody in particular, so it is kept nowhere, see PersonalResponse.
                FileDelivery.answer(asked, visit::file, request, response);
            }
            case GONE -> {
                if (!actors.get().may(Permission.ENTER_OFFICE)) {
                    response.sendError(HttpServletResponse.SC_GONE);
                    return;
                }
                FileDelivery.answer(asked, visit::file, request, response);
            }
        }
    }

    /**
     * What is sent of a file: itself, or a smaller size of it.
     *
     * @param mark by which browsers know it again
     */
    record Sent(Path file, long size, String mark, Instant modified, String type, String name) {

        static Sent whole(Attachment attachment, Path file) {
            return new Sent(
                    file,
                    attachment.getSize(),
                    attachment.getSha256(),
                    modified(attachment),
                    attachment.getMediaType(),
                    attachment.getFileName());
        }

        static Sent size(Attachment attachment, Path file, int width) throws IOException {
            return new Sent(
                    file,
                    Files.size(file),
                    attachment.getSha256() + "-" + width,
                    modified(attachment),
                    attachment.getMediaType(),
                    attachment.getFileName());
        }

        private static Instant modified(Attachment attachment) {
            return attachment.getUpdatedAt().isAfter(attachment.getCreatedAt())
                    ? attachment.getUpdatedAt()
                    : attachment.getCreatedAt();
        }
    }

    static void send(Sent sent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var etag = '"' + sent.mark() + '"';
        var modified = sent.modified();
        response.setHeader("ETag", etag);
        response.setDateHeader("Last-Modified", modified.toEpochMilli());
        response.setHeader("Cache-Control", KEPT);
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
                : ByteRange.of(request.getHeader("Range"), sent.size());
        if (range != null && range.equals(ByteRange.NONE)) {
            response.setHeader("Content-Range", range.of(sent.size()));
            empty(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, response);
            return;
        }
        describe(sent, response);
        if (range == null) {
            range = new ByteRange(0, sent.size() - 1);
        } else {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", range.of(sent.size()));
        }
        response.setContentLengthLong(range.length());
        if (!isHead) {
            copy(sent.file(), range, response.getOutputStream());
        }
    }

    /** Not as an error, for which the server would print a page of its own. */
    private static void empty(int status, HttpServletResponse response) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    private static void describe(Sent sent, HttpServletResponse response) {
        response.setContentType(sent.type());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setHeader("Content-Disposition", FileName.disposition(SHOWN.contains(sent.type()), sent.name()));
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
