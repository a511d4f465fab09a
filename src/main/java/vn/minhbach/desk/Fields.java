package vn.minhbach.desk;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the fields of a form and what is wrong with them; in views, as {@code portal:clientId} and {@code portal:problem}. */
public final class Fields {

    private Fields() {}

    /**
     * The component with an id: in the form that was sent, or else anywhere in the view. Two forms of a view may each have a field of
     * the same name.
     */
    static @Nullable UIComponent find(FacesContext faces, String id) {
        @Nullable UIComponent[] found = new UIComponent[1];
        var context = VisitContext.createVisitContext(
                faces, null, EnumSet.of(jakarta.faces.component.visit.VisitHint.SKIP_ITERATION));
        faces.getViewRoot().visitTree(context, (visit, component) -> {
            if (!id.equals(component.getId())) {
                return VisitResult.ACCEPT;
            }
            var sent = component instanceof UIInput input && input.getSubmittedValue() != null || inSentForm(component);
            if (found[0] == null || sent) {
                found[0] = component;
            }
            return sent ? VisitResult.COMPLETE : VisitResult.ACCEPT;
        });
        return found[0];
    }

    private static boolean inSentForm(UIComponent component) {
        for (@Nullable UIComponent at = component; at != null; at = at.getParent()) {
            if (at instanceof jakarta.faces.component.UIForm form) {
                return form.isSubmitted();
            }
        }
        return false;
    }

    /** The id in the page of the component with an id, beside the one being rendered. */
    public static String clientId(String id) {
        var faces = FacesContext.getCurrentInstance();
        var component = beside(faces, id);
        return component == null ? id : component.getClientId(faces);
    }

    /** What is wrong with a field, beside the component being rendered; empty if nothing is. */
    public static String problem(String id) {
        var faces = FacesContext.getCurrentInstance();
        var component = beside(faces, id);
        if (component == null) {
            return "";
        }
        Iterator<FacesMessage> messages = faces.getMessages(component.getClientId(faces));
        return messages.hasNext() ? text(messages.next()) : "";
    }

    /** What a reader is told beside a field's label: its help, and what is wrong with it. */
    public static String describedBy(String id, boolean help) {
        var field = clientId(id);
        return Stream.of(help ? field + "-help" : "", problem(id).isEmpty() ? "" : field + "-problem")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static String text(FacesMessage message) {
        var detail = message.getDetail();
        return detail == null || detail.isEmpty() ? message.getSummary() : detail;
    }

    private static @Nullable UIComponent beside(FacesContext faces, String id) {
        var current = UIComponent.getCurrentComponent(faces);
        return current == null ? null : current.findComponent(id);
    }
}
