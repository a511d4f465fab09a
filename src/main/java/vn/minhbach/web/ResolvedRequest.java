package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/**
 * The request as it goes on behind the door: its query is the resolved one, so that nobody behind reads another; fields of a form
 * are cleaned (composed letters, no control characters), so that no service meets what the database would refuse.
 */
final class ResolvedRequest extends HttpServletRequestWrapper {

    private final Address address;
    private @Nullable Map<String, String[]> parameters;

    ResolvedRequest(HttpServletRequest request, Address address) {
        super(request);
        this.address = address;
    }

    @Override
    public @Nullable String getQueryString() {
        var query = address.parameters().query();
        return query.isEmpty() ? null : query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        @Nullable String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var known = parameters;
        if (known == null) {
            var all = new LinkedHashMap<String, String[]>();
            if (!"GET".equals(getMethod()) && !"HEAD".equals(getMethod())) {
                super.getParameterMap().forEach((name, values) -> all.put(name, cleaned(values)));
            }
            // Declared parameters come from the address, also where the body names them.
            address.door().parameters().forEach(name -> {
                var values = address.parameters().all(name);
                if (!values.isEmpty()) {
                    all.put(name, values.toArray(String[]::new));
                }
            });
            known = Collections.unmodifiableMap(all);
            parameters = known;
        }
        return known;
    }

    private static String[] cleaned(String[] values) {
        var cleaned = new String[values.length];
        for (var i = 0; i < values.length; i++) {
            cleaned[i] = Text.clean(values[i]);
        }
        return cleaned;
    }
}
