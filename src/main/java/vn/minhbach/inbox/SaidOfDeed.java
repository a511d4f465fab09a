package vn.minhbach.inbox;

import java.time.LocalDate;
import java.util.Optional;
import vn.minhbach.desk.TooMuchTypedException;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/**
 * What is said with a deed of the staff.
 *
 * @param text a reason, a question to the sender, or a note
 * @param unit the slug of the unit to which it is given
 * @param body what else the deed names: the body to which it is passed, with its address; the account of who is to handle it; the day
 *     until which something is promised; the number of another submission; the key of another kind
 * @param answer the answer as the sender gets it: rich text, or plain whose lines become paragraphs
 * @param title what the public reads as its name
 * @param question what the public reads of what was asked
 * @param publicAnswer what the public reads as the answer, rich or plain as well
 * @param looked whether who does it has looked at what in the public text may tell of somebody
 */
public record SaidOfDeed(
        String text,
        String unit,
        String body,
        String answer,
        String title,
        String question,
        String publicAnswer,
        boolean looked) {

    static final int LONGEST_TEXT = 4_000;

    /** With its markup. */
    static final int LONGEST_ANSWER = 40_000;

    static final int LONGEST_QUESTION = 20_000;
    static final int LONGEST_TITLE = 200;

    /** As it is kept: cleaning writes some letters in five. */
    private static final int LONGEST_KEPT = 60_000;

    public static final SaidOfDeed NOTHING = new SaidOfDeed("", "", "", "", "", "", "", false);

    /** Nothing but that one has looked. */
    public static final SaidOfDeed LOOKED = new SaidOfDeed("", "", "", "", "", "", "", true);

    public SaidOfDeed {
        text = Text.cut(Text.clean(text).strip(), LONGEST_TEXT);
        unit = Text.line(unit);
        body = Text.cut(Text.line(body), 300);
        answer = rich(answer, "answer");
        title = Text.cut(Text.line(title), LONGEST_TITLE);
        question = Text.cut(Text.clean(question).strip(), LONGEST_QUESTION);
        publicAnswer = rich(publicAnswer, "publicAnswer");
    }

    private static String rich(String given, String field) {
        var clean = Html.rich(given);
        if (clean.length() > LONGEST_KEPT) {
            // Nothing is cut off rich text: what is left would be another text.
            throw new TooMuchTypedException("inbox.error.answerTooLong", field);
        }
        return clean;
    }

    public static SaidOfDeed text(String text) {
        return new SaidOfDeed(text, "", "", "", "", "", "", false);
    }

    public static SaidOfDeed unit(String unit) {
        return new SaidOfDeed("", unit, "", "", "", "", "", false);
    }

    /** @param person the account of who is to handle it; empty for whoever of the unit begins */
    public static SaidOfDeed unit(String unit, String person) {
        return new SaidOfDeed("", unit, person, "", "", "", "", false);
    }

    public static SaidOfDeed promise(LocalDate day, String text) {
        return new SaidOfDeed(text, "", day.toString(), "", "", "", "", false);
    }

    public static SaidOfDeed item(long number, String text) {
        return new SaidOfDeed(text, "", Long.toString(number), "", "", "", "", false);
    }

    /** The day that it names; empty if it names none. */
    Optional<LocalDate> day() {
        return body.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(body)) : Optional.empty();
    }

    /** The number of another submission that it names; empty if it names none. */
    Optional<Long> item() {
        return body.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(body)) : Optional.empty();
    }

    /** @param kind the key of the kind under which it belongs */
    public static SaidOfDeed kind(String kind, String text) {
        return new SaidOfDeed(text, "", kind, "", "", "", "", false);
    }

    public static SaidOfDeed body(String body, String text) {
        return new SaidOfDeed(text, "", body, "", "", "", "", false);
    }

    public static SaidOfDeed answer(String answer, String title, String question, String publicAnswer) {
        return new SaidOfDeed("", "", "", answer, title, question, publicAnswer, false);
    }
}
