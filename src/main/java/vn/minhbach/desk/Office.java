package vn.minhbach.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.web.Visit;

/** What surrounds every screen: who is signed in, and the menu with what they may enter and nothing else. */
@Named
@RequestScoped
public class Office {

    @Inject
    Screens screens;

    @Inject
    CurrentActor actors;

    @Inject
    Visit visit;

    private @Nullable List<Group> menu;

    /** The screens of one task. */
    public record Group(String name, List<Item> items) {}

    /** A screen in the menu; the one shown, or above the one shown, is current. */
    public record Item(String name, String url, boolean current) {}

    public String getUser() {
        return actors.get().name();
    }

    /** @param under the screen under which the one shown stands, where its address does not say it; empty where it does */
    public List<Group> menu(@Nullable String under) {
        var made = menu;
        if (made == null) {
            made = made(under == null || under.isEmpty() ? visit.getPlace() : under);
            menu = made;
        }
        return made;
    }

    private List<Group> made(String shown) {
        var actor = actors.get();
        var groups = new LinkedHashMap<String, List<Item>>();
        var current = screens.all().stream()
                .map(Screens.Entry::path)
                .filter(path -> shown.equals(path) || shown.startsWith(path + "/"))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .orElse("");
        for (var entry : screens.all()) {
            if (actor.maySomewhere(entry.permission())) {
                groups.computeIfAbsent(entry.task(), unused -> new ArrayList<>())
                        .add(new Item(
                                visit.text(entry.name()),
                                visit.url(entry.path()),
                                entry.path().equals(current)));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey().isEmpty() ? "" : visit.text(group.getKey()), List.copyOf(group.getValue())))
                .toList();
    }
}
