package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.servlet.http.HttpServletRequest;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.Visit;

/** Backs {@code /dang-nhap}, which the server shows to whoever wants into the back office and has not signed in yet. */
@Named("dang-nhap")
@RequestScoped
public class SignInPage implements PublicPage {

    @Inject
    Visit visit;

    @Inject
    HttpServletRequest request;

    @Override
    public void load() {
        // The address says it all.
    }

    /** Whether name or password was wrong. */
    public boolean isFailed() {
        return visit.getPath().endsWith("?loi=1");
    }

    /** Where to go when the page was opened by itself: into the back office, from where the server asks to sign in. */
    public String getNext() {
        return visit.url("/quan-tri");
    }

    /** Whether the server put the page before what somebody asked for; only then is there somewhere to go on to. */
    public boolean isSentHere() {
        // The injected request is the one that the browser sent, not the one that was forwarded here.
        return isFailed() || !request.getRequestURI().endsWith("/dang-nhap");
    }

    /** How staff sign in. */
    @ApplicationScoped
    @FormAuthenticationMechanismDefinition(
            loginToContinue =
                    @LoginToContinue(
                            loginPage = "/dang-nhap",
                            errorPage = "/dang-nhap?loi=1",
                            useForwardToLogin = true))
    public static class Mechanism {}
}
