package vn.minhbach.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.Faults;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Time;

/**
 * Keeps what is typed into a form while it is typed; {@code desk.js} sends it every few seconds to the address that the form names. Each feature has
 * one that knows where its own is kept, and a door with its own right. Answers with the moment at which it was kept; of what was not, the status says why:
 *
 * <ul>
 *   <li>403: the session has ended, or the right is gone;
 *   <li>404: what it belongs to is not there, or not for them;
 *   <li>409: the form is overtaken by what was done since, so this would bring back what is over;
 *   <li>413: it is more than is kept: too long, or too much is begun.
 * </ul>
 */
public abstract class KeepTypedServlet extends HttpServlet {

    private static final String KEY = "key";
    private static final String BASE = "base";
    private static final long serialVersionUID = 1L;

    /**
     * What stands in the form.
     *
     * @param key what it belongs to, as the form calls it
     * @param base the version that the form began with; 0 for none
     * @param fields what is typed, by the names of the fields, in their order
     */
    protected record Typed(String key, int base, Map<String, String> fields) {

        static Typed of(HttpServletRequest request) {
            var fields = new LinkedHashMap<String, String>();
            Collections.list(request.getParameterNames())
                    .forEach(name -> fields.put(name, Objects.requireNonNullElse(request.getParameter(name), "")));
            var key = Objects.requireNonNullElse(fields.remove(KEY), "");
            var base = Objects.requireNonNullElse(fields.remove(BASE), "");
            return new Typed(key, base.matches("\\d{1,9}") ? Integer.parseInt(base) : 0, fields);
        }

        /** What is typed into a field; empty if the form has no such field. */
        public String get(String field) {
            return fields.getOrDefault(field, "");
        }

        /** The key as the number of something; 0 for what is none. */
        public long number() {
            return key.matches("\\d{1,18}") ? Long.parseLong(key) : 0;
        }

        /** Who prints a record prints nothing that somebody wrote. */
        @Override
        public String toString() {
            return "Typed " + base;
        }
    }

    /**
     * Keeps it.
     *
     * @return when it was kept
     * @throws TooMuchTypedException if it is more than is kept
     * @throws RuleBrokenException if it is overtaken
     * @throws NotFoundException if what it belongs to is not there
     */
    protected abstract Instant keep(Typed typed);

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var typed = Typed.of(request);
            // A page that is left sends once more while the last is still under way.
            var at = Faults.triedAgain(() -> keep(typed));
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print(Time.minute(at));
        } catch (TooMuchTypedException e) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (RuleBrokenException | ChangedMeanwhileException e) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        } catch (NotFoundException e) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
