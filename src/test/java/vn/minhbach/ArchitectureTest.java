package vn.minhbach;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules by which a newcomer finds his way: who may use whom, and who may do what. */
class ArchitectureTest {

    private static final String PORTAL = "vn.minhbach";

    private static JavaClasses portal;

    @BeforeAll
    static void read() {
        portal = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(PORTAL);
    }

    @Test
    void everyPackageIsLookedAt() {
        assertThat(portal.stream().map(each -> each.getPackageName().replaceFirst("vn\\.minhbach\\.?", "")))
                .contains(
                        "article",
                        "procedure",
                        "unit",
                        "search",
                        "searchdesk",
                        "change",
                        "account",
                        "attachment",
                        "editorial",
                        "shared",
                        "site",
                        "run");
    }

    @Test
    void dependenciesPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("frame")
                .definedBy("vn.minhbach.site..")
                .layer("features")
                .definedBy("vn.minhbach.article..", "vn.minhbach.procedure..", "vn.minhbach.unit..")
                .layer("services")
                .definedBy(
                        "vn.minhbach.change..",
                        "vn.minhbach.account..",
                        "vn.minhbach.attachment..",
                        "vn.minhbach.editorial..",
                        "vn.minhbach.search..",
                        "vn.minhbach.searchdesk..")
                .layer("shared")
                .definedBy("vn.minhbach.shared..")
                .whereLayer("frame")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("features")
                .mayOnlyBeAccessedByLayers("frame")
                .whereLayer("services")
                .mayOnlyBeAccessedByLayers("features", "frame")
                .check(portal);
    }

    @Test
    void thereAreNoCyclesOfPackages() {
        slices().matching("vn.minhbach.(*)..").should().beFreeOfCycles().check(portal);
    }

    @Test
    void featuresDoNotKnowEachOther() {
        slices().matching("vn.minhbach.(article|procedure|unit)..")
                .should()
                .notDependOnEachOther()
                .check(portal);
    }

    @Test
    void onlyRepositoriesAndCommandsAskTheDatabase() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Repository|SearchSource|Command|Importer)(\\$.*)?")
                .and()
                .haveNameNotMatching(".*\\.(AttachmentTexts|ChangeLog|Standalone\\w*)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .check(portal);
    }

    @Test
    void repositoriesStayInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .check(portal);
    }

    @Test
    void onlyPagesAndTheFrameKnowFaces() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Page(\\$.*)?")
                .and()
                .resideOutsideOfPackages("vn.minhbach.site..", "vn.minhbach.shared..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.omnifaces..", "org.primefaces..")
                .check(portal);
    }

    @Test
    void theLauncherStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("vn.minhbach.run..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to the portal",
                        each -> each.getPackageName().startsWith(PORTAL)
                                && !each.getPackageName().startsWith("vn.minhbach.run")))
                .check(portal);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.minhbach.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.minhbach.run..")
                .check(portal);
    }

    @Test
    void everyPackageTellsItsStory() {
        assertThat(portal.stream().map(each -> each.getPackage().getName()).distinct())
                .allSatisfy(
                        name -> assertThat(Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                                .as(name)
                                .isTrue());
    }
}
