package vn.minhbach.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/**
 * Which row's button was pressed. The button carries the row's own number and not its place in the table: where a list has moved
 * meanwhile, nobody removes their neighbour's row.
 */
@Named
@RequestScoped
public class Pressed {

    private static final String NUMBER = "\\d{1,18}";
    private static final String WORD = "[A-Za-z0-9:]{1,60}";

    /** The number that the button of the running action carries; 0 if it carries none. */
    public long id() {
        var given = given();
        return given.matches(NUMBER) ? Long.parseLong(given) : 0;
    }

    /** The word that the button of the running action carries, as "ways:up:2"; empty if it carries none. */
    public String word() {
        var given = given();
        return given.matches(WORD) ? given : "";
    }

    private static String given() {
        var faces = FacesContext.getCurrentInstance();
        var button = UIComponent.getCurrentComponent(faces);
        var given = button == null
                ? null
                : faces.getExternalContext().getRequestParameterMap().get(button.getClientId(faces));
        return given == null ? "" : given;
    }
}
