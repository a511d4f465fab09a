package vn.minhbach.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gives the forms of the back office the addresses that are {@link Doors}, instead of the names of view files. A form goes to the
 * very address at which it is shown, its query included: so a filter outlives every deed, and whoever must sign in again comes
 * back to where they were.
 *
 * <p>The files lie where no address reaches. As a folder of the application {@code /quan-tri} would be answered by the server itself,
 * which leads to {@code /quan-tri/} whatever stands there.
 */
public class OfficeViewHandler extends ViewHandlerWrapper {

    private static final String FOLDER = "/WEB-INF";
    private static final String ENDING = ".xhtml";

    /** The home of the back office; its view lies in the folder named as its address. */
    private static final String HOME = "/quan-tri";

    private static final String INDEX = "/index";

    /** Under which PrimeFaces keeps the nonce of a view, and sends it. */
    private static final String NONCE = "primefaces.nonce";

    public OfficeViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    /** The file of the view at an address. */
    static String view(String path) {
        return FOLDER + (path.equals(HOME) ? HOME + INDEX : path) + ENDING;
    }

    /**
     * The language stands in the address ({@link Visit}). Faces would take the browser's until the view says otherwise, and a bean
     * that loads before that would write figures for a browser that speaks English, on a Vietnamese page.
     */
    @Override
    public Locale calculateLocale(FacesContext context) {
        var address = Address.of((ServletRequest) context.getExternalContext().getRequest());
        return Words.of(address == null ? "vi" : address.language()).locale();
    }

    /**
     * A view whose form came back without PrimeFaces' nonce gets a new one. Its scripts write it into the forms; a screen without any
     * component of theirs, or one whose button was pressed before they had run, would be refused when it shows itself again.
     */
    @Override
    public @Nullable UIViewRoot restoreView(FacesContext context, String viewId) {
        var view = super.restoreView(context, viewId);
        var kept = view == null ? null : view.getViewMap(false);
        if (kept != null
                && !context.getExternalContext().getRequestParameterMap().containsKey(NONCE)) {
            kept.remove(NONCE);
        }
        return view;
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        var external = context.getExternalContext();
        var address = Address.of((ServletRequest) external.getRequest());
        if (address != null && viewId.equals(view(address.path()))) {
            return external.getRequestContextPath() + address.written();
        }
        var path = viewId.substring(
                viewId.startsWith(FOLDER) ? FOLDER.length() : 0,
                viewId.endsWith(ENDING) ? viewId.length() - ENDING.length() : viewId.length());
        var place = path.equals(HOME + INDEX) ? HOME : path;
        return external.getRequestContextPath() + Address.prefixed(address == null ? "vi" : address.language(), place);
    }
}
