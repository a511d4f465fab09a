package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Takes files in and hands them out. */
@ApplicationScoped
@Transactional
public class AttachmentService {

    @Inject
    AttachmentRepository attachments;

    @Inject
    FileStore store;

    @Inject
    Clock clock;

    /** Keeps a file. The bytes are written first: a row without its file cannot come about. */
    public Attachment keep(String fileName, String mediaType, InputStream bytes) {
        var attachment = new Attachment(store.put(bytes), fileName, mediaType, clock.instant());
        attachments.add(attachment);
        return attachment;
    }

    public Optional<Attachment> find(long id) {
        return attachments.byId(id);
    }

    /** The file at an address of the portal, {@code /tep/<id>/<name>}; empty for any other address. */
    public Optional<Attachment> at(String path) {
        var parts = path.split("/", -1);
        return parts.length == 4 && parts[1].equals("tep") && parts[2].matches("\\d{1,18}")
                ? find(Long.parseLong(parts[2]))
                        .filter(file -> file.getFileName().equals(parts[3]))
                : Optional.empty();
    }

    Path file(Attachment attachment) {
        return store.path(attachment.getSha256());
    }
}
