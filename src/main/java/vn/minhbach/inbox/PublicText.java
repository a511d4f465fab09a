package vn.minhbach.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.minhbach.privacy.Masks;
import vn.minhbach.privacy.Proposal;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/**
 * What the public is to read of an answer, as it is kept or as somebody is typing it; knows the places of which a person decides, and masks
 * them one by one.
 *
 * @param answer rich text
 */
record PublicText(String title, String question, String answer) {

    /** So many letters before and behind a place tell what it is. */
    private static final int AROUND = 40;

    PublicText {
        title = Text.line(title);
        question = Text.clean(question);
        answer = Html.rich(answer);
    }

    /** The places that may tell of somebody, in the order in which they are read. */
    List<Doubt> doubts(PublicWords words) {
        var doubts = new ArrayList<Doubt>();
        add(doubts, Doubt.Part.TITLE, title, words);
        add(doubts, Doubt.Part.QUESTION, question, words);
        add(doubts, Doubt.Part.ANSWER, Html.running(answer), words);
        Html.descriptions(answer).forEach(each -> add(doubts, Doubt.Part.DESCRIPTION, each, words));
        return List.copyOf(doubts);
    }

    private static void add(List<Doubt> doubts, Doubt.Part part, String text, PublicWords words) {
        for (var found : words.doubtful(text)) {
            var says = text.substring(found.start(), found.end());
            var number = (int) doubts.stream()
                    .filter(each -> each.part() == part && each.words().equals(says))
                    .count();
            doubts.add(new Doubt(
                    part, found.kind(), before(text, found.start()), says, behind(text, found.end()), number));
        }
    }

    /** With an ellipsis where more stands before it; likewise behind. */
    private static String before(String text, int place) {
        var from = Math.max(0, place - AROUND);
        var space = from == 0 ? -1 : text.indexOf(' ', from);
        var shown = space < 0 || space > place ? text.substring(from, place) : text.substring(space + 1, place);
        return from == 0 ? shown.replace('\n', ' ').stripLeading() : "…" + shown.replace('\n', ' ');
    }

    private static String behind(String text, int place) {
        var to = Math.min(text.length(), place + AROUND);
        var space = to == text.length() ? -1 : text.lastIndexOf(' ', to);
        var shown = space < place ? text.substring(place, to) : text.substring(place, space);
        return to == text.length() ? shown.replace('\n', ' ').stripTrailing() : shown.replace('\n', ' ') + "…";
    }

    /** The same with this place masked; empty if it does not stand there any more. */
    Optional<PublicText> without(Doubt doubt, PublicWords words) {
        var text = switch (doubt.part()) {
            case TITLE -> title;
            case QUESTION -> question;
            case ANSWER -> Html.running(answer);
            case DESCRIPTION -> "";
        };
        return words.doubtful(text).stream()
                .filter(found -> text.substring(found.start(), found.end()).equals(doubt.words()))
                .skip(doubt.number())
                .findFirst()
                .map(found -> masked(doubt.part(), text, found));
    }

    private PublicText masked(Doubt.Part part, String text, Proposal found) {
        return switch (part) {
            case TITLE -> new PublicText(masked(text, found), question, answer);
            case QUESTION -> new PublicText(title, masked(text, found), answer);
            case ANSWER, DESCRIPTION ->
                new PublicText(
                        title,
                        question,
                        Html.replace(
                                answer, found.start(), found.end(), found.kind().masked()));
        };
    }

    private static String masked(String text, Proposal found) {
        return Masks.of(text, List.of(Masks.Mask.of(found))).over(text).text();
    }

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "PublicText";
    }
}
