package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhbach.shared.ChangedMeanwhileException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** What is typed is kept, or its form is told why not: one kind of refusal for whatever is written. */
class KeepTypedServletTest {

    private final List<KeepTypedServlet.Typed> kept = new ArrayList<>();
    private @Nullable RuntimeException refusal;
    private int status = 200;

    private String send(Map<String, String> given) throws Exception {
        var written = new StringWriter();
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, asked) -> switch (method.getName()) {
                    case "getParameterNames" -> Collections.enumeration(new TreeMap<>(given).keySet());
                    case "getParameter" -> given.get(asked[0]);
                    default -> null;
                });
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, asked) -> {
                    switch (method.getName()) {
                        case "setStatus" -> status = (int) asked[0];
                        case "getWriter" -> {
                            return new PrintWriter(written, true);
                        }
                        default -> {}
                    }
                    return null;
                });
        new KeepTypedServlet() {
            @Override
            protected Instant keep(Typed typed) {
                var why = refusal;
                if (why != null) {
                    throw why;
                }
                kept.add(typed);
                return Instant.parse("2026-06-01T02:05:00Z");
            }
        }.doPost(request, response);
        return written.toString();
    }

    @Test
    void whatIsTypedIsKeptAndTheFormIsToldWhen() throws Exception {
        assertThat(send(Map.of("key", "17", "base", "3", "title", "Thời hạn"))).contains("09:05");
        assertThat(status).isEqualTo(200);
        assertThat(kept).singleElement().satisfies(typed -> {
            assertThat(typed.number()).isEqualTo(17);
            assertThat(typed.base()).isEqualTo(3);
            assertThat(typed.fields()).containsExactly(Map.entry("title", "Thời hạn"));
            assertThat(typed.get("lead")).isEmpty();
            assertThat(typed.toString()).doesNotContain("Thời hạn");
        });
    }

    @Test
    void whatIsNoNumberIsNone() throws Exception {
        send(Map.of("key", "x", "base", "1e9"));
        assertThat(kept).singleElement().satisfies(typed -> {
            assertThat(typed.number()).isZero();
            assertThat(typed.base()).isZero();
        });
    }

    @Test
    void tooMuchAndTooLateAreToldApart() throws Exception {
        refusal = new TooMuchTypedException("editorial.error.manyCopies");
        assertThat(send(Map.of())).isEmpty();
        assertThat(status).isEqualTo(413);
        refusal = new RuleBrokenException("inbox.error.draftOlder");
        send(Map.of());
        assertThat(status).isEqualTo(409);
        refusal = new ChangedMeanwhileException("submission", "17");
        send(Map.of());
        assertThat(status).isEqualTo(409);
        refusal = new NotFoundException("submission", "17");
        send(Map.of());
        assertThat(status).isEqualTo(404);
    }
}
