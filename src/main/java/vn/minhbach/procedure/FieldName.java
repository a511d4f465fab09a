package vn.minhbach.procedure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.minhbach.shared.Text;
import vn.minhbach.web.Visit;

/**
 * What a field of government (lĩnh vực) is called on the pages in English, after {@code fields_en.txt}. In addresses and in the index
 * it keeps its Vietnamese name; so does everywhere one that the file does not have.
 */
final class FieldName {

    private static final Map<String, String> ENGLISH = read();

    private FieldName() {}

    static String of(String field, Visit visit) {
        return visit.getLanguage().equals("en") ? english(field) : field;
    }

    static String english(String field) {
        return ENGLISH.getOrDefault(field, field);
    }

    /** @param folded what somebody typed, without marks and capitals, in either language */
    static boolean isMeant(String field, String folded) {
        return folded.equals(Text.fold(field)) || folded.equals(Text.fold(english(field)));
    }

    private static Map<String, String> read() {
        try (var in = Objects.requireNonNull(FieldName.class.getResourceAsStream("fields_en.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
