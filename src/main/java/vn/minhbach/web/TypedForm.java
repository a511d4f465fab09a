package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.shared.Text;

/** What was typed into a public form, cleaned as everything that comes in: composed, without what cannot be seen. */
public final class TypedForm {

    private final Values values;

    /** The names of the fields of which only the beginning was read. */
    private final Set<String> cut;

    private interface Values {
        @Nullable
        String of(String name);
    }

    private TypedForm(Values values, Set<String> cut) {
        this.values = values;
        this.cut = cut;
    }

    static TypedForm of(HttpServletRequest request) {
        return new TypedForm(request::getParameter, Set.of());
    }

    /** Without a request, for tests. */
    public static TypedForm of(Map<String, String> values) {
        return of(values, Set.of());
    }

    /** The same, with fields of which only the beginning was read. Both may still grow while the form comes in. */
    public static TypedForm of(Map<String, String> values, Set<String> cut) {
        return new TypedForm(values::get, cut);
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

    /** Whether more was typed than any field of the portal takes: what is here is its beginning. */
    public boolean isTooLong(String name) {
        return cut.contains(name);
    }

    /** Whether a box was ticked or a button of this name was pressed. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }
}
