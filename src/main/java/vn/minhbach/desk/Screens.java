package vn.minhbach.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.minhbach.access.Permission;
import vn.minhbach.web.Door;

/** All screens that stand in the menu of the back office, in its order: collected at start from what their beans declare. */
@ApplicationScoped
public class Screens {

    @Inject
    BeanManager beans;

    private List<Entry> entries = List.of();

    /** A screen in the menu. */
    record Entry(String path, String name, String task, Permission permission, int order) {}

    @PostConstruct
    void collect() {
        var found = new ArrayList<Entry>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .distinct()
                .forEach(bean -> found.addAll(declared(bean)));
        found.sort(Comparator.comparingInt(Entry::order).thenComparing(Entry::path));
        entries = List.copyOf(found);
    }

    private static List<Entry> declared(Class<?> bean) {
        var screen = bean.getAnnotation(Screen.class);
        return screen == null
                ? List.of()
                : Arrays.stream(bean.getAnnotationsByType(Door.class))
                        .map(door ->
                                new Entry(door.path(), screen.name(), screen.task(), door.permission(), screen.order()))
                        .toList();
    }

    List<Entry> all() {
        return entries;
    }
}
