package vn.minhbach.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.minhbach.web.Visit;

/** What must hold of what stands in a form, whether its sender fills it in or somebody of the staff for them. */
final class FormCheck {

    private final Visit visit;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private FormCheck(Visit visit) {
        this.visit = visit;
    }

    /**
     * What is to be put right, by the name of the field.
     *
     * @param byLetter whether the answer can be sent to the address that was given, so that neither number nor mail address is needed
     */
    static Map<String, String> problems(
            SubmissionKind kind, Map<AskedField, String> values, boolean byLetter, Visit visit) {
        var check = new FormCheck(visit);
        kind.asked().forEach(asked -> check.field(asked, values.getOrDefault(asked.field(), "")));
        check.contact(
                values.getOrDefault(AskedField.PHONE, ""),
                values.getOrDefault(AskedField.EMAIL, ""),
                byLetter && !values.getOrDefault(AskedField.ADDRESS, "").isEmpty());
        return check.problems;
    }

    private void field(SubmissionKind.Asked asked, String value) {
        var field = asked.field();
        if (asked.needed() && value.isEmpty()) {
            problem(field, visit.text("inbox.ask.missing", label(field)));
        } else if (value.length() > field.longest()) {
            problem(field, tooLong(field, visit));
        }
    }

    /** What is said of a field in which more stands than it takes. */
    static String tooLong(AskedField field, Visit visit) {
        return visit.text(
                "inbox.ask.tooLong",
                visit.text("AskedField." + field),
                visit.words().number(field.longest()));
    }

    private void contact(String phone, String email, boolean byLetter) {
        if (!phone.isEmpty() && Contact.phone(phone).isEmpty()) {
            problem(AskedField.PHONE, visit.text("inbox.ask.phone"));
        }
        if (!email.isEmpty() && Contact.email(email).isEmpty()) {
            problem(AskedField.EMAIL, visit.text("inbox.ask.email"));
        }
        if (phone.isEmpty() && email.isEmpty() && !byLetter) {
            problem(AskedField.PHONE, visit.text("inbox.ask.contact"));
        }
    }

    private String label(AskedField field) {
        return visit.text("AskedField." + field);
    }

    private void problem(AskedField field, String text) {
        problems.putIfAbsent(field.parameter(), text);
    }
}
