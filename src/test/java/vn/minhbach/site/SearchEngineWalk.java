package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.minhbach.JsonLd;

/** Goes over a running portal as a search engine does: from the index of sitemaps to every page, reading what each tells of itself. */
final class SearchEngineWalk {

    private static final Pattern LOCATION = Pattern.compile("<loc>([^<]+)</loc>");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI home;

    SearchEngineWalk(URI home) {
        this.home = home;
    }

    /** What the pages tell of, by their paths. */
    Map<String, List<JsonObject>> walk() throws IOException, InterruptedException {
        var things = new TreeMap<String, List<JsonObject>>();
        for (var part : locations(get(home.getPath() + "sitemap.xml"))) {
            for (var page : locations(get(part.getPath()))) {
                var html = get(page.getPath());
                assertThat(things.put(page.getPath(), JsonLd.of(html)))
                        .as("%s is told once", page)
                        .isNull();
                assertThat(html)
                        .as("%s is its own address", page)
                        .contains("<link rel=\"canonical\" href=\"" + page + "\"");
            }
        }
        return things;
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(home.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static List<URI> locations(String xml) {
        return new ArrayList<>(LOCATION.matcher(xml)
                .results()
                .map((MatchResult found) -> URI.create(found.group(1)))
                .toList());
    }
}
