package vn.minhbach.tools.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void readsAllFourInAnyOrder() throws StartException {
        Options options = Options.parse("--port", "9090", "--data", "d", "--payara", "p", "--war", "w");

        assertEquals(new Options(absolute("p"), absolute("w"), absolute("d"), 9090), options);
        assertEquals("http://localhost:9090", options.url());
    }

    @Test
    void listensOn8080UnlessTold() throws StartException {
        assertEquals(
                8080,
                Options.parse("--payara", "p", "--war", "w", "--data", "d").port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
    void refusesWhatIsNoPort(String port) {
        assertSaysInOneLine(port, "--payara", "p", "--war", "w", "--data", "d", "--port", port);
    }

    @Test
    void namesTheOptionThatIsMissing() {
        assertSaysInOneLine("--data", "--payara", "p", "--war", "w");
    }

    @Test
    void namesTheOptionWithoutValue() {
        assertSaysInOneLine("--data", "--payara", "p", "--war", "w", "--data");
    }

    @Test
    void namesTheOptionThatIsUnknown() {
        assertSaysInOneLine("--verbose", "--verbose", "true");
    }

    private static void assertSaysInOneLine(String word, String... arguments) {
        String message = String.valueOf(assertThrows(StartException.class, () -> Options.parse(arguments))
                .getMessage());
        assertTrue(message.contains(word), message);
        assertFalse(message.contains("\n"), message);
    }

    private static Path absolute(String name) {
        return Path.of(name).toAbsolutePath();
    }
}
