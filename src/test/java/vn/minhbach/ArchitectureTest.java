package vn.minhbach;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.account.Audit;
import vn.minhbach.article.Article;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.editorial.FormerSlug;
import vn.minhbach.editorial.Item;
import vn.minhbach.editorial.ItemStep;
import vn.minhbach.editorial.ItemVersion;
import vn.minhbach.editorial.Items;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedColumns;
import vn.minhbach.search.SearchSource;
import vn.minhbach.web.Door;
import vn.minhbach.web.FilesForm;
import vn.minhbach.web.MultipartForm;
import vn.minhbach.web.PublicPage;

/** The rules by which newcomers find their way: who may use whom, and who may do what. */
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
            Set.of("quality", "relay"),
            Set.of("article", "procedure", "unit", "inbox"),
            Set.of("searchdesk", "writing"),
            Set.of("search"),
            Set.of("editorial", "attachment", "links", "people", "auditdesk", "maildesk", "legal"),
            Set.of("desk"),
            Set.of("account"),
            Set.of("mail"),
            Set.of("web"),
            Set.of("access"),
            Set.of("change"),
            Set.of("job"),
            Set.of("privacy"),
            Set.of("store", "fetch"),
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
                        "ask the database", call -> call.getTargetOwner().isAssignableTo(EntityManager.class)))
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
                                .anyMatch(each ->
                                        each.getTargetClass().getSimpleName().endsWith("Repository"))))
                .should()
                .beAnnotatedWith(Transactional.class)
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
                                && Set.of(
                                                "draft",
                                                "change",
                                                "revise",
                                                "perform",
                                                "publish",
                                                "schedule",
                                                "plan",
                                                "readdress",
                                                "markSource",
                                                "seeSource",
                                                "due",
                                                "adopt",
                                                "takeOver",
                                                "remind")
                                        .contains(call.getTarget().getName())))
                .check(portal);
        assertThat(Stream.of(Item.class, ItemVersion.class, ItemStep.class, FormerSlug.class, Article.class)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName))
                .isNotEmpty()
                .allMatch(
                        name -> name.startsWith("get") || name.startsWith("is") || name.equals("content"),
                        "can be called without a service");
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

    /** A timer dies of the first thing that is thrown past it, and a thread of somebody's own is never stopped. */
    @Test
    void onlyThePackageOfJobsKnowsTimersAndThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.minhbach.job..", "vn.minhbach.tools..")
                .and(doNotBenchmark())
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "do work in the background",
                        each -> each.isAssignableTo(java.util.concurrent.ExecutorService.class)
                                || each.isAssignableTo(java.util.concurrent.ThreadFactory.class)
                                || each.isEquivalentTo(java.util.concurrent.Executors.class)
                                || each.isEquivalentTo(java.util.concurrent.CompletableFuture.class)
                                || each.isEquivalentTo(java.util.Timer.class)
                                || each.getPackageName().startsWith("jakarta.enterprise.concurrent")
                                || each.getPackageName().startsWith("com.github.kagkarlsson")
                                || each.isAssignableTo(jakarta.ejb.TimerService.class)
                                || each.isEquivalentTo(jakarta.ejb.Schedule.class)
                                || each.isEquivalentTo(jakarta.ejb.Schedules.class)
                                || each.isEquivalentTo(jakarta.ejb.Timeout.class)
                                || each.isEquivalentTo(jakarta.ejb.Asynchronous.class)))
                .check(portal);
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.minhbach.job..", "vn.minhbach.tools..")
                .and(doNotBenchmark())
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "ofPlatform")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(portal);
    }

    /** Measures the search under load, with clients in threads of their own. */
    private static DescribedPredicate<JavaClass> doNotBenchmark() {
        return DescribedPredicate.describe(
                "do not benchmark", each -> !each.getName().startsWith("vn.minhbach.search.LoadBench"));
    }

    /** The one begins with {@code JdkPictures}, see {@link RedeploymentTest}; the other is a process of its own. */
    @Test
    void picturesAndPagesAreOpenedInOnePlaceEach() {
        assertThat(portal.stream()
                        .filter(each -> each.getDirectDependenciesFromSelf().stream()
                                .map(use -> use.getTargetClass().getName())
                                .anyMatch(
                                        Set.of("javax.imageio.ImageIO", "org.apache.pdfbox.pdmodel.PDDocument")
                                                ::contains))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("PictureMaker", "PdfReader");
    }

    /** The first observer that throws keeps all others from being told, and the order among them is nobody's. */
    @Test
    void nobodyIsToldByEvents() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(jakarta.enterprise.event.Event.class)
                .check(portal);
    }

    /** One is injected where it is needed, and belongs to the generation of all. */
    @Test
    void derivedValuesAreNotMadeByHand() {
        noClasses().should().callConstructor(Derived.class, Values.class).check(portal);
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
    void onlyPagesTheKitAndTheFrameKnowFaces() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Page(\\$.*)?")
                .and()
                .resideOutsideOfPackages("vn.minhbach.web..", "vn.minhbach.desk..")
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
                                && !each.getPackageName().startsWith("vn.minhbach.tools.run")
                                // Packed into the launcher as well, see pom.xml.
                                && !Set.of("PrivateFiles", "LocalDatabase", "DriverSource")
                                        .contains(each.getSimpleName())))
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

    /** What nobody calls without a permission: whatever leaves a trace in the database, the change log, the files or the index. */
    private static boolean changes(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        if (owner.isAssignableTo(EntityManager.class)) {
            return Set.of("persist", "merge", "remove").contains(name);
        }
        if (name.equals("executeUpdate") && owner.getPackageName().startsWith("jakarta.persistence")) {
            return true;
        }
        if (access instanceof JavaFieldAccess field) {
            return field.getAccessType() == JavaFieldAccess.AccessType.SET
                    && owner.isAnnotatedWith(Entity.class)
                    && !access.getOrigin().isConstructor()
                    && !access.getOrigin().getName().equals("<clinit>");
        }
        return owner.getSimpleName().equals("ChangeLog")
                        && !Set.of("position", "last", "lastPublication", "after", "at", "<init>")
                                .contains(name)
                || owner.getSimpleName().equals("FileStore") && name.equals("put")
                || owner.getSimpleName().equals("SearchIndexer") && name.equals("startRebuild");
    }

    /** Public methods of services that change something without asking; the way to the change is told. */
    @Test
    void noServiceChangesAnythingWithoutAPermission() {
        var open = new TreeSet<String>();
        var looked = 0;
        for (var service : portal) {
            if (!service.getSimpleName().endsWith("Service")) {
                continue;
            }
            for (var method : service.getMethods()) {
                looked++;
                if (!method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.isAnnotatedWith(Permit.class)) {
                    wayToChange(method, new HashSet<>()).ifPresent(way -> open.add(method.getFullName() + way));
                }
            }
        }
        assertThat(looked).isGreaterThan(30);
        assertThat(open).isEmpty();
    }

    /**
     * Doors that change something without going by anybody who asks; the way to the change is told. Behind those of the accounts
     * nobody can be asked: it is there that somebody becomes who they are.
     */
    @Test
    void noDoorChangesAnythingPastWhoeverAsks() {
        var open = new TreeSet<String>();
        var looked = 0;
        for (var door : portal) {
            if (!door.isAnnotatedWith(Door.class)
                            && !door.isAnnotatedWith(Door.Several.class)
                            && !door.isAssignableTo(HttpServlet.class)
                    || door.getPackageName().equals("vn.minhbach.account")) {
                continue;
            }
            looked++;
            for (var method : door.getMethods()) {
                if (!method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    wayToChange(method, new HashSet<>()).ifPresent(way -> open.add(method.getFullName() + way));
                }
            }
        }
        assertThat(looked).isGreaterThan(60);
        assertThat(open).isEmpty();
    }

    private static Optional<String> wayToChange(JavaCodeUnit from, Set<JavaCodeUnit> seen) {
        if (!seen.add(from)) {
            return Optional.empty();
        }
        for (var access : from.getAccessesFromSelf()) {
            if (changes(access)) {
                return Optional.of(" → " + access.getTarget().getFullName());
            }
        }
        for (var call : from.getCallsFromSelf()) {
            var target = call.getTarget().resolveMember().orElse(null);
            if (!(target instanceof JavaCodeUnit next)
                    || !next.getOwner().getPackageName().startsWith(PORTAL)) {
                continue;
            }
            // Another bean asks by itself; within one class nobody stands between.
            var asks = next.isAnnotatedWith(Permit.class) && !next.getOwner().equals(from.getOwner());
            var way = asks ? Optional.<String>empty() : wayToChange(next, seen);
            if (way.isPresent()) {
                return Optional.of(" → " + next.getOwner().getSimpleName() + "." + next.getName() + way.get());
            }
        }
        return Optional.empty();
    }

    /** What lies in a row is sealed for its row. Only what an officer looks for stands in no row but in an address, sealed for them and the day. */
    @Test
    void whatIsSealedIsBoundToItsRow() {
        var loose = portal.stream()
                .filter(each -> !each.isEquivalentTo(FieldCipher.class))
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(FieldCipher.class)
                        && call.getTarget().getRawParameterTypes().size() == 2
                        && call.getTarget().getRawParameterTypes().stream()
                                .allMatch(type -> type.isEquivalentTo(String.class)))
                .map(call -> call.getOrigin().getFullName());
        assertThat(loose)
                .containsExactlyInAnyOrder(
                        "vn.minhbach.inbox.Inbox.seal(java.lang.String, java.lang.String, java.lang.String)",
                        "vn.minhbach.inbox.Inbox.opened(java.lang.String, java.lang.String, java.lang.String)");
    }

    /** A sealed column is a constant of the declaration that the replacement of the key reads, and no declared one is left out of it. */
    @Test
    void everySealedColumnStandsInItsDeclaration() throws IllegalAccessException {
        assertThat(portal.stream()
                        .flatMap(each -> each.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(SealedColumn.class)
                                && call.getTarget().getName().equals("of"))
                        .filter(call -> !call.getOriginOwner().isAssignableTo(SealedColumns.class))
                        .map(call -> call.getOrigin().getFullName()))
                .isEmpty();
        var constants = new HashSet<Object>();
        for (var declaration : ServiceLoader.load(SealedColumns.class)) {
            for (var field : declaration.getClass().getDeclaredFields()) {
                if (field.getType() == SealedColumn.class) {
                    field.setAccessible(true);
                    constants.add(field.get(null));
                }
            }
        }
        assertThat(constants).hasSizeGreaterThan(20);
        assertThat(SealedColumns.all())
                .containsExactlyInAnyOrderElementsOf(
                        constants.stream().map(SealedColumn.class::cast).toList());
        var entities = portal.stream()
                .filter(each -> each.isAnnotatedWith(Entity.class))
                .flatMap(each -> each.getFields().stream())
                .filter(field -> field.isAnnotatedWith(jakarta.persistence.Column.class)
                        && field.getAnnotationOfType(jakarta.persistence.Column.class)
                                .name()
                                .endsWith("_sealed"))
                .map(field -> field.getOwner()
                                .getAnnotationOfType(jakarta.persistence.Table.class)
                                .name() + "."
                        + field.getAnnotationOfType(jakarta.persistence.Column.class)
                                .name());
        assertThat(entities)
                .containsExactlyInAnyOrderElementsOf(
                        SealedColumns.all().stream().map(SealedColumn::toString).toList());
    }

    /** The deed and its line in the audit are one transaction. */
    @Test
    void whatTakesAPermissionIsOneTransaction() {
        var without = portal.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Permit.class))
                .filter(method -> !method.isAnnotatedWith(Transactional.class)
                        && !method.getOwner().isAnnotatedWith(Transactional.class))
                .map(JavaMethod::getFullName);
        assertThat(without).isEmpty();
        assertThat(portal.stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(each -> each.isAnnotatedWith(Permit.class)))
                .hasSizeGreaterThan(10);
    }

    /** What anybody may do anybody may do a million times; the audit, which is kept for years, is not filled by that. */
    @Test
    void nobodyFillsTheAuditWithWhatEverybodyMayDo() {
        assertThat(portal.stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Permit.class))
                        .filter(method -> {
                            var permit = method.getAnnotationOfType(Permit.class);
                            return permit.value() == Permission.READ_PUBLIC && permit.audited();
                        })
                        .map(JavaMethod::getFullName))
                .isEmpty();
        // Each of these knows who it is, or counts.
        assertThat(portal.stream()
                        .filter(each -> each.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Audit.class)
                                        && call.getName().equals("refused")))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("PermitInterceptor", "RefusalAudit", "ResetService", "StrangerAudit");
    }

    /** Who acts in the portal's own name needs no permission; so nobody does but what runs by itself. */
    @Test
    void onlyWhatRunsByItselfActsInThePortalsName() {
        assertThat(portal.stream()
                        .filter(each -> each.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(Acting.class)))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("Acting")))
                .containsExactlyInAnyOrder(
                        "AnonymiseOld",
                        "AuditCare",
                        "AuditSealer",
                        "CheckLinks",
                        "CountKeeper",
                        "Delivery",
                        "ExpireItems",
                        "FirstAdministrator",
                        "ForgetCounts",
                        "InboxReminders",
                        "InboxWordsWatch",
                        "MailCare",
                        "QualityCheck",
                        "RelayCheck",
                        "RelayPoll",
                        "ReleaseItems",
                        "ResetJob",
                        "ReviewReminders",
                        "SampleBoard",
                        "SampleLoader",
                        "ScanAgain",
                        "SecretSealer",
                        "SignedInActor",
                        "SweepEnclosures",
                        "TidyImports",
                        "UsedProofKeeper",
                        "WatchLinks");
    }

    /** What answers requests says who may ask. A page, a servlet or a resource without a door could not be reached, or worse. */
    @Test
    void whateverAnswersRequestsDeclaresItsDoors() {
        var without = portal.stream()
                .filter(each -> !each.isInterface()
                        && (each.isAssignableTo(PublicPage.class)
                                || each.isAnnotatedWith(WebServlet.class)
                                || each.isAnnotatedWith(Path.class)))
                .filter(each -> !each.isAnnotatedWith(Door.class) && !each.isAnnotatedWith(Door.Several.class))
                .map(JavaClass::getSimpleName);
        // One serves the doors of all pages, the other what the server calls when something went wrong.
        assertThat(without).containsExactlyInAnyOrder("ViewServlet", "ErrorServlet");
    }

    /** What is injected is a proxy, whose own fields are empty: what another bean has is asked for by a method. */
    @Test
    void nobodyReadsAFieldOfABeanThatTheyAreGiven() {
        var read = portal.stream()
                .flatMap(each -> each.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                .filter(access -> access.getTarget()
                        .resolveMember()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .isPresent())
                .filter(access -> access.getOriginOwner().getAllFields().stream()
                        .anyMatch(field -> field.isAnnotatedWith(Inject.class)
                                && !access.getOriginOwner()
                                        .isAssignableTo(field.getRawType().getName())
                                && field.getRawType().equals(access.getTargetOwner())))
                .map(access -> access.getOriginOwner().getSimpleName() + " reads "
                        + access.getTarget().getFullName())
                .distinct()
                .toList();
        assertThat(read).isEmpty();
    }

    /** A form that is longer than the server reads would end in an error, with all that somebody has typed. */
    @Test
    void theServerReadsEveryFormThatADoorTakes() throws Exception {
        var longest = 0;
        for (var each : portal) {
            if (!takesFiles(each)) {
                for (var door : Class.forName(each.getName(), false, getClass().getClassLoader())
                        .getAnnotationsByType(Door.class)) {
                    longest = Math.max(longest, door.longestBody());
                }
            }
        }
        assertThat(longest).isGreaterThan(1024 * 1024);
        assertThat(number("config/payara/production.asadmin", "max-form-post-size-bytes=(\\d+)"))
                .isGreaterThanOrEqualTo(longest);
        assertThat(number("src/main/java/vn/minhbach/tools/run/DomainXml.java", "max-form-post-size-bytes\", \"(\\d+)"))
                .isGreaterThanOrEqualTo(longest);
        assertThat(1024
                        * 1024
                        * number(
                                "config/nginx/minhbach.conf",
                                "quan-tri\\(/\\|\\$\\) \\{\\s+client_max_body_size (\\d+)m"))
                .isGreaterThanOrEqualTo(longest);
    }

    /** What takes files reads them itself, as they come, or has the server do so by rules of its own. */
    private static boolean takesFiles(JavaClass each) {
        return each.isAssignableTo(FilesForm.class)
                || each.isAnnotatedWith(MultipartConfig.class)
                || each.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isAssignableTo(MultipartForm.class))
                || each.getRawSuperclass()
                        .filter(above -> above.getPackageName().startsWith("vn.minhbach") && takesFiles(above))
                        .isPresent();
    }

    /** A file that is longer than nginx lets through would not even reach the one who says how long it may be. */
    @Test
    void nginxLetsThroughWhatADoorTakes() throws Exception {
        var rules = Pattern.compile("location ~\\* (\\S+) \\{([^}]*)\\}")
                .matcher(Files.readString(java.nio.file.Path.of("config/nginx/minhbach.conf")))
                .results()
                .toList();
        var longOnes = new ArrayList<String>();
        for (var each : portal) {
            for (var door : Class.forName(each.getName(), false, getClass().getClassLoader())
                    .getAnnotationsByType(Door.class)) {
                if (door.longestBody() > 1024 * 1024 && !door.path().contains("{")) {
                    longOnes.add(door.path());
                    var size = rules.stream()
                            .filter(rule -> Pattern.compile(rule.group(1), Pattern.CASE_INSENSITIVE)
                                    .matcher(door.path())
                                    .find())
                            .findFirst()
                            .map(rule -> Pattern.compile("client_max_body_size (\\d+)m")
                                    .matcher(rule.group(2)))
                            .filter(Matcher::find)
                            .map(found -> Long.parseLong(found.group(1)) * 1024 * 1024)
                            .orElse(1024L * 1024);
                    // Of the files of the staff the setting says how long they may be, 500 MB by itself.
                    assertThat(size)
                            .as(door.path())
                            .isGreaterThanOrEqualTo(Math.min(door.longestBody(), 500L * 1024 * 1024));
                }
            }
        }
        assertThat(longOnes).hasSizeGreaterThan(8);
    }

    private static int number(String file, String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(java.nio.file.Path.of(file)));
        assertThat(found.find()).as(pattern).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
