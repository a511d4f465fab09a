package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, also on the way to the page that says so, a reader sees a page of ours. */
class ErrorServletTest {

    private final List<String> answered = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {404, 410, 500})
    void aPageThatCannotBeFramedForWantOfTheDatabaseSaysSo(int status) throws Exception {
        answer(status, new IllegalStateException(new SQLException("closed", "90098")));
        assertThat(answered).containsSequence("setStatus 503", "setHeader Retry-After", "show error/away");
    }

    @Test
    void anErrorIsToldInItsFrameWhereThereIsOne() throws Exception {
        answer(404, null);
        assertThat(answered).endsWith("show error/error").doesNotContain("setStatus 503");
    }

    @Test
    void aFaultOfOursIsNotPassedOffAsTheDatabases() {
        assertThatThrownBy(() -> answer(404, new IllegalStateException("x"))).isInstanceOf(IllegalStateException.class);
    }

    private void answer(int status, @Nullable RuntimeException ofTheFrame) throws Exception {
        var servlet = new ErrorServlet();
        servlet.views = new Views() {
            @Override
            public void show(String view, Map<String, Object> given, HttpServletResponse response) {
                if (view.equals("error/error") && ofTheFrame != null) {
                    throw ofTheFrame;
                }
                answered.add("show " + view);
            }
        };
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) ->
                        given != null && RequestDispatcher.ERROR_STATUS_CODE.equals(given[0]) ? status : null);
        var response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, given) -> {
                    answered.add(method.getName() + " " + given[0]);
                    return null;
                });
        servlet.service(request, response);
    }
}
