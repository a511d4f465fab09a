package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds what an address of a file stands for, and sends it to whom a feature shows more than the public sees. */
@ApplicationScoped
public class FileDelivery {

    private static final Logger LOG = Logger.getLogger(FileDelivery.class.getName());

    @Inject
    AttachmentService attachments;

    /** A file that was asked for, and what is sent of it. */
    record Asked(Attachment attachment, DownloadServlet.Sent sent) {}

    /**
     * Sends a file to somebody who may see it, and tells anybody else that there is none.
     *
     * @param names of the address: the file's number first, its name last, and between them the width of a smaller size
     * @param may says of a number whether they may
     */
    public void send(List<String> names, LongPredicate may, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var number = number(names);
        var asked = number.isPresent() && may.test(number.get()) ? asked(names) : null;
        if (asked == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            DownloadServlet.send(asked.sent(), request, response);
        }
    }

    /** Null if there is no such file, or nobody may have it by now. */
    @Nullable
    Asked asked(List<String> names) throws IOException {
        var found = number(names)
                .flatMap(attachments::find)
                .filter(attachment -> attachment.getFileName().equals(names.getLast()))
                .orElse(null);
        if (found == null || found.isQuarantined()) {
            return null;
        }
        var sent = names.size() == 2
                ? DownloadServlet.Sent.whole(found, attachments.file(found))
                : size(found, names.get(1));
        return sent == null || !isWhole(sent) ? null : new Asked(found, sent);
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
