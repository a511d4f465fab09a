package vn.minhbach.writing;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.Visit;

/** Tells the editor what is worth a look in a text that is being written. Nothing of the text is kept. */
@Door(
        path = HintsServlet.PATH,
        methods = Method.POST,
        permission = Permission.ENTER_OFFICE,
        english = true,
        longestBody = 2 * 1024 * 1024)
@WebServlet({HintsServlet.PATH, "/en" + HintsServlet.PATH})
public class HintsServlet extends HttpServlet {

    static final String PATH = "/quan-tri/goi-y-viet";

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final long serialVersionUID = 1L;

    @Inject
    transient WritingService writing;

    @Inject
    transient AttachmentService files;

    @Inject
    transient Visit visit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObject asked;
        try (var reader = READERS.createReader(request.getInputStream(), StandardCharsets.UTF_8)) {
            asked = reader.readObject();
        } catch (JsonException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var image = text(asked, "image");
        var html = text(asked, "html");
        var hints = JSON.createArrayBuilder();
        writing.hints(new Hints.Draft(
                        text(asked, "title"),
                        text(asked, "lead"),
                        image == null ? null : picture(image),
                        html == null ? "" : html))
                .forEach(hint -> hints.add(JSON.createObjectBuilder()
                        .add("kind", hint.kind().name())
                        .add(
                                "text",
                                visit.text(
                                        "Hint.Kind." + hint.kind(), hint.gaps().toArray()))
                        .add("excerpt", hint.excerpt())
                        .add("instead", hint.instead())
                        .add("link", hint.link())));
        var body = JSON.createObjectBuilder()
                .add("hints", hints)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Hints.Picture picture(String chosen) {
        if (chosen.isBlank()) {
            return Hints.Picture.NONE;
        }
        return files.chosen(chosen).filter(file -> file.getAlt().isBlank()).isPresent()
                ? Hints.Picture.UNDESCRIBED
                : Hints.Picture.DESCRIBED;
    }

    private static @Nullable String text(JsonObject asked, String name) {
        return asked.get(name) instanceof JsonString text ? Text.clean(text.getString()) : null;
    }
}
