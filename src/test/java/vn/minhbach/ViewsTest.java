package vn.minhbach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.minhbach.web.Frame;

/**
 * What a public view asks can come out either way, and what it says has words. The views are read as the classes they become, by
 * the compiler itself, so every view that there is or will be is held to this. That nothing is compared with what it can
 * never equal is seen by Error Prone when they are compiled.
 */
class ViewsTest {

    private static final Path GENERATED = Path.of("target/generated-sources/jte");
    private static final Pattern VIEW = Pattern.compile("JTE_NAME = \"([^\"]+)\"");

    /** A call that a view makes of its frame. */
    private record Call(String view, String method, TreePath path, ExecutableElement called) {

        ExpressionTree argument() {
            return ((MethodInvocationTree) path.getLeaf()).getArguments().getFirst();
        }

        String told() {
            return view + ": " + path.getLeaf();
        }
    }

    /** Something of which a view wants to know whether it is null. */
    private record Asked(String view, TreePath thing) {}

    private static List<Call> calls = List.of();
    private static List<Asked> compared = List.of();
    private static @Nullable Trees trees;

    @BeforeAll
    static void compile() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var found = Files.walk(GENERATED)) {
            var sources =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            var views = views();
            assertThat(sources).as("generated views").hasSameSizeAs(views);
            var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    // So that the compiler keeps what JSpecify says of types it reads from class files.
                    List.of("-proc:none", "-nowarn", "-XDaddTypeAnnotationsToSymbol=true", "-cp", classPath),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            var units = task.parse();
            task.analyze();
            trees = Trees.instance(task);
            calls = new ArrayList<>();
            compared = new ArrayList<>();
            for (var unit : units) {
                read(unit, trees());
            }
        }
    }

    private static List<Path> views() throws IOException {
        try (var views = Files.walk(Path.of("src/main/jte"))) {
            return views.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static void read(CompilationUnitTree unit, Trees trees) throws IOException {
        var name = VIEW.matcher(unit.getSourceFile().getCharContent(true));
        assertThat(name.find()).as("%s is a view", unit.getSourceFile()).isTrue();
        var view = name.group(1);
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                if (trees.getElement(getCurrentPath()) instanceof ExecutableElement called
                        && called.getEnclosingElement() instanceof TypeElement owner
                        && owner.getQualifiedName().contentEquals(Frame.class.getName())) {
                    calls.add(new Call(view, called.getSimpleName().toString(), getCurrentPath(), called));
                }
                return super.visitMethodInvocation(call, unused);
            }

            @Override
            public Void visitBinary(BinaryTree comparison, Void unused) {
                if (comparison.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL) {
                    compared.add(new Asked(view, new TreePath(getCurrentPath(), comparison.getLeftOperand())));
                }
                return super.visitBinary(comparison, unused);
            }
        }.scan(unit, null);
    }

    /** {@code f.has} asks whether a thing is null; of what never is null it is always true. */
    @Test
    void viewsAskOnlyForThingsThatMayBeMissing() {
        var asked = calls.stream()
                .filter(call -> call.method().equals("has"))
                .filter(call -> call.called()
                        .getParameters()
                        .getFirst()
                        .asType()
                        .toString()
                        .endsWith("Object"))
                .map(call -> new Asked(call.view(), new TreePath(call.path(), call.argument())))
                .toList();

        assertThat(asked).hasSizeGreaterThan(5);
        assertThat(asked.stream().filter(one -> !mayBeNull(one)).map(ViewsTest::told))
                .as("always true; ask for what is @Nullable")
                .isEmpty();
        assertThat(compared).isNotEmpty();
        assertThat(compared.stream()
                        .filter(one -> one.thing().getLeaf() instanceof MethodInvocationTree)
                        .filter(one -> !mayBeNull(one))
                        .map(ViewsTest::told))
                .as("never null")
                .isEmpty();
    }

    private static String told(Asked asked) {
        return asked.view() + ": " + asked.thing().getLeaf();
    }

    private static boolean mayBeNull(Asked asked) {
        return element(asked.thing())
                .map(element -> element instanceof ExecutableElement method ? method.getReturnType() : element.asType())
                .filter(type -> type.getAnnotationMirrors().stream()
                        .anyMatch(mirror -> mirror.getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .contentEquals("Nullable")))
                .isPresent();
    }

    /** A key is written out, or ends in the name of a constant: then each constant needs its words. */
    @Test
    void everyKeyThatAViewCanAskForHasWords() {
        var bundle = ResourceBundle.getBundle("vn.minhbach.messages").keySet();
        var unknown = new TreeSet<String>();
        var read = new TreeSet<String>();
        calls.stream()
                .filter(call -> Set.of("text", "said").contains(call.method()))
                .forEach(call -> {
                    var keys = values(new TreePath(call.path(), call.argument()));
                    if (keys.isEmpty()) {
                        unknown.add(call.told() + " cannot be known");
                    }
                    read.addAll(keys);
                    keys.stream()
                            .filter(key -> !bundle.contains(key))
                            .forEach(key -> unknown.add(call.told() + " asks for " + key));
                });

        assertThat(unknown).isEmpty();
        assertThat(read).hasSizeGreaterThan(100).contains("ProcedureStatus.ABOLISHED", "ServiceLevel.IN_PERSON");
    }

    /** All texts that an expression can come to; none if that cannot be told. */
    private static Set<String> values(TreePath path) {
        return switch (path.getLeaf()) {
            case LiteralTree literal -> Set.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> values(new TreePath(path, inner.getExpression()));
            case ConditionalExpressionTree choice -> {
                var either = values(new TreePath(path, choice.getTrueExpression()));
                var or = values(new TreePath(path, choice.getFalseExpression()));
                yield either.isEmpty() || or.isEmpty()
                        ? Set.of()
                        : Stream.concat(either.stream(), or.stream()).collect(Collectors.toSet());
            }
            case BinaryTree sum ->
                sum.getKind() != Tree.Kind.PLUS
                        ? Set.of()
                        : values(new TreePath(path, sum.getLeftOperand())).stream()
                                .flatMap(left -> values(new TreePath(path, sum.getRightOperand())).stream()
                                        .map(right -> left + right))
                                .collect(Collectors.toSet());
            default -> constants(path);
        };
    }

    private static Set<String> constants(TreePath path) {
        var type = trees().getTypeMirror(path);
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM
                ? declared.asElement().getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                        .map(constant -> constant.getSimpleName().toString())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Optional<Element> element(TreePath path) {
        return Optional.ofNullable(trees().getElement(path));
    }

    private static Trees trees() {
        return Objects.requireNonNull(trees);
    }
}
