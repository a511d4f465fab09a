package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.desk.HistoryEntry;
import vn.minhbach.procedure.Channel;
import vn.minhbach.procedure.GovernmentLevel;
import vn.minhbach.procedure.ProcedureStatus;
import vn.minhbach.procedure.ServiceLevel;
import vn.minhbach.quality.Fault;
import vn.minhbach.search.IndexState;
import vn.minhbach.search.SearchSource;
import vn.minhbach.search.Synonyms;
import vn.minhbach.unit.UnitKind;

/** The two languages say the same, and everything that is said anywhere has words. */
class MessagesTest {

    private static final String VIETNAMESE = "messages.properties";
    private static final String ENGLISH = "messages_en.properties";

    /** A whole key; one that goes on behind the quote is put together in the view. */
    private static final Pattern IN_VIEWS =
            Pattern.compile("(?:msg\\['|\\bf\\.(?:text|said)\\(\")([^'\"]+)['\"](\\s*\\+=?)?");

    private static final Pattern IN_CODE = Pattern.compile("\\bvisit\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

    /** A key that begins like a type's name and goes on behind the quote: "ServiceLevel." + level. */
    private static final Pattern OF_CONSTANTS = Pattern.compile(
            "[\"'](\\p{Lu}\\w*(?:\\.\\p{Lu}\\w*)*)\\.[\"']\\s*\\+=?[^;<]*?(?:\\+=?\\s*[\"'](\\.\\w+)[\"'])?\\s*[)\\]]");

    /** The back office's views compare by name: {@code index.condition eq 'READY'}; the name must be one. */
    private static final Pattern COMPARED = Pattern.compile("([\\w.]+)\\s+(?:eq|ne|==|!=)\\s+'([A-Z][A-Z_0-9]*)'");

    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeysInTheSameOrder() throws IOException {
        assertThat(keys(VIETNAMESE)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(keys(ENGLISH)).containsExactlyElementsOf(keys(VIETNAMESE));
    }

    @Test
    void bothLanguagesLeaveTheSameGaps() throws IOException {
        var english = values(ENGLISH);

        assertThat(values(VIETNAMESE))
                .allSatisfy((key, sentence) -> assertThat(gaps(sentence))
                        .as(key)
                        .isEqualTo(gaps(Objects.requireNonNull(english.get(key), key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {VIETNAMESE, ENGLISH})
    void sentencesAreWellMade(String file) throws IOException {
        assertThat(read(file).lines().filter(line -> !line.startsWith("#")))
                .allSatisfy(line -> assertThat(line).doesNotContain("\\u", "\t", "\uFEFF"));
        assertThat(values(file)).allSatisfy((key, sentence) -> {
            assertThat(sentence)
                    .as(key)
                    .isNotBlank()
                    .isEqualTo(sentence.strip())
                    .doesNotContain("<", "TODO");
            assertThat(sentence).as(key).isEqualTo(Normalizer.normalize(sentence, Normalizer.Form.NFC));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {VIETNAMESE, ENGLISH})
    void aSentenceWithGapsCanBeFilled(String file) throws IOException {
        assertThat(values(file)).allSatisfy((key, sentence) -> {
            if (!gaps(sentence).isEmpty()) {
                assertThat(sentence).as(key).doesNotContain("'");
                assertThat(new MessageFormat(sentence).format(new Object[] {"X", "X", "X", "X"}))
                        .as(key)
                        .isEqualTo(GAP.matcher(sentence).replaceAll("X"));
            }
        });
    }

    @Test
    void theFileThatKeepsTheServersLanguageOutIsEmpty() throws IOException {
        assertThat(values("messages_vi.properties")).isEmpty();
        assertThat(read("messages_vi.properties")).startsWith("#");
    }

    @Test
    void everyKeyOfAViewExists() throws IOException {
        var used = new TreeSet<String>();
        for (var file : files("src/main/webapp", "src/main/jte", "webapp-themes")) {
            var matcher = IN_VIEWS.matcher(Files.readString(file));
            while (matcher.find()) {
                if (matcher.group(2) == null) {
                    used.add(matcher.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(keys(VIETNAMESE)).containsAll(used);
    }

    @Test
    void everyKeyInTheCodeExists() throws IOException {
        var used = new TreeSet<String>();
        for (var file : files("src/main/java")) {
            IN_CODE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
        }

        assertThat(used).isNotEmpty();
        assertThat(keys(VIETNAMESE)).containsAll(used);
    }

    static Stream<List<? extends Enum<?>>> constants() {
        return Stream.of(
                List.of(Channel.values()),
                List.of(GovernmentLevel.values()),
                List.of(ProcedureStatus.values()),
                List.of(ServiceLevel.values()),
                List.of(UnitKind.values()));
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantHasItsName(List<? extends Enum<?>> constants) throws IOException {
        assertThat(keys(VIETNAMESE))
                .containsAll(constants.stream()
                        .map(each -> each.getDeclaringClass().getSimpleName() + "." + each.name())
                        .toList());
    }

    @Test
    void someConstantsHaveMoreToSay() throws IOException {
        var keys = keys(VIETNAMESE);

        for (var level : ServiceLevel.values()) {
            assertThat(keys).contains("ServiceLevel." + level + ".text");
        }
        for (var fault : Fault.values()) {
            assertThat(keys).contains("Fault." + fault, "Fault." + fault + ".text", "Group." + fault.group());
        }
        for (var kind : UnitKind.values()) {
            assertThat(keys).contains("UnitKind." + kind + ".group");
        }
        for (var kind : Synonyms.Kind.values()) {
            assertThat(keys).contains("Synonyms.Kind." + kind);
        }
        for (var deed : HistoryEntry.Deed.values()) {
            assertThat(keys).contains("HistoryEntry.Deed." + deed);
        }
        for (var condition : IndexState.Condition.values()) {
            assertThat(keys).contains("IndexState.Condition." + condition);
        }
    }

    @Test
    void keysMadeOfConstantsNameATypeWhoseConstantsAllHaveWords() throws IOException {
        var enums = enums();
        var wanted = new TreeSet<String>();
        for (var file : files("src/main/java", "src/main/webapp", "src/main/jte", "webapp-themes")) {
            OF_CONSTANTS.matcher(Files.readString(file)).results().forEach(found -> {
                var type = enums.get(found.group(1));
                assertThat(type).as("%s in %s", found.group(), file).isNotNull();
                for (var constant : Objects.requireNonNull(type).getEnumConstants()) {
                    wanted.add(found.group(1) + "." + ((Enum<?>) constant).name()
                            + Objects.requireNonNullElse(found.group(2), ""));
                }
            });
        }

        assertThat(wanted).contains("IndexState.Condition.READY", "UnitKind.DEPARTMENT.group");
        assertThat(keys(VIETNAMESE)).containsAll(wanted);
    }

    @Test
    void whatAViewOfTheBackOfficeComparesWithIsAConstant() throws IOException {
        var constants = enums().values().stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
        var compared = new TreeSet<String>();
        for (var file : files("src/main/webapp", "webapp-themes")) {
            COMPARED.matcher(Files.readString(file)).results().forEach(found -> compared.add(found.group(2)));
        }

        assertThat(constants).containsAll(compared);
    }

    @Test
    void everyFacetOfTheSearchHasItsName() throws IOException {
        var sources = ServiceLoader.load(SearchSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        var facets = sources.stream().flatMap(source -> source.facets().values().stream());

        assertThat(keys(VIETNAMESE))
                .containsAll(facets.map(facet -> "search.facet." + facet).toList());
        assertThat(sources).isNotEmpty();
        for (var source : sources) {
            assertThat(keys(VIETNAMESE))
                    .contains("search.kind." + source.kind(), "search.suggest.kind." + source.kind());
        }
    }

    /** The portal's own, by their names within their package. */
    private static Map<String, Class<?>> enums() {
        var enums = new TreeMap<String, Class<?>>();
        for (var type : new ClassFileImporter().importPackages("vn.minhbach")) {
            if (type.isEnum()) {
                enums.put(type.getName().replaceFirst("^.*\\.", "").replace('$', '.'), type.reflect());
            }
        }
        return enums;
    }

    private static List<String> keys(String file) throws IOException {
        var keys = new ArrayList<String>();
        read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> keys.add(line.split("\\s*=", 2)[0]));
        return keys;
    }

    private static Map<String, String> values(String file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(read(file)));
        var values = new TreeMap<String, String>();
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        return values;
    }

    private static Set<String> gaps(String sentence) {
        var gaps = new TreeSet<String>();
        GAP.matcher(sentence).results().forEach(match -> gaps.add(match.group()));
        return gaps;
    }

    private static String read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(String... folders) throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(xhtml|jte|java)"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
