package vn.minhbach.inbox;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.web.Words;

/**
 * What is handed out to somebody who asks what the office keeps of them: {@code doc-toi.html} to read and print, {@code du-lieu.json} for
 * programs, and files as they were given. It is made for the moment and kept nowhere.
 */
public final class PersonPackage {

    static final String PAGE = "doc-toi.html";
    static final String DATA = "du-lieu.json";

    private static final int LONGEST_NAME = 100;
    private static final Logger LOG = Logger.getLogger(PersonPackage.class.getName());

    private final List<Told> all;
    private final long request;
    private final Instant now;

    PersonPackage(List<Told> all, long request, Instant now) {
        this.all = List.copyOf(all);
        this.request = request;
        this.now = now;
    }

    /** A step of handling as the sender sees it. @param own whether the sender did it */
    record Step(Instant at, String deed, boolean own, String text) {}

    /** An answer that was sent before the one that they have now. */
    record Sent(Instant at, String text) {}

    /** A submission as its sender knows it. */
    record Told(
            long number,
            String kind,
            String state,
            String code,
            Instant receivedAt,
            String name,
            String address,
            String phone,
            String email,
            String subject,
            String text,
            List<SubmissionDetails.Detail> details,
            String consentVersion,
            String consent,
            List<Step> steps,
            String answer,
            List<Sent> earlier,
            String publicPath,
            List<SubmissionParts.Part> parts) {}

    /** Writes it as a ZIP; the stream stays open. */
    void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        put(zip, PAGE, content(page(all, request, now)));
        put(zip, DATA, content(json(all, request, now)));
        for (var told : all) {
            var number = 0;
            for (var part : told.parts()) {
                number++;
                put(zip, "tep/" + told.number() + "-" + number + "-" + fileName(part.name()), part.content());
            }
        }
        zip.finish();
    }

    private static SubmissionParts.Content content(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, SubmissionParts.Content content) throws IOException {
        try (var in = content.open()) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException e) {
            // The rest is theirs all the same.
            LOG.log(Level.WARNING, "A file of a citizen is missing");
        }
    }

    /** No name leads out of its folder, whatever a telephone called the picture. */
    private static String fileName(String given) {
        return Text.cut(Text.line(given).replaceAll("[^\\p{L}\\p{N}._-]+", "_").replaceAll("^\\.+", "_"), LONGEST_NAME);
    }

    private static String text(String key, Object... gaps) {
        return Words.VIETNAMESE.text(key, gaps);
    }

    private static String page(List<Told> all, long request, Instant now) {
        var out = new StringBuilder(8_000);
        var title = text("personData.page.title");
        out.append("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n</head>\n<body>\n");
        out.append("<h1>").append(escaped(title)).append("</h1>\n");
        paragraph(out, text("personData.page.lead", Long.toString(request), Time.minute(now), all.size()));
        for (var told : all) {
            out.append("<h2>")
                    .append(escaped(told.kind() + ", " + text("inboxDesk.number") + " " + told.number()))
                    .append("</h2>\n<table>\n");
            line(out, text("inboxDesk.received"), Time.minute(told.receivedAt()));
            line(out, text("inboxDesk.state"), told.state());
            line(
                    out,
                    text("personData.page.code"),
                    told.code().isEmpty() ? "" : new TrackingCode(told.code()).grouped());
            line(out, text("AskedField.NAME"), told.name());
            line(out, text("AskedField.ADDRESS"), told.address());
            line(out, text("AskedField.PHONE"), told.phone());
            line(out, text("AskedField.EMAIL"), told.email());
            line(out, text("AskedField.SUBJECT"), told.subject());
            told.details().forEach(detail -> line(out, text("AskedField." + detail.field()), detail.value()));
            line(out, text("personData.page.consent", told.consentVersion()), told.consent());
            line(out, text("personData.page.public"), told.publicPath());
            out.append("</table>\n");
            section(out, text("AskedField.TEXT"), told.text());
            section(out, text("personData.page.answer"), told.answer());
            told.earlier()
                    .forEach(
                            sent -> section(out, text("personData.page.earlier", Time.minute(sent.at())), sent.text()));
            out.append("<h3>").append(escaped(text("inboxDesk.steps"))).append("</h3>\n<ol>\n");
            for (var step : told.steps()) {
                out.append("<li>")
                        .append(escaped(Time.minute(step.at()) + ", "
                                + text(step.own() ? "personData.page.you" : "personData.page.office") + ": "
                                + step.deed()))
                        .append(step.text().isEmpty() ? "" : ". " + escaped(step.text()))
                        .append("</li>\n");
            }
            out.append("</ol>\n");
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private static void line(StringBuilder out, String label, String value) {
        if (!value.isEmpty()) {
            out.append("<tr><th scope=\"row\">")
                    .append(escaped(label))
                    .append("</th><td>")
                    .append(escaped(value))
                    .append("</td></tr>\n");
        }
    }

    private static void section(StringBuilder out, String label, String value) {
        if (!value.isEmpty()) {
            out.append("<h3>").append(escaped(label)).append("</h3>\n");
            Text.lines(value).forEach(paragraph -> paragraph(out, paragraph));
        }
    }

    private static void paragraph(StringBuilder out, String text) {
        out.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String json(List<Told> all, long request, Instant now) {
        var items = Json.createArrayBuilder();
        for (var told : all) {
            var details = Json.createObjectBuilder();
            told.details().forEach(detail -> details.add(detail.field().parameter(), detail.value()));
            var steps = Json.createArrayBuilder();
            told.steps()
                    .forEach(step -> steps.add(Json.createObjectBuilder()
                            .add("luc", step.at().toString())
                            .add("viec", step.deed())
                            .add("nguoiGui", step.own())
                            .add("loi", step.text())));
            var earlier = Json.createArrayBuilder();
            told.earlier()
                    .forEach(sent -> earlier.add(Json.createObjectBuilder()
                            .add("luc", sent.at().toString())
                            .add("loi", sent.text())));
            items.add(Json.createObjectBuilder()
                    .add("so", told.number())
                    .add("loai", told.kind())
                    .add("tinhTrang", told.state())
                    .add("maTraCuu", told.code())
                    .add("nhanLuc", told.receivedAt().toString())
                    .add("hoTen", told.name())
                    .add("diaChi", told.address())
                    .add("dienThoai", told.phone())
                    .add("thuDienTu", told.email())
                    .add("tieuDe", told.subject())
                    .add("noiDung", told.text())
                    .add("chiTiet", details)
                    .add(
                            "dongY",
                            Json.createObjectBuilder()
                                    .add("phienBan", told.consentVersion())
                                    .add("loi", told.consent()))
                    .add("traLoi", told.answer())
                    .add("traLoiTruoc", earlier)
                    .add("trangCongKhai", told.publicPath())
                    .add("quaTrinh", steps));
        }
        return Json.createObjectBuilder()
                .add("yeuCau", request)
                .add("lapLuc", now.toString())
                .add("viec", items)
                .build()
                .toString();
    }
}
