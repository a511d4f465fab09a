package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at the JSON-LD of a page as search engines do: each thing is of a type that the portal means to use, has what
 * schema.org and Google's documentation want of that type, and nothing empty, relative or unreadable. A type that is not
 * listed here fails, so that nobody prints a new one without saying what it must have.
 */
public final class JsonLd {

    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry(
                    "NewsArticle",
                    Set.of(
                            "headline",
                            "description",
                            "image",
                            "datePublished",
                            "dateModified",
                            "author",
                            "publisher",
                            "mainEntityOfPage",
                            "inLanguage",
                            "articleSection")),
            Map.entry("GovernmentService", Set.of("name", "identifier", "url", "provider", "serviceType")),
            Map.entry("ServiceChannel", Set.of("serviceUrl")),
            Map.entry("GovernmentOrganization", Set.of("name")),
            Map.entry("Organization", Set.of("name")),
            Map.entry("Person", Set.of("name")),
            Map.entry("ImageObject", Set.of("url")),
            Map.entry("PostalAddress", Set.of("streetAddress", "addressCountry")),
            Map.entry("BreadcrumbList", Set.of("itemListElement")),
            Map.entry("ListItem", Set.of("position", "name", "item")),
            Map.entry("QAPage", Set.of("mainEntity")),
            Map.entry(
                    "Article",
                    Set.of("headline", "articleBody", "datePublished", "author", "publisher", "mainEntityOfPage")),
            Map.entry("Question", Set.of("name", "text", "answerCount", "acceptedAnswer")),
            Map.entry("Answer", Set.of("text", "url", "dateCreated", "author")));

    private static final Set<String> ADDRESSES =
            Set.of("url", "item", "mainEntityOfPage", "isBasedOn", "serviceUrl", "@id", "logo", "image");

    /** Which types may stand for a property, where a search engine looks at it. */
    private static final Map<String, Set<String>> TYPES = Map.ofEntries(
            Map.entry("publisher", Set.of("GovernmentOrganization")),
            Map.entry("author", Set.of("Person", "Organization", "GovernmentOrganization")),
            Map.entry("provider", Set.of("GovernmentOrganization")),
            Map.entry("parentOrganization", Set.of("GovernmentOrganization")),
            Map.entry("address", Set.of("PostalAddress")),
            Map.entry("itemListElement", Set.of("ListItem")),
            Map.entry("availableChannel", Set.of("ServiceChannel")),
            Map.entry("mainEntity", Set.of("Question")),
            Map.entry("acceptedAnswer", Set.of("Answer")),
            Map.entry("image", Set.of("ImageObject")),
            Map.entry("logo", Set.of("ImageObject")));

    private JsonLd() {}

    /** The things that a page tells of, each of them checked. */
    public static List<JsonObject> of(String html) {
        var things = new ArrayList<JsonObject>();
        var scripts = SCRIPT.matcher(html);
        while (scripts.find()) {
            try (var reader = Json.createReader(new StringReader(scripts.group(1)))) {
                things.add(reader.readObject());
            }
        }
        for (var thing : things) {
            assertThat(thing.getString("@context", "")).as("%s", thing).isEqualTo("https://schema.org");
            check(thing);
        }
        return things;
    }

    private static void check(JsonObject thing) {
        var type = thing.getString("@type", "");
        assertThat(REQUIRED).as("%s", thing).containsKey(type);
        assertThat(thing.keySet()).as("%s", thing).containsAll(REQUIRED.getOrDefault(type, Set.of()));
        thing.forEach((name, value) -> property(thing, name, value));
        switch (type) {
            case "BreadcrumbList" -> steps(thing.getJsonArray("itemListElement"));
            case "NewsArticle" -> {
                var published = Instant.parse(thing.getString("datePublished"));
                assertThat(Instant.parse(thing.getString("dateModified"))).isAfterOrEqualTo(published);
                assertThat(published).isAfter(Instant.parse("2000-01-01T00:00:00Z"));
                assertThat(thing.getJsonObject("publisher").keySet()).contains("logo", "url");
            }
            case "ImageObject" -> {
                for (var side : List.of("width", "height")) {
                    if (thing.containsKey(side)) {
                        assertThat(thing.getInt(side)).as("%s", thing).isPositive();
                    }
                }
            }
            default -> {}
        }
    }

    private static void property(JsonObject thing, String name, JsonValue value) {
        switch (value) {
            case JsonString text -> {
                assertThat(text.getString()).as("%s of %s", name, thing).isNotBlank();
                if (ADDRESSES.contains(name)) {
                    var address = URI.create(text.getString());
                    assertThat(address.getScheme()).as("%s of %s", name, thing).isIn("http", "https");
                    assertThat(address.getPath()).as("%s of %s", name, thing).doesNotContain("//");
                }
            }
            case JsonObject part -> {
                if (TYPES.containsKey(name)) {
                    assertThat(part.getString("@type", "")).as(name).isIn(TYPES.getOrDefault(name, Set.of()));
                }
                check(part);
            }
            case JsonArray parts -> {
                assertThat(parts).as("%s of %s", name, thing).isNotEmpty();
                parts.forEach(part -> property(thing, name, part));
            }
            case JsonNumber number -> assertThat(number.intValue()).isPositive();
            default -> throw new AssertionError(name + " of " + thing + " says nothing");
        }
    }

    private static void steps(JsonArray steps) {
        assertThat(steps).as("a way has a beginning and an end").hasSizeGreaterThanOrEqualTo(2);
        for (var i = 0; i < steps.size(); i++) {
            assertThat(steps.getJsonObject(i).getInt("position")).isEqualTo(i + 1);
        }
    }
}
