package vn.minhbach.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** A procedure's page as a reader sees it: its answers in their order, its parts by their anchors. */
final class Shown {

    private static final List<String> ANSWERS = List.of("where", "time", "fee", "how", "papers", "result");

    private final Document page;

    Shown(String html) {
        page = Jsoup.parse(html);
    }

    /** The lines of an answer of the summary. */
    List<String> answer(String name) {
        var answers = page.select("#tom-tat dl > div");
        var place = ANSWERS.indexOf(name);
        return place < answers.size() ? lines(answers.get(place).selectFirst("dd")) : List.of();
    }

    private static List<String> lines(@org.jspecify.annotations.Nullable Element answer) {
        var lines = new ArrayList<String>();
        if (answer != null) {
            answer.select("p").stream()
                    .filter(line -> line.selectFirst("a[href^=#]:has(.visually-hidden)") == null)
                    .forEach(line -> lines.add(line.text()));
        }
        return lines;
    }

    /** A part of the page, by its anchor; empty if it is not there. */
    Elements part(String anchor) {
        return page.select("#" + anchor);
    }

    Elements select(String query) {
        return page.select(query);
    }

    /** Everything that the page says of the procedure. */
    String text() {
        return page.select("article").text();
    }

    /** The channel of which the summary tells. */
    String channel() {
        var chosen = page.selectFirst("#tom-tat nav a[aria-current]");
        var only = page.selectFirst("#cach-thuc caption");
        return chosen != null ? chosen.text() : only == null ? "" : only.text();
    }

    /** The paragraphs of the parts that come from long texts of the source. */
    Stream<Element> paragraphs() {
        return page.select("#trinh-tu p, #cach-thuc p, #yeu-cau p, #ket-qua li p, article > .prose p").stream();
    }
}
