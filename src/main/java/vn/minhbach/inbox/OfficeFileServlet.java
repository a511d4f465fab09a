package vn.minhbach.inbox;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.desk.Note;
import vn.minhbach.desk.Pending;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.MultipartForm;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;

/**
 * Takes files that somebody of the staff brings with what they write, through the gate of the citizens' ({@link EnclosureIntake}), and leads them back to
 * where they write. What they have typed was kept before ({@code desk.js}), and stands there again.
 */
abstract class OfficeFileServlet extends HttpServlet {

    /** What the staff is told otherwise than citizens are. */
    private static final Set<String> OWN_WORDS = Set.of("most", "unscanned", "full", "busy", "disk");

    private static final String BEGINNING = "enclosure.error.";
    private static final long serialVersionUID = 1L;

    @Inject
    transient EnclosureIntake intake;

    @Inject
    transient CurrentActor actors;

    @Inject
    transient Pending pending;

    @Inject
    transient Visit visit;

    /** Where they write, with its query. */
    abstract String place();

    /**
     * Asks whether a file can be put by, before it is taken in.
     *
     * @param before the fields that stand before it in the form
     * @throws RuleBrokenException if none can
     */
    abstract void requireRoom(TypedForm before);

    /**
     * Puts it by for what they write.
     *
     * @param before the fields that stand before it in the form
     * @return where it lies
     */
    abstract String keep(TypedForm before, Enclosures.Brought brought);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!MultipartForm.isSent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var notes = new ArrayList<Note>();
        try {
            MultipartForm.read(request, (before, name, bytes) -> receive(before, name, bytes, notes));
        } catch (MultipartForm.MalformedException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (notes.isEmpty()) {
            notes.add(Note.bad(visit.text("enclosure.desk.error.none")));
        }
        var place = place();
        notes.forEach(note -> pending.leave(place, note));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(place));
    }

    void receive(TypedForm before, String name, InputStream bytes, List<Note> notes) throws IOException {
        var in = EnclosureIntake.chosen(name, bytes);
        if (in == null) {
            return;
        }
        try {
            // Somebody may press twice, or bring the same on two pages.
            Faults.triedAgain(() -> {
                requireRoom(before);
                return true;
            });
            intake.takeOfStaff(
                    actors.get().name(), name, in, brought -> Faults.triedAgain(() -> keep(before, brought)));
            notes.add(Note.good(visit.text("enclosure.desk.brought")));
        } catch (RuleBrokenException e) {
            notes.add(Note.bad(EnclosureForm.problem(visit, name, words(String.valueOf(e.getMessage())))));
        } catch (ChangedMeanwhileException e) {
            notes.add(Note.bad(visit.text("inboxDesk.meanwhile")));
        }
    }

    private static String words(String why) {
        return why.startsWith(BEGINNING) && OWN_WORDS.contains(why.substring(BEGINNING.length()))
                ? "enclosure.desk.error." + why.substring(BEGINNING.length())
                : why;
    }
}
