package vn.minhbach.inbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.minhbach.shared.Sha256;

/**
 * A form as it was sent, checked and cleaned.
 *
 * @param token what the form was given when it was shown, unguessable
 * @param page the path of the portal's page that it is about; empty for none. What was asked of the page is left out: whoever came from the search may
 *     have looked for their own number there
 * @param procedure the code of the procedure that it is about; empty for none
 * @param keepPrivate whether the sender asks that the answer is not made public
 * @param suspect whether somebody looks at it before it goes to a unit
 * @param enclosures what of the files that wait for the form goes with it, by their places
 * @param consent the version of what they agreed to, as the form showed it; empty for the one that stands when it is taken in
 */
public record NewSubmission(
        String kind,
        String token,
        Map<AskedField, String> values,
        String page,
        String procedure,
        boolean keepPrivate,
        boolean suspect,
        String language,
        List<String> enclosures,
        String consent) {

    /** Bytes of the digest by which a form is known. */
    private static final int KEY = 20;

    public NewSubmission {
        values = Map.copyOf(values);
        page = place(page);
        enclosures = List.copyOf(enclosures);
    }

    /** One whose sender agreed to what stands when it is taken in. */
    public NewSubmission(
            String kind,
            String token,
            Map<AskedField, String> values,
            String page,
            String procedure,
            boolean keepPrivate,
            boolean suspect,
            String language,
            List<String> enclosures) {
        this(kind, token, values, page, procedure, keepPrivate, suspect, language, enclosures, "");
    }

    /** The same without files. */
    public NewSubmission(
            String kind,
            String token,
            Map<AskedField, String> values,
            String page,
            String procedure,
            boolean keepPrivate,
            boolean suspect,
            String language) {
        this(kind, token, values, page, procedure, keepPrivate, suspect, language, List.of());
    }

    /** The same, to be looked at before it goes to a unit. */
    NewSubmission held() {
        return new NewSubmission(
                kind, token, values, page, procedure, keepPrivate, true, language, enclosures, consent);
    }

    /** An address of the portal without its query. */
    static String place(String address) {
        var query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    public String get(AskedField field) {
        return values.getOrDefault(field, "");
    }

    /**
     * By which the same form sent again is known: its token and all that stands in it, files too. Who goes back, changes a word and sends again,
     * sends another one.
     */
    public String key() {
        return Sha256.of(
                "form " + kind + "\n" + token + "\n" + page + "\n" + procedure + "\n" + keepPrivate + "\n"
                        + values.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("\n"))
                        + enclosures.stream().sorted().map(each -> "\n" + each).collect(Collectors.joining()),
                KEY);
    }

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "NewSubmission " + kind;
    }
}
