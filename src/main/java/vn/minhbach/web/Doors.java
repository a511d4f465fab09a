package vn.minhbach.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/**
 * The table of all addresses of the portal, collected at start from what pages, servlets and resources declare ({@link Door}).
 * Whatever is not in it does not exist, wherever the server would find something to answer with.
 */
@ApplicationScoped
public class Doors {

    /** Where the server itself answers within the portal: the files of its components, and how the portal fares. */
    private static final List<Entry> OF_THE_SERVER = List.of(
            ofTheServer("/jakarta.faces.resource/{file*}", Permission.ENTER_OFFICE, "ln", "v", "r"),
            ofTheServer("/health", Permission.MONITOR),
            ofTheServer("/health/{check}", Permission.MONITOR),
            ofTheServer("/metrics", Permission.MONITOR),
            ofTheServer("/metrics/{scope}", Permission.MONITOR));

    @Inject
    BeanManager beans;

    @Inject
    ServletContext context;

    @Inject
    @Any
    Instance<DoorParameters> more;

    private Table table = new Table(List.of());
    private Addresses addresses = new Addresses(table);

    /** What stands behind a door. */
    public enum Kind {
        /** A view in {@code src/main/jte} over a {@link PublicPage}. */
        PAGE,
        /** A Faces view of the back office, named as its address. */
        DESK,
        /** Something that answers by itself. */
        SERVLET
    }

    /**
     * One door.
     *
     * @param path as declared
     * @param view the name of the page's bean and view; empty for what is no page
     * @param english whether the language may stand before it
     */
    public record Entry(
            String path,
            Set<Method> methods,
            Set<String> parameters,
            Permission permission,
            boolean cached,
            boolean lasting,
            boolean unlisted,
            int longestBody,
            String view,
            Kind kind,
            boolean english) {

        /** The path with these in place of its names, in order. */
        String path(List<String> escapedNames) {
            if (escapedNames.isEmpty()) {
                return path;
            }
            var written = new StringBuilder();
            var next = escapedNames.iterator();
            for (var part : path.substring(1).split("/")) {
                if (part.endsWith("*}")) {
                    next.forEachRemaining(name -> written.append('/').append(name));
                } else {
                    written.append('/').append(part.startsWith("{") ? next.next() : part);
                }
            }
            return written.toString();
        }

        List<String> parts() {
            return path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
        }
    }

    /** A door and what stands for its names. */
    record Match(Entry entry, List<String> names) {}

    /** The doors, ready to be found. */
    static final class Table {

        private final List<Entry> entries;
        private final Map<String, Entry> plain = new HashMap<>();
        private final List<WithNames> named = new ArrayList<>();

        private record WithNames(Entry entry, List<String> parts) {}

        Table(List<Entry> entries) {
            this.entries = List.copyOf(entries);
            for (var entry : entries) {
                if (entry.path().contains("{")) {
                    named.add(new WithNames(entry, entry.parts()));
                } else {
                    plain.put(entry.path(), entry);
                }
            }
        }

        /** @param segments of a path, decoded; capital letters in the fixed parts are found as well */
        @Nullable
        Match find(List<String> segments) {
            var path = "/" + String.join("/", segments);
            var exact = plain.get(path);
            if (exact != null) {
                return new Match(exact, List.of());
            }
            for (var one : named) {
                var names = names(one.parts(), segments);
                if (names != null) {
                    return new Match(one.entry(), names);
                }
            }
            var small = path.toLowerCase(java.util.Locale.ROOT);
            var other = small.equals(path) ? null : plain.get(small);
            return other == null ? null : new Match(other, List.of());
        }

        private static @Nullable List<String> names(List<String> parts, List<String> segments) {
            var names = new ArrayList<String>();
            for (var i = 0; i < parts.size(); i++) {
                var part = parts.get(i);
                if (part.endsWith("*}") && i < segments.size()) {
                    names.addAll(segments.subList(i, segments.size()));
                    return names;
                }
                if (i >= segments.size()) {
                    return null;
                }
                if (part.startsWith("{")) {
                    names.add(segments.get(i));
                } else if (!part.equalsIgnoreCase(segments.get(i))) {
                    return null;
                }
            }
            return parts.size() == segments.size() ? names : null;
        }
    }

    private static Entry ofTheServer(String path, Permission permission, String... parameters) {
        return new Entry(
                path,
                Set.of(Method.GET),
                new LinkedHashSet<>(List.of(parameters)),
                permission,
                false,
                permission == Permission.ENTER_OFFICE,
                false,
                0,
                "",
                Kind.SERVLET,
                false);
    }

    @PostConstruct
    void collect() {
        var entries = new ArrayList<>(OF_THE_SERVER);
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .distinct()
                .forEach(bean -> entries.addAll(declared(bean)));
        context.getServletRegistrations().values().stream()
                .map(registration -> servlet(registration.getClassName()))
                .filter(servlet -> servlet != null)
                .distinct()
                .forEach(servlet -> entries.addAll(declared(servlet)));
        var seen = new HashMap<String, Entry>();
        for (var entry : entries) {
            if (seen.put(entry.path(), entry) != null) {
                throw new IllegalStateException("Two things are declared at " + entry.path());
            }
        }
        entries.sort(Comparator.comparing(Entry::path));
        table = new Table(entries);
        addresses = new Addresses(table);
    }

    private @Nullable Class<?> servlet(@Nullable String name) {
        try {
            return name == null ? null : Class.forName(name, false, context.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // One of the server's own, which declares nothing.
            return null;
        }
    }

    private List<Entry> declared(Class<?> owner) {
        return Arrays.stream(owner.getAnnotationsByType(Door.class))
                .map(door -> entry(door, owner))
                .toList();
    }

    private Entry entry(Door door, Class<?> owner) {
        var name = owner.getAnnotation(Named.class);
        var kind = PublicPage.class.isAssignableFrom(owner)
                ? Kind.PAGE
                : jakarta.servlet.Servlet.class.isAssignableFrom(owner)
                                || owner.isAnnotationPresent(jakarta.ws.rs.Path.class)
                        ? Kind.SERVLET
                        : Kind.DESK;
        var parameters = new LinkedHashSet<>(List.of(door.parameters()));
        more.stream().filter(extra -> extra.isOf(door.path(), kind)).forEach(extra -> parameters.addAll(extra.names()));
        return new Entry(
                door.path(),
                EnumSet.copyOf(List.of(door.methods())),
                parameters,
                door.permission(),
                door.cached() && !door.unlisted() && door.permission() == Permission.READ_PUBLIC,
                door.lasting(),
                door.unlisted(),
                door.longestBody(),
                kind == Kind.PAGE && name != null ? name.value() : "",
                kind,
                kind != Kind.SERVLET || door.english());
    }

    /**
     * A page that everybody may read.
     *
     * @param path with its query, in the one right way to write it, without language
     * @param door the path of the door, as declared
     * @param names what stands in the address for the door's names, decoded
     */
    public record PublicPlace(String path, String door, List<String> names) {

        /** Whether it shows one of many: whether there is that one is for its feature to know. */
        public boolean named() {
            return !names.isEmpty();
        }
    }

    /** The public page at an address as somebody typed it, a path with or without query; empty if there is no such page. */
    public Optional<PublicPlace> publicPage(String typed) {
        var address = addresses.meant(typed);
        if (address == null
                || address.door().permission() != Permission.READ_PUBLIC
                || !address.door().methods().contains(Method.GET)) {
            return Optional.empty();
        }
        return Optional.of(new PublicPlace(address.place(), address.door().path(), address.names()));
    }

    /** A place of the portal, with or without query, in the one right way to write it and without language; what is none stays as it is. */
    public String written(String place) {
        return addresses.written(place);
    }

    /** Whether somebody may go to a place of the portal, a path without names, with or without query. */
    public boolean mayEnter(Actor actor, String place) {
        var path = place.replaceFirst("[?#].*", "");
        return all().stream().anyMatch(door -> door.path().equals(path) && actor.maySomewhere(door.permission()));
    }

    /** All of them, by their path. */
    public List<Entry> all() {
        return table.entries;
    }

    /** By which an address is resolved to one of these doors. */
    Addresses addresses() {
        return addresses;
    }
}
