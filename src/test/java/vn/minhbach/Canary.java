package vn.minhbach;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Content of which every field holds a word that stands nowhere else. If any of them is seen where only published versions may be
 * seen, a draft shows through. The fields are those that the record has, so a new one cannot be forgotten.
 */
public final class Canary {

    private static final String WORD = "hoangyen";

    private Canary() {}

    /** The word that a field holds, and that no other holds. */
    public static String word(String field) {
        return WORD + field.toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * Content that nobody may see.
     *
     * @param references what the fields that are no words hold, by name
     */
    public static <T extends Record> T of(Class<T> type, Map<String, Object> references) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> value(component, references))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Map<String, Object> references) {
        var name = component.getName();
        if (references.containsKey(name)) {
            return references.get(name);
        }
        if (component.getType() == String.class) {
            return word(name);
        }
        if (isWords(component.getGenericType())) {
            return List.of(word(name));
        }
        throw new AssertionError("Say what the canary's field is to hold: " + name);
    }

    private static boolean isWords(Type type) {
        return type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == String.class;
    }

    /** The fields whose word is in a text. */
    public static List<String> seenIn(String text, Class<? extends Record> type) {
        var folded = text.toLowerCase(java.util.Locale.ROOT);
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> folded.contains(word(name)))
                .toList();
    }
}
