package vn.minhbach.attachment;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import vn.minhbach.web.Visit;

/** A file as the editor's script is told of it. */
final class FileAnswer {

    static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private FileAnswer() {}

    static JsonObjectBuilder of(Attachment attachment, Visit visit) {
        var remarks = JSON.createArrayBuilder();
        attachment.getRemarks().forEach(remark -> remarks.add(visit.text("Remark." + remark)));
        return JSON.createObjectBuilder()
                .add("id", Objects.requireNonNull(attachment.getId()))
                .add("path", attachment.getPath())
                .add("small", visit.file(attachment.getPath(PictureMaker.WIDTHS.getFirst())))
                .add("name", attachment.getFileName())
                .add("label", attachment.getFileName() + " (" + attachment.label() + ")")
                .add("mediaType", attachment.getMediaType())
                .add("width", attachment.getWidth())
                .add("height", attachment.getHeight())
                .add("alt", attachment.getAlt())
                .add("caption", attachment.getCaption())
                .add("credit", attachment.getCredit())
                .add("focus", attachment.getFocus())
                .add("remarks", remarks);
    }

    static void send(JsonValue answer, int status, HttpServletResponse response) throws IOException {
        var body = answer.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
