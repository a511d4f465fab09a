package vn.minhbach.inbox;

import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.List;

/**
 * A file that somebody of the staff has before them with what they write.
 *
 * @param place by which a form names it
 * @param label "PDF, 1,2 MB"
 */
public record OfficeFile(long id, String place, String name, String label) implements Serializable {

    /** By which a form names those that stand in it. */
    static final String SHOWN = "files";

    /** The places of those that stood in the form that was sent: what is done with it is done with these, whatever became of them on another page. */
    static List<String> shown() {
        var sent = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(SHOWN);
        return sent == null ? List.of() : List.of(sent);
    }

    /** Who prints a record prints nothing that somebody wrote. */
    @Override
    public String toString() {
        return "OfficeFile " + label;
    }
}
