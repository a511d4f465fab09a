package vn.minhbach.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.Text;

/** What the pages in English call the fields of government. */
class FieldNameTest {

    private static final Path NAMES = Path.of("src/main/resources/vn/minhbach/procedure/fields_en.txt");

    @Test
    void aKnownFieldHasAnEnglishNameAndAnyOtherKeepsItsOwn() {
        assertThat(FieldName.english("Hộ tịch")).isEqualTo("Civil status");
        assertThat(FieldName.english("Nghề chưa ai biết")).isEqualTo("Nghề chưa ai biết");
        assertThat(FieldName.english("")).isEmpty();
    }

    @Test
    void everyLineIsAFieldAndItsNameInEnglish() throws IOException {
        assertThat(Files.readAllLines(NAMES).stream().filter(line -> !line.startsWith("#")))
                .hasSizeGreaterThan(150)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> {
                    assertThat(line).isEqualTo(Normalizer.normalize(line, Normalizer.Form.NFC));
                    var pair = line.split(" = ", -1);
                    assertThat(pair).as(line).hasSize(2).noneMatch(String::isBlank);
                    assertThat(Text.isVietnamese(pair[1])).as(line).isFalse();
                });
    }

    /** The sample shows a portal as it should be. */
    @Test
    void theFieldsOfTheSampleAllHaveOne() throws IOException {
        var sample = Files.readString(Path.of("src/main/resources/sample/procedures.json"));
        var fields = java.util.regex.Pattern.compile("\"field\": \"([^\"]+)\"")
                .matcher(sample)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(fields)
                .hasSizeGreaterThan(3)
                .allSatisfy(field -> assertThat(FieldName.english(field)).isNotEqualTo(field));
    }

    @Test
    void whoeverTypesItMeansTheFieldInEitherLanguage() {
        assertThat(FieldName.isMeant("Thư viện", "thu vien")).isTrue();
        assertThat(FieldName.isMeant("Thư viện", "libraries")).isTrue();
        assertThat(FieldName.isMeant("Thư viện", "thu")).isFalse();
    }
}
