package vn.minhbach.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The address of a list with its parameters, from which the addresses of its other pages and choices are made. */
public final class PageAddress {

    private final String path;
    private final Map<String, List<String>> parameters;

    private PageAddress(String path, Map<String, List<String>> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    public static PageAddress of(String path) {
        return new PageAddress(path, Map.of());
    }

    /** With this one value of a parameter; an empty value takes the parameter away. */
    public PageAddress with(String name, String value) {
        return with(name, value.isEmpty() ? List.of() : List.of(value));
    }

    public PageAddress with(String name, List<String> values) {
        var changed = new LinkedHashMap<>(parameters);
        if (values.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(values));
        }
        return new PageAddress(path, changed);
    }

    /** With the value added if it is not there, or taken away if it is. */
    public PageAddress toggle(String name, String value) {
        var values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(name, values);
    }

    @Override
    public String toString() {
        var out = new StringBuilder(path);
        parameters.forEach((name, values) ->
                values.forEach(value -> out.append(out.length() == path.length() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(Visit.encode(value))));
        return out.toString();
    }
}
