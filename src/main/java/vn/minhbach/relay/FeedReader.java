package vn.minhbach.relay;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/**
 * Reads RSS (0.9 to 2.0) and Atom as a stream, without document types, entities of their own or anything from outside: a feed that declares a
 * document type is refused before it can be asked what it means. What is not known is passed over.
 */
final class FeedReader {

    private static final int DEEPEST = 60;
    private static final int MOST_ENTRIES = 500;
    private static final int LONGEST_ID = 500;
    private static final int LONGEST_LINK = 1_000;

    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final XMLStreamReader xml;
    private final URI base;
    private final List<FeedEntry> entries = new ArrayList<>();
    private boolean atom;
    private int depth;

    private FeedReader(XMLStreamReader xml, URI base) {
        this.xml = xml;
        this.base = base;
    }

    /**
     * Every entry that has a title and an address, as the feed orders them.
     *
     * @param base from where the feed came: addresses in it may be told from there
     */
    static List<FeedEntry> read(byte[] feed, URI base) throws FeedException {
        // The JDK's own: what another library brings would be bound by other settings.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("Nothing is fetched for a feed");
        });
        try {
            var reader = new FeedReader(factory.createXMLStreamReader(new ByteArrayInputStream(feed)), base);
            reader.read();
            return reader.entries;
        } catch (XMLStreamException | RuntimeException e) {
            throw new FeedException(RelayResult.NO_FEED);
        }
    }

    private void read() throws XMLStreamException, FeedException {
        var isFeed = false;
        while (xml.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var name = xml.getLocalName();
                    if (depth == 1) {
                        isFeed = List.of("rss", "feed", "RDF").contains(name);
                        atom = name.equals("feed");
                        if (!isFeed) {
                            throw new FeedException(RelayResult.NO_FEED);
                        }
                    } else if (name.equals("item") || name.equals("entry")) {
                        entry(name);
                    }
                }
                default -> {}
            }
        }
        if (!isFeed) {
            throw new FeedException(RelayResult.NO_FEED);
        }
    }

    private int next() throws XMLStreamException, FeedException {
        var event = xml.next();
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                throw new FeedException(RelayResult.DOCTYPE);
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw new FeedException(RelayResult.TOO_DEEP);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }

    private void entry(String end) throws XMLStreamException, FeedException {
        var found = new HashMap<String, String>();
        var at = depth;
        while (xml.hasNext()) {
            var event = next();
            if (event == XMLStreamConstants.END_ELEMENT
                    && depth < at
                    && xml.getLocalName().equals(end)) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && depth == at + 1) {
                part(found);
            }
        }
        add(found);
    }

    private void part(Map<String, String> found) throws XMLStreamException, FeedException {
        var name = xml.getLocalName();
        switch (name) {
            case "title", "guid", "id", "pubDate", "published", "updated", "date", "description", "summary" ->
                found.putIfAbsent(name, text(isMarkup()));
            case "encoded" -> {
                if (CONTENT.equals(xml.getNamespaceURI())) {
                    found.putIfAbsent("content", text(true));
                }
            }
            case "content" -> {
                // Media RSS has another element of this name, which names a picture.
                var source = xml.getAttributeValue(null, "url");
                if (source == null) {
                    found.putIfAbsent("content", text(isMarkup()));
                }
            }
            case "link" -> {
                var target = xml.getAttributeValue(null, "href");
                if (target == null) {
                    found.putIfAbsent("link", text(false));
                } else if (List.of("alternate", "").contains(rel())) {
                    found.putIfAbsent("link", target);
                }
            }
            default -> {}
        }
    }

    private String rel() {
        var rel = xml.getAttributeValue(null, "rel");
        return rel == null ? "" : rel;
    }

    /** Atom says whether a text is markup; RSS has markup in its descriptions, and whoever likes has it in titles too. */
    private boolean isMarkup() {
        var type = xml.getAttributeValue(null, "type");
        return type == null
                ? (atom ? List.of("encoded") : List.of("title", "description", "encoded")).contains(xml.getLocalName())
                : List.of("html", "xhtml", "text/html").contains(type.toLowerCase(Locale.ROOT));
    }

    /** The text of the element, with the elements of HTML in it as markup. */
    private String text(boolean markup) throws XMLStreamException, FeedException {
        var text = new StringBuilder();
        var at = depth;
        while (xml.hasNext() && depth >= at) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    // Within elements it is text; on the first level of an escaped text it is markup already.
                    text.append(depth > at || !markup ? Html.escape(xml.getText()) : xml.getText());
                case XMLStreamConstants.START_ELEMENT -> {
                    if (XHTML.equals(xml.getNamespaceURI())) {
                        open(text);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth >= at && XHTML.equals(xml.getNamespaceURI())) {
                        text.append("</").append(xml.getLocalName()).append('>');
                    }
                }
                default -> {}
            }
        }
        return Depth.bounded(text.toString());
    }

    private void open(StringBuilder text) {
        text.append('<').append(xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            text.append(' ')
                    .append(xml.getAttributeLocalName(i))
                    .append("=\"")
                    .append(Html.escape(xml.getAttributeValue(i)))
                    .append('"');
        }
        text.append('>');
    }

    private void add(Map<String, String> found) throws FeedException {
        var link = absolute(Text.line(plain(found.getOrDefault("link", ""))));
        var guid = Text.line(plain(found.getOrDefault("guid", found.getOrDefault("id", ""))));
        if (link.isEmpty() && guid.matches("https?://\\S++")) {
            link = guid;
        }
        var title = Text.line(plain(found.getOrDefault("title", "")));
        if (title.isEmpty() || !link.matches("https?://\\S++") || link.length() > LONGEST_LINK) {
            return;
        }
        var summary = found.getOrDefault("summary", found.getOrDefault("description", ""));
        var html = found.getOrDefault("content", summary);
        if (entries.size() >= MOST_ENTRIES) {
            throw new FeedException(RelayResult.TOO_DEEP);
        }
        entries.add(new FeedEntry(
                Text.cut(guid.isEmpty() ? link : guid, LONGEST_ID),
                link,
                title,
                html,
                Text.line(plain(summary)),
                moment(found)));
    }

    private String absolute(String link) {
        try {
            return link.isEmpty() ? "" : base.resolve(link).toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    /** A title may be markup, or plain text that was escaped once or twice. */
    private static String plain(String text) {
        return Html.text(text);
    }

    private static @Nullable Instant moment(Map<String, String> found) {
        for (var name : List.of("pubDate", "published", "date", "updated")) {
            var given = found.getOrDefault(name, "").strip();
            if (!given.isEmpty()) {
                return moment(given);
            }
        }
        return null;
    }

    private static @Nullable Instant moment(String given) {
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException e) {
            try {
                return ZonedDateTime.parse(given, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException other) {
                return null;
            }
        }
    }
}
