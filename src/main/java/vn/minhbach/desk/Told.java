package vn.minhbach.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Visit;

/** What stands above a screen: what was done, with the way back, or a list of what must be put right, each leading to its field. */
@Named
@RequestScoped
public class Told {

    @Inject
    Pending pending;

    @Inject
    Visit visit;

    private @Nullable List<Note> notes;

    /**
     * Something to be put right.
     *
     * @param label of the field; empty if it concerns the whole
     * @param target the id of the field in the page; empty likewise
     */
    public record Problem(String label, String text, String target) {}

    public List<Note> getNotes() {
        var taken = notes;
        if (taken == null) {
            taken = List.copyOf(pending.take(visit.getPath()));
            notes = taken;
        }
        return taken;
    }

    public List<Problem> getProblems() {
        var faces = FacesContext.getCurrentInstance();
        var problems = new ArrayList<Problem>();
        var owners = faces.getClientIdsWithMessages();
        while (owners.hasNext()) {
            var owner = owners.next();
            var messages = faces.getMessages(owner);
            var label = owner == null ? "" : label(faces.getViewRoot(), owner);
            while (messages.hasNext()) {
                problems.add(new Problem(
                        label,
                        Fields.text(messages.next()),
                        label.isEmpty() ? "" : Objects.requireNonNullElse(owner, "")));
            }
        }
        return problems;
    }

    private static String label(UIViewRoot view, String owner) {
        var component = view.findComponent(":" + owner);
        var label = component == null ? null : component.getAttributes().get("label");
        return label == null ? "" : label.toString();
    }
}
