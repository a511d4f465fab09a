package vn.minhbach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** What search engines read of a page: absolute addresses and JSON-LD after schema.org. */
@ApplicationScoped
public class StructuredData {

    /** The static methods of {@link Json} look for a provider on the class path each time, which costs more than a page. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    PortalUrl portal;

    /** The address under which the world knows a place of the portal. */
    public String absolute(String url) {
        return portal.absolute(url);
    }

    /** The beginning of a thing of this type in schema.org's vocabulary. */
    public JsonObjectBuilder thing(String type) {
        return part(type).add("@context", "https://schema.org");
    }

    /** A thing that is a part of another. */
    public JsonObjectBuilder part(String type) {
        return JSON.createObjectBuilder().add("@type", type);
    }

    /** The whole script element. Whatever the data holds, it cannot end the element. */
    public String script(JsonObject data) {
        var json =
                data.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    /** The way from the home page to this one. */
    public String breadcrumb(List<Link> path) {
        var items = JSON.createArrayBuilder();
        for (var i = 0; i < path.size(); i++) {
            items.add(part("ListItem")
                    .add("position", i + 1)
                    .add("name", path.get(i).title())
                    .add("item", absolute(path.get(i).url())));
        }
        return script(thing("BreadcrumbList").add("itemListElement", items).build());
    }
}
