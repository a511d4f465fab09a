package vn.minhbach.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.minhbach.access.Permission;
import vn.minhbach.search.SuggestServlet;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Door;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** {@code /opensearch.xml}: tells browsers how to search the portal from their own address field. */
@Door(path = "/opensearch.xml", permission = Permission.READ_PUBLIC)
@WebServlet("/opensearch.xml")
public class OpenSearchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The standard allows sixteen characters. */
    private static final int SHORT_NAME = 16;

    @Inject
    transient Site site;

    @Inject
    transient Visit visit;

    @Inject
    transient StructuredData structured;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/opensearchdescription+xml;charset=UTF-8");
        var search = structured.absolute(visit.file("/tim-kiem"));
        var suggest = structured.absolute(visit.file(SuggestServlet.PATH));
        response.getWriter().println("""
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>%s</ShortName>
                  <Description>%s</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Language>vi</Language>
                  <Url type="text/html" template="%s?q={searchTerms}"/>
                  <Url type="application/x-suggestions+json" template="%s?dang=opensearch&amp;q={searchTerms}"/>
                </OpenSearchDescription>""".formatted(
                        Html.escape(Text.cut(site.getShortName(), SHORT_NAME)),
                        Html.escape(visit.text("search.openSearch.description", site.getName())),
                        Html.escape(search),
                        Html.escape(suggest)));
    }
}
