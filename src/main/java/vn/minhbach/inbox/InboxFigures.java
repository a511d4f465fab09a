package vn.minhbach.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.desk.Figure;
import vn.minhbach.web.PageAddress;
import vn.minhbach.web.Visit;

/** What lies in the inbox in numbers, for the overview; each leads to the list that holds just as many. */
@ApplicationScoped
public class InboxFigures {

    private static final List<InboxQuery.View> WORK = List.of(
            InboxQuery.View.LATE,
            InboxQuery.View.NEW,
            InboxQuery.View.MINE,
            InboxQuery.View.WRITTEN,
            InboxQuery.View.NAMED,
            InboxQuery.View.DRAFTS,
            InboxQuery.View.TO_PUBLISH,
            InboxQuery.View.PROMISED,
            InboxQuery.View.TO_REVIEW);

    @Inject
    InboxDeskService desk;

    @Inject
    InboxUnits allUnits;

    @Inject
    RetentionService retention;

    @Inject
    CurrentActor actors;

    @Inject
    Visit visit;

    /** Of what somebody may see: of all units, or of theirs. */
    public List<Figure> work() {
        var figures = new ArrayList<>(lists());
        if (actors.get().may(Permission.KEEP_INBOX_RULES)) {
            figures.add(new Figure(visit.text("retention.figure"), retention.soon(), visit.url(RetentionsPage.PATH)));
        }
        return List.copyOf(figures);
    }

    private List<Figure> lists() {
        return WORK.stream()
                .map(view -> new Figure(
                        visit.text("InboxQuery.View." + view),
                        desk.count(view),
                        visit.url(InboxPage.PATH + "?" + InboxPage.VIEW + "=" + InboxPage.slug(view))))
                .toList();
    }

    /** What is late, of each unit that has any: what no unit has yet first, then units as people know them. */
    public List<Figure> lateOfUnits() {
        var counts = desk.countOfUnits(InboxQuery.View.LATE);
        var names = new LinkedHashMap<String, String>();
        names.put("", visit.text("inbox.figures.noUnit"));
        names.putAll(allUnits.names());
        counts.keySet().forEach(slug -> names.putIfAbsent(slug, slug));
        return names.entrySet().stream()
                .filter(unit -> counts.containsKey(unit.getKey()))
                .map(unit -> new Figure(
                        unit.getValue(),
                        counts.getOrDefault(unit.getKey(), 0L),
                        PageAddress.of(visit.url(InboxPage.PATH))
                                .with(InboxPage.VIEW, InboxPage.slug(InboxQuery.View.LATE))
                                .with(InboxPage.UNIT, unit.getKey().isEmpty() ? InboxQuery.NO_UNIT : unit.getKey())
                                .toString()))
                .toList();
    }
}
