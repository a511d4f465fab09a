package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.search.SearchSource;
import vn.minhbach.web.ContentKind;

/** What can be found on the portal is also told to search engines: no feature has the one without the other. */
class ContentKindTest {

    private final java.util.Set<JavaClass> portal = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                    .filter(each -> !each.isInterface() && !each.isEnum())
                    .collect(Collectors.toSet());

    @Test
    void everyFeatureThatCanBeFoundIsInTheSitemap() {
        assertThat(packagesOf(SearchSource.class)).isNotEmpty().isEqualTo(packagesOf(ContentKind.class));
    }

    @Test
    void everyKindIsABean() {
        assertThat(portal.stream().filter(each -> each.isAssignableTo(ContentKind.class)))
                .allMatch(each -> each.isAnnotatedWith(ApplicationScoped.class));
    }

    private TreeSet<String> packagesOf(Class<?> type) {
        return portal.stream()
                .filter(each -> each.isAssignableTo(type))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
