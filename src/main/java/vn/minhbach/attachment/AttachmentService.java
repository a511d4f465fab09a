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
        var attachment =
                new Attachment(store.put(bytes), FileName.clean(fileName), MediaType.clean(mediaType), clock.instant());
        attachments.add(attachment, FileText.of(file(attachment), attachment.getMediaType()));
        return attachment;
    }

    public Optional<Attachment> find(long id) {
        return attachments.byId(id);
    }

    /** The file at an address as {@link Attachment#getPath()} gives it; empty for any other address. */
    public Optional<Attachment> at(String address) {
        return Attachment.idIn(address).flatMap(this::find).filter(file -> address.equals(file.getPath()));
    }

    /** The file of this id and name, {@code /<id>/<name>} without any escapes; empty for anything else. */
    Optional<Attachment> named(String place) {
        return Attachment.idIn("/tep" + place)
                .flatMap(this::find)
                .filter(file -> place.endsWith("/" + file.getFileName()));
    }

    Path file(Attachment attachment) {
        return store.path(attachment.getSha256());
    }
}
