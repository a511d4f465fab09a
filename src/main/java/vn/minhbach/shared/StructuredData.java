package vn.minhbach.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What search engines read of a page: absolute addresses and JSON-LD after schema.org. */
@ApplicationScoped
public class StructuredData {

    @Inject
    @ConfigProperty(name = "portal.url", defaultValue = "http://localhost:8080")
    String home;

    /** The address under which the world knows a place of the portal. */
    public String absolute(String url) {
        return url.startsWith("http://") || url.startsWith("https://") ? url : home + url;
    }

    /** The whole script element. Whatever the data holds, it cannot end the element. */
    public String script(JsonObject data) {
        var json =
                data.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    /** The way from the home page to this one. */
    public String breadcrumb(List<Link> path) {
        var items = Json.createArrayBuilder();
        for (var i = 0; i < path.size(); i++) {
            items.add(Json.createObjectBuilder()
                    .add("@type", "ListItem")
                    .add("position", i + 1)
                    .add("name", path.get(i).title())
                    .add("item", absolute(path.get(i).url())));
        }
        return script(Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "BreadcrumbList")
                .add("itemListElement", items)
                .build());
    }
}
