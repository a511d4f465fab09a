package vn.minhbach.inbox;

import java.util.Arrays;
import java.util.List;
import vn.minhbach.shared.Text;

/** What a form asks beside the text and the person, as it is kept in one sealed field: a line each, the field's name before it. */
public final class SubmissionDetails {

    private static final List<AskedField> FIELDS =
            List.of(AskedField.PLACE, AskedField.HAPPENED, AskedField.CONCERNED, AskedField.DOCUMENT);

    private SubmissionDetails() {}

    /** One of them. */
    public record Detail(AskedField field, String value) {}

    static String write(NewSubmission sent) {
        return String.join(
                "\n",
                FIELDS.stream()
                        .filter(field -> !sent.get(field).isEmpty())
                        .map(field -> field.name() + " " + Text.line(sent.get(field)))
                        .toList());
    }

    static List<Detail> read(String kept) {
        return Arrays.stream(kept.split("\n"))
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> AskedField.named(parts[0]).map(field -> new Detail(field, parts[1])).stream())
                .toList();
    }
}
