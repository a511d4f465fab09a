package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In which language a screen of the back office is made. */
class OfficeViewHandlerTest {

    private final ViewHandler handler = new OfficeViewHandler(new ViewHandlerWrapper(null) {
        @Override
        public Locale calculateLocale(FacesContext context) {
            return Locale.ENGLISH; // as the browser asks
        }
    });

    @Test
    void theLanguageStandsInTheAddressAndIsNotTheBrowsers() {
        assertThat(localeOf("vi")).isEqualTo(Locale.of("vi"));
        assertThat(localeOf("en")).isEqualTo(Locale.of("en"));
        assertThat(localeOf(null)).as("an address that is none of the portal's").isEqualTo(Locale.of("vi"));
    }

    private Locale localeOf(@Nullable String language) {
        Map<String, Object> attributes = new HashMap<>();
        var request = (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getAttribute" -> attributes.get((String) given[0]);
                    case "setAttribute" -> attributes.put((String) given[0], given[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        if (language != null) {
            new Address(
                            AddressesTest.door("/quan-tri", Doors.Kind.DESK),
                            language,
                            "/quan-tri",
                            List.of(),
                            Parameters.NONE)
                    .attach(request);
        }
        return handler.calculateLocale(new FacesContextWrapper(null) {
            @Override
            public ExternalContext getExternalContext() {
                return new ExternalContextWrapper(null) {
                    @Override
                    public Object getRequest() {
                        return request;
                    }
                };
            }
        });
    }
}
