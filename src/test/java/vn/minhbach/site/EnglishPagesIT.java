package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import vn.minhbach.ReadyIndex;
import vn.minhbach.shared.Text;

/**
 * The pages in English say of every Vietnamese word that it is Vietnamese (WCAG 2.2, 3.1.2), so that a screen reader changes its
 * tongue. All of them are walked, from link to link; a new page or a new word in an old one is walked without a line here.
 */
@ArquillianTest
@RunAsClient
class EnglishPagesIT {

    /** What links do not lead to: a search, one that finds nothing, what does not exist. */
    private static final List<String> UNLINKED = List.of(
            "/en/tim-kiem?q=th%C6%B0+vi%E1%BB%87n",
            "/en/tim-kiem?q=thu+vien&loai=procedure",
            "/en/tim-kiem?q=caaps+ther",
            "/en/tim-kiem?q=%C4%91zzqq",
            "/en/danh-muc-thu-tuc?q=th%E1%BA%BB",
            "/en/khong-co",
            "/en/dang-nhap");

    /** Lists narrowed by this and that are many times the same page. */
    private static final int PAGES_WITH_PARAMETERS = 60;

    /** Attributes that are read out. */
    private static final List<String> SPOKEN = List.of("alt", "title", "aria-label", "placeholder", "value");

    @ArquillianResource
    URL home;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyVietnameseWordOnAnEnglishPageSaysItsLanguage() throws Exception {
        ReadyIndex.await(home.toURI().resolve("/health/ready"));
        var context = home.getPath().replaceFirst("/$", "");
        var waiting = new ArrayDeque<String>();
        waiting.add(context + "/en");
        UNLINKED.forEach(path -> waiting.add(context + path));
        Set<String> seen = new LinkedHashSet<>(waiting);
        var withParameters = 0;
        var unmarked = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var path = waiting.removeFirst();
            var page = Jsoup.parse(get(path), home.toURI().resolve(path).toString());
            unmarked.addAll(
                    unmarked(page).stream().map(text -> path + ": " + text).toList());
            for (var link : page.select("a[href]")) {
                var to = link.attr("href").replaceFirst("#.*$", "");
                var isEnglish = to.equals(context + "/en") || to.startsWith(context + "/en/");
                if (isEnglish
                        && !seen.contains(to)
                        && (!to.contains("?") || ++withParameters <= PAGES_WITH_PARAMETERS)) {
                    seen.add(to);
                    waiting.add(to);
                }
            }
        }

        assertThat(unmarked).isEmpty();
        assertThat(seen)
                .hasSizeGreaterThan(150)
                .anyMatch(path -> path.contains("/thu-tuc/"))
                .anyMatch(path -> path.contains("/truong-hop/"))
                .anyMatch(path -> path.contains("/bai-viet/"))
                .anyMatch(path -> path.contains("/don-vi/"));
    }

    @Test
    void theWalkSeesWhatIsNotMarked() {
        var page = Jsoup.parse("""
            <html lang="en"><title>Notaries</title><body><p>Công chứng</p><p lang="vi">Công chứng <b>tại nhà</b>
            <i lang="en">cả đêm</i></p><img alt="Con dấu đỏ"><img lang="vi" alt="Con dấu đỏ"><p>Café 24</p></body></html>
            """);

        assertThat(unmarked(page)).containsExactly("Công chứng", "cả đêm", "Con dấu đỏ", "Café 24");
    }

    private String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(home.toURI().resolve(URI.create(path)))
                .header("Accept", "text/html")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private static List<String> unmarked(Document page) {
        // The name of the site ends every title, whatever language the page's own speaks.
        page.select("script, style").remove();
        page.select("title").forEach(title -> title.text(title.text().replaceFirst(" – [^–]*$", "")));
        var found = new ArrayList<String>();
        page.traverse((node, depth) -> {
            if (node instanceof TextNode text && !text.isBlank() && Text.isVietnamese(text.text()) && !isMarked(text)) {
                found.add(text.text().strip());
            } else if (node instanceof Element element && !isMarked(element)) {
                SPOKEN.stream()
                        .map(element::attr)
                        .filter(Text::isVietnamese)
                        .filter(spoken -> !element.is("meta, link, input[type=hidden]"))
                        .forEach(found::add);
            }
        });
        return found;
    }

    /** Whether the nearest element that names a language names Vietnamese. */
    private static boolean isMarked(Node node) {
        for (var at = node; at != null; at = at.parent()) {
            if (at instanceof Element element && element.hasAttr("lang")) {
                return element.attr("lang").equals("vi");
            }
        }
        return false;
    }
}
