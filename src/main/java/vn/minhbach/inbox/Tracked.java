package vn.minhbach.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender sees who shows code and address: all that they wrote themselves, and all that concerns them. Whoever has one has shown both.
 *
 * @param id the number of the submission, which they are not told
 * @param kind its name in their language
 * @param due "Trả lời: chậm nhất ngày …", and once it is answered, refused or passed on whether that was in time; empty where nothing was or
 *     is due
 * @param why how that day was found
 * @param dates every limit that the law sets for it, as the staff reads it
 * @param answer the text that was sent; null before
 * @param earlier what was sent before that one, the newest first: who objected still reads to what
 * @param publicPath where everybody reads it; empty for nowhere
 * @param may what the sender can do now
 * @param channel by which way it came in
 * @param promise the day until which something is promised that is not done yet; empty for none
 */
public record Tracked(
        long id,
        String code,
        String kind,
        InboxState state,
        String subject,
        String text,
        List<SubmissionDetails.Detail> details,
        Instant receivedAt,
        String due,
        List<String> why,
        List<Dated> dates,
        List<Step> steps,
        @Nullable Answer answer,
        List<Answer> earlier,
        String publicPath,
        Submission.@Nullable Rating rating,
        List<InboxDeed> may,
        InboxChannel channel,
        String promise) {

    /** A limit, how it stands, and how its day was found. */
    public record Dated(String said, List<String> why) {

        public Dated {
            why = List.copyOf(why);
        }
    }

    /**
     * Something that happened, as far as it concerns the sender.
     *
     * @param target where it went, as people know it: a unit, another body; the day of a promise; empty for nothing of that
     */
    public record Step(Instant at, InboxDeed deed, boolean bySender, String text, String target) {}

    /** The answer, as rich text, and when it was sent. */
    public record Answer(String html, Instant at) {}

    public Tracked {
        details = List.copyOf(details);
        why = List.copyOf(why);
        dates = List.copyOf(dates);
        steps = List.copyOf(steps);
        earlier = List.copyOf(earlier);
        may = List.copyOf(may);
    }

    public boolean may(InboxDeed deed) {
        return may.contains(deed);
    }

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "Tracked " + state;
    }
}
