package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.Visit;

/** Lays the sign-in form out for whichever way in has to show it. */
@ApplicationScoped
class SignInForm {

    @Inject
    OidcSettings oidc;

    @Inject
    Visit visit;

    /** @param name what was typed before */
    SignInPage page(String name, SignInPage.@Nullable Problem problem) {
        return new SignInPage(
                name,
                visit.url(Next.after(SignInServlet.PATH, visit)),
                visit.url(Next.after(PasskeyServlet.PATH, visit)),
                oidc.isOn() ? visit.url(Next.after(OidcServlet.PATH, visit)) : "",
                oidc.getName(),
                problem);
    }
}
