package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.minhbach.attachment.FileName;
import vn.minhbach.privacy.FileKey;

/** What everybody may see of the files of a submission whose answer is public, and of no other. */
@ApplicationScoped
@Transactional
public class MaskedPictureService {

    @Inject
    EnclosureRepository repository;

    @Inject
    Enclosures enclosures;

    protected MaskedPictureService() {}

    /** Without a server, for tests. */
    MaskedPictureService(EnclosureRepository repository, Enclosures enclosures) {
        this.repository = repository;
        this.enclosures = enclosures;
    }

    /** A picture beside a public answer. */
    public record Picture(String path, String description, int width, int height) {}

    /** Those of a public answer. */
    public List<Picture> pictures(long submission) {
        return repository.publishedOf(submission).stream()
                .map(each -> new Picture(
                        MaskedPictureServlet.PATH + "/" + each.number() + "/" + FileName.inAddress(each.getFileName()),
                        each.getDescription(),
                        each.getWidth(),
                        each.getHeight()))
                .toList();
    }

    /** One of them, by number and name; empty as soon as its answer is public no longer. */
    Optional<EnclosureService.Opened> open(long number, String name) {
        return repository
                .published(number)
                .filter(each -> each.getFileName().equals(name))
                .map(each -> opened(each, enclosures.key(each)));
    }

    static EnclosureService.Opened opened(MaskedPicture picture, FileKey key) {
        return new EnclosureService.Opened(
                picture.getPlace(),
                key,
                picture.getFileName(),
                new Enclosure.Shape(
                        picture.getMediaType(), picture.getSize(), picture.getWidth(), picture.getHeight()));
    }
}
