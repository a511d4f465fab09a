package vn.minhbach;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;

/**
 * Lets the runner of the tests in, which comes by an address that the portal does not know. What a test does, the portal does,
 * unless the test says otherwise by {@link Acting}.
 */
public class TestDoor implements Filter {

    private static final String RUNNER = "ArquillianServletRunnerEE9";

    static final String XML = """
                <filter>
                    <filter-name>tests</filter-name>
                    <filter-class>vn.minhbach.TestDoor</filter-class>
                </filter>
                <filter-mapping>
                    <filter-name>tests</filter-name>
                    <url-pattern>/%s</url-pattern>
                </filter-mapping>
            """.formatted(RUNNER);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
        Acting.as(Actor.PORTAL, () -> {
            try {
                request.getServletContext().getNamedDispatcher(RUNNER).forward(request, response);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
