package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asked, and how, behind no proxy, one, several, and behind people who pretend to be one. */
class ForwardedTest {

    private static final String PROXIES = "10.0.0.5, 10.1.0.0/16 2001:db8::/32";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "127.0.0.1 | - | false",
                "127.0.0.1 | https | true",
                "127.0.0.1 | HTTPS | true",
                "127.0.0.1 | https, http | true",
                "127.0.0.1 | https;http | true",
                "127.0.0.1 | http, https | false",
                "127.0.0.1 | , https | false",
                "::1 | https | true",
                "0:0:0:0:0:0:0:1 | https | true",
                "10.0.0.5 | https | true",
                "10.1.200.7 | https | true",
                "2001:db8:1::9 | https | true",
                "10.2.0.1 | https | false",
                "203.0.113.9 | https | false",
                "2001:db9::1 | https | false"
            })
    void onlyKnownProxiesSayThatTheReaderCameSecurely(String peer, String proto, boolean secure) {
        var protos = proto == null ? List.<String>of() : Arrays.asList(proto.split(";"));

        assertThat(new Forwarded(PROXIES).isSecure(request(false, peer, "X-Forwarded-Proto", protos)))
                .isEqualTo(secure);
        assertThat(new Forwarded(PROXIES).isSecure(request(true, peer, "X-Forwarded-Proto", protos)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.9 | - | 203.0.113.9",
                "203.0.113.9 | 192.0.2.1 | 203.0.113.9",
                "127.0.0.1 | 203.0.113.9 | 203.0.113.9",
                "127.0.0.1 | 192.0.2.1, 203.0.113.9 | 203.0.113.9",
                "127.0.0.1 | 192.0.2.1, 203.0.113.9, 10.1.2.3 | 203.0.113.9",
                "127.0.0.1 | 192.0.2.1;203.0.113.9, 10.0.0.5 | 203.0.113.9",
                "127.0.0.1 | 203.0.113.9:55123 | 203.0.113.9",
                "127.0.0.1 | [2001:db9::7]:443 | 2001:db9:0:0:0:0:0:7",
                "127.0.0.1 | ::ffff:203.0.113.9 | 203.0.113.9",
                "127.0.0.1 | unknown | 127.0.0.1",
                "127.0.0.1 | localhost | 127.0.0.1",
                "127.0.0.1 | 999.1.1.1 | 127.0.0.1",
                "127.0.0.1 | 1.2.3 | 127.0.0.1",
                "127.0.0.1 | face, 10.0.0.5 | 10.0.0.5",
                "127.0.0.1 | , | 127.0.0.1",
                "127.0.0.1 | 10.0.0.5 | 10.0.0.5",
                "10.2.0.1 | 203.0.113.9 | 10.2.0.1"
            })
    void theReaderIsTheFirstBehindTheKnownProxies(String peer, String forwarded, String client) {
        var lines = forwarded == null ? List.<String>of() : Arrays.asList(forwarded.split(";"));

        assertThat(new Forwarded(PROXIES).client(request(false, peer, "X-Forwarded-For", lines)))
                .isEqualTo(client);
    }

    @Test
    void anEndlessListIsReadToADepth() {
        var list = "203.0.113.9," + "127.0.0.1,".repeat(4_000) + "127.0.0.1";

        assertThat(new Forwarded("").client(request(false, "127.0.0.1", "X-Forwarded-For", List.of(list))))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.vn", "10.0.0.0/33", "10.0.0.0/x", "10.0.0", "2001:db8::/129", "/8"})
    void whatIsNoNetworkIsRefused(String proxies) {
        assertThatThrownBy(() -> new Forwarded(proxies))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("portal.proxies");
    }

    private static HttpServletRequest request(boolean secure, String peer, String name, List<String> lines) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ForwardedTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isSecure" -> secure;
                    case "getRemoteAddr" -> peer;
                    case "getHeader" -> name.equals(arguments[0]) && !lines.isEmpty() ? lines.getFirst() : null;
                    case "getHeaders" -> Collections.enumeration(name.equals(arguments[0]) ? lines : List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
