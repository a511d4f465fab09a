package vn.minhbach.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's own address, as administrators write it. */
class PortalUrlTest {

    @Test
    void knowsWhatLiesWithin() {
        var url = new PortalUrl("https://example.gov.vn");

        assertThat(url.own("https://example.gov.vn")).contains("/");
        assertThat(url.own("https://example.gov.vn/tin-tuc?trang=2")).contains("/tin-tuc?trang=2");
        assertThat(url.own("/tin-tuc")).contains("/tin-tuc");
        for (var elsewhere : List.of(
                "https://example.gov.vn.khac.vn/",
                "//khac.vn/a",
                "/\\khac.vn",
                "https://example.gov.vn//khac.vn",
                "tin-tuc",
                "")) {
            assertThat(url.own(elsewhere)).as(elsewhere).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.gov.vn, https://example.gov.vn",
        "https://example.gov.vn/, https://example.gov.vn",
        "https://example.gov.vn//, https://example.gov.vn",
        "' https://example.gov.vn ', https://example.gov.vn",
        "HTTPS://Example.GOV.vn:443/, https://example.gov.vn",
        "http://example.gov.vn:80, http://example.gov.vn",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:18104/, http://127.0.0.1:18104",
        "http://[::1]:8080, http://[::1]:8080",
        "https://anhải.vn/, https://xn--anhi-ir5a.vn"
    })
    void isAnOriginInOneSpelling(String given, String origin) {
        var url = new PortalUrl(given);

        assertThat(url.origin()).isEqualTo(origin);
        assertThat(url.absolute("/tin-tuc")).isEqualTo(origin + "/tin-tuc");
        assertThat(url.absolute("https://khac.vn/a")).isEqualTo("https://khac.vn/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "example.gov.vn",
                "//example.gov.vn",
                "ftp://example.gov.vn",
                "javascript:alert(1)",
                "https://",
                "https:///tin-tuc",
                "https://example.gov.vn/cong",
                "https://example.gov.vn?x=1",
                "https://example.gov.vn/#dau",
                "https://ai@example.gov.vn",
                "https://exa mple.gov.vn",
                "https://example.gov.vn:99999",
                "https\\://example.gov.vn"
            })
    void whatIsNoOriginIsRefusedWithAReason(String given) {
        assertThatThrownBy(() -> new PortalUrl(given))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("portal.url")
                .hasMessageContaining("\"" + given + "\"");
    }

    @Test
    void knowsItsHost() {
        assertThat(new PortalUrl("https://Example.gov.vn:8443/").host()).isEqualTo("example.gov.vn");
    }

    /** Two places that read a setting soon read it differently. */
    @Test
    void nobodyElseReadsTheSetting() {
        var portal = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.minhbach");
        var readers = portal.stream()
                .flatMap(each -> each.getFields().stream())
                .filter(field -> field.tryGetAnnotationOfType(ConfigProperty.class)
                        .filter(setting -> setting.name().equals("portal.url"))
                        .isPresent())
                .map(field -> field.getOwner().getSimpleName())
                .toList();

        assertThat(readers).isEqualTo(List.of("PortalUrl"));
        // The other way to a setting, which this test could not follow.
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ConfigProvider.class)
                .check(portal);
    }
}
