package vn.minhbach.site;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/**
 * A list of the newest items as programs follow it: in Atom (RFC 4287) or in RSS 2.0.
 *
 * @param id stays the same for good, whatever address the portal moves to; so do the ids of the entries
 * @param page where people find the same list
 * @param author who answers for entries that name nobody
 * @param updated when anything in the list was last changed
 */
record Feed(
        String id, String title, String description, String page, String author, Instant updated, List<Entry> entries) {

    private static final Namespace NAMESPACE = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    private static final String VIA = "via";
    private static final String ALTERNATE = "alternate";
    private static final String SELF = "self";

    /**
     * An item of the list.
     *
     * @param full what it says, whole; null in a feed that only announces
     */
    record Entry(
            String id,
            String title,
            String link,
            String author,
            String summary,
            Instant published,
            Instant updated,
            @Nullable Full full) {

        Entry(String id, String title, String link, String author, String summary, Instant published, Instant updated) {
            this(id, title, link, author, summary, published, updated, null);
        }
    }

    /**
     * An item whole, for whoever relays it.
     *
     * @param html what it says; every address in it is absolute
     * @param section under which it stands
     * @param sourceName from where it was relayed itself; empty for the department's own
     * @param sourceUrl the address there; may be empty
     */
    record Full(String html, String section, String sourceName, String sourceUrl) {}

    /** The formats, by the endings of their addresses. */
    enum Format {
        ATOM("application/atom+xml"),
        RSS("application/rss+xml");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** @param self the address under which the feed is had in this format */
    void write(Format format, String self, Writer out) throws IOException, FeedException {
        var feed = format == Format.ATOM ? atom(self) : rss(self);
        feed.setEncoding("UTF-8");
        new WireFeedOutput().output(feed, out);
    }

    private WireFeed atom(String self) {
        var feed = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        feed.setId(id);
        feed.setTitle(Text.line(title));
        feed.setSubtitle(content(Text.line(description)));
        feed.setUpdated(Date.from(updated));
        feed.setAuthors(List.of(person(author)));
        feed.setAlternateLinks(List.of(link(ALTERNATE, page, "text/html")));
        feed.setOtherLinks(List.of(link(SELF, self, Format.ATOM.mediaType)));
        feed.setEntries(entries.stream().map(this::atom).toList());
        return feed;
    }

    private com.rometools.rome.feed.atom.Entry atom(Entry from) {
        var entry = new com.rometools.rome.feed.atom.Entry();
        entry.setId(from.id());
        entry.setTitle(Text.line(from.title()));
        entry.setPublished(Date.from(from.published()));
        entry.setUpdated(Date.from(from.updated()));
        entry.setAuthors(List.of(person(author(from))));
        entry.setAlternateLinks(List.of(link(ALTERNATE, from.link(), "text/html")));
        entry.setSummary(content(Text.clean(from.summary())));
        var full = from.full();
        if (full != null) {
            var whole = new Content();
            whole.setType(Content.HTML);
            whole.setValue(Text.clean(full.html()));
            entry.setContents(List.of(whole));
            var category = new Category();
            category.setTerm(Text.line(full.section()));
            entry.setCategories(List.of(category));
            if (!full.sourceName().isEmpty()) {
                var source = new com.rometools.rome.feed.atom.Feed();
                source.setTitle(Text.line(full.sourceName()));
                source.setAuthors(List.of(person(full.sourceName())));
                if (!full.sourceUrl().isEmpty()) {
                    source.setId(full.sourceUrl());
                    source.setAlternateLinks(List.of(link(ALTERNATE, full.sourceUrl(), "text/html")));
                    entry.setOtherLinks(List.of(link(VIA, full.sourceUrl(), "text/html")));
                }
                entry.setSource(source);
            }
        }
        return entry;
    }

    private static Content content(String text) {
        var content = new Content();
        content.setType(Content.TEXT);
        content.setValue(text);
        return content;
    }

    private static Link link(String relation, String address, String type) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    private static Person person(String name) {
        var person = new Person();
        person.setName(Text.line(name));
        return person;
    }

    private WireFeed rss(String self) {
        var channel = new Channel("rss_2.0");
        channel.setTitle(Text.line(title));
        channel.setLink(page);
        channel.setDescription(Text.line(description));
        channel.setLanguage("vi");
        channel.setLastBuildDate(Date.from(updated));
        channel.setForeignMarkup(List.of(new Element("link", NAMESPACE)
                .setAttribute("rel", SELF)
                .setAttribute("href", self)
                .setAttribute("type", Format.RSS.mediaType)));
        channel.setItems(entries.stream().map(this::rss).toList());
        return channel;
    }

    private Item rss(Entry from) {
        var item = new Item();
        var guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(from.id());
        item.setGuid(guid);
        item.setTitle(Text.line(from.title()));
        item.setLink(from.link());
        item.setPubDate(Date.from(from.published()));
        var summary = new Description();
        // In RSS it is HTML, whatever type is told.
        summary.setValue(Html.escape(Text.clean(from.summary())));
        item.setDescription(summary);
        // The author of RSS is an e-mail address; a name has its place in the Dublin Core.
        var core = new DCModuleImpl();
        core.setCreator(Text.line(author(from)));
        item.setModules(List.of(core));
        var full = from.full();
        if (full != null) {
            item.setForeignMarkup(List.of(new Element("encoded", CONTENT).setText(Text.clean(full.html()))));
            var category = new com.rometools.rome.feed.rss.Category();
            category.setValue(Text.line(full.section()));
            item.setCategories(List.of(category));
            if (!full.sourceName().isEmpty()) {
                core.setSource(Text.line(
                        full.sourceUrl().isEmpty() ? full.sourceName() : full.sourceName() + " " + full.sourceUrl()));
            }
        }
        return item;
    }

    private String author(Entry entry) {
        return entry.author().isEmpty() ? author : entry.author();
    }
}
