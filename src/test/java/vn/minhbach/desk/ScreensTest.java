package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.faces.view.ViewScoped;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Door;
import vn.minhbach.web.Method;
import vn.minhbach.web.PublicPage;

/** What holds for every screen of the back office, and for those to come: one bean for a view, loaded once, nothing inline. */
class ScreensTest {

    private static final String VIEWS = "src/main/webapp/WEB-INF";

    /**
     * What the policy of the back office blocks, and what decodes a row by its place: attributes of style, scripts in the page, the
     * components of PrimeFaces that write either, and commands inside of a column.
     */
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|<style|reflow=\"true\""
                    + "|<p:(?:poll|confirmDialog|column|dialog|messages|growl)\\b"
                    + "|<portal:column(?:(?!</portal:column>)[\\s\\S])*<[hp]:command(?:Button|Link)\\b");

    /** What a view prints without escaping it. */
    private static final Pattern AS_IT_IS =
            Pattern.compile("value=\"([^\"]*)\"[^>]*\\sescape=\"false\"|\\$unsafe\\{([^}]*)}");

    private static final Pattern GETTER = Pattern.compile("(?:is|get)([A-Z])(\\w*)");

    /** Something of a line of a list, that is not called. */
    private static final Pattern READ = Pattern.compile("\\beach\\.(\\w+)\\b(?!\\()");

    private static List<JavaClass> screens = List.of();

    @BeforeAll
    static void find() {
        screens = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .filter(each -> each.isAnnotatedWith(Door.class) || each.isAnnotatedWith(Door.Several.class))
                        .filter(each -> !each.isAssignableTo(PublicPage.class)
                                && !each.isAssignableTo(Servlet.class)
                                && !each.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .toList();
        assertThat(screens).hasSizeGreaterThan(4);
    }

    private static List<Door> doors(JavaClass screen) {
        return Arrays.asList(screen.reflect().getAnnotationsByType(Door.class));
    }

    private static List<Path> views() throws IOException {
        try (var files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    /** A view reads of a record its components and nothing else; whatever else it is asked is to be called, with brackets. */
    @Test
    void noViewTakesAMethodOfARecordForAProperty() throws IOException {
        var ofRecords = new TreeSet<String>();
        var all = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("vn.minhbach");
        for (var each : all) {
            for (var method : each.getMethods()) {
                var getter = GETTER.matcher(method.getName());
                if (each.isRecord() && method.getRawParameterTypes().isEmpty() && getter.matches()) {
                    ofRecords.add(getter.group(1).toLowerCase(Locale.ROOT) + getter.group(2));
                }
            }
        }
        assertThat(ofRecords).contains("maskable");

        var wrong = new ArrayList<String>();
        for (var view : views()) {
            var read = READ.matcher(Files.readString(view));
            while (read.find()) {
                if (ofRecords.contains(read.group(1))) {
                    wrong.add(view + ": " + read.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void eachIsOneBeanForOneView() {
        for (var screen : screens) {
            assertThat(doors(screen)).as(screen.getName()).hasSize(1);
            var path = doors(screen).getFirst().path();
            var view = path.equals("/quan-tri") ? path + "/index" : path;
            assertThat(Path.of(VIEWS + view + ".xhtml")).as(screen.getName()).exists();
        }
    }

    @Test
    void eachViewHasItsBean() throws IOException {
        var declared = new TreeSet<String>();
        screens.forEach(screen -> doors(screen).forEach(door -> declared.add(door.path())));
        try (var files = Files.walk(Path.of(VIEWS, "quan-tri"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.toString()
                                    .substring(VIEWS.length())
                                    .replace(".xhtml", "")
                                    .replace("/quan-tri/index", "/quan-tri")))
                    .allSatisfy(path -> assertThat(declared).contains(path));
        }
    }

    @Test
    void whatHasFormsKeepsItsStateAsLongAsItIsOpen() {
        for (var screen : screens) {
            if (Arrays.asList(doors(screen).getFirst().methods()).contains(Method.POST)) {
                assertThat(screen.isAnnotatedWith(ViewScoped.class))
                        .as(screen.getName())
                        .isTrue();
                assertThat(screen.isAssignableTo(Serializable.class))
                        .as(screen.getName())
                        .isTrue();
            }
        }
    }

    /** A view asks a getter as often as it likes. */
    @Test
    void gettersAskNobody() {
        var asked = new ArrayList<String>();
        for (var screen : screens) {
            for (var method : screen.getMethods()) {
                if (method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getName().matches("(get|is)[A-Z].*")) {
                    method.getMethodCallsFromSelf().stream()
                            .filter(call ->
                                    call.getTargetOwner().getSimpleName().matches(".*(Service|Repository|Log|Indexer)")
                                            || call.getTargetOwner().isEquivalentTo(History.class))
                            .forEach(call -> asked.add(call.getDescription()));
                }
            }
        }
        assertThat(asked).isEmpty();
    }

    /** Who writes a new one says who has made it harmless; everything else is escaped by the view. */
    @Test
    void whatIsPrintedAsItIsHasBeenMadeHarmless() throws IOException {
        var printed = new TreeSet<String>();
        for (var folder : List.of("src/main/jte", VIEWS, "webapp-themes")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(each -> each.toString().matches(".*\\.(xhtml|jte)"))
                        .toList()) {
                    AS_IT_IS.matcher(Files.readString(file))
                            .results()
                            .forEach(match -> printed.add(file.getFileName() + " "
                                    + Objects.requireNonNullElse(match.group(1), match.group(2))));
                }
            }
        }
        assertThat(printed)
                .containsExactlyInAnyOrder(
                        // shared.Html
                        "bai-viet.jte page.getBodyHtml()",
                        "don-vi.jte unit.bodyHtml()",
                        "phien-ban.xhtml #{page.content.bodyHtml()}",
                        "soan.xhtml #{page.shownBody}",
                        "soan.xhtml #{page.shown(page.answer)}",
                        "soan.xhtml #{page.shown(page.publicAnswer)}",
                        "tra-cuu.jte item.answer().html()",
                        "tra-cuu.jte earlier.html()",
                        "tra-loi.jte page.getAnswerHtml()",
                        "xem.xhtml #{each.full()}",
                        "xem.xhtml #{each.publicText()}",
                        // editorial.Comparison
                        "conflicts.xhtml #{each.mine}",
                        "conflicts.xhtml #{each.theirs}",
                        "so-sanh.xhtml #{field.after()}",
                        "so-sanh.xhtml #{field.before()}",
                        "xem-nhap.xhtml #{change.after()}",
                        "xem-nhap.xhtml #{change.before()}",
                        // search, which marks what it found in escaped text
                        "resultLine.jte result.snippetHtml()",
                        "resultLine.jte result.titleHtml()",
                        // web.StructuredData
                        "meta.jte jsonLd",
                        // the library that draws codes
                        "bien-nhan.jte page.getQrSvg()",
                        "tai-khoan.xhtml #{empty accountPage.secret ? '' : accountPage.picture}",
                        "truong-hop.jte page.getQrSvg()");
    }

    @Test
    void nothingIsInlineAndNoRowIsKnownByItsPlace() throws IOException {
        var found = new ArrayList<String>();
        for (var folder : List.of(VIEWS + "/quan-tri", "webapp-themes")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".xhtml")).toList()) {
                    FORBIDDEN
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(match -> found.add(file + ": "
                                    + match.group().lines().findFirst().orElse("")));
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
