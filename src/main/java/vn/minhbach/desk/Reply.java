package vn.minhbach.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.Visit;

/**
 * How a screen answers when a button was pressed. What a rule forbids is told at the field that is to blame, and the form stays as
 * it was typed; what was done is told after a redirect.
 */
@RequestScoped
public class Reply {

    @Inject
    Visit visit;

    @Inject
    Pending pending;

    /**
     * Runs a deed of a service.
     *
     * @return what the deed gives; null if a rule forbids it, which is told then
     * @throws ChangedMeanwhileException if somebody else changed it since it was read; only the screen knows how to show what
     */
    public <T> @Nullable T attempt(Supplier<T> deed) {
        try {
            return Faults.triedAgain(deed);
        } catch (RuleBrokenException e) {
            refuse(visit.text(String.valueOf(e.getMessage()), visit.text(e.gap())), e.field());
        } catch (ConstraintViolationException e) {
            e.getConstraintViolations()
                    .forEach(violation -> refuse(
                            violation.getMessage(), violation.getPropertyPath().toString()));
        }
        return null;
    }

    /** As {@link #attempt}, of a deed that gives nothing; false if it was forbidden. */
    public boolean attempts(Runnable deed) {
        return Boolean.TRUE.equals(attempt(() -> {
            deed.run();
            return true;
        }));
    }

    /**
     * Removes a row.
     *
     * @param place the screen that is shown then
     * @param told the key of what is said there, with a gap for what the row was called; the way back is offered beside it
     * @return what becomes of it, also where there was nothing to remove any more; null if it was forbidden
     */
    public Once.@Nullable Done removes(String place, String told, Supplier<Optional<Removal>> deed) {
        var removal = attempt(deed);
        return removal == null
                ? null
                : new Once.Done(
                        place,
                        removal.map(row ->
                                        Note.good(visit.text(told, row.title())).withUndo(row.entry()))
                                .orElse(Note.info(visit.text("desk.gone"))));
    }

    /**
     * Puts a row back that was removed.
     *
     * @param deed gives what the row is called
     * @return what becomes of it; null if it was forbidden
     */
    public Once.@Nullable Done restores(String place, Supplier<String> deed) {
        var title = attempt(deed);
        return title == null ? null : new Once.Done(place, Note.good(visit.text("desk.undone", title)));
    }

    /**
     * Says why something cannot be done.
     *
     * @param field the id of the component to blame; empty, or one that is not there, for the whole
     */
    public void refuse(String sentence, String field) {
        var faces = FacesContext.getCurrentInstance();
        var component = field.isEmpty() ? null : Fields.find(faces, field);
        if (component instanceof UIInput input) {
            input.setValid(false);
        }
        faces.addMessage(
                component == null ? null : component.getClientId(faces),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
        faces.validationFailed();
    }

    /** Leads to a screen, and tells something there. */
    public void lead(String place, Note note) {
        pending.leave(place, note);
        lead(place);
    }

    /** Leads to a place of the portal, where there is nothing to tell. */
    public void lead(String place) {
        var faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(visit.url(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}
