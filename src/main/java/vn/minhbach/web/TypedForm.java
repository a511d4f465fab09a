package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** What was typed into a public form, cleaned as everything that comes in: composed, without what cannot be seen. */
public final class TypedForm {

    private final Values values;

    private interface Values {
        @Nullable
        String of(String name);
    }

    private TypedForm(Values values) {
        this.values = values;
    }

    static TypedForm of(HttpServletRequest request) {
        return new TypedForm(request::getParameter);
    }

    /** Without a request, for tests. */
    public static TypedForm of(Map<String, String> values) {
        return new TypedForm(values::get);
    }

    /** As it stands in the field, line breaks as {@code \n}; empty if nothing was sent. */
    public String get(String name) {
        return Text.clean(Objects.requireNonNullElse(values.of(name), "")
                .replace("\r\n", "\n")
                .replace('\r', '\n'));
    }

    /** On one line. */
    public String line(String name) {
        return Text.line(get(name));
    }

    /** Whether a box was ticked or a button of this name was pressed. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }
}
