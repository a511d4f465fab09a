package vn.minhbach.inbox;

import jakarta.faces.context.FacesContext;
import java.util.List;

/** A screen on which somebody of the staff writes something with files; what {@code portal:officeFiles} and {@code portal:bringFiles} ask for. */
public interface OfficeFilesPage {

    /** What goes with it. */
    List<OfficeFile> getFiles();

    /** Whether no more may go with it. */
    boolean isFull();

    /** Where files are brought. */
    String getBring();

    /** By which it is known there for what they are brought; empty where the address says it. */
    String getToken();

    /** Where one of them is looked at; empty where none can be. */
    String fileUrl(long file);

    /** The places of those that stood in the form that was sent: what is done with it is done with these, whatever became of them on another page. */
    static List<String> shown() {
        var sent = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("files");
        return sent == null ? List.of() : List.of(sent);
    }

    /** The file whose button was pressed is not to go with it; what is typed stays. */
    void leaveOut();
}
