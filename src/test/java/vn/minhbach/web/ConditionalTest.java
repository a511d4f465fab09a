package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions of requests, as browsers and proxies put them. */
class ConditionalTest {

    private static final String ETAG = "\"3f,9c\"";
    private static final Instant MODIFIED = Instant.parse("2026-11-20T03:04:05.678Z");
    private static final String AT = "Fri, 20 Nov 2026 03:04:05 GMT";
    private static final String BEFORE = "Fri, 20 Nov 2026 03:04:04 GMT";
    private static final String AFTER = "Fri, 20 Nov 2026 03:04:06 GMT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3f,9c\"",
                "W/\"3f,9c\"",
                "\"aa\", \"3f,9c\"",
                "\"aa\",W/\"3f,9c\" , \"bb\"",
                ",, \"3f,9c\",",
                "*",
                " * "
            })
    void whoHasTheVersionIsToldSo(String known) {
        assertThat(Conditional.unchanged(request("If-None-Match", known), ETAG, MODIFIED))
                .isTrue();
        assertThat(Conditional.unchanged(request("If-None-Match", known), "W/" + ETAG, MODIFIED))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"aa\"", "3f,9c", "\"3f\",\"9c\"", "\"x3f,9c\"", "w/\"aa\"", "\"*\"", "", "\"3f,9c", "''"})
    void whoHasAnotherVersionGetsThisOne(String known) {
        assertThat(Conditional.unchanged(request("If-None-Match", known), ETAG, MODIFIED))
                .isFalse();
    }

    @Test
    void aListMayStandOnSeveralLines() {
        var request = request(Map.of("If-None-Match", List.of("\"aa\"", "\"bb\", W/\"3f,9c\"")));

        assertThat(Conditional.unchanged(request, ETAG, MODIFIED)).isTrue();
    }

    @Test
    void aDateCountsOnlyWithoutAnEntityTag() {
        assertThat(Conditional.unchanged(request("If-Modified-Since", BEFORE), ETAG, MODIFIED))
                .isFalse();
        assertThat(Conditional.unchanged(request("If-Modified-Since", AT), ETAG, MODIFIED))
                .isTrue();
        assertThat(Conditional.unchanged(request("If-Modified-Since", AFTER), ETAG, MODIFIED))
                .isTrue();
        assertThat(Conditional.unchanged(request("If-Modified-Since", "hôm qua"), ETAG, MODIFIED))
                .isFalse();
        assertThat(Conditional.unchanged(request("If-Modified-Since", AFTER), ETAG, null))
                .isFalse();
        var both = request(Map.of("If-None-Match", List.of("\"aa\""), "If-Modified-Since", List.of(AFTER)));
        assertThat(Conditional.unchanged(both, ETAG, MODIFIED)).isFalse();
        assertThat(Conditional.unchanged(request(Map.of()), ETAG, MODIFIED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match | \"3f,9c\" | false",
                "If-Match | \"aa\", \"3f,9c\" | false",
                "If-Match | * | false",
                "If-Match | \"aa\" | true",
                "If-Match | W/\"3f,9c\" | true",
                "If-Unmodified-Since | " + AT + " | false",
                "If-Unmodified-Since | " + BEFORE + " | true",
                "If-Unmodified-Since | mai | false",
                "Accept | */* | false"
            })
    void whoWantsAnotherVersionIsRefused(String name, String value, boolean failed) {
        assertThat(Conditional.failed(request(name, value), ETAG, MODIFIED)).isEqualTo(failed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Range | \"3f,9c\" | true",
                "If-Range | \"aa\" | false",
                "If-Range | W/\"3f,9c\" | false",
                "If-Range | " + AT + " | true",
                "If-Range | " + AFTER + " | false",
                "If-Range | " + BEFORE + " | false",
                "If-Range | 3f | false",
                "Accept | */* | true"
            })
    void aPartFitsOnlyToPartsOfTheSameVersion(String name, String value, boolean continues) {
        assertThat(Conditional.continues(request(name, value), ETAG, MODIFIED)).isEqualTo(continues);
    }

    @Test
    void aWeakVersionHasNoParts() {
        assertThat(Conditional.continues(request("If-Range", "W/\"a\""), "W/\"a\"", MODIFIED))
                .isFalse();
        assertThat(Conditional.failed(request("If-Match", "W/\"a\""), "W/\"a\"", MODIFIED))
                .isTrue();
    }

    private static HttpServletRequest request(String name, String value) {
        return request(Map.of(name, List.of(value)));
    }

    private static HttpServletRequest request(Map<String, List<String>> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ConditionalTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    var lines = headers.getOrDefault((String) arguments[0], List.of());
                    return switch (method.getName()) {
                        case "getHeader" -> lines.isEmpty() ? null : lines.getFirst();
                        case "getHeaders" -> Collections.enumeration(lines);
                        case "getDateHeader" -> lines.isEmpty() ? -1L : millis(lines.getFirst());
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private static long millis(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
