package vn.minhbach.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The public views. They are classes, made from {@code src/main/jte} by the build: a name that does not exist does not compile. */
@ApplicationScoped
public class Views {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Views.class.getClassLoader(), "gg.jte.generated.precompiled");

    @Inject
    SiteFrame site;

    @Inject
    Visit visit;

    @Inject
    Assets assets;

    /** Writes the view with what it is given; status and headers are the caller's. */
    public void show(String view, Map<String, Object> given, HttpServletResponse response) throws IOException {
        var all = new HashMap<>(given);
        all.put("f", new Frame(site, visit, assets));
        var html = new Utf8ByteOutput();
        engine.render(view + ".jte", all, html);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    /** The page of an error that is told before there is a request to the portal: without frame, visit and database. */
    String alone(Words words, int status) {
        var html = new StringOutput();
        engine.render(
                "error/alone.jte",
                Map.of(
                        "words", words,
                        "status", status,
                        "problem", Problem.of(status),
                        "style", assets.get("css/site.css"),
                        "icon", assets.get("img/favicon.svg")),
                html);
        return html.toString();
    }
}
