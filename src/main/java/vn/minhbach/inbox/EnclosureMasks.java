package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import vn.minhbach.attachment.FileType;
import vn.minhbach.attachment.Masking;
import vn.minhbach.privacy.FileKey;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.RuleBrokenException;

/** Paints pages of citizens' files with what is masked in them. What is unsealed for that is thrown away at once. */
@ApplicationScoped
class EnclosureMasks {

    private static final long MEGAPIXELS = 60;

    @Inject
    EnclosureStore store;

    @Inject
    EnclosureDeskService desk;

    EnclosureMasks() {}

    /** Without a server, for tests. */
    EnclosureMasks(EnclosureStore store, EnclosureDeskService desk) {
        this.store = store;
        this.desk = desk;
    }

    /** A page as it is, for whoever masks it. */
    Masking.Painted shown(EnclosureService.Opened opened, int page) throws IOException {
        return painted(opened, page, List.of());
    }

    /** How many pages a file has that can be masked. */
    int pages(EnclosureService.Opened opened) throws IOException {
        if (isPicture(opened)) {
            return 1;
        }
        var file = store.unsealed(opened.place(), opened.key());
        try {
            return new Masking(store.workshop(), MEGAPIXELS).pages(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * How an approver wants a page to be seen.
     *
     * @param seen the number of the masked picture that they saw of it; 0 for none
     * @param boxes as they were drawn or typed
     * @param looked whether they have looked at what the description may tell of others
     */
    record Wish(int page, long seen, String boxes, String description, boolean looked) {

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Wish of page " + page;
        }
    }

    /**
     * Lets the public see a page, with everything masked that lies in the boxes.
     *
     * @param opened the file, as it was opened for whoever does this
     * @throws RuleBrokenException if a box is none, or the page cannot be painted
     * @throws ChangedMeanwhileException if somebody else has masked it since it was seen
     */
    void mask(long id, String unit, long enclosure, EnclosureService.Opened opened, Wish wish) throws IOException {
        var page = wish.page();
        var boxes = Masking.boxes(wish.boxes());
        try (var painted = painted(opened, page, boxes)) {
            var key = FileKey.random();
            var place = store.put(painted.file(), key);
            try {
                desk.mask(
                        id,
                        unit,
                        enclosure,
                        new EnclosureDeskService.Mask(
                                page,
                                wish.seen(),
                                Masking.written(boxes),
                                wish.description(),
                                wish.looked(),
                                place,
                                key,
                                new Enclosure.Shape(
                                        painted.type().mediaType(),
                                        Files.size(painted.file()),
                                        painted.width(),
                                        painted.height())));
            } catch (RuleBrokenException | ChangedMeanwhileException e) {
                store.delete(place);
                throw e;
            }
            // Whatever else went wrong, its row may stand there by now; if not, the bytes are swept away.
        }
    }

    private Masking.Painted painted(EnclosureService.Opened opened, int page, List<Masking.Box> boxes)
            throws IOException {
        if (isPicture(opened) && page != 1) {
            throw new RuleBrokenException("mask.error.page");
        }
        var file = unsealed(opened);
        try {
            var masking = new Masking(store.workshop(), MEGAPIXELS);
            return isPicture(opened) ? masking.picture(file, type(opened), boxes) : masking.page(file, page, boxes);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private java.nio.file.Path unsealed(EnclosureService.Opened opened) throws IOException {
        try {
            return store.unsealed(opened.place(), opened.key());
        } catch (NoSuchFileException e) {
            throw new RuleBrokenException("mask.error.page");
        }
    }

    private static boolean isPicture(EnclosureService.Opened opened) {
        return opened.shape().mediaType().startsWith("image/");
    }

    private static FileType type(EnclosureService.Opened opened) {
        return opened.shape().mediaType().endsWith("png") ? FileType.PNG : FileType.JPEG;
    }
}
