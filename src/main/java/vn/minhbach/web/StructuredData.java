package vn.minhbach.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import vn.minhbach.shared.Phone;

/** What search engines read of a page: absolute addresses and JSON-LD after schema.org. */
@ApplicationScoped
public class StructuredData {

    /** The static methods of {@link Json} look for a provider on the class path each time, which costs more than a page. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    @Inject
    PortalUrl portal;

    @Inject
    SiteFrame site;

    @Inject
    Assets assets;

    @Inject
    Visit visit;

    protected StructuredData() {}

    /** The same without a container. */
    public StructuredData(PortalUrl portal, SiteFrame site, Assets assets, Visit visit) {
        this.portal = portal;
        this.site = site;
        this.assets = assets;
        this.visit = visit;
    }

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

    public JsonArrayBuilder list() {
        return JSON.createArrayBuilder();
    }

    /** Adds what is known; an empty value would say something that is not so. */
    public static JsonObjectBuilder add(JsonObjectBuilder thing, String name, String value) {
        return value.isEmpty() ? thing : thing.add(name, value);
    }

    /** The department as whoever publishes its pages: what it is called, where it is found, and its emblem. */
    public JsonObjectBuilder publisher() {
        return part("GovernmentOrganization")
                .add("@id", absolute(visit.file("/")) + "#co-quan")
                .add("name", site.getName())
                .add("url", absolute(visit.file("/")))
                .add("logo", part("ImageObject").add("url", emblem()));
    }

    /** Where the emblem of the portal lies, which also stands for what has no picture of its own. */
    public String emblem() {
        return absolute(assets.get("img/logo.svg"));
    }

    /** How an office is reached; what is empty is left out. */
    public JsonObjectBuilder reach(JsonObjectBuilder organization, String address, String phone, String email) {
        if (!address.isEmpty()) {
            organization.add(
                    "address",
                    add(part("PostalAddress").add("streetAddress", address), "addressRegion", site.getProvince())
                            .add("addressCountry", "VN"));
        }
        add(organization, "telephone", Phone.href(phone).replaceFirst("^tel:", ""));
        return add(organization, "email", email);
    }

    /** The whole script element. Whatever the data holds, it cannot end the element. */
    public String script(JsonObject data) {
        var json =
                data.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    /** The way from the home page, which is added, to this one. */
    public String breadcrumb(List<Link> path) {
        var items = JSON.createArrayBuilder();
        items.add(step(1, visit.text("frame.menu.home"), visit.url("/")));
        for (var i = 0; i < path.size(); i++) {
            items.add(step(i + 2, path.get(i).title(), path.get(i).url()));
        }
        return script(thing("BreadcrumbList").add("itemListElement", items).build());
    }

    private JsonObjectBuilder step(int position, String name, String url) {
        return part("ListItem").add("position", position).add("name", name).add("item", absolute(url));
    }
}
