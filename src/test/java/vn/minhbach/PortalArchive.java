package vn.minhbach;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import vn.minhbach.attachment.TestIntake;
import vn.minhbach.inbox.InboxCanary;

/**
 * What the tests in the server deploy, once for all of them: the very WAR of the build, the tests themselves, the few beans that
 * they share, and a door for them. A class that asks from outside only says {@link org.jboss.arquillian.container.test.api.RunAsClient}.
 */
@ArquillianSuiteDeployment
public final class PortalArchive {

    private static final String WEB_XML = "WEB-INF/web.xml";

    private PortalArchive() {}

    @Deployment
    public static WebArchive create() {
        var archive = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/minhbach.war"))
                .addClasses(IndexWatch.class, TestDoor.class, Canary.class, InboxCanary.class, TestIntake.class)
                .addClasses(tests())
                .addAsLibrary(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()));
        var first = "    <filter>\n        <filter-name>request</filter-name>";
        var xml = read(archive);
        if (!xml.contains(first)) {
            throw new IllegalStateException("web.xml has another first filter than the tests know");
        }
        archive.delete(WEB_XML);
        return archive.add(new StringAsset(xml.replace(first, TestDoor.XML + first)), WEB_XML);
    }

    /** All that Arquillian runs; the tests with a browser have a portal of their own. */
    private static Class<?>[] tests() {
        var root = Path.of(PortalArchive.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith("IT.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .map(PortalArchive::load)
                    .filter(test -> test.isAnnotationPresent(ArquillianTest.class))
                    .toArray(Class<?>[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PortalArchive.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(WebArchive archive) {
        try (var in = archive.get(WEB_XML).getAsset().openStream();
                var out = new ByteArrayOutputStream()) {
            in.transferTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
