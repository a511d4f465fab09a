package vn.minhbach.shared;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** JSON as the portal keeps and shows it: keys in alphabetical order, so that equal values have equal texts. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig());

    private Json() {}

    public static String write(Object value) {
        return JSONB.toJson(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return JSONB.fromJson(json, type);
    }
}
