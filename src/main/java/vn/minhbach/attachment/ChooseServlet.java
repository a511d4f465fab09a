package vn.minhbach.attachment;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.ListState;
import vn.minhbach.web.Door;
import vn.minhbach.web.Visit;

/** Finds files of the library for the editor, which offers them to be put into a text. */
@Door(
        path = ChooseServlet.PATH,
        parameters = {ListState.FILTER, ChooseServlet.KIND},
        permission = Permission.KEEP_FILES,
        english = true)
@WebServlet({ChooseServlet.PATH, "/en" + ChooseServlet.PATH})
public class ChooseServlet extends HttpServlet {

    static final String PATH = LibraryPage.PATH + "/chon";

    /** What is wanted: image, clip or file. */
    static final String KIND = "loai";

    private static final int MOST = 24;
    private static final long serialVersionUID = 1L;

    @Inject
    transient AttachmentService attachments;

    @Inject
    transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kind = switch (visit.parameter(KIND)) {
            case "image" -> LibraryFilter.PICTURES + " ";
            case "clip" -> LibraryFilter.CLIPS + " ";
            default -> LibraryFilter.FILES + " ";
        };
        var state = new ListState(kind + visit.parameter(ListState.FILTER), "", false, 1);
        var numbers = attachments.numbers(state).stream().limit(MOST).toList();
        var items = FileAnswer.JSON.createArrayBuilder();
        attachments.all(numbers).stream()
                .filter(attachment -> !attachment.isQuarantined())
                .sorted(Comparator.comparing(attachment -> numbers.indexOf(attachment.getId())))
                .forEach(attachment -> items.add(FileAnswer.of(attachment, visit)));
        FileAnswer.send(
                FileAnswer.JSON.createObjectBuilder().add("items", items).build(), HttpServletResponse.SC_OK, response);
    }
}
