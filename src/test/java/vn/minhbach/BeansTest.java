package vn.minhbach;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Named;
import org.junit.jupiter.api.Test;

/** What the container asks of beans; otherwise only a server that does not start would tell. */
class BeansTest {

    /** Two of one name, in whatever packages, and the portal does not start. */
    @Test
    void noTwoBeansOfAViewHaveTheSameName() {
        assertThat(new ClassFileImporter()
                        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                                .filter(each -> each.isAnnotatedWith(Named.class))
                                .map(each -> {
                                    var given = each.getAnnotationOfType(Named.class)
                                            .value();
                                    return given.isEmpty() ? each.getSimpleName() : given;
                                }))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates();
    }

    /** A page reads a record by the names of its methods as they are; what is named as a bean's getter answers it nothing, and the page fails. */
    @Test
    void recordsHaveNoGetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areRecords()
                .and()
                .arePublic()
                .and()
                .haveRawParameterTypes(new Class<?>[0])
                .and()
                .haveNameMatching("get[A-Z].*")
                .and(DescribedPredicate.describe(
                        "are asked for by no interface",
                        method -> method.getOwner().getAllRawInterfaces().stream()
                                .noneMatch(each ->
                                        each.tryGetMethod(method.getName()).isPresent())))
                .should(new ArchCondition<>("not be") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                })
                .allowEmptyShould(true)
                .check(new ClassFileImporter()
                        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.minhbach"));
    }

    /** Where a class has both isX() and getX(), views ask the first, whatever the second says. */
    @Test
    void noPropertyIsAskedInTwoWays() {
        var twice = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.getRawParameterTypes().isEmpty()
                                && method.getName().matches("is[A-Z].*")
                                && method.getOwner().getMethods().stream()
                                        .anyMatch(other ->
                                                other.getRawParameterTypes().isEmpty()
                                                        && other.getName()
                                                                .equals("get"
                                                                        + method.getName()
                                                                                .substring(2))))
                        .map(JavaMethod::getFullName)
                        .toList();

        assertThat(twice).isEmpty();
    }

    @Test
    void beansOfAScopeCanBeProxied() {
        classes()
                .that(DescribedPredicate.describe(
                        "have a normal scope", each -> each.isMetaAnnotatedWith(NormalScope.class)))
                .should(new ArchCondition<>("be such that a proxy can stand in for them") {
                    @Override
                    public void check(JavaClass bean, ConditionEvents events) {
                        if (bean.getModifiers().contains(JavaModifier.FINAL)) {
                            events.add(SimpleConditionEvent.violated(bean, bean.getName() + " is final"));
                        }
                        bean.getMethods().stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.FINAL)
                                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                                        && !method.getModifiers().contains(JavaModifier.STATIC))
                                .forEach(method -> events.add(
                                        SimpleConditionEvent.violated(bean, method.getFullName() + " is final")));
                        if (bean.getConstructors().stream()
                                .noneMatch(constructor ->
                                        constructor.getRawParameterTypes().isEmpty()
                                                && !constructor.getModifiers().contains(JavaModifier.PRIVATE))) {
                            events.add(SimpleConditionEvent.violated(
                                    bean, bean.getName() + " has no constructor without parameters"));
                        }
                    }
                })
                .check(new ClassFileImporter()
                        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("vn.minhbach"));
    }
}
