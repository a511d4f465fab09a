package vn.minhbach;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permit;
import vn.minhbach.article.Article;
import vn.minhbach.editorial.FormerSlug;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemStep;
import vn.minhbach.editorial.ItemVersion;
import vn.minhbach.editorial.Items;
import vn.minhbach.search.SearchSource;

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

    /** From top to bottom: a package uses only what stands on a line below its own. Also the picture in the README. */
    private static final List<Set<String>> HOUSE = List.of(
            Set.of("tools"),
            Set.of("sample"),
            Set.of("site"),
            Set.of("article", "procedure", "unit"),
            Set.of("searchdesk"),
            Set.of("search"),
            Set.of("editorial", "attachment"),
            Set.of("account"),
            Set.of("web"),
            Set.of("access"),
            Set.of("change"),
            Set.of("store"),
            Set.of("shared"));

    /** The launcher runs in another process than the portal and is held by a rule of its own. */
    private static final String LAUNCHER = "tools.run";

    @Test
    void everyPackageHasItsPlaceInTheHouse() {
        var known = HOUSE.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        known.add(LAUNCHER);
        var found = portal.stream()
                .map(each -> place(each.getPackageName()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(known);
    }

    @Test
    void dependenciesPointDownwards() {
        var floors = new HashMap<String, Integer>();
        for (var floor = 0; floor < HOUSE.size(); floor++) {
            for (var name : HOUSE.get(floor)) {
                floors.put(name, floor);
            }
        }
        var upwards = new TreeSet<String>();
        for (var user : portal) {
            var from = place(user.getPackageName());
            for (var dependency : user.getDirectDependenciesFromSelf()) {
                var to = place(dependency.getTargetClass().getPackageName());
                if (floors.containsKey(from)
                        && floors.containsKey(to)
                        && !from.equals(to)
                        && floors.get(from) >= floors.get(to)) {
                    upwards.add(from + " → " + to + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(upwards).isEmpty();
    }

    /** "vn.minhbach.search.query" is "search.query"; what is not the portal's is nothing. */
    private static String place(String packageName) {
        return packageName.startsWith(PORTAL + ".") ? packageName.substring(PORTAL.length() + 1) : "";
    }

    @Test
    void thereAreNoCyclesOfPackages() {
        slices().matching("vn.minhbach.(*)..").should().beFreeOfCycles().check(portal);
    }

    @Test
    void onlyRepositoriesAndCommandsAskTheDatabase() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Repository|SearchSource|Command|Importer)(\\$.*)?")
                .and()
                .haveNameNotMatching(".*\\.(AttachmentTexts|ChangeLog|Standalone\\w*)(\\$.*)?")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "asks the database", call -> call.getTargetOwner().isAssignableTo(EntityManager.class)))
                .check(portal);
    }

    @Test
    void whatAServiceDoesIsOneTransaction() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Service")
                .and(DescribedPredicate.describe(
                        "use a repository",
                        service -> service.getDirectDependenciesFromSelf().stream()
                                .anyMatch(each -> each.getTargetClass().getSimpleName().endsWith("Repository"))))
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(portal);
        methods()
                .that()
                .areAnnotatedWith(Permit.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .orShould()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(Transactional.class)
                .check(portal);
    }

    /** A deed with an item goes through the service of its kind, which asks for the permission and tells the change log. */
    @Test
    void onlyServicesChangeItems() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Service")
                .and()
                .doNotHaveSimpleName("Items")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "changes an item",
                        call -> call.getTargetOwner().isEquivalentTo(Items.class)
                                && Set.of("draft", "change", "revise", "publish", "withdraw", "readdress")
                                        .contains(call.getTarget().getName())))
                .check(portal);
        assertThat(Stream.of(Item.class, ItemVersion.class, ItemStep.class, FormerSlug.class, Article.class)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("get") || name.equals("content"), "can be called without a service");
    }

    /** Commands have no CDI to find the kinds by. */
    @Test
    void commandsFindEveryKindThatCanBeSearched() {
        var found = ServiceLoader.load(SearchSource.class).stream()
                .map(source -> source.type().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        var all = portal.stream()
                .filter(each -> each.isAssignableTo(SearchSource.class) && !each.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).isNotEmpty();
        assertThat(found).isEqualTo(all);
    }

    /** A database that skips rows reads them first: the last page of a long list would cost many times the first. */
    @Test
    void noListSkipsRowsToFindItsPage() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "skips rows; see Paged.of",
                        call -> call.getTarget().getName().equals("setFirstResult")
                                && call.getTargetOwner().isAssignableTo(Query.class)))
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
                .resideOutsideOfPackages("vn.minhbach.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.omnifaces..", "org.primefaces..")
                .check(portal);
    }

    @Test
    void theLauncherStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("vn.minhbach.tools.run..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to the portal",
                        each -> each.getPackageName().startsWith(PORTAL)
                                && !each.getPackageName().startsWith("vn.minhbach.tools.run")))
                .check(portal);
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.minhbach.tools.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.minhbach.tools.run..")
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
