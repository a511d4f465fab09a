package vn.minhbach.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Public views without a reader and without a server: what a page would say in Vietnamese, so that its words can be checked. The
 * frame around the page is there, but empty.
 */
public final class Proof {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Proof.class.getClassLoader(), "gg.jte.generated.precompiled");
    private final SiteFrame site = new EmptyFrame();
    private final Assets assets;
    private final Visit visit;

    /** Outside a server. */
    public Proof() {
        this(Assets.unread());
    }

    /** With the files of a portal that is running. */
    public Proof(Assets assets) {
        this.assets = assets;
        visit = Visit.outside(reader -> new StructuredData(new PortalUrl("http://localhost"), site, assets, reader));
    }

    public Visit visit() {
        return visit;
    }

    public StructuredData structured() {
        return visit.structured;
    }

    /** The page as HTML. */
    public String print(String view, PublicPage page) {
        var all = new HashMap<String, Object>(Map.of("page", page));
        all.put("f", new Frame(site, visit, assets));
        var html = new StringOutput();
        engine.render(view + ".jte", all, html);
        return html.toString();
    }

    /** A department of which nothing is known. */
    private static final class EmptyFrame implements SiteFrame {

        @Override
        public String getName() {
            return "";
        }

        @Override
        public String getShortName() {
            return "";
        }

        @Override
        public String getParentName() {
            return "";
        }

        @Override
        public String getProvince() {
            return "";
        }

        @Override
        public String getAddress() {
            return "";
        }

        @Override
        public String getPhone() {
            return "";
        }

        @Override
        public String getPhoneHref() {
            return "";
        }

        @Override
        public String getEmail() {
            return "";
        }

        @Override
        public String getHours() {
            return "";
        }

        @Override
        public String getResponsible() {
            return "";
        }

        @Override
        public String getResponsiblePost() {
            return "";
        }

        @Override
        public String getLicenceNumber() {
            return "";
        }

        @Override
        public List<LinkTree> getMenu() {
            return List.of();
        }

        @Override
        public List<Alert> getAlerts() {
            return List.of();
        }

        @Override
        public String getSlogan() {
            return "";
        }

        @Override
        public List<Link> getChannels() {
            return List.of();
        }

        @Override
        public List<Hotline> getHotlines() {
            return List.of();
        }

        @Override
        public @Nullable Instant getLastUpdated() {
            return null;
        }

        @Override
        public String getFeedUrl() {
            return "";
        }
    }
}
