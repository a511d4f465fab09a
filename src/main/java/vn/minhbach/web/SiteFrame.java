package vn.minhbach.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every public page says of the department: its names and addresses in head and foot, the menu, the numbers to call. The
 * frame asks for it; whoever runs the site answers ({@code site.Site}).
 */
public interface SiteFrame {

    /** The department's full name. */
    String getName();

    String getShortName();

    /** The body above the department, shown over its name; may be empty. */
    String getParentName();

    String getProvince();

    /** What the department has set itself, in a line; may be empty. */
    String getSlogan();

    String getAddress();

    String getPhone();

    /** The {@code tel:} address of {@link #getPhone()}. */
    String getPhoneHref();

    String getEmail();

    /** Office hours; lines separated by line breaks. */
    String getHours();

    /** Who answers for the content (người chịu trách nhiệm). */
    String getResponsible();

    String getResponsiblePost();

    /** The licence to run the site; empty if none is needed. */
    String getLicenceNumber();

    /** The main menu, in the reader's language; two levels at most. */
    List<LinkTree> getMenu();

    /** Urgent notices of now. */
    List<Alert> getAlerts();

    /** The links of the foot: other places where the department can be found. */
    List<Link> getChannels();

    List<Hotline> getHotlines();

    /** Those of the office, and those for a field of government; of an unknown field the office's alone. */
    default List<Hotline> getHotlines(String field) {
        return getHotlines().stream().filter(line -> line.helpsWith(field)).toList();
    }

    /** When anything was last published; null on an empty portal. */
    @Nullable
    Instant getLastUpdated();

    /** The feed that browsers and readers are told of on every page. */
    String getFeedUrl();
}
