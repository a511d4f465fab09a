package vn.minhbach;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests in the server deploy: the very WAR of the build, the few beans that tests share, and a door for the tests. */
public final class PortalArchive {

    private static final String WEB_XML = "WEB-INF/web.xml";

    private PortalArchive() {}

    public static WebArchive create() {
        var archive = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/minhbach.war"))
                .addClasses(PortalArchive.class, IndexWatch.class, TestDoor.class)
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
