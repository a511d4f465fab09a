package vn.minhbach.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lighter styles that mean the same. */
class CssTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a  {\n    color : red ;\n}\n\nb { top: 0 }'          | 'a{color :red}b{top:0}'",
                "'a , b { margin: 0  auto }'                         | 'a,b{margin:0 auto}'",
                "'/* one */a/* two */{/* three */color:red}/* four'   | 'a{color:red}'",
                "'@media (min-width: 40em) and (hover) {\n a { } }'    | '@media (min-width:40em) and (hover){a{}}'",
                "'a > b { content: \"> ;}\"; top : 0; }'             | 'a>b{content:\"> ;}\";top :0}'",
                "'a { --none: ; --all: initial; }'                   | 'a{--none: ;--all:initial}'",
                "'/* it''s */ a { color: red }'                       | 'a{color:red}'",
                "''                                                  | ''"
            })
    void commentsAndNeedlessWhiteSpaceGo(String css, String minified) {
        assertThat(Css.minify(css)).isEqualTo(minified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{--none: }",
                "a{width:calc(1px + 2px)}",
                "a{width:calc((100% - 2 * var(--gap)) / 3)}",
                "a :hover{top:0}",
                "a:hover{top:0}",
                "nav>a + b ~ c{top:0}",
                ".a .b.c{top:0}",
                "a::before{content:\"/* no  comment */ ; } , \"}",
                "a{content:'it\\'s  ;  '}",
                "a{content:\"\\\\\"}b{top:0}",
                "a{background:url(data:image/png;base64,iVBORw0/KGgo=)}",
                "a{background:url(\"/tinh/a b.svg\") no-repeat}",
                "@supports not (display:grid){a{float:left}}",
                "a{grid-template-areas:\"a b\" \"c d\"}",
                "a{font:700 1rem/1.5 \"Be Vietnam Pro\",sans-serif}"
            })
    void whatMattersStays(String css) {
        assertThat(Css.minify(css)).isEqualTo(css);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'", "a{content:\"", "/*", "/", "a{content:\"\\", "*/", "a /", "{", " "})
    void stylesThatEndTooSoonDoNoHarm(String css) {
        assertThat(Css.minify(css)).hasSizeLessThanOrEqualTo(css.length());
    }

    @Test
    void theThemeLosesNothingButWhiteSpaceSemicolonsAndComments() throws IOException {
        try (var files = Files.walk(Path.of("webapp-themes"))) {
            var styles = files.filter(file -> file.toString().endsWith(".css")).toList();
            assertThat(styles).isNotEmpty();
            for (var file : styles) {
                var css = Files.readString(file);
                var minified = Css.minify(css);

                assertThat(bare(minified)).as("%s", file).isEqualTo(bare(css));
                assertThat(minified).as("%s", file).doesNotContain("\n", "  ", "/*");
                assertThat(Css.minify(minified)).as("%s", file).isEqualTo(minified);
            }
        }
    }

    /** What every visitor waits for before the first paint stays small. */
    @Test
    void theStylesOfThePublicPagesWeighAtMost25Kilobytes() throws IOException {
        var css = new StringBuilder();
        for (var name : List.of("tokens", "base", "layout", "components", "print")) {
            css.append(Files.readString(Path.of("webapp-themes/base/css", name + ".css")));
        }

        assertThat(Css.minify(css.toString()).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(25 * 1024);
    }

    private static String bare(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", "").replace(";}", "}");
    }
}
