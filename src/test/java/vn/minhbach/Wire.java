package vn.minhbach;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;

/**
 * Beans of the portal over one transaction of a test, without a server: each with all that is injected into it, and what is injected into that.
 * What is no bean of the portal is not there, nor is what a bean makes when a server starts it.
 */
public final class Wire {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.minhbach");

    private final EntityManager em;
    private final Values values = new Values();
    private final Map<Class<?>, Object> made = new HashMap<>();

    public Wire(EntityManager em, CurrentActor actors, Clock clock) {
        this.em = em;
        made.put(CurrentActor.class, actors);
        made.put(Clock.class, clock);
    }

    /** Has something stand for a bean that asks the server. */
    public <T> Wire with(Class<T> type, T bean) {
        made.put(type, bean);
        return this;
    }

    /** All classes of the portal. */
    public static JavaClasses portal() {
        return PORTAL;
    }

    /** The bean of a type, or of what implements it; null if there is none. */
    public @Nullable Object of(Class<?> type) {
        var known = made.get(type);
        if (known != null) {
            return known;
        }
        return implementing(type).stream().findFirst().map(this::make).orElse(null);
    }

    private static List<Class<?>> implementing(Class<?> type) {
        if (!type.getName().startsWith("vn.minhbach")) {
            return List.of();
        }
        if (!type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
            return List.of(type);
        }
        return PORTAL.stream()
                .filter(each -> each.isAssignableTo(type)
                        && (each.isAnnotatedWith(ApplicationScoped.class) || each.isAnnotatedWith(RequestScoped.class)))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private Object make(Class<?> type) {
        var known = made.get(type);
        if (known != null) {
            return known;
        }
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            var bean = constructor.newInstance();
            made.put(type, bean);
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                for (var field : at.getDeclaredFields()) {
                    inject(bean, field);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private void inject(Object bean, Field field) throws IllegalAccessException {
        if (!field.isAnnotationPresent(Inject.class) && !field.isAnnotationPresent(PersistenceContext.class)) {
            return;
        }
        var value = injected(field.getType(), field.getGenericType());
        if (value != null) {
            field.setAccessible(true);
            field.set(bean, value);
        }
    }

    private @Nullable Object injected(Class<?> type, Type generic) {
        if (type == EntityManager.class) {
            return em;
        }
        if (type == Derived.class) {
            return new Derived<>(values);
        }
        if (type == Instance.class) {
            return instance((ParameterizedType) generic);
        }
        return of(type);
    }

    private Object instance(ParameterizedType generic) {
        var argument = generic.getActualTypeArguments()[0];
        var type = (Class<?>) (argument instanceof ParameterizedType given ? given.getRawType() : argument);
        return Proxy.newProxyInstance(
                Wire.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    var all = implementing(type).stream().map(this::make).toList();
                    return switch (method.getName()) {
                        case "stream" -> all.stream();
                        case "iterator" -> all.iterator();
                        case "isUnsatisfied" -> all.isEmpty();
                        case "isAmbiguous" -> all.size() > 1;
                        case "isResolvable" -> all.size() == 1;
                        case "get" -> all.getFirst();
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == Objects.requireNonNull(arguments)[0];
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
