package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of JSON-LD finds what is wrong. */
class JsonLdTest {

    private static final String PERSON =
            "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":\"Thu Hà\"}";

    @Test
    void whatIsRightPasses() {
        assertThat(JsonLd.of(script(PERSON) + "<p></p>" + script(PERSON))).hasSize(2);
        assertThat(JsonLd.of("<p></p>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"Person\",\"name\":\"Thu Hà\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Person\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":\"\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":\"Hà\",\"url\":\"/ha\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":\"Hà\",\"url\":\"http://a//ha\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":null}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Thing\",\"name\":\"Hà\"}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"BreadcrumbList\",\"itemListElement\":[]}",
                "{\"@context\":\"https://schema.org\",\"@type\":\"Organization\",\"name\":\"Hà\",\"address\":{\"@type\":\"Person\",\"name\":\"Hà\"}}"
            })
    void whatIsWrongFails(String json) {
        assertThatThrownBy(() -> JsonLd.of(script(json))).isInstanceOf(AssertionError.class);
    }

    private static String script(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }
}
