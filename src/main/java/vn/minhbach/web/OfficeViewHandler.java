package vn.minhbach.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletRequest;

/** Gives the forms and redirects of the back office the addresses that are {@link Doors}, instead of the names of view files. */
public class OfficeViewHandler extends ViewHandlerWrapper {

    private static final String ENDING = ".xhtml";
    private static final String HOME = "/index";

    public OfficeViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        var external = context.getExternalContext();
        var address = Address.of((ServletRequest) external.getRequest());
        var path = viewId.endsWith(ENDING) ? viewId.substring(0, viewId.length() - ENDING.length()) : viewId;
        if (path.endsWith(HOME)) {
            path = path.substring(0, path.length() - HOME.length());
        }
        return external.getRequestContextPath() + Address.prefixed(address == null ? "vi" : address.language(), path);
    }
}
