package vn.minhbach.searchdesk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleSearchSource;
import vn.minhbach.inbox.PublicationSearchSource;
import vn.minhbach.web.Address;
import vn.minhbach.web.ContentKind;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Kinds;
import vn.minhbach.web.Method;
import vn.minhbach.web.Parameters;

/** Which of the opened pages are counted. */
class OpenedCounterTest {

    private final OpenedCounter counter = new OpenedCounter();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void over() {
        counter.kinds = new Kinds() {
            @Override
            public List<ContentKind> all() {
                return List.of(new ArticleSearchSource(), new PublicationSearchSource());
            }
        };
        counter.views = new ViewCounter();
        counter.queries = new QueryCounter() {
            @Override
            void asked(String query, java.util.function.Supplier<String> reader) {
                asked.add(query);
            }
        };
        counter.learn();
    }

    @Test
    void whatCanBeFoundIsCountedByItself() {
        open("/bai-viet/le-hoi", "Firefox");
        open("/hoi-dap/the-ban-doc", "Firefox");
        open("/hoi-dap/the-ban-doc", "Firefox");
        open("/chuyen-muc/tin-tuc", "Firefox");
        open("/", "Firefox");
        open("/bai-viet/le-hoi", "Googlebot/2.1");
        open("/bai-viet/le-hoi", null);

        assertThat(counter.views.take()).isEqualTo(Map.of("/bai-viet/le-hoi", 1L, "/hoi-dap/the-ban-doc", 2L));
    }

    @Test
    void aSearchIsCountedOnceAndNotByItsPages() {
        open("/tim-kiem?q=le+hoi", "Firefox");
        open("/tim-kiem?q=le+hoi&trang=2", "Firefox");
        open("/tim-kiem", "Firefox");
        open("/tim-kiem?q=le+hoi", "wrk");

        assertThat(asked).containsExactly("le hoi");
        assertThat(counter.views.take()).isEmpty();
    }

    private void open(String written, @Nullable String browser) {
        var question = written.indexOf('?');
        var path = question < 0 ? written : written.substring(0, question);
        var door = new Doors.Entry(
                path,
                java.util.Set.of(Method.GET),
                java.util.Set.of("q", "trang"),
                Permission.READ_PUBLIC,
                true,
                false,
                false,
                0,
                "",
                Doors.Kind.PAGE,
                true);
        var parameters = Parameters.of(question < 0 ? null : written.substring(question + 1), door.parameters());
        counter.opened(new Address(door, "vi", path, List.of(), parameters), (HttpServletRequest)
                Proxy.newProxyInstance(
                        HttpServletRequest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) -> arguments[0].equals("User-Agent") ? browser : null));
    }
}
