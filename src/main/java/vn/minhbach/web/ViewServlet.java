package vn.minhbach.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows views, of pages and of the back office, with or without {@code /en} in front. It takes whatever no other servlet takes; which
 * addresses those are stands at the beans ({@link Door}).
 */
@WebServlet("/")
public class ViewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** How Faces names a view that it holds in the session. */
    private static final Pattern STATE = Pattern.compile("-?\\d{1,20}:-?\\d{1,20}");

    @Inject
    @Any
    transient Instance<PublicPage> pages;

    @Inject
    transient Views views;

    @Inject
    transient Visit visit;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var address = Address.of(request);
        if (address == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var door = address.door();
        switch (door.kind()) {
            case PAGE -> {
                var page = pages.select(NamedLiteral.of(door.view())).get();
                page.load();
                if (page instanceof PublicForm form) {
                    // The form of one sender is nobody else's, and what was typed is kept nowhere.
                    response.setHeader("Cache-Control", "private, no-cache");
                    if (isSent(request)) {
                        var typed = typed(request, form);
                        if (typed == null) {
                            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                            return;
                        }
                        if (led(form.take(typed), response)) {
                            return;
                        }
                    }
                }
                if (page.status() != HttpServletResponse.SC_OK) {
                    response.setStatus(page.status());
                    response.setHeader("Cache-Control", "no-store");
                }
                views.show(door.view(), Map.of("page", page), response);
            }
            case DESK -> {
                var state = request.getParameter("jakarta.faces.ViewState");
                if (state != null && !STATE.matcher(state).matches()) {
                    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                    return;
                }
                request.getRequestDispatcher(OfficeViewHandler.view(address.path()))
                        .forward(request, response);
            }
            // The server has no servlet for what a servlet declared.
            case SERVLET -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isSent(HttpServletRequest request) {
        return "POST".equals(request.getMethod());
    }

    /** Null if what was sent is no form that the page has. */
    private static @Nullable TypedForm typed(HttpServletRequest request, PublicForm form) throws IOException {
        if (!MultipartForm.isSent(request)) {
            return TypedForm.of(request);
        }
        try {
            return form instanceof FilesForm files ? MultipartForm.read(request, files) : null;
        } catch (MultipartForm.MalformedException e) {
            return null;
        }
    }

    private boolean led(@Nullable String place, HttpServletResponse response) {
        if (place == null) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", visit.url(place));
        return true;
    }
}
