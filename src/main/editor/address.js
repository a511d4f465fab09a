/* Where a link may lead. */

const OUTSIDE = /^(https?:\/\/[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d\s().-]*)$/i;

/** The address as it may be kept; null if a link may not lead there. */
export function safeHref(given) {
    // A browser passes over line breaks and tabs within an address, so "java\nscript:" is one.
    const href = (given ?? "").replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\ufeff]+/g, (gap, at, all) =>
        at === 0 || at + gap.length === all.length || /[\u0000-\u001f]/.test(gap) ? "" : "%20",
    );
    if (/^#[^\s]+$/.test(href) || /^\/(?![/\\])/.test(href) || href === "/") {
        return href;
    }
    return OUTSIDE.test(href) ? href : null;
}

/** What somebody types for an address: "www.chinhphu.vn", an address of e-mail, an own page with its host. Null if it is none. */
export function typedHref(given) {
    const typed = given.trim();
    if (/^www\.[^\s.]+\.[^\s]+$/i.test(typed) || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(vn|com|net|org)(\/\S*)?$/i.test(typed)) {
        return safeHref("https://" + typed);
    }
    if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(typed)) {
        return safeHref("mailto:" + typed);
    }
    const href = safeHref(typed);
    if (href && href.toLowerCase().startsWith(location.origin.toLowerCase() + "/")) {
        return safeHref(href.slice(location.origin.length));
    }
    return href;
}
