package vn.minhbach.procedure;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The fields of one record of an import file, as they stand there.
 *
 * @param parts by the name of the field: {@code methods}, {@code documents}
 */
public record SourceText(Map<String, String> parts) {

    static final SourceText NONE = new SourceText(Map.of());

    public SourceText {
        parts = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(parts, Map.of())));
    }

    /** A field; empty if the record has it not. */
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }
}
