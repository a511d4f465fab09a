package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.SiteFrame;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /du-lieu-mo}: what of the inbox can be had as files, what their columns mean, and how they may be used. */
@Door(path = OpenDataPage.PATH, permission = Permission.READ_PUBLIC)
@Named("du-lieu-mo")
@RequestScoped
public class OpenDataPage implements PublicPage {

    static final String PATH = "/du-lieu-mo";

    @Inject
    SiteFrame site;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    /**
     * Something that can be had.
     *
     * @param csv where it lies as a table
     * @param json where it lies for programs
     * @param feed where what is new of it is followed; empty for nowhere
     */
    public record File(String name, String text, String csv, String json, String feed, List<Column> columns) {}

    /** A column of it, and what it means. */
    public record Column(String name, String text) {}

    @Override
    public void load() {
        // There is nothing to find.
    }

    public List<File> getFiles() {
        return Arrays.stream(DataFile.values())
                .map(file -> new File(
                        visit.text("DataFile." + file),
                        visit.text("DataFile." + file + ".text"),
                        visit.file(OpenDataServlet.PATH + "/" + file.written() + ".csv"),
                        visit.file(OpenDataServlet.PATH + "/" + file.written() + ".json"),
                        file == DataFile.FIGURES ? "" : visit.file("/feed/" + file.written() + ".atom"),
                        file.columns().stream()
                                .map(column -> new Column(column.written(), visit.text("DataFile.Column." + column)))
                                .toList()))
                .toList();
    }

    public String getOffice() {
        return site.getName();
    }

    public String getCanonicalUrl() {
        return structured.absolute(visit.url(PATH));
    }

    public String getJsonLd() {
        return structured.breadcrumb(List.of(new Link(visit.text("inbox.data.title"), visit.url(PATH))));
    }
}
