package vn.minhbach.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.access.Subject;

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

    /** Keeps a file and reads its words. The bytes are written first: a row without its file cannot come about. */
    @Permit(Permission.KEEP_FILES)
    public Attachment keep(@Subject String fileName, String mediaType, InputStream bytes) {
        var attachment = new Attachment(store.put(bytes), fileName, mediaType, clock.instant());
        attachments.add(attachment, FileText.of(file(attachment), mediaType));
        return attachment;
    }

    public Optional<Attachment> find(long id) {
        return attachments.byId(id);
    }

    /** The file at an address of the portal, {@code /tep/<id>/<name>}; empty for any other address. */
    public Optional<Attachment> at(String path) {
        return Attachment.idIn(path).flatMap(this::find).filter(file -> path.endsWith("/" + file.getFileName()));
    }

    Path file(Attachment attachment) {
        return store.path(attachment.getSha256());
    }
}
