package vn.minhbach.site;

import java.util.Set;
import vn.minhbach.web.Doors;

/** What stands behind an address of a page that shows one of many. */
interface OwnItems {

    int FOUND = 200;
    int MOVED = 301;
    int NOT_FOUND = 404;
    int GONE = 410;

    /** What nobody links to by hand: files of the theme, feeds, parts of the sitemap, what programs read, and what public answers carry along. */
    Set<String> NOT_LOOKED_AT = Set.of(
            "/tinh/{file*}",
            "/feed/{file}",
            "/feed/toan-van/{file}",
            "/sitemap/{part}",
            "/api/v1/articles/{slug}",
            "/api/v1/procedures/{code}",
            "/tep-hoi-dap/{number}/{name}",
            "/du-lieu-mo/tep/{file}");

    /** What a page answers, as the number that stands in front of it. */
    int status(Doors.PublicPlace page);
}
