package vn.minhbach.editorial;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import vn.minhbach.web.Visit;

/** What whoever is signed in was told of texts before the board and has not seen, in words: "Bài của bạn bị trả lại". */
@RequestScoped
public class BoardTold {

    @Inject
    Notices notices;

    @Inject
    Visit visit;

    /** Something that somebody was told, and the item that it is about. */
    public record Line(long id, String text, String title, String url, String who, Instant at, String note)
            implements Serializable {}

    /**
     * @param lines the newest first
     * @param more how many came after these
     */
    public record Unseen(List<Line> lines, long more) implements Serializable {

        public static final Unseen NOTHING = new Unseen(List.of(), 0);

        /** By which those are ticked off that are shown. */
        public List<Long> numbers() {
            return lines.stream().map(Line::id).toList();
        }
    }

    /** As much as somebody can look through and tick off. */
    public Unseen unseen() {
        return told(notices.unseen());
    }

    /** The newest of it. */
    public Unseen newest(int size) {
        return told(notices.newest(size));
    }

    private Unseen told(Notices.Unseen unseen) {
        return new Unseen(unseen.shown().stream().map(this::line).toList(), unseen.more());
    }

    private Line line(ItemNotice notice) {
        return new Line(
                notice.getId(),
                text(notice, new KindWords(notice.getKind(), visit.words())),
                notice.getTitle(),
                visit.url(notices.place(notice)),
                notice.getActor(),
                notice.getToldAt(),
                notice.getNote());
    }

    static String text(ItemNotice notice, KindWords words) {
        return words.text(
                switch (notice.getEvent()) {
                    case DEED ->
                        switch (notice.getDeed()) {
                            case SUBMIT -> "articlesDesk.told.submitted";
                            case SEND_BACK -> "articlesDesk.told.returned";
                            case APPROVE -> "articlesDesk.told.approved";
                            case PUBLISH -> "articlesDesk.told.published";
                            default -> "Deed." + notice.getDeed();
                        };
                    case REVIEW_DUE -> "articlesDesk.told.review";
                    case SOURCE_CHANGED -> "articlesDesk.told.sourceChanged";
                    case SOURCE_VANISHED -> "articlesDesk.told.sourceVanished";
                    case FILE_REPLACED -> "articlesDesk.told.fileReplaced";
                    case FILE_REFUSED -> "articlesDesk.told.fileRefused";
                });
    }
}
