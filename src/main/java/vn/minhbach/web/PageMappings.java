package vn.minhbach.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the server the addresses of public pages one by one. {@link ViewServlet} would get them all the same, as whatever no other servlet
 * takes; but of such an address the server first looks whether it is a folder of the application, with each request, and throws
 * an exception because it is none: a tenth of what a cached page costs.
 */
@WebListener
public class PageMappings implements ServletContextListener {

    @Inject
    Doors doors;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var views = event.getServletContext().getServletRegistrations().values().stream()
                .filter(servlet -> ViewServlet.class.getName().equals(servlet.getClassName()))
                .findFirst()
                .orElseThrow();
        // One that another servlet has stays its own.
        patterns(doors.all()).forEach(views::addMapping);
    }

    /** Of each page the part of its address that stands fast, in both languages; the first page is found at once anyway. */
    static Set<String> patterns(Collection<Doors.Entry> doors) {
        var patterns = new TreeSet<>(Set.of("/en"));
        doors.stream()
                .filter(door -> door.kind() == Doors.Kind.PAGE)
                .flatMap(door -> fast(door.path()).stream())
                .forEach(pattern -> {
                    patterns.add(pattern);
                    patterns.add("/en" + pattern);
                });
        return patterns;
    }

    private static Optional<String> fast(String path) {
        var names = path.indexOf('{');
        var pattern = names < 0 ? path : path.substring(0, names) + "*";
        return pattern.equals("/") || pattern.equals("/*") ? Optional.empty() : Optional.of(pattern);
    }
}
