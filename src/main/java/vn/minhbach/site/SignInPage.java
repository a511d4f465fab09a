package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import vn.minhbach.shared.Visit;

/** Backs {@code /dang-nhap}, which the server shows to whoever wants into the back office and has not signed in yet. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    Visit visit;

    @Inject
    HttpServletRequest request;

    /** Whether name or password was wrong. */
    public boolean isFailed() {
        return "1".equals(request.getParameter("loi"));
    }

    /** Where to go when the page was opened by itself: into the back office, from where the server asks to sign in. */
    public String getNext() {
        return visit.url("/quan-tri");
    }

    /** Whether the server put the page before what somebody asked for; only then is there somewhere to go on to. */
    public boolean isSentHere() {
        var attributes = FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
        var asked = attributes.get(RequestDispatcher.FORWARD_REQUEST_URI);
        return isFailed() || asked != null && !asked.toString().endsWith("/dang-nhap");
    }

    /** How staff sign in. */
    @ApplicationScoped
    @FormAuthenticationMechanismDefinition(
            loginToContinue =
                    @LoginToContinue(
                            loginPage = "/dang-nhap.xhtml",
                            errorPage = "/dang-nhap.xhtml?loi=1",
                            useForwardToLogin = true))
    public static class Mechanism {}
}
