package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds what an address of a file stands for, and sends it to whom a feature shows more than the public sees. */
@ApplicationScoped
public class FileDelivery {

    private static final Logger LOG = Logger.getLogger(FileDelivery.class.getName());

    @Inject
    AttachmentService attachments;

    /**
     * A file that was asked for.
     *
     * @param sent what is sent of it; null if it was asked for under a name that is not its own
     * @param path where that is found; under a name that it had before, whoever has the old link is led there
     */
    record Asked(Attachment attachment, DownloadServlet.@Nullable Sent sent, String path) {}

    /**
     * Sends a file to somebody who may see it, and tells anybody else that there is none.
     *
     * @param names of the address: the file's number first, its name last, and between them the width of a smaller size
     * @param may says of a number whether they may
     * @param found where they find a file of the portal, by its path
     */
    public void send(
            List<String> names,
            LongPredicate may,
            UnaryOperator<String> found,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var number = number(names);
        var asked = number.isPresent() && may.test(number.get()) ? asked(names) : null;
        if (asked == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            answer(asked, found, request, response);
        }
    }

    /** What everybody finds who asks for a file. */
    public enum Standing {
        HERE,
        /** Under another name by now. */
        ELSEWHERE,
        /** It is none, or not for everybody. */
        NOWHERE,
        /** It was everybody's once, and is gone with what showed it. */
        WITHDRAWN
    }

    /** @param names of the address, as {@link #send} has them */
    public Standing standing(List<String> names) {
        try {
            var asked = asked(names);
            if (asked == null) {
                return Standing.NOWHERE;
            }
            return switch (attachments.audience(asked.attachment())) {
                case EVERYBODY -> asked.sent() == null ? Standing.ELSEWHERE : Standing.HERE;
                case STAFF -> Standing.NOWHERE;
                case GONE -> Standing.WITHDRAWN;
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the file, or leads to the name that it has now, to somebody who may have it. */
    static void answer(
            Asked asked, UnaryOperator<String> found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var sent = asked.sent();
        if (sent != null) {
            DownloadServlet.send(sent, request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        // A file may get a former name back: a browser that remembered both ways would go round between them.
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Location", found.apply(asked.path()));
        response.setContentLength(0);
    }

    /** Null if there is no such file, or nobody may have it by now. */
    @Nullable
    Asked asked(List<String> names) throws IOException {
        var found = number(names).flatMap(attachments::find).orElse(null);
        if (found == null || found.isQuarantined()) {
            return null;
        }
        if (!found.getFileName().equals(names.getLast())) {
            return new Asked(found, null, path(found, names));
        }
        var sent = names.size() == 2
                ? DownloadServlet.Sent.whole(found, attachments.file(found))
                : size(found, names.get(1));
        return sent == null || !isWhole(sent) ? null : new Asked(found, sent, path(found, names));
    }

    /** Where the file is found; of a picture, the size that was asked for, or the next smaller one. */
    private static String path(Attachment attachment, List<String> names) {
        var width = names.size() == 2 ? "" : names.get(1);
        return width.matches("\\d{1,5}") ? attachment.getPath(Integer.parseInt(width)) : attachment.getPath();
    }

    private static Optional<Long> number(List<String> names) {
        var number = names.isEmpty() ? "" : names.getFirst();
        return number.matches("\\d{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
    }

    private DownloadServlet.@Nullable Sent size(Attachment attachment, String asked) throws IOException {
        for (var width : attachment.getWidths()) {
            if (asked.equals(String.valueOf(width))) {
                var file = attachments.file(attachment, width);
                return Files.isRegularFile(file) ? DownloadServlet.Sent.size(attachment, file, width) : null;
            }
        }
        return null;
    }

    private static boolean isWhole(DownloadServlet.Sent sent) throws IOException {
        if (Files.isRegularFile(sent.file()) && Files.size(sent.file()) == sent.size()) {
            return true;
        }
        LOG.log(Level.WARNING, "The file {0} is missing or damaged in the store of uploads", sent.file());
        return false;
    }
}
